import type { ClaimPlan } from '../../model/judgement/claim-plan.ts';
import type { NotChecked, Source } from '../../model/judgement/outcome.ts';
import { read } from '../../model/judgement/outcome.ts';
import type { RulePolicy, Snapshot, Template } from '../../model/judgement/snapshot.ts';
import { isRemoval, isReplacement, type Plan } from '../../model/plan/plan.ts';
import { isClaim, planKind } from '../../model/plan/plan-kind.ts';
import type { Baseline } from '../../model/template/baseline.ts';
import type { PrebuildQuota } from '../../model/template/quota.ts';
import { prebuildPresets } from '../../model/template/template.ts';
import { say, type Text } from '../../model/text.ts';
import { HOW_TO_GET_AN_UNREDACTED_PLAN, templateGaps } from './template-gaps.ts';

export interface PlanJudgement {
  readonly assumePrebuild: boolean;
  readonly baseline: Source<Baseline>;
  readonly quota: Source<PrebuildQuota>;
  readonly policy: RulePolicy;
}

/** Everything that one plan says about its template and about a claim. */
export function snapshotOfPlan(
  name: string,
  plan: Plan,
  { assumePrebuild, baseline, quota, policy }: PlanJudgement,
): Snapshot {
  return {
    name,
    template: factsOfTemplate(plan, assumePrebuild || isPrebuildEnabled(plan), templateGaps(plan)),
    claims: claimsOf(plan),
    baseline,
    quota,
    policy,
  };
}

export function factsOfTemplate(
  plan: Plan,
  prebuildEnabled: boolean | undefined,
  gaps: readonly NotChecked[],
): Template {
  return {
    prebuildEnabled,
    presets: plan.presets,
    parameters: plan.parameters,
    agents: plan.changes
      .filter((change) => change.type === 'coder_agent' && change.mode === 'managed' && !isGone(change))
      .map(({ address }) => address),
    gaps,
    ...(plan.declaredParameters === undefined ? {} : { declaredParameters: plan.declaredParameters }),
  };
}

/** The template before the change, read from a plan. */
export function baselineOfPlan(name: string, plan: Plan): Source<Baseline> {
  const { presets, parameters, declaredParameters = [] } = plan;
  return read([{ origin: say`${name}`, presets, parameters, declaredParameters }], templateGaps(plan, say`${name}`));
}

/**
 * Whether a preset has a `prebuilds` block. Undefined if none was seen and the
 * plan is incomplete or lacks its data sources.
 */
export function isPrebuildEnabled(plan: Plan): boolean | undefined {
  if (prebuildPresets(plan.presets).length > 0) return true;
  return plan.errored || plan.redactedByHcp || plan.complete === false ? undefined : false;
}

function isGone(change: Plan['changes'][number]): boolean {
  return (isRemoval(change) || change.deposed !== undefined) && !isReplacement(change);
}

function claimsOf(plan: Plan): Source<ClaimPlan> {
  const claim: ClaimPlan = {
    plan,
    evidence: 'measured',
    context: { preset: undefined, persona: undefined, parameter: undefined },
  };
  const gaps = [...kindGap(plan), ...unreadableGap(plan)];
  return read(isClaim(plan) ? [claim] : [], gaps);
}

function unreadableGap({ unreadableChanges }: Plan): readonly NotChecked[] {
  if (unreadableChanges === 0) return [];
  return [
    {
      code: 'unreadable-changes',
      detail: say`${unreadableChanges} of the plan's changes could not be read.`,
      remedy: say`Give the output of ${'terraform show -json'} as it is.`,
    },
  ];
}

const HOW_TO_GET_A_CLAIM_PLAN: Text = say`Rehearse the claim with ${'prebuild-guard rehearse'}, or plan as the claimant on the state of a prebuild: docs/claim-plan.md shows how.`;

/** Only a complete claim plan proves that a claim replaces nothing. */
function kindGap(plan: Plan): readonly NotChecked[] {
  switch (planKind(plan)) {
    case 'claim':
      return [];
    case 'fresh':
      return [
        {
          code: 'plan-without-state',
          detail: ['Nothing existed before this plan, so it cannot show a replacement.'],
          remedy: HOW_TO_GET_A_CLAIM_PLAN,
        },
      ];
    case 'destroy':
      return [
        {
          code: 'destroy-plan',
          detail: say`This plan was made with ${'-destroy'} and says nothing about a claim.`,
          remedy: HOW_TO_GET_A_CLAIM_PLAN,
        },
      ];
    case 'refresh-only':
      return [
        {
          code: 'refresh-only-plan',
          detail: ['This plan only refreshes the state and says nothing about a claim.'],
          remedy: HOW_TO_GET_A_CLAIM_PLAN,
        },
      ];
    case 'errored':
      return [
        {
          code: 'errored-plan',
          detail: ['Planning failed, so resources that this plan does not list may be replaced too.'],
          remedy: say`Fix the error that ${'terraform plan'} printed, then plan again. A claim would fail too.`,
        },
      ];
    case 'partial':
      return [
        {
          code: 'partial-plan',
          detail: say`This plan is incomplete, because of ${'-target'} or deferred changes.`,
          remedy: say`Plan again without ${'-target'} and ${'-allow-deferral'}.`,
        },
      ];
    case 'ordinary':
      return [plan.redactedByHcp ? REDACTED_PLAN : ordinaryGap(plan)];
  }
}

const REDACTED_PLAN: NotChecked = {
  code: 'redacted-plan',
  detail: ['HCP Terraform redacted this plan: it does not say what existed before or who planned.'],
  remedy: HOW_TO_GET_AN_UNREDACTED_PLAN,
};

function ordinaryGap(plan: Plan): NotChecked {
  if (plan.workspaces.some(({ transition }) => transition === 'stop')) {
    return {
      code: 'stop-plan',
      detail: ['This plan stops a workspace and says nothing about a claim.'],
      remedy: HOW_TO_GET_A_CLAIM_PLAN,
    };
  }
  return {
    code: 'not-a-claim-plan',
    detail:
      plan.workspaces.length === 0
        ? say`This plan reads no ${'data.coder_workspace'}, so it does not show whether a claimant planned.`
        : say`This plan was made on a state, but not as a claimant: ${'is_prebuild_claim'} is false in it.`,
    remedy: HOW_TO_GET_A_CLAIM_PLAN,
  };
}
