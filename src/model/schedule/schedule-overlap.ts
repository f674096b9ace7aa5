import { goInteger } from '../go/go-literals.ts';
import { type CronSchedule, cronFields, isActiveDay } from './cron.ts';

/**
 * What the provider finds when it compares two schedules: its second parser
 * knows only `*`, numbers, ranges and lists, and it compares field by field.
 */
export type OverlapCheck =
  | { readonly kind: 'apart' }
  | { readonly kind: 'overlap' }
  | { readonly kind: 'unreadable'; readonly text: string };

/** For two lines that each passed `readCron`. */
export function providerOverlap(first: string, second: string): OverlapCheck {
  const [, hour = '', day = '', month = '', weekday = ''] = cronFields(first);
  const [, otherHour = '', otherDay = '', otherMonth = '', otherWeekday = ''] = cronFields(second);
  const months = fieldOverlap(month, otherMonth, 12);
  if (months.kind !== 'overlap') return months;
  const days = dayOverlap([day, weekday], [otherDay, otherWeekday]);
  if (days.kind !== 'overlap') return days;
  return fieldOverlap(hour, otherHour, 23);
}

/** Whether there is an hour of any year in which both are active, whatever the provider says. */
export function reallyOverlap(first: CronSchedule, second: CronSchedule): boolean {
  const sharesHour = [...first.hours.values].some((hour) => second.hours.values.has(hour));
  return sharesHour && DAYS.some((day) => isActiveDay(first, day) && isActiveDay(second, day));
}

/** Whether there is an hour of any year in which it is active; `* 8 31 2 *` never is. */
export function isEverActive(schedule: CronSchedule): boolean {
  return reallyOverlap(schedule, schedule);
}

type Days = readonly [dayOfMonth: string, weekday: string];

function dayOverlap([day, weekday]: Days, [otherDay, otherWeekday]: Days): OverlapCheck {
  if (day === '*' || otherDay === '*') return fieldOverlap(weekday, otherWeekday, 6);
  if (weekday === '*' || otherWeekday === '*') return fieldOverlap(day, otherDay, 31);
  const days = fieldOverlap(day, otherDay, 31);
  const weekdays = fieldOverlap(weekday, otherWeekday, 6);
  if (days.kind === 'unreadable') return days;
  return weekdays.kind === 'apart' ? days : weekdays;
}

function fieldOverlap(first: string, second: string, max: number): OverlapCheck {
  const values = simpleField(first, max);
  if (values === undefined) return { kind: 'unreadable', text: first };
  const others = simpleField(second, max);
  if (others === undefined) return { kind: 'unreadable', text: second };
  return { kind: [...values].some((value) => others.has(value)) ? 'overlap' : 'apart' };
}

function simpleField(text: string, max: number): ReadonlySet<number> | undefined {
  const values = new Set<number>();
  for (const part of text === '*' ? [`0-${max}`] : text.split(',')) {
    const [low = '', high = low] = part.split('-');
    const [from, to] = [goInteger(low), goInteger(high)];
    if (from === undefined || to === undefined || from < 0n || to > BigInt(max) || from > to) return undefined;
    for (let value = Number(from); value <= Number(to); value++) values.add(value);
  }
  return values;
}

/** Every date that some year has, with every weekday: the calendar repeats after 400 years and brings them all. */
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].flatMap((length, index) =>
  Array.from({ length }, (_, day) => day + 1).flatMap((dayOfMonth) =>
    [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ month: index + 1, dayOfMonth, weekday })),
  ),
);
