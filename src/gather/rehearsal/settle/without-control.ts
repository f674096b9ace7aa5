import { formatPath } from '../../../model/plan/attribute-path.ts';
import type { Plan, ResourceChange } from '../../../model/plan/plan.ts';

/**
 * What the claim changes beyond what planning the same prebuild again changes
 * anyway: the same actions for the same paths and attributes are no doing of the claim.
 */
export function withoutControl(claim: Plan, control: readonly ResourceChange[]): Plan {
  if (control.length === 0) return claim;
  const known = new Map(control.map((change) => [change.address, change]));
  return {
    ...claim,
    changes: claim.changes.filter((change) => {
      const before = known.get(change.address);
      return before === undefined || !isCovered(change, before);
    }),
  };
}

function isCovered(change: ResourceChange, by: ResourceChange): boolean {
  const paths = new Set(by.replacePaths.map(formatPath));
  const updated = new Set(by.updatedAttributes);
  return (
    change.actions.join() === by.actions.join() &&
    change.replacePaths.every((path) => paths.has(formatPath(path))) &&
    change.updatedAttributes.every((attribute) => updated.has(attribute))
  );
}
