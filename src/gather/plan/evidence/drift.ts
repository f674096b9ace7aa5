import type { ResourceChange } from '../../../model/plan/plan.ts';
import { elementsOf, own } from '../own.ts';
import type { PlanDocument } from '../plan-document.ts';

export interface Reconciled {
  readonly changes: readonly ResourceChange[];
  /** Addresses of drift that is neither an update nor a move, and that no change answers. */
  readonly unexplained: readonly string[];
  /** How many objects the refresh did not find any more. */
  readonly gone: number;
}

/**
 * Joins what a plan tells apart: an object that the refresh found gone and that
 * is created anew is replaced, and so is one whose delete and create are two
 * changes.
 */
export function reconciled(document: PlanDocument, changes: readonly ResourceChange[]): Reconciled {
  const gone = new Set<string>();
  const unexplained: string[] = [];
  for (const drift of document.elements('resource_drift')) {
    const address = own(drift, 'address');
    const actions = elementsOf(own(own(drift, 'change'), 'actions')).join();
    if (typeof address !== 'string') unexplained.push('unknown');
    else if (own(drift, 'deposed') === undefined && actions === 'delete') gone.add(address);
    else if (!HARMLESS.has(actions)) unexplained.push(address);
  }
  const joined = withPairsJoined(changes).map((change) =>
    isCreate(change) && gone.has(change.address)
      ? { ...change, actions: ['delete', 'create'], isGone: true as const }
      : change,
  );
  const answered = new Set(joined.flatMap(({ isGone, address }) => (isGone === true ? [address] : [])));
  return {
    changes: joined,
    unexplained: [...unexplained, ...[...gone].filter((address) => !answered.has(address))],
    gone: gone.size,
  };
}

/** What providers read back, and moves. A deposed object that is gone is not missed. */
const HARMLESS: ReadonlySet<string> = new Set(['update', 'no-op', 'delete']);

/** The delete and the create of one current object, where they are two elements, as one in the place of the first. */
function withPairsJoined(changes: readonly ResourceChange[]): readonly ResourceChange[] {
  const first = new Map<string, ResourceChange>();
  const partners = new Map<ResourceChange, ResourceChange>();
  for (const change of changes) {
    if (change.deposed !== undefined || change.mode !== 'managed') continue;
    const other = first.get(change.address);
    if (other === undefined) first.set(change.address, change);
    else if (isPair(other, change) && !partners.has(other)) partners.set(other, change);
  }
  if (partners.size === 0) return changes;
  const second = new Set(partners.values());
  return changes
    .filter((change) => !second.has(change))
    .map((change) => {
      const partner = partners.get(change);
      return partner === undefined ? change : joinedPair(change, partner);
    });
}

function isPair(one: ResourceChange, other: ResourceChange): boolean {
  return isCreate(one) ? isGivenUp(other) : isGivenUp(one) && isCreate(other);
}

function isCreate({ actions, mode }: ResourceChange): boolean {
  return mode === 'managed' && actions.join() === 'create';
}

function isGivenUp({ actions }: ResourceChange): boolean {
  return actions.join() === 'delete' || actions.join() === 'forget';
}

function joinedPair(one: ResourceChange, other: ResourceChange): ResourceChange {
  const created = isCreate(one) ? one : other;
  const telling = one.replacePaths.length >= other.replacePaths.length ? one : other;
  return {
    ...created,
    actions: [...one.actions, ...other.actions],
    actionReason: one.actionReason ?? other.actionReason,
    replacePaths: telling.replacePaths,
    attributes: telling.attributes,
  };
}
