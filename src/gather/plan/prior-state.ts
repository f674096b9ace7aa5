import { actsOnWhatExists, type ResourceChange } from '../../model/plan/plan.ts';
import { own } from './own.ts';
import type { PlanDocument } from './plan-document.ts';

/** The managed objects that existed before. */
export interface StateObjects {
  /** Addresses of the objects that are in use; a deposed one only waits to be destroyed. */
  readonly current: ReadonlySet<string>;
  /** Undefined where there are signs of a state that is not there. */
  readonly count: number | undefined;
}

export function stateObjects(document: PlanDocument, changes: readonly ResourceChange[]): StateObjects {
  const current = new Set<string>();
  if (!document.has('prior_state')) {
    const isCutOut = document.has('plan_format_version') || implyState(changes);
    return { current, count: isCutOut ? undefined : 0 };
  }
  let count = 0;
  for (const { address, raw } of document.resources('prior_state')) {
    if (own(raw, 'mode') !== 'managed') continue;
    count++;
    if ((own(raw, 'deposed_key') ?? undefined) === undefined) current.add(address);
  }
  return { current, count };
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
  { current, count }: StateObjects,
): boolean | undefined {
  const word = document.value('complete') ?? undefined;
  if (word !== undefined) return word === true;
  if (count === undefined || !changes.some(isManaged)) return undefined;
  const listed = new Set(changes.flatMap(({ address, previousAddress }) => [address, previousAddress]));
  return [...current].every((address) => listed.has(address)) ? undefined : false;
}

/** A plan can be cut down to its changes, and these still tell that something was there. */
function implyState(changes: readonly ResourceChange[]): boolean {
  return changes.some((change) => isManaged(change) && actsOnWhatExists(change));
}

function isManaged({ mode }: ResourceChange): boolean {
  return mode === 'managed';
}
