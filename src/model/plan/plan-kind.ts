import type { Plan } from './plan.ts';

/**
 * What a plan can prove.
 *
 * - `claim`: made on the state of a prebuild, as the claimant; the only kind that can pass the claim rules
 * - `fresh`: nothing existed before, so nothing could be replaced
 * - `ordinary`: on a state, but not as a claimant
 * - `destroy`, `refresh-only`: nothing about claims
 * - `errored`: planning failed
 * - `partial`: made with `-target`, or with changes put off
 */
export type PlanKind = 'claim' | 'fresh' | 'ordinary' | 'destroy' | 'refresh-only' | 'errored' | 'partial';

export function planKind(plan: Plan): PlanKind {
  if (plan.errored) return 'errored';
  if (plan.isDestroy) return 'destroy';
  if (isRefreshOnly(plan)) return 'refresh-only';
  if (plan.complete === false || plan.deferredChanges.length > 0) return 'partial';
  if (plan.priorResources === 0) return 'fresh';
  return isClaim(plan) ? 'claim' : 'ordinary';
}

/** Made on state, as the claimant. Also true for a claim plan that errored or is partial: what it lists is real. */
export function isClaim({ priorResources, workspaces }: Plan): boolean {
  return (
    priorResources !== undefined &&
    priorResources > 0 &&
    workspaces.length > 0 &&
    workspaces.every(
      ({ isPrebuildClaim, isPrebuild, transition }) => isPrebuildClaim && !isPrebuild && transition === 'start',
    )
  );
}

/** An ordinary plan on a state lists every managed resource, as a no-op at least. */
function isRefreshOnly(plan: Plan): boolean {
  return (plan.priorResources ?? 0) > 0 && !plan.changes.some((change) => change.mode === 'managed');
}
