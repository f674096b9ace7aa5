/**
 * `invalid` for what Go refuses to compile, `unsupported` for what not every
 * version of Go reads alike, or what is too large for us.
 */
export class Re2Failure extends Error {
  override readonly name = 'Re2Failure';
  readonly kind: 'invalid' | 'unsupported';

  constructor(kind: 'invalid' | 'unsupported') {
    super(kind);
    this.kind = kind;
  }
}

/** Reads an expression from left to right, by characters and not by UTF-16 units. */
export class Re2Scanner {
  readonly #characters: readonly string[];
  #position = 0;

  constructor(expression: string) {
    this.#characters = Array.from(expression);
  }

  get isAtEnd(): boolean {
    return this.#position >= this.#characters.length;
  }

  peek(ahead = 0): string | undefined {
    return this.#characters[this.#position + ahead];
  }

  isNext(text: string): boolean {
    return Array.from(text).every((character, index) => this.peek(index) === character);
  }

  next(): string {
    const character = this.peek();
    if (character === undefined) throw new Re2Failure('invalid');
    this.#position++;
    return character;
  }

  /** Whether `text` was next, and was read. */
  skip(text: string): boolean {
    if (!this.isNext(text)) return false;
    this.#position += Array.from(text).length;
    return true;
  }

  /** What stands before `text`, both read; undefined, with nothing read, where it does not occur. */
  upTo(text: string): string | undefined {
    const rest = this.#characters.slice(this.#position).join('');
    const end = rest.indexOf(text);
    if (end < 0) return undefined;
    const found = rest.slice(0, end);
    this.#position += Array.from(found).length + Array.from(text).length;
    return found;
  }

  rest(): string {
    const rest = this.#characters.slice(this.#position).join('');
    this.#position = this.#characters.length;
    return rest;
  }

  /** What the expression matches here, both read and returned. */
  take(expression: RegExp): string | undefined {
    const found = expression.exec(this.#characters.slice(this.#position).join(''))?.[0];
    if (found !== undefined) this.#position += Array.from(found).length;
    return found;
  }

  /** The character that an escape means, its backslash read already. Go refuses letters that mean nothing. */
  escapedCharacter(): number {
    const octal = this.take(/^(?:[1-7][0-7]{1,2}|0[0-7]{0,2})/);
    if (octal !== undefined) return Number.parseInt(octal, 8);
    const character = this.next();
    if (character === 'x') return this.#hexadecimal();
    const control = CONTROLS.get(character);
    if (control !== undefined) return control;
    const codePoint = character.codePointAt(0) ?? 0;
    if (codePoint >= 0x80 || /[0-9A-Za-z]/.test(character)) throw new Re2Failure('invalid');
    return codePoint;
  }

  #hexadecimal(): number {
    const digits = this.take(/^(?:[0-9a-fA-F]{2}|\{[0-9a-fA-F]+\})/);
    const codePoint = Number.parseInt((digits ?? '').replaceAll(/[{}]/g, ''), 16);
    if (!(codePoint <= 0x10_ffff)) throw new Re2Failure('invalid');
    return codePoint;
  }
}

const CONTROLS: ReadonlyMap<string, number> = new Map([
  ['a', 0x07],
  ['f', 0x0c],
  ['n', 0x0a],
  ['r', 0x0d],
  ['t', 0x09],
  ['v', 0x0b],
]);
