import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backoff } from '../../../src/model/history/backoff.ts';
import {
  failedStreak,
  isHardLimited,
  JOB_STATUSES,
  newestFirst,
  settledStreak,
} from '../../../src/model/history/history.ts';
import { formatInstant, parseInstant } from '../../../src/model/history/instant.ts';
import { builds, historyPolicy, NOW } from '../../support/history.ts';

describe('the hard limit', () => {
  it.each([
    { words: 'fail fail fail', limit: 3, limited: true, because: 'the newest three failed' },
    { words: 'fail fail fail ok', limit: 3, limited: true, because: 'an old success is not among them' },
    { words: 'fail fail', limit: 3, limited: false, because: 'two are not three' },
    { words: 'run fail fail fail', limit: 3, limited: false, because: 'a running build breaks the streak' },
    { words: 'wait fail fail fail', limit: 3, limited: false, because: 'so does a pending one' },
    { words: 'fail cancel fail fail', limit: 3, limited: false, because: 'canceled is not failed' },
    { words: 'canceling fail fail fail', limit: 3, limited: false, because: 'canceling is not failed either' },
    { words: 'odd fail fail fail', limit: 3, limited: false, because: 'a word of a later version is not failed' },
    { words: 'fail fail ok', limit: 2, limited: true, because: 'the limit is the user to say' },
    { words: 'fail', limit: 1, limited: true, because: 'one is enough for a limit of one' },
    { words: '', limit: 1, limited: false, because: 'there is no first build' },
    { words: '', limit: 0, limited: false, because: 'an empty history meets a limit of zero' },
    { words: 'fail fail fail fail', limit: 0, limited: false, because: 'zero switches the limit off' },
  ])('of $limit after "$words": $limited, because $because', ({ words, limit, limited }) => {
    expect(isHardLimited(builds(words), limit)).toBe(limited);
  });

  it('is met by every limit up to the streak, and by none above it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...JOB_STATUSES)), fc.integer({ min: 1, max: 20 }), (statuses, limit) => {
        const own = statuses.map((status) => ({ status }));
        expect(isHardLimited(own, limit)).toBe(limit <= failedStreak(own));
      }),
    );
  });
});

describe('the streak', () => {
  it.each([
    { words: 'fail fail ok fail', streak: 2, settled: 2 },
    { words: 'run fail fail', streak: 0, settled: 2 },
    { words: 'wait run fail', streak: 0, settled: 1 },
    { words: 'run run', streak: 0, settled: 0 },
    { words: 'cancel fail', streak: 0, settled: 0 },
    { words: 'fail fail', streak: 2, settled: 2 },
    { words: '', streak: 0, settled: 0 },
  ])('of "$words" is $streak, and $settled once what is under way fails', ({ words, streak, settled }) => {
    expect([failedStreak(builds(words)), settledStreak(builds(words))]).toEqual([streak, settled]);
  });
});

describe('the order of builds', () => {
  it('is by the time of the build, to the microsecond', () => {
    const [first, second] = builds('ok fail');
    const at = (text: string) => parseInstant(text) ?? Number.NaN;
    const older = { ...first!, createdAt: at('2026-03-01T11:00:00.123456Z') };
    const newer = { ...second!, createdAt: at('2026-03-01T11:00:00.123457Z') };
    expect(newestFirst([older, newer])).toEqual([newer, older]);
  });

  it('puts a failure first where the time is the same, because Coder may take either', () => {
    const [ok, fail] = builds('ok fail');
    const same = { ...fail!, createdAt: ok!.createdAt };
    expect(newestFirst([ok!, same])).toEqual([same, ok]);
  });
});

describe('an instant', () => {
  it.each([
    ['2026-03-01T12:00:00Z', '2026-03-01T12:00:00.000000Z'],
    ['2026-03-01T12:00:00.5Z', '2026-03-01T12:00:00.500000Z'],
    ['2026-03-01T12:00:00.123456789Z', '2026-03-01T12:00:00.123457Z'],
    ['2026-03-01T14:00:00.000001+02:00', '2026-03-01T12:00:00.000001Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000000Z'],
  ])('%s is kept', (text, kept) => {
    expect(formatInstant(parseInstant(text) ?? Number.NaN)).toBe(kept);
  });

  it.each(['', 'yesterday', '2026-03-01', '2026-03-01 12:00:00Z', '2026-13-01T12:00:00Z'])('%j is none', (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });

  it('survives being written and read', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000_000_000 }), (micros) => {
        const text = formatInstant(micros / 1000);
        expect(Math.round((parseInstant(text) ?? 0) * 1000)).toBe(micros);
      }),
    );
  });
});

describe('the backoff', () => {
  const policy = historyPolicy({ backoffIntervalMs: 300_000, backoffLookbackMs: 3_600_000 });

  it.each([
    { words: 'fail', desired: 1, minutes: 3, because: 'one failure two minutes ago waits one interval' },
    { words: 'fail fail', desired: 1, minutes: 8, because: 'all failures count, not only the newest desired' },
    { words: 'ok fail', desired: 1, minutes: undefined, because: 'the newest one that is wanted is well' },
    { words: 'ok fail', desired: 2, minutes: 1, because: 'the time runs from the newest failure among those wanted' },
    { words: 'fail', desired: 0, minutes: undefined, because: 'a schedule-only preset never backs off' },
    { words: 'run fail', desired: 2, minutes: 1, because: 'a running build takes a place and clears nothing' },
    { words: 'cancel fail', desired: 1, minutes: undefined, because: 'canceled is not failed' },
    { words: '', desired: 3, minutes: undefined, because: 'there is no failure' },
  ])('of "$words" with $desired wanted: $minutes min, because $because', ({ words, desired, minutes }) => {
    expect(backoff(builds(words), desired, NOW, policy)?.until).toBe(minutes && NOW + minutes * 60_000);
  });

  it('counts a failure at the very edge of the lookback and none before it', () => {
    const [newest] = builds('fail');
    const at = (age: number) => [{ ...newest!, createdAt: NOW - age }];
    const long = { ...policy, backoffIntervalMs: 7_200_000 };
    expect(backoff(at(3_600_000), 1, NOW, long)).toEqual({ until: NOW + 3_600_000, failures: 1 });
    expect(backoff(at(3_600_001), 1, NOW, long)).toBeUndefined();
  });

  it('is over after its very end', () => {
    const [newest] = builds('fail');
    expect(backoff([{ ...newest!, createdAt: NOW - 300_000 }], 1, NOW, policy)?.until).toBe(NOW);
    expect(backoff([{ ...newest!, createdAt: NOW - 300_000.001 }], 1, NOW, policy)).toBeUndefined();
  });
});
