/** Where one JSON document ends, or where it stops being one. */
export type Scan =
  | { readonly kind: 'complete'; readonly end: number }
  | { readonly kind: 'cut-short'; readonly at: number }
  | { readonly kind: 'malformed'; readonly at: number };

/**
 * Finds the end of the array or object that begins at `start`. It accepts
 * exactly what `JSON.parse` accepts and is only asked where that refused,
 * because V8's own message quotes the input.
 */
export function scanJson(text: string, start: number): Scan {
  return new Scanner(text, start).scan();
}

/** What may come next. */
type Expecting = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end';

class Scanner {
  readonly #text: string;
  #at: number;

  constructor(text: string, start: number) {
    this.#text = text;
    this.#at = start;
  }

  scan(): Scan {
    // Explicit, because plans may be nested deeper than the call stack.
    const open: ('{' | '[')[] = [];
    let expecting: Expecting = 'value';
    for (;;) {
      this.#skipBlanks();
      const character = this.#text[this.#at];
      if (character === undefined) return { kind: 'cut-short', at: this.#at };

      if (expecting === 'colon') {
        if (character !== ':') return this.#malformed();
        this.#at++;
        expecting = 'value';
        continue;
      }
      if (expecting === 'comma-or-end' && character === ',') {
        this.#at++;
        expecting = open.at(-1) === '{' ? 'key' : 'value';
        continue;
      }
      const mayEnd = expecting === 'comma-or-end' || expecting === 'value-or-end' || expecting === 'key-or-end';
      if (mayEnd && character === (open.at(-1) === '{' ? '}' : ']')) {
        this.#at++;
        open.pop();
        if (open.length === 0) return { kind: 'complete', end: this.#at };
        expecting = 'comma-or-end';
        continue;
      }
      if (expecting === 'comma-or-end') return this.#malformed();
      if (expecting === 'key' || expecting === 'key-or-end') {
        if (character !== '"') return this.#malformed();
        const problem = this.#skipString();
        if (problem !== undefined) return problem;
        expecting = 'colon';
        continue;
      }
      if (character === '{' || character === '[') {
        this.#at++;
        open.push(character);
        expecting = character === '{' ? 'key-or-end' : 'value-or-end';
        continue;
      }
      const problem = character === '"' ? this.#skipString() : this.#skipScalar();
      if (problem !== undefined) return problem;
      if (open.length === 0) return { kind: 'complete', end: this.#at };
      expecting = 'comma-or-end';
    }
  }

  #skipBlanks(): void {
    while (BLANKS.includes(this.#text[this.#at] ?? 'none')) this.#at++;
  }

  #skipString(): Scan | undefined {
    this.#at++;
    for (;;) {
      const character = this.#text[this.#at];
      if (character === undefined) return { kind: 'cut-short', at: this.#at };
      if (character < ' ') return this.#malformed();
      this.#at++;
      if (character === '"') return undefined;
      if (character !== '\\') continue;
      const escaped = this.#text[this.#at];
      if (escaped === undefined) return { kind: 'cut-short', at: this.#at };
      if (!ESCAPES.includes(escaped)) return this.#malformed();
      this.#at++;
      if (escaped !== 'u') continue;
      for (let digit = 0; digit < 4; digit++) {
        const hex = this.#text[this.#at];
        if (hex === undefined) return { kind: 'cut-short', at: this.#at };
        if (!HEX_DIGIT.test(hex)) return this.#malformed();
        this.#at++;
      }
    }
  }

  #skipScalar(): Scan | undefined {
    SCALAR.lastIndex = this.#at;
    const match = SCALAR.exec(this.#text);
    if (match !== null) {
      this.#at = SCALAR.lastIndex;
      const next = this.#text.slice(this.#at, this.#at + 3);
      const isUnfinished = this.#at + next.length === this.#text.length && UNFINISHED_NUMBER.test(next);
      return isUnfinished ? { kind: 'cut-short', at: this.#text.length } : undefined;
    }
    const rest = this.#text.slice(this.#at, this.#at + LONGEST_UNFINISHED_SCALAR);
    const isUnfinished = this.#at + rest.length === this.#text.length && UNFINISHED_SCALAR.test(rest);
    return isUnfinished ? { kind: 'cut-short', at: this.#text.length } : this.#malformed();
  }

  #malformed(): Scan {
    return { kind: 'malformed', at: this.#at };
  }
}

const BLANKS = ' \t\n\r';
const ESCAPES = '"\\/bfnrtu';
const HEX_DIGIT = /[0-9a-fA-F]/;
const SCALAR = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const UNFINISHED_SCALAR = /^(?:t(?:r(?:u)?)?|f(?:a(?:l(?:s)?)?)?|n(?:u(?:l)?)?|-)$/;
const UNFINISHED_NUMBER = /^(?:\.|[eE][+-]?)$/;
const LONGEST_UNFINISHED_SCALAR = 5;
