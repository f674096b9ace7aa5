import { THE_TEMPLATE } from '../../model/judgement/finding.ts';
import { NOT_CONFIGURED, type NotChecked } from '../../model/judgement/outcome.ts';
import type { Rule } from '../../model/judgement/rule.ts';
import type { Snapshot } from '../../model/judgement/snapshot.ts';
import { baselineOf, quotaOf } from '../../model/judgement/snapshot.ts';
import type { Baseline } from '../../model/template/baseline.ts';
import { type PrebuildPeak, prebuildPeak } from '../../model/template/prebuild-peak.ts';
import { poolOf } from '../../model/template/prebuild-pool.ts';
import type { PrebuildQuota } from '../../model/template/quota.ts';
import { type Preset, prebuildPresets } from '../../model/template/template.ts';
import { joined, say, type Text } from '../../model/text.ts';
import { describePeakHour } from '../shared/peak-words.ts';
import { templateOutcome } from '../shared/template-outcome.ts';

interface Capacity {
  readonly peak: PrebuildPeak;
  readonly excesses: readonly Excess[];
}

type Excess =
  | { readonly kind: 'cap'; readonly max: number }
  | ({ readonly kind: 'growth' } & Growth)
  | { readonly kind: 'quota'; readonly quota: PrebuildQuota };

interface Growth {
  readonly before: number;
  readonly after: number;
  readonly factor: number;
  readonly origin: Text;
  /** The numbers ignore schedules, because the baseline does not report them. */
  readonly withoutSchedules: boolean;
}

export const prebuildCapacity: Rule<Capacity> = {
  id: 'prebuild-capacity',
  group: 'template',
  severity: 'warning',
  summary: 'The template asks for more prebuilds at once than is allowed.',
  since: '0.1.0',

  evaluate(snapshot) {
    const limits = limitsOf(snapshot);
    if (!limits.configured) return { ...NOT_CONFIGURED, items: [] };
    const { presets } = snapshot.template;
    const peak = peakOf(presets);
    const excesses = limits.excesses.filter((excess) => exceeds(peak, excess));
    return templateOutcome(snapshot, {
      open: [...limits.open, ...unknownPools(presets)],
      violations:
        excesses.length === 0 ? [] : [{ subject: THE_TEMPLATE, evidence: 'declared', data: { peak, excesses } }],
    });
  },

  explain({ data: { peak, excesses } }) {
    const shares = peak.shares.filter(({ instances }) => instances > 0);
    return {
      what: joined([
        say`The presets ask for ${peak.instances} prebuilds at once${when(peak)}: ${joined(
          shares.map(({ preset, instances }) => say`${instances} for ${preset}`),
          ', ',
        )}.`,
        ...excesses.map((excess) => describeExcess(excess, peak)),
      ]),
      why: [
        excesses.some(({ kind }) => kind === 'quota')
          ? 'A prebuild beyond the quota fails, and after three failures Coder stops creating them.'
          : 'Each prebuild takes a provisioner job and a running workspace. Too many of them block the queue, and people wait behind them.',
      ],
      remedy: say`Lower ${'instances'}, or move the schedules apart.`,
    };
  },
};

function when({ first }: PrebuildPeak): Text {
  return first === undefined ? [] : [' ', ...describePeakHour(first)];
}

function describeExcess(excess: Excess, peak: PrebuildPeak): Text {
  switch (excess.kind) {
    case 'cap':
      return say`The limit is ${excess.max}.`;
    case 'growth':
      return describeGrowth(excess);
    case 'quota':
      return say`They cost ${peak.instances * excess.quota.costOfPrebuild} a day, and the quota of the prebuilds user is ${excess.quota.budget}.`;
  }
}

function describeGrowth({ before, after, factor, origin, withoutSchedules }: Growth): Text {
  if (!withoutSchedules) return say`That is more than ${factor} times the ${before} in ${origin}.`;
  return say`Without schedules, they ask for ${after}: more than ${factor} times the ${before} in ${origin}.`;
}

interface Limits {
  readonly configured: boolean;
  readonly excesses: readonly Excess[];
  readonly open: readonly NotChecked[];
}

/** Every configured limit, exceeded or not. */
function limitsOf(snapshot: Snapshot): Limits {
  const { maxPrebuilds: max, prebuildGrowthFactor: factor } = snapshot.policy;
  const cap: readonly Excess[] = max === undefined ? [] : [{ kind: 'cap', max }];
  const quota = quotaOf(snapshot);
  const baseline = factor === undefined ? NOT_CONFIGURED : baselineOf(snapshot);
  const costs = quota.kind === 'read' ? quota.items.map((item): Excess => ({ kind: 'quota', quota: item })) : [];
  const bases = baseline.kind === 'read' ? baseline.items : [];
  const growths = bases.map((base) => growthSince(base, snapshot.template.presets, factor ?? 0));
  return {
    configured: max !== undefined || quota.kind === 'read' || baseline.kind === 'read',
    excesses: [...cap, ...growths.map((growth): Excess => ({ kind: 'growth', ...growth })), ...costs],
    open: [
      ...(quota.kind === 'read' ? quota.gaps : []),
      ...(baseline.kind === 'read' ? baseline.gaps : []),
      ...bases.flatMap(({ presets }) => unknownPools(presets)),
      ...growths.flatMap((growth) => untoldGrowth(growth, peakOf(snapshot.template.presets))),
    ],
  };
}

/** If the baseline does not report schedules, those of the change are ignored too, so that like is compared with like. */
function growthSince({ presets, origin, schedulesUntold }: Baseline, now: readonly Preset[], factor: number): Growth {
  const withoutSchedules = schedulesUntold === true;
  const after = peakOf(withoutSchedules ? now.map(withoutScheduling) : now).instances;
  return { before: peakOf(presets).instances, after, factor, origin, withoutSchedules };
}

function withoutScheduling(preset: Preset): Preset {
  return preset.prebuilds === undefined
    ? preset
    : { ...preset, prebuilds: { ...preset.prebuilds, scheduling: undefined } };
}

/** The schedules add so many prebuilds that it matters whether the baseline had them too. */
function untoldGrowth(growth: Growth, peak: PrebuildPeak): readonly NotChecked[] {
  const isBySchedules = growth.withoutSchedules && peak.instances > growth.after;
  const mayHaveGrown = growth.before === 0 || hasGrown({ ...growth, after: peak.instances });
  if (!isBySchedules || !mayHaveGrown || hasGrown(growth)) return [];
  return [
    {
      code: 'schedules-untold',
      detail: say`The schedules ask for ${peak.instances} prebuilds at once. It is not known whether they did so in ${growth.origin}, because Coder does not report schedules.`,
      remedy: say`Give a plan of the template before the change as ${'baseline'}.`,
    },
  ];
}

/** Growth from zero has no factor: prebuilds were turned on. */
function hasGrown({ before, after, factor }: Growth): boolean {
  return before > 0 && after > before * factor;
}

function exceeds({ instances }: PrebuildPeak, excess: Excess): boolean {
  switch (excess.kind) {
    case 'cap':
      return instances > excess.max;
    case 'growth':
      return hasGrown(excess);
    case 'quota':
      return instances * excess.quota.costOfPrebuild > excess.quota.budget;
  }
}

/** Counts only pools whose numbers are known, so the true peak is at least this. */
function peakOf(presets: readonly Preset[]): PrebuildPeak {
  return prebuildPeak(prebuildPresets(presets).flatMap((preset) => poolOf(preset) ?? []));
}

function unknownPools(presets: readonly Preset[]): readonly NotChecked[] {
  return prebuildPresets(presets)
    .filter((preset) => poolOf(preset) === undefined)
    .map((preset) => ({
      code: 'instances-not-known',
      detail: say`The number of prebuilds in preset ${preset.name} is known only after apply, or depends on the server's time zone.`,
      remedy: say`Write ${'instances'} as a number, and name the time zone.`,
    }));
}
