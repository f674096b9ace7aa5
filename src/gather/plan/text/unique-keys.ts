import { childrenOf, isObject } from '../own.ts';

/**
 * Whether no object of a JSON document has a key twice: then as many keys are
 * written as there are in what was parsed. `text` is known to be valid JSON.
 */
export function hasUniqueKeys(text: string, value: unknown): boolean {
  return isWrittenAlike(text, value) || writtenKeys(text) === parsedKeys(value);
}

/**
 * What was parsed, written anew as Terraform or jq writes it, is the text. It
 * mostly is, and the engine tells it much sooner than we count keys.
 */
function isWrittenAlike(text: string, value: unknown): boolean {
  const indent = text.startsWith('{\n  "') ? 2 : 0;
  try {
    const written = JSON.stringify(value, undefined, indent);
    return written === text.trim() || asGoWrites(written) === text.trim();
  } catch {
    // Nested deeper than the call stack.
    return false;
  }
}

/** Go escapes what could end a script in a web page. */
function asGoWrites(json: string): string {
  return GO_ESCAPES.reduce((written, [character, escaped]) => written.replaceAll(character, escaped), json);
}

const GO_ESCAPES: readonly (readonly [string, string])[] = ['<', '>', '&', '\u2028', '\u2029'].map((character) => [
  character,
  `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
]);

/** Strings that a colon follows. By `indexOf`, which looks at many characters at once. */
function writtenKeys(text: string): number {
  let keys = 0;
  for (let open = text.indexOf('"'); open !== -1; ) {
    const close = endOfString(text, open + 1);
    let next = close + 1;
    while (BLANKS.has(text.charCodeAt(next))) next++;
    if (text.charCodeAt(next) === COLON) keys++;
    open = text.indexOf('"', close + 1);
  }
  return keys;
}

/** The position of the quote that ends a string: one after an even number of backslashes. */
function endOfString(text: string, from: number): number {
  let close = text.indexOf('"', from);
  for (; ; close = text.indexOf('"', close + 1)) {
    let before = close - 1;
    while (before >= from && text.charCodeAt(before) === BACKSLASH) before--;
    if ((close - before) % 2 === 1) return close;
  }
}

function parsedKeys(value: unknown): number {
  let keys = 0;
  const pending = [value];
  while (pending.length > 0) {
    const node = pending.pop();
    if (typeof node !== 'object' || node === null) continue;
    const children = childrenOf(node);
    if (isObject(node)) keys += children.length;
    for (const child of children) if (typeof child === 'object') pending.push(child);
  }
  return keys;
}

const COLON = 0x3a;
const BACKSLASH = 0x5c;
const BLANKS: ReadonlySet<number> = new Set([0x20, 0x09, 0x0a, 0x0d]);
