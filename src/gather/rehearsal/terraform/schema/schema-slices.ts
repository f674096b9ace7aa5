/**
 * Finds the text of single members in a JSON document without parsing the rest:
 * the schema of a large provider is tens of megabytes, of which a template needs
 * a handful of types.
 */
export interface JsonSlice {
  readonly path: readonly string[];
  readonly start: number;
  readonly end: number;
}

/**
 * The members of nested objects at every path that `isWanted` accepts. `isOpen`
 * says which objects are worth going into. Throws a RangeError where the text is
 * not the JSON of an object.
 */
export function sliceJson(
  text: Uint8Array,
  isWanted: (path: readonly string[]) => boolean,
  isOpen: (path: readonly string[]) => boolean,
): readonly JsonSlice[] {
  const slices: JsonSlice[] = [];
  let position = 0;
  skipSpace();
  if (text[position] !== OPEN_BRACE) throw new RangeError('The text is not a JSON object.');
  members([]);
  return slices;

  function members(path: readonly string[]): void {
    position++;
    for (;;) {
      skipSpace();
      const byte = text[position];
      if (byte === CLOSE_BRACE) {
        position++;
        return;
      }
      if (byte === COMMA) {
        position++;
        continue;
      }
      if (byte !== QUOTE) throw new RangeError('A member of a JSON object has no name.');
      const nameStart = position;
      skipString();
      const member = [...path, JSON.parse(UTF8.decode(text.subarray(nameStart, position))) as string];
      skipSpace();
      if (text[position] !== COLON) throw new RangeError('A member of a JSON object has no value.');
      position++;
      skipSpace();
      const start = position;
      if (text[position] === OPEN_BRACE && isOpen(member)) members(member);
      else skipValue();
      if (isWanted(member)) slices.push({ path: member, start, end: position });
    }
  }

  /** Counts brackets outside of strings; what is in between is Terraform's own JSON and taken as it is. */
  function skipValue(): void {
    let depth = 0;
    while (position < text.length) {
      const byte = text[position];
      if (byte === QUOTE) {
        skipString();
        if (depth === 0) return;
        continue;
      }
      if (byte === OPEN_BRACE || byte === OPEN_BRACKET) depth++;
      else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
        if (depth === 0) return;
        depth--;
        if (depth === 0) {
          position++;
          return;
        }
      } else if (byte === COMMA && depth === 0) return;
      position++;
    }
    throw new RangeError('The JSON ends early.');
  }

  function skipString(): void {
    position++;
    while (position < text.length) {
      const byte = text[position];
      if (byte === BACKSLASH) position += 2;
      else if (byte === QUOTE) {
        position++;
        return;
      } else position++;
    }
    throw new RangeError('The JSON ends within a string.');
  }

  function skipSpace(): void {
    while (position < text.length && (text[position] ?? 0) <= SPACE) position++;
    if (position >= text.length) throw new RangeError('The JSON ends early.');
  }
}

const SPACE = 0x20;
const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

const UTF8 = new TextDecoder();
