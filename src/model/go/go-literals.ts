/**
 * How the provider, which is written in Go, reads a parameter's text. The cases
 * where Go and JavaScript differ are what this file is for.
 */

/** `strconv.Atoi`: a sign and digits, within 64 bits. */
export function goInteger(text: string): bigint | undefined {
  if (!/^[+-]?[0-9]+$/.test(text)) return undefined;
  const value = BigInt(text.replace(/^\+/, ''));
  return value >= -(2n ** 63n) && value < 2n ** 63n ? value : undefined;
}

/** `strconv.ParseFloat` with 64 bits: hexadecimal, `inf`, `nan` and `_` between digits too, but nothing out of range. */
export function isGoFloat(text: string): boolean {
  if (/^(?:[+-]?inf(?:inity)?|nan)$/i.test(text)) return true;
  const digits = text.replaceAll('_', '');
  if (DECIMAL.test(text) && /[0-9]/.test(text.split(/e/i)[0] ?? '')) return Number.isFinite(Number(digits));
  const hexadecimal = HEXADECIMAL.exec(text);
  return hexadecimal !== null && isHexadecimalInRange(digits);
}

/** `strconv.ParseBool`. */
export function isGoBool(text: string): boolean {
  return GO_BOOLS.has(text);
}

/** `json.Unmarshal` into a slice of strings, where `null` is an empty list and, as an element, an empty string. */
export function goStringList(text: string): readonly string[] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (value === null) return [];
  if (!Array.isArray(value)) return undefined;
  const elements: readonly unknown[] = value;
  if (!elements.every((element) => element === null || typeof element === 'string')) return undefined;
  return elements.map((element) => element ?? '');
}

const GO_BOOLS: ReadonlySet<string> = new Set([
  '1',
  't',
  'T',
  'TRUE',
  'true',
  'True',
  '0',
  'f',
  'F',
  'FALSE',
  'false',
  'False',
]);

const DIGITS = '[0-9](?:_?[0-9])*';
const HEX_DIGITS = '[0-9a-fA-F](?:_?[0-9a-fA-F])*';
const DECIMAL = new RegExp(`^[+-]?(?:${DIGITS})?(?:\\.(?:${DIGITS})?)?(?:[eE][+-]?${DIGITS})?$`);
const HEXADECIMAL = new RegExp(
  `^[+-]?0[xX](?:_?${HEX_DIGITS}(?:\\.(?:${HEX_DIGITS})?)?|\\.${HEX_DIGITS})[pP][+-]?${DIGITS}$`,
);

/** Below the number that Go would have to round up to 2^1024. */
function isHexadecimalInRange(text: string): boolean {
  const [, whole = '', fraction = '', exponent = ''] = /^[+-]?0x([0-9a-f]*)\.?([0-9a-f]*)p(.*)$/i.exec(text) ?? [];
  const mantissa = BigInt(`0x${whole}${fraction}`);
  if (mantissa === 0n) return true;
  const shift = BigInt(exponent.replace(/^\+/, '')) - 4n * BigInt(fraction.length);
  const bits = BigInt(mantissa.toString(2).length) + shift;
  if (bits !== 1024n) return bits < 1024n;
  const limit = 2n ** 1024n - 2n ** 970n;
  return shift >= 0n ? mantissa << shift < limit : mantissa < limit << -shift;
}
