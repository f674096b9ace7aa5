import { describe, expect, it } from 'vitest';
import { isActive, readCron } from '../../../src/model/schedule/cron.ts';

/** Tuesday, 1 August, 10:00. */
const TUESDAY_THE_FIRST = { month: 8, dayOfMonth: 1, weekday: 2, hour: 10 };

describe('A schedule at ten on Tuesday, the first of August', () => {
  it.each([
    { cron: '* * * * *', active: true, because: 'it always is' },
    { cron: '* 10 * * *', active: true, because: 'the whole hour counts' },
    { cron: '* 8-9 * * *', active: false, because: 'ten is not nine' },
    { cron: '* 8/2 * * *', active: true, because: 'a step from a number runs to the end of the day' },
    { cron: '* 9/2 * * *', active: false, because: 'eleven follows nine' },
    { cron: '* 10 * AUG Tue', active: true, because: 'names are read in any case' },
    { cron: '* 10 1 * 1', active: true, because: 'either day is enough' },
    { cron: '* 10 2 * 2', active: true, because: 'either day is enough' },
    { cron: '* 10 2 * 1', active: false, because: 'neither day is right' },
    { cron: '* 10 1 * *', active: true, because: 'a star leaves the day to the other field' },
    { cron: '* 10 * * 1', active: false, because: 'a star leaves the day to the other field' },
    { cron: '* 10 ? * 1', active: false, because: 'a question mark is a star' },
    { cron: '* 10 */1 * 1', active: false, because: 'a star with a step of one is a star' },
    { cron: '* 10 */2 * 1', active: true, because: 'a star with a step is none, and the first is every second day' },
    { cron: '* 10 *,9 * 1', active: false, because: 'a star in a list is one' },
    { cron: '* 10 1 9 *', active: false, because: 'August is not September' },
    { cron: '* , * * *', active: false, because: 'commas alone are no hour, which the parser lets pass' },
  ])('$cron: $active, because $because', ({ cron, active }) => {
    const reading = readCron(cron);
    if (reading.kind === 'refused') throw new Error(`${cron} is refused`);
    expect(isActive(reading.schedule, TUESDAY_THE_FIRST)).toBe(active);
  });

  it.each([
    { cron: '* 8 * *', problem: { kind: 'field-count', count: 4 } },
    { cron: '0 8 * * *', problem: { kind: 'minute' } },
    { cron: '* 24 * * *', problem: { kind: 'field', field: 'hour', text: '24' } },
    { cron: '* 8 0 * *', problem: { kind: 'field', field: 'day of the month', text: '0' } },
    { cron: '* 8 * 13 *', problem: { kind: 'field', field: 'month', text: '13' } },
    { cron: '* 8 * * 7', problem: { kind: 'field', field: 'weekday', text: '7' } },
  ])('names what is wrong with $cron', ({ cron, problem }) => {
    expect(readCron(cron)).toEqual({ kind: 'refused', problem });
  });
});
