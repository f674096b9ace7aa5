import { isUtf8 } from 'node:buffer';
import { say, type Text } from '../../../model/text.ts';
import { Refusal } from './refusal.ts';

export interface DecodedText {
  readonly text: string;
  /** Names an encoding that a plan does not usually have. */
  readonly notice: Text | undefined;
  /** Where in the input a character of the text is. */
  byteOffset(at: number): number;
}

/** Refuses what its first bytes tell to be no text at all. */
export function decodeText(bytes: Buffer): DecodedText {
  if (isBlank(bytes)) throw new Refusal(EMPTY);
  if (startsWith(bytes, ZIP)) throw new Refusal(BINARY_PLAN);
  if (startsWith(bytes, GZIP)) throw new Refusal(COMPRESSED);
  try {
    return decode(bytes);
  } catch (error) {
    if (isTooLong(error)) throw new Refusal(TOO_LONG);
    throw error;
  }
}

function decode(bytes: Buffer): DecodedText {
  if (startsWith(bytes, UTF8_MARK)) return utf8(bytes.subarray(3), 3);
  if (startsWith(bytes, UTF16LE_MARK)) return utf16(bytes.subarray(2), 2, 'LE');
  if (startsWith(bytes, UTF16BE_MARK)) return utf16(bytes.subarray(2), 2, 'BE');
  const [first, second, third, fourth] = bytes;
  if (first !== 0 && second === 0 && third !== 0 && fourth === 0) return utf16(bytes, 0, 'LE');
  if (first === 0 && second !== 0 && third === 0 && fourth !== 0) return utf16(bytes, 0, 'BE');
  return utf8(bytes, 0);
}

function utf8(bytes: Buffer, offset: number): DecodedText {
  if (!isUtf8(bytes)) throw new Refusal(NOT_TEXT);
  const text = bytes.toString('utf8');
  return {
    text,
    notice: offset === 0 ? undefined : say`The plan begins with a byte order mark, which was ignored.`,
    byteOffset: (at) => offset + Buffer.byteLength(text.slice(0, at)),
  };
}

/** Windows PowerShell's `>` writes it, with a mark. */
function utf16(bytes: Buffer, offset: number, order: 'LE' | 'BE'): DecodedText {
  const whole = bytes.subarray(0, bytes.length - (bytes.length % 2));
  const text = (order === 'LE' ? whole : Buffer.from(whole).swap16()).toString('utf16le');
  return {
    text,
    notice: say`The plan is UTF-16, as Windows PowerShell's ${'>'} writes it. It was read anyway.`,
    byteOffset: (at) => offset + 2 * at,
  };
}

function isBlank(bytes: Buffer): boolean {
  const start = startsWith(bytes, UTF8_MARK)
    ? 3
    : startsWith(bytes, UTF16LE_MARK) || startsWith(bytes, UTF16BE_MARK)
      ? 2
      : 0;
  for (let index = start; index < bytes.length; index++) {
    if (!BLANK.has(bytes[index] ?? 0)) return false;
  }
  return true;
}

function startsWith(bytes: Buffer, prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}

function isTooLong(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_STRING_TOO_LONG';
}

const BLANK: ReadonlySet<number> = new Set([0x00, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x20]);
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const GZIP = [0x1f, 0x8b];
const UTF8_MARK = [0xef, 0xbb, 0xbf];
const UTF16LE_MARK = [0xff, 0xfe];
const UTF16BE_MARK = [0xfe, 0xff];

const EMPTY = say`is empty: ${'terraform show -json'} probably failed, or the redirect ran before it; look at its messages on standard error.`;
const BINARY_PLAN = say`is the binary plan; run ${'terraform show -json tfplan > plan.json'} and give ${'plan.json'}.`;
const COMPRESSED = say`is compressed with gzip; run ${'gunzip'} on it first.`;
const NOT_TEXT = say`is not text in UTF-8 or UTF-16; give the output of ${'terraform show -json tfplan'}.`;
const TOO_LONG = say`is longer than the 536,870,888 characters that can be read at once; check that it is the plan of one template.`;
