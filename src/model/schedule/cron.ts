/** The hours and days of a prebuild schedule. The minute is always `*`: an hour is active from its first minute to its last. */
export interface CronSchedule {
  readonly hours: CronField;
  readonly daysOfMonth: CronField;
  readonly months: CronField;
  readonly weekdays: CronField;
}

export interface CronField {
  readonly values: ReadonlySet<number>;
  /** Written with `*` or `?`: this field leaves the choice of the day to the other. */
  readonly isStar: boolean;
}

export type CronProblem =
  | { readonly kind: 'field-count'; readonly count: number }
  | { readonly kind: 'minute' }
  | { readonly kind: 'field'; readonly field: CronFieldName; readonly text: string };

export type CronFieldName = 'hour' | 'day of the month' | 'month' | 'weekday';

export type CronReading =
  | { readonly kind: 'schedule'; readonly schedule: CronSchedule }
  | { readonly kind: 'refused'; readonly problem: CronProblem };

/** As the provider reads it: `robfig/cron` v3 with five fields, and a minute that must be `*`. */
export function readCron(text: string): CronReading {
  const fields = cronFields(text);
  if (fields.length !== 5) return { kind: 'refused', problem: { kind: 'field-count', count: fields.length } };
  const [minute, hour = '', day = '', month = '', weekday = ''] = fields;
  if (minute !== '*') return { kind: 'refused', problem: { kind: 'minute' } };
  const hours = readField(hour, HOURS);
  if (hours === undefined) return refused('hour', hour);
  const daysOfMonth = readField(day, DAYS_OF_MONTH);
  if (daysOfMonth === undefined) return refused('day of the month', day);
  const months = readField(month, MONTHS);
  if (months === undefined) return refused('month', month);
  const weekdays = readField(weekday, WEEKDAYS);
  if (weekdays === undefined) return refused('weekday', weekday);
  return { kind: 'schedule', schedule: { hours, daysOfMonth, months, weekdays } };
}

/** Go's `strings.Fields`: white space of any kind, but for the byte order mark, which only JavaScript counts as such. */
export function cronFields(text: string): readonly string[] {
  return text
    .split(/[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/)
    .filter((field) => field !== '');
}

/** A point of the local calendar and clock. */
export interface LocalHour {
  readonly month: number;
  readonly dayOfMonth: number;
  /** 0 is Sunday. */
  readonly weekday: number;
  readonly hour: number;
}

export function isActive(schedule: CronSchedule, at: LocalHour): boolean {
  return schedule.hours.values.has(at.hour) && isActiveDay(schedule, at);
}

/** Either day is enough where both are restricted, as in every cron. */
export function isActiveDay(schedule: CronSchedule, at: Omit<LocalHour, 'hour'>): boolean {
  const { daysOfMonth, weekdays, months } = schedule;
  if (!months.values.has(at.month)) return false;
  const [byDate, byWeekday] = [daysOfMonth.values.has(at.dayOfMonth), weekdays.values.has(at.weekday)];
  return daysOfMonth.isStar || weekdays.isStar ? byDate && byWeekday : byDate || byWeekday;
}

interface Bounds {
  readonly min: number;
  readonly max: number;
  readonly names: readonly string[];
}

const HOURS: Bounds = { min: 0, max: 23, names: [] };
const DAYS_OF_MONTH: Bounds = { min: 1, max: 31, names: [] };
const MONTHS: Bounds = {
  min: 1,
  max: 12,
  names: ['', 'jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
};
const WEEKDAYS: Bounds = { min: 0, max: 6, names: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] };

/** Undefined where the parser refuses it. Commas alone are a field without values, which it accepts. */
function readField(text: string, bounds: Bounds): CronField | undefined {
  const values = new Set<number>();
  let isStar = false;
  for (const part of text.split(',').filter((each) => each !== '')) {
    const range = readRange(part, bounds);
    if (range === undefined) return undefined;
    for (let value = range.from; value <= range.to; value += range.step) values.add(value);
    isStar ||= range.isStar;
  }
  return { values, isStar };
}

interface Range {
  readonly from: number;
  readonly to: number;
  readonly step: number;
  readonly isStar: boolean;
}

function readRange(text: string, bounds: Bounds): Range | undefined {
  const [span = '', stepText, ...tooMany] = text.split('/');
  const ends = span.split('-');
  const [low = '', high] = ends;
  const isAny = low === '*' || low === '?';
  const step = stepText === undefined ? 1 : readNumber(stepText);
  const from = isAny ? bounds.min : readNumber(low, bounds.names);
  // A single value with a step runs to the end: `8/4` is 8, 12, 16 and 20.
  const single = stepText === undefined ? from : bounds.max;
  const to = isAny ? bounds.max : high === undefined ? single : readNumber(high, bounds.names);
  if (step === undefined || from === undefined || to === undefined || tooMany.length > 0) return undefined;
  if ((!isAny && ends.length > 2) || step === 0) return undefined;
  if (from < bounds.min || to > bounds.max || from > to) return undefined;
  return { from, to, step, isStar: isAny && step === 1 };
}

function readNumber(text: string, names: readonly string[] = []): number | undefined {
  const named = text === '' ? -1 : names.indexOf(text.toLowerCase());
  if (named >= 0) return named;
  return /^\+?[0-9]{1,18}$/.test(text) ? Number(text) : undefined;
}

function refused(field: CronFieldName, text: string): CronReading {
  return { kind: 'refused', problem: { kind: 'field', field, text } };
}
