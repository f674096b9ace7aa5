import { describe, expect, it } from 'vitest';
import { read } from '../../../src/model/judgement/outcome.ts';
import type { Snapshot } from '../../../src/model/judgement/snapshot.ts';
import type { Preset } from '../../../src/model/template/template.ts';
import { prebuildCapacity as rule } from '../../../src/rules/template/prebuild-capacity.ts';
import { notChecked, prebuilds, preset, rulePolicy, snapshot, template } from '../../support/builders.ts';
import { decided, said } from '../../support/rule.ts';

function pool(name: string, instances: number, cron?: string, scheduled = 0): Preset {
  const scheduling =
    cron === undefined ? undefined : { timezone: 'Europe/Berlin', schedules: [{ cron, instances: scheduled }] };
  return preset({ name, prebuilds: prebuilds({ instances, scheduling }) });
}

function judge(presets: readonly Preset[], rest: Partial<Snapshot>) {
  return snapshot({ template: template({ presets }), ...rest });
}

const baseline = (...presets: readonly Preset[]) => read([{ origin: ['the base branch'], presets, parameters: [] }]);
const cap = (maxPrebuilds: number) => ({ policy: rulePolicy({ maxPrebuilds }) });
const growth = (...presets: readonly Preset[]) => ({
  policy: rulePolicy({ prebuildGrowthFactor: 2 }),
  baseline: baseline(...presets),
});

describe('prebuild-capacity', () => {
  it.each<{ presets: readonly Preset[]; rest: Partial<Snapshot>; exceeded: boolean; because: string }>([
    { presets: [pool('A', 3), pool('B', 2)], rest: cap(5), exceeded: false, because: 'five are five' },
    { presets: [pool('A', 3), pool('B', 3)], rest: cap(5), exceeded: true, because: 'presets add up' },
    { presets: [pool('A', 0, '* 8-18 * * 1-5', 6)], rest: cap(5), exceeded: true, because: 'schedules count' },
    {
      presets: [pool('A', 0, '* 8-11 * * *', 3), pool('B', 0, '* 12-18 * * *', 3)],
      rest: cap(5),
      exceeded: false,
      because: 'they are never there together',
    },
    {
      presets: [pool('A', 0, '* 8-12 * * *', 3), pool('B', 0, '* 12-18 * * *', 3)],
      rest: cap(5),
      exceeded: true,
      because: 'at noon both are there',
    },
    {
      presets: [pool('A', 1, '* 8 * * *', -9)],
      rest: cap(0),
      exceeded: true,
      because: 'nothing negative is taken off',
    },
    { presets: [pool('A', 4)], rest: growth(pool('A', 2)), exceeded: false, because: 'twice as many is allowed' },
    { presets: [pool('A', 5)], rest: growth(pool('A', 2)), exceeded: true, because: 'more than twice is not' },
    { presets: [pool('A', 5)], rest: growth(), exceeded: false, because: 'prebuilds were turned on' },
    {
      presets: [pool('A', 5)],
      rest: { quota: read([{ budget: 40, costOfPrebuild: 10 }]) },
      exceeded: true,
      because: 'five cost more than there is',
    },
    {
      presets: [pool('A', 4)],
      rest: { quota: read([{ budget: 40, costOfPrebuild: 10 }]) },
      exceeded: false,
      because: 'four use it up',
    },
  ])('is exceeded: $exceeded, because $because', ({ presets, rest, exceeded }) => {
    expect(decided(rule, judge(presets, rest))).toEqual({ found: exceeded ? ['warning template'] : [], open: [] });
  });

  it('is not configured without a limit, a quota, or a baseline to grow against', () => {
    const none = 'not-configured';
    expect(decided(rule, judge([pool('A', 99)], {})).open).toBe(none);
    expect(decided(rule, judge([pool('A', 99)], { baseline: baseline(pool('A', 1)) })).open).toBe(none);
    expect(decided(rule, judge([pool('A', 99)], { policy: rulePolicy({ prebuildGrowthFactor: 2 }) })).open).toBe(none);
  });

  it('is not checked where a number is not known, and still reports what is too much without it', () => {
    const unknown = preset({ name: 'B', prebuilds: prebuilds({ instances: undefined }) });
    expect(decided(rule, judge([pool('A', 1), unknown], cap(5)))).toEqual({ found: [], open: ['instances-not-known'] });
    expect(decided(rule, judge([pool('A', 6), unknown], cap(5)))).toEqual({
      found: ['warning template'],
      open: ['instances-not-known'],
    });
    expect(decided(rule, judge([pool('A', 1)], growth(unknown))).open).toEqual(['instances-not-known']);
  });

  it('is not checked where the quota or the baseline has gaps', () => {
    expect(decided(rule, judge([pool('A', 1)], { quota: read([], [notChecked({ code: 'no-quota' })]) })).open).toEqual([
      'no-quota',
    ]);
    const gap = { ...growth(), baseline: read([], [notChecked({ code: 'no-baseline' })]) };
    expect(decided(rule, judge([pool('A', 1)], gap as Partial<Snapshot>)).open).toEqual(['no-baseline']);
  });

  describe('against a baseline that does not tell schedules', () => {
    const untold = (instances: number, presets: readonly Preset[]) =>
      judge(presets, {
        policy: rulePolicy({ prebuildGrowthFactor: 2 }),
        baseline: read([
          { origin: ['the active version'], presets: [pool('A', instances)], parameters: [], schedulesUntold: true },
        ]),
      });
    it.each<{ before: number; presets: readonly Preset[]; found: number; open: readonly string[]; because: string }>([
      { before: 2, presets: [pool('A', 4)], found: 0, open: [], because: 'nothing has grown too much' },
      { before: 2, presets: [pool('A', 5)], found: 1, open: [], because: 'the number itself has grown' },
      { before: 2, presets: [pool('A', 2, '* 8 * * *', 4)], found: 0, open: [], because: 'schedules stay below' },
      {
        before: 2,
        presets: [pool('A', 2, '* 8 * * *', 9)],
        found: 0,
        open: ['schedules-untold'],
        because: 'the baseline may have had the same schedule',
      },
      {
        before: 0,
        presets: [pool('A', 0, '* 8 * * *', 9)],
        found: 0,
        open: ['schedules-untold'],
        because: 'the baseline may have had prebuilds by schedule alone',
      },
      { before: 0, presets: [pool('A', 9)], found: 0, open: [], because: 'prebuilds were turned on' },
    ])('finds $found and leaves $open open, because $because', ({ before, presets, found, open }) => {
      const decision = decided(rule, untold(before, presets));
      expect(decision.found).toHaveLength(found);
      expect(decision.open).toEqual(open);
    });

    it('says what is left out', () => {
      expect(said(rule, untold(1, [pool('A', 3, '* 8 * * *', 9)]))).toContain(
        'Without schedules, they ask for 3: more than 2 times the 1 in the active version.',
      );
    });
  });

  it('explains itself', () => {
    const presets = [pool('A', 1, '* 8-18 * * 1-5', 6), pool('B', 2), pool('C', 0)];
    expect(
      said(
        rule,
        judge(presets, { ...growth(pool('A', 1)), policy: rulePolicy({ maxPrebuilds: 5, prebuildGrowthFactor: 2 }) }),
      ),
    ).toMatchInlineSnapshot(`
      "The presets ask for 8 prebuilds at once on Monday at 08:00 (\`Europe/Berlin\`): 6 for \`A\`, 2 for \`B\`. The limit is 5. That is more than 2 times the 1 in the base branch.
      Each prebuild takes a provisioner job and a running workspace. Too many of them block the queue, and people wait behind them.
      Lower \`instances\`, or move the schedules apart."
    `);
    expect(
      said(rule, judge([pool('A', 1, '* 12 29 2 *', 6)], { quota: read([{ budget: 40, costOfPrebuild: 10 }]) })),
    ).toMatchInlineSnapshot(`
      "The presets ask for 6 prebuilds at once on 29 February at 12:00 (\`Europe/Berlin\`): 6 for \`A\`. They cost 60 a day, and the quota of the prebuilds user is 40.
      A prebuild beyond the quota fails, and after three failures Coder stops creating them.
      Lower \`instances\`, or move the schedules apart."
    `);
    expect(said(rule, judge([pool('A', 6)], cap(5)))).toMatchInlineSnapshot(`
      "The presets ask for 6 prebuilds at once: 6 for \`A\`. The limit is 5.
      Each prebuild takes a provisioner job and a running workspace. Too many of them block the queue, and people wait behind them.
      Lower \`instances\`, or move the schedules apart."
    `);
  });
});
