import type { ClaimPlan } from '../../model/judgement/claim-plan.ts';
import type { NotChecked, Source } from '../../model/judgement/outcome.ts';
import { read } from '../../model/judgement/outcome.ts';
import type { RulePolicy, Snapshot, Template } from '../../model/judgement/snapshot.ts';
import { type BuiltWorkspace, builtByPlan } from '../../model/plan/built-workspace.ts';
import { CLAIM_FACTS } from '../../model/plan/claim-proof.ts';
import { CONTENT_FACTS, READING_FACTS } from '../../model/plan/content-proof.ts';
import { isRemoval, isReplacement, type Plan } from '../../model/plan/plan.ts';
import { isClaim } from '../../model/plan/plan-kind.ts';
import { type GivenPlan, PRESENCE_FACTS, PRESET_FACTS } from '../../model/plan/preset-proof.ts';
import { unproven } from '../../model/plan/proof.ts';
import type { Baseline } from '../../model/template/baseline.ts';
import type { PrebuildQuota } from '../../model/template/quota.ts';
import { type Prebuilds, type Preset, prebuildPresets } from '../../model/template/template.ts';
import { say } from '../../model/text.ts';
import { templateGaps } from './template-gaps.ts';

export interface Circumstances {
  readonly assumePrebuild: boolean;
  readonly baseline: Source<Baseline>;
  readonly quota: Source<PrebuildQuota>;
  readonly policy: RulePolicy;
}

/** What one plan tells of its template and of a claim. `together` are all plans that were given with it. */
export function snapshotOfPlan(
  name: string,
  plan: Plan,
  { assumePrebuild, baseline, quota, policy }: Circumstances,
  together: readonly Plan[] = [plan],
): Snapshot {
  const gaps = presetGaps(plan);
  return {
    name,
    template: factsOfTemplate(plan, builtByPlan(plan), assumePrebuild, gaps),
    claims: claimsOf(plan, together, assumePrebuild),
    baseline,
    quota,
    policy,
  };
}

export function factsOfTemplate(
  plan: Plan,
  built: BuiltWorkspace | undefined,
  assumePrebuild: boolean,
  gaps: readonly NotChecked[],
): Template {
  return {
    prebuildEnabled: assumePrebuild || isPrebuildEnabled(plan, gaps),
    presets: assumePrebuild ? asPrebuilt(plan.presets) : plan.presets,
    parameters: plan.parameters,
    agents: plan.changes
      .filter((change) => change.type === 'coder_agent' && change.mode === 'managed' && !isGone(change))
      .map(({ address }) => address),
    gaps,
    ...(built === undefined ? {} : { built }),
    ...(plan.declaredParameters === undefined ? {} : { declaredParameters: plan.declaredParameters }),
  };
}

/** Where no preset has prebuilds, each is judged as if it had, though it asks for none. */
function asPrebuilt(presets: readonly Preset[]): readonly Preset[] {
  return prebuildPresets(presets).length > 0 ? presets : presets.map((preset) => ({ ...preset, prebuilds: ASSUMED }));
}

const ASSUMED: Prebuilds = { instances: 0, expirationTtlSeconds: undefined, scheduling: undefined };

/** What the template was before the change, by a plan of it. */
export function baselineOfPlan(name: string, plan: Plan): Source<Baseline> {
  const { presets, parameters, declaredParameters = [] } = plan;
  return read([{ origin: say`${name}`, presets, parameters, declaredParameters }], templateGaps(plan, say`${name}`));
}

/**
 * A preset with a `prebuilds` block. Undefined where there is none, and the plan
 * does not prove that it tells all presets.
 */
export function isPrebuildEnabled(plan: Plan, gaps = templateGaps(plan)): boolean | undefined {
  if (prebuildPresets(plan.presets).length > 0) return true;
  return gaps.length === 0 ? false : undefined;
}

/** Of one plan alone, of which nobody knows what it was planned as. */
function presetGaps(plan: Plan): readonly NotChecked[] {
  const gaps = templateGaps(plan);
  return gaps.length === 0 ? unproven(PRESENCE_FACTS, plan) : gaps;
}

function isGone(change: Plan['changes'][number]): boolean {
  return (isRemoval(change) || change.deposed !== undefined) && !isReplacement(change);
}

function claimsOf(plan: Plan, together: readonly Plan[], assumePrebuild: boolean): Source<ClaimPlan> {
  const claim: ClaimPlan = {
    plan,
    evidence: 'measured',
    context: { preset: undefined, persona: undefined, parameter: undefined },
  };
  return read(isClaim(plan) ? [claim] : [], claimGaps({ plan, together, assumePrebuild }));
}

/**
 * What a pass would rest on and is not proven. Where this is no whole claim plan
 * the first reason is enough: the others follow from it.
 */
function claimGaps(given: GivenPlan): readonly NotChecked[] {
  const { plan } = given;
  const [kind] = unproven(CLAIM_FACTS, plan);
  if (kind !== undefined) return [kind, ...unproven(READING_FACTS, plan)];
  return [
    ...unproven(READING_FACTS, plan),
    ...presetGaps(plan),
    ...unproven(CONTENT_FACTS, plan),
    ...unproven(PRESET_FACTS, given),
  ];
}
