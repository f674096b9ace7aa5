/**
 * RFC 3339 to epoch milliseconds with the rest as a fraction. `Date.parse`
 * drops the microseconds, and Coder orders builds by them.
 */
export function parseInstant(text: string): number | undefined {
  const match = RFC_3339.exec(text);
  if (match === null) return undefined;
  const [, seconds = '', fraction = '0', zone = 'Z'] = match;
  const whole = Date.parse(`${seconds}${zone}`);
  return Number.isNaN(whole) ? undefined : whole + Number(`0.${fraction}`) * 1000;
}

/** The way back, to the microsecond. */
export function formatInstant(epochMs: number): string {
  const whole = Math.floor(epochMs);
  const micros = Math.round((epochMs - whole) * 1000);
  if (micros === 1000) return formatInstant(whole + 1);
  return new Date(whole).toISOString().replace('Z', `${String(micros).padStart(3, '0')}Z`);
}

const RFC_3339 = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))?(Z|[+-]\d{2}:\d{2})$/;
