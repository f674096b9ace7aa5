import type { ResourceChange } from '../../model/plan/plan.ts';
import { own } from './own.ts';
import type { PlanDocument } from './plan-document.ts';

/** Managed objects that existed before, by address; undefined where there are signs of a state that is not there. */
export function priorAddresses(
  document: PlanDocument,
  changes: readonly ResourceChange[],
): readonly string[] | undefined {
  if (!document.has('prior_state')) return document.has('plan_format_version') || implyState(changes) ? undefined : [];
  const addresses: string[] = [];
  for (const resource of document.resources('prior_state')) {
    if (own(resource, 'mode') === 'managed') addresses.push(String(own(resource, 'address')));
  }
  return addresses;
}

/**
 * What the plan says of its own completeness. OpenTofu, and Terraform before
 * 1.8, do not say that `-target` was used, but it shows: a whole plan lists every
 * managed resource of the state, as a no-op at least, and a plan that only
 * refreshes lists none.
 */
export function isComplete(
  document: PlanDocument,
  changes: readonly ResourceChange[],
  prior: readonly string[] | undefined,
): boolean | undefined {
  const word = document.value('complete') ?? undefined;
  if (word !== undefined) return word === true;
  if (prior === undefined || !changes.some(isManaged)) return undefined;
  const listed = new Set(changes.flatMap(({ address, previousAddress }) => [address, previousAddress]));
  return prior.every((address) => listed.has(address)) ? undefined : false;
}

/** A plan can be cut down to its changes, and these still tell that something was there. */
function implyState(changes: readonly ResourceChange[]): boolean {
  return changes.some((change) => isManaged(change) && change.actions.some((action) => ON_WHAT_EXISTS.has(action)));
}

function isManaged({ mode }: ResourceChange): boolean {
  return mode === 'managed';
}

const ON_WHAT_EXISTS: ReadonlySet<string> = new Set(['no-op', 'update', 'delete', 'forget']);
