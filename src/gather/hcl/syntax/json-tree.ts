import type { SourceRange } from '../../../model/configuration/expression.ts';

/** A JSON value with the place it is written at. */
export type JsonNode =
  | { readonly kind: 'scalar'; readonly value: string | number | boolean | null; readonly range: SourceRange }
  | { readonly kind: 'array'; readonly items: readonly JsonNode[]; readonly range: SourceRange }
  | { readonly kind: 'object'; readonly members: readonly JsonMember[]; readonly range: SourceRange };

export interface JsonMember {
  readonly name: string;
  readonly nameRange: SourceRange;
  readonly value: JsonNode;
}

/** Where the text is not JSON. */
export class JsonProblem extends Error {
  override readonly name = 'JsonProblem';
  readonly line: number;

  constructor(line: number) {
    super(`Line ${line} is not JSON.`);
    this.line = line;
  }
}

/** `JSON.parse` does not tell where a value is written, and keeps only the last of two equal names. */
export function parseJson(file: string, text: string): JsonNode {
  const reader = new JsonReader(file, text);
  const node = reader.value();
  reader.end();
  return node;
}

class JsonReader {
  readonly #file: string;
  readonly #text: string;
  readonly #lineStarts: readonly number[];
  #position: number;

  constructor(file: string, text: string) {
    this.#file = file;
    this.#text = text;
    this.#lineStarts = [0, ...[...text.matchAll(/\n/g)].map((match) => match.index + 1)];
    this.#position = text.startsWith('\uFEFF') ? 1 : 0;
  }

  value(): JsonNode {
    this.#skipSpace();
    const start = this.#position;
    switch (this.#text[start]) {
      case '{':
        return { kind: 'object', members: this.#list('}', () => this.#member()), range: this.#range(start) };
      case '[':
        return { kind: 'array', items: this.#list(']', () => this.value()), range: this.#range(start) };
      case '"':
        return { kind: 'scalar', value: this.#string(), range: this.#range(start) };
      default:
        return { kind: 'scalar', value: this.#word(), range: this.#range(start) };
    }
  }

  end(): void {
    this.#skipSpace();
    if (this.#position < this.#text.length) this.#fail();
  }

  #member(): JsonMember {
    this.#skipSpace();
    const start = this.#position;
    const name = this.#string();
    const nameRange = this.#range(start);
    this.#expect(':');
    return { name, nameRange, value: this.value() };
  }

  #list<T>(close: string, item: () => T): readonly T[] {
    const items: T[] = [];
    this.#position += 1;
    this.#skipSpace();
    if (this.#text[this.#position] === close) {
      this.#position += 1;
      return items;
    }
    for (;;) {
      items.push(item());
      this.#skipSpace();
      if (this.#text[this.#position] === close) break;
      this.#expect(',');
    }
    this.#position += 1;
    return items;
  }

  #string(): string {
    const match = this.#match(STRING);
    return JSON.parse(match) as string;
  }

  #word(): number | boolean | null {
    return JSON.parse(this.#match(WORD)) as number | boolean | null;
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#position;
    const match = pattern.exec(this.#text)?.[0];
    if (match === undefined) return this.#fail();
    this.#position += match.length;
    return match;
  }

  #expect(character: string): void {
    this.#skipSpace();
    if (this.#text[this.#position] !== character) this.#fail();
    this.#position += 1;
  }

  #skipSpace(): void {
    SPACE.lastIndex = this.#position;
    this.#position += SPACE.exec(this.#text)?.[0].length ?? 0;
  }

  #range(start: number): SourceRange {
    const [line, column] = this.#place(start);
    const [endLine, endColumn] = this.#place(this.#position);
    return { file: this.#file, line, column, endLine, endColumn, start, end: this.#position };
  }

  /** Line and column of an offset, by halving. */
  #place(offset: number): readonly [number, number] {
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return [low + 1, offset - (this.#lineStarts[low] ?? 0) + 1];
  }

  #fail(): never {
    throw new JsonProblem(this.#place(this.#position)[0]);
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids exactly these in a string.
const STRING = /"(?:[^"\\\u0000-\u001F]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y;
const WORD = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const SPACE = /[ \t\r\n]*/y;
