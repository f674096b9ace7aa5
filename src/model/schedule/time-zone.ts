import type { LocalHour } from './cron.ts';
import { TIME_ZONE_ALIASES } from './time-zone-aliases.ts';

/**
 * How Go's `time.LoadLocation` takes the name of a time zone.
 *
 * - `zone`: known here too
 * - `server`: `Local`, which is whatever zone the server runs in
 * - `miscased`: known under another spelling only; file names are case-sensitive
 * - `unknown`: Coder's server cannot load it
 */
export type ZoneReading =
  | { readonly kind: 'zone'; readonly name: string }
  | { readonly kind: 'server' }
  | { readonly kind: 'miscased'; readonly name: string }
  | { readonly kind: 'unknown' };

export function readZone(name: string): ZoneReading {
  if (name === '' || name === 'UTC') return { kind: 'zone', name: 'UTC' };
  if (name === 'Local') return { kind: 'server' };
  // Intl takes offsets, which are no names, and letters of either case, which file systems tell apart.
  if (!/^[A-Za-z]/.test(name) || !isKnown(name)) return { kind: 'unknown' };
  const spellings = [...Intl.supportedValuesOf('timeZone'), ...TIME_ZONE_ALIASES];
  const proper = spellings.find((zone) => zone.toLowerCase() === name.toLowerCase());
  if (proper !== undefined) return proper === name ? { kind: 'zone', name } : { kind: 'miscased', name: proper };
  // A place of a later database, but none of the abbreviations (`PST`) that only Intl knows.
  return /^(?!SystemV)[A-Z]\w+\//.test(name) ? { kind: 'zone', name } : { kind: 'unknown' };
}

/** How long a local time lasts, from one instant (milliseconds since 1970) up to another. */
export interface OffsetSpan {
  readonly from: number;
  readonly to: number;
  readonly offsetMinutes: number;
}

/** The offsets of a zone over a period, in order and without a hole; changes are found to the minute. */
export function offsetsOf(zone: string, from: number, to: number): readonly OffsetSpan[] {
  const offsetAt = offsetReader(zone);
  const spans: OffsetSpan[] = [];
  let start = from;
  let offsetMinutes = offsetAt(from);
  for (let day = from; day < to; day += DAY) {
    const end = Math.min(day + DAY, to);
    const next = offsetAt(end);
    if (next === offsetMinutes) continue;
    const change = firstMinute(day, end, (instant) => offsetAt(instant) === next);
    spans.push({ from: start, to: change, offsetMinutes });
    start = change;
    offsetMinutes = next;
  }
  return [...spans, { from: start, to, offsetMinutes }];
}

/** What the calendar and the clock of a zone show at an instant. */
export function localHour(instant: number, offsetMinutes: number): LocalHour & { readonly minute: number } {
  // The clock of the zone reads as that of UTC would so many minutes later.
  const shown = new Date(instant + offsetMinutes * MINUTE);
  return {
    month: shown.getUTCMonth() + 1,
    dayOfMonth: shown.getUTCDate(),
    weekday: shown.getUTCDay(),
    hour: shown.getUTCHours(),
    minute: shown.getUTCMinutes(),
  };
}

function firstMinute(from: number, to: number, holds: (instant: number) => boolean): number {
  let [before, after] = [from, to];
  while (after - before > MINUTE) {
    const middle = before + Math.floor((after - before) / MINUTE / 2) * MINUTE;
    if (holds(middle)) after = middle;
    else before = middle;
  }
  return after;
}

function offsetReader(zone: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset', year: 'numeric' });
  return (instant) => {
    const name = format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
    const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  };
}

function isKnown(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

export const MINUTE = 60_000;
export const DAY = 86_400_000;
