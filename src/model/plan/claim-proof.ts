import { say, type Text } from '../text.ts';
import type { Plan } from './plan.ts';
import { isClaim } from './plan-kind.ts';
import type { Fact } from './proof.ts';
import { HOW_TO_GET_AN_UNREDACTED_PLAN } from './template-proof.ts';

const HOW_TO_GET_A_CLAIM_PLAN: Text = say`Rehearse the claim with ${'prebuild-guard rehearse'}, or plan as the claimant on the state of a prebuild: docs/claim-plan.md shows how.`;

/** What makes a plan a whole claim plan. Each fact presupposes those before it. */
export const CLAIM_FACTS: readonly Fact<Plan>[] = [
  {
    fact: 'planning did not fail',
    where: '`errored`, which Terraform before 1.6 does not write',
    isProven: ({ errored }) => !errored,
    gap: () => ({
      code: 'errored-plan',
      detail: ['Planning failed, so resources that this plan does not list may be replaced too.'],
      remedy: say`Fix the error that ${'terraform plan'} printed, then plan again. A claim would fail too.`,
    }),
  },
  {
    fact: 'it was not made with `-destroy`',
    where: '`resource_changes`: not every object is deleted for no reason; `planned_values` has some',
    isProven: ({ isDestroy }) => !isDestroy,
    gap: () => ({
      code: 'destroy-plan',
      detail: say`This plan was made with ${'-destroy'} and says nothing about a claim.`,
      remedy: HOW_TO_GET_A_CLAIM_PLAN,
    }),
  },
  {
    fact: 'it does more than refresh',
    where: '`resource_changes`: a managed resource where `prior_state` has one',
    isProven: ({ priorResources, changes }) =>
      (priorResources ?? 0) === 0 || changes.some(({ mode }) => mode === 'managed'),
    gap: () => ({
      code: 'refresh-only-plan',
      detail: ['This plan only refreshes the state and says nothing about a claim.'],
      remedy: HOW_TO_GET_A_CLAIM_PLAN,
    }),
  },
  {
    fact: 'nothing was left out by `-target` or put off',
    where: '`complete`; where it is not written, `resource_changes` has all of `prior_state`; no `deferred_changes`',
    isProven: ({ complete, deferredChanges }) => complete !== false && deferredChanges.length === 0,
    gap: () => ({
      code: 'partial-plan',
      detail: say`This plan is incomplete, because of ${'-target'} or deferred changes.`,
      remedy: say`Plan again without ${'-target'} and ${'-allow-deferral'}.`,
    }),
  },
  {
    fact: 'HCP Terraform did not redact the plan',
    where: '`format_version` in place of `plan_format_version`',
    isProven: ({ redactedByHcp }) => !redactedByHcp,
    gap: () => ({
      code: 'redacted-plan',
      detail: ['HCP Terraform redacted this plan: it does not say what existed before or who planned.'],
      remedy: HOW_TO_GET_AN_UNREDACTED_PLAN,
    }),
  },
  {
    fact: 'the prior state was not cut out',
    where: '`prior_state`, where a change tells that something existed',
    isProven: ({ priorResources }) => priorResources !== undefined,
    gap: () => ({
      code: 'state-cut-out',
      detail: say`The ${'prior_state'} was cut out of this plan, so it does not say what existed before or who planned.`,
      remedy: say`Give the output of ${'terraform show -json'} as it is, with its ${'prior_state'}.`,
    }),
  },
  {
    fact: 'something existed before',
    where: '`prior_state` has a managed resource, or `resource_drift` says that one is gone',
    isProven: ({ priorResources }) => priorResources !== undefined && priorResources > 0,
    gap: () => ({
      code: 'plan-without-state',
      detail: ['Nothing existed before this plan, so it cannot show a replacement.'],
      remedy: HOW_TO_GET_A_CLAIM_PLAN,
    }),
  },
  {
    fact: 'the workspace starts',
    where: '`transition` of every `data.coder_workspace`',
    isProven: ({ workspaces }) => workspaces.every(({ transition }) => transition === 'start'),
    gap: ({ workspaces }) =>
      workspaces.some(({ transition }) => transition === 'stop')
        ? {
            code: 'stop-plan',
            detail: ['This plan stops a workspace and says nothing about a claim.'],
            remedy: HOW_TO_GET_A_CLAIM_PLAN,
          }
        : {
            code: 'not-a-start-plan',
            detail: say`This plan does not start a workspace: ${'transition'} is another word in it, or none.`,
            remedy: HOW_TO_GET_A_CLAIM_PLAN,
          },
  },
  {
    fact: 'a claimant planned',
    where: '`is_prebuild_claim` true and `is_prebuild` false in every `data.coder_workspace`, of which there is one',
    isProven: isClaim,
    gap: ({ workspaces }) => ({
      code: 'not-a-claim-plan',
      detail:
        workspaces.length === 0
          ? say`This plan reads no ${'data.coder_workspace'}, so it does not show whether a claimant planned.`
          : say`This plan was made on a state, but not as a claimant: ${'is_prebuild_claim'} is false in it.`,
      remedy: HOW_TO_GET_A_CLAIM_PLAN,
    }),
  },
];
