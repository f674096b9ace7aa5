import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCron } from '../../../src/model/schedule/cron.ts';
import { reallyOverlap } from '../../../src/model/schedule/schedule-overlap.ts';
import { MINUTE } from '../../../src/model/schedule/time-zone.ts';
import { type PrebuildPeak, prebuildPeak } from '../../../src/model/template/prebuild-peak.ts';
import { instancesAt, type PrebuildPool, poolOf } from '../../../src/model/template/prebuild-pool.ts';
import { prebuilds, preset } from '../../support/builders.ts';

/** Two weeks in which the clocks of all four zones change, one of them by half an hour. */
const PERIOD = { from: Date.UTC(2028, 2, 20), to: Date.UTC(2028, 3, 3) };
const ZONES = ['Europe/Berlin', 'Asia/Jerusalem', 'America/Santiago', 'Australia/Lord_Howe'] as const;
const MINUTES = Array.from(
  { length: (PERIOD.to - PERIOD.from) / MINUTE },
  (_, minute) => PERIOD.from + minute * MINUTE,
);

interface WallClock {
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  readonly hour: number;
}

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** What the wall shows at every minute, by the calendar of the platform and nothing of ours. */
const WALLS: ReadonlyMap<string, readonly WallClock[]> = new Map(
  ZONES.map((timeZone) => {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      month: 'numeric',
      day: 'numeric',
      weekday: 'short',
      hour: 'numeric',
      hourCycle: 'h23',
    });
    return [
      timeZone,
      MINUTES.map((instant) => {
        const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
        return {
          month: Number(parts.get('month')),
          day: Number(parts.get('day')),
          weekday: WEEKDAYS.indexOf(parts.get('weekday') ?? ''),
          hour: Number(parts.get('hour')),
        };
      }),
    ];
  }),
);

/** A field as it is written, and the values that it means. */
interface Field {
  readonly text: string;
  readonly values: readonly number[] | undefined;
}

function field(min: number, max: number): fc.Arbitrary<Field> {
  const star: Field = { text: '*', values: undefined };
  const range = fc.tuple(fc.integer({ min, max }), fc.integer({ min, max })).map(([one, other]) => {
    const [from, to] = [Math.min(one, other), Math.max(one, other)];
    return { text: from === to ? `${from}` : `${from}-${to}`, values: span(from, to) };
  });
  const list = fc.array(range, { minLength: 1, maxLength: 3 }).map((ranges) => ({
    text: ranges.map(({ text }) => text).join(','),
    values: ranges.flatMap(({ values }) => values),
  }));
  return fc.oneof({ weight: 2, arbitrary: fc.constant(star) }, list);
}

function span(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

interface Line {
  readonly cron: string;
  readonly instances: number;
  isActive(wall: WallClock): boolean;
}

const line: fc.Arbitrary<Line> = fc
  .tuple(field(0, 23), field(1, 31), field(3, 4), field(0, 6), fc.integer({ min: -2, max: 9 }))
  .map(([hour, day, month, weekday, instances]) => ({
    cron: `* ${hour.text} ${day.text} ${month.text} ${weekday.text}`,
    instances,
    isActive(wall) {
      if (!holds(hour, wall.hour) || !holds(month, wall.month)) return false;
      if (day.values === undefined || weekday.values === undefined) {
        return holds(day, wall.day) && holds(weekday, wall.weekday);
      }
      return holds(day, wall.day) || holds(weekday, wall.weekday);
    },
  }));

function holds({ values }: Field, value: number): boolean {
  return values === undefined || values.includes(value);
}

interface Case {
  readonly zone: string;
  readonly base: number;
  readonly line: Line;
}

const cases = fc.array(fc.record({ zone: fc.constantFrom(...ZONES), base: fc.integer({ min: 0, max: 6 }), line }), {
  minLength: 1,
  maxLength: 4,
});

function poolsOf(written: readonly Case[]): readonly PrebuildPool[] {
  return written.map(({ zone, base, line: { cron, instances } }, index) => {
    const scheduling = { timezone: zone, schedules: [{ cron, instances }] };
    const pool = poolOf(preset({ name: `p${index}`, prebuilds: prebuilds({ instances: base, scheduling }) }));
    if (pool === undefined) throw new Error(`No pool for ${cron}`);
    return pool;
  });
}

function wallInstances({ zone, base, line: { isActive, instances } }: Case, minute: number): number {
  const wall = WALLS.get(zone)?.[minute];
  return wall !== undefined && isActive(wall) ? Math.max(instances, 0) : base;
}

describe('A walk over every minute of two weeks, in four zones whose clocks change', () => {
  it('finds the same peak, first reached at the same hour', () => {
    fc.assert(
      fc.property(cases, (written) => {
        let peak = -1;
        let at = 0;
        for (let minute = 0; minute < MINUTES.length; minute++) {
          const instances = written.reduce((total, each) => total + wallInstances(each, minute), 0);
          if (instances > peak) [peak, at] = [instances, minute];
        }
        const found = prebuildPeak(poolsOf(written), PERIOD);
        expect(found.instances).toBe(peak);
        expect(found.shares.map(({ instances }) => instances)).toEqual(written.map((each) => wallInstances(each, at)));
        if (found.first !== undefined) expect(found.first).toMatchObject(wallOf(found.first.zone, at));
      }),
      { numRuns: 150 },
    );
  });

  it('finds the same number at any minute', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 0, max: MINUTES.length - 1 }), (written, minute) => {
        const found = poolsOf(written).map((pool) => instancesAt(pool, MINUTES[minute] ?? 0));
        expect(found).toEqual(written.map((each) => wallInstances(each, minute)));
      }),
      { numRuns: 500 },
    );
  });

  it('sees no overlap of two schedules where we see none', () => {
    fc.assert(
      fc.property(line, line, fc.constantFrom(...ZONES), (first, second, zone) => {
        const [one, other] = [readCron(first.cron), readCron(second.cron)];
        if (one.kind === 'refused' || other.kind === 'refused') throw new Error('A schedule that cannot be read');
        const walked = WALLS.get(zone)?.some((wall) => first.isActive(wall) && second.isActive(wall)) ?? false;
        if (walked) expect(reallyOverlap(one.schedule, other.schedule)).toBe(true);
        // Only schedules of weekdays meet within two weeks wherever they meet at all.
        if ([first, second].every(({ cron }) => / \* \* \S+$/.test(cron))) {
          expect(reallyOverlap(one.schedule, other.schedule)).toBe(walked);
        }
      }),
      { numRuns: 300 },
    );
  });
});

function wallOf(zone: string, minute: number): Partial<NonNullable<PrebuildPeak['first']>> {
  const wall = WALLS.get(zone)?.[minute];
  return { month: wall?.month ?? 0, dayOfMonth: wall?.day ?? 0, weekday: wall?.weekday ?? 0, hour: wall?.hour ?? 0 };
}

describe('The peak of a year', () => {
  const scheduled = (name: string, timezone: string, cron: string, instances: number, base = 0) =>
    preset({
      name,
      prebuilds: prebuilds({ instances: base, scheduling: { timezone, schedules: [{ cron, instances }] } }),
    });

  it.each([
    { presets: [preset()], instances: 1, first: undefined, because: 'without a schedule it is always the same' },
    {
      presets: [scheduled('a', 'Europe/Berlin', '* 8-18 * * 1-5', 5, 1)],
      instances: 5,
      first: { weekday: 1, hour: 8, weekly: true, zone: 'Europe/Berlin' },
      because: 'a schedule of weekdays comes back every week',
    },
    {
      presets: [scheduled('a', 'Europe/Berlin', '* 2 * * 0', 5)],
      instances: 5,
      first: { weekday: 0, hour: 2, weekly: true },
      because: 'the hour that a change of the clock skips once is still one of every week',
    },
    {
      presets: [scheduled('a', 'UTC', '* 12 29 2 *', 7, 2)],
      instances: 7,
      first: { month: 2, dayOfMonth: 29, hour: 12, weekly: false },
      because: 'there are years with a 29 February',
    },
    {
      presets: [scheduled('a', 'Europe/Berlin', '* 9 * * *', 2), scheduled('b', 'America/New_York', '* 4 * * *', 3)],
      instances: 5,
      first: { month: 3, weekly: false, zone: 'America/New_York' },
      because: 'for two weeks in spring New York is five hours behind Berlin, not six',
    },
    {
      presets: [scheduled('a', 'Asia/Kathmandu', '* 10 * * *', 2), scheduled('b', 'UTC', '* 4 * * *', 3)],
      instances: 5,
      first: { hour: 4, minute: 15, weekly: true, zone: 'UTC' },
      because: 'they meet from a quarter past, and at no full hour',
    },
    {
      presets: [scheduled('a', 'Asia/Kathmandu', '* 9 * * *', 2), scheduled('b', 'UTC', '* 4 * * *', 3)],
      instances: 5,
      first: { hour: 4, minute: 0, weekly: true, zone: 'UTC' },
      because: 'three quarters of an hour apart, they still meet',
    },
    {
      presets: [scheduled('a', 'Mars/Olympus', '* 9 * * *', 9, 1)],
      instances: 1,
      first: undefined,
      because: 'the server falls back to the base where it cannot load the zone',
    },
  ])('is $instances, because $because', ({ presets, instances, first }) => {
    const peak = prebuildPeak(presets.flatMap((each) => poolOf(each) ?? []));
    expect(peak.instances).toBe(instances);
    if (first === undefined) expect(peak.first).toBeUndefined();
    else expect(peak.first).toMatchObject(first);
  });

  it('is not known where the zone is that of the server', () => {
    expect(poolOf(scheduled('a', 'Local', '* 9 * * *', 1))).toBeUndefined();
  });
});
