import { isCoderResource, isRemoval, type Plan, type ResourceChange } from '../model/plan/plan.ts';
import { moduleAt, modulePath, type PlanConfiguration } from '../model/plan/plan-configuration.ts';
import { isClaimVarying, withoutPrefixes } from './trace-references.ts';

/** A resource that a plan deletes without making it again at that address. */
export interface Removal {
  readonly change: ResourceChange;
  /** The same resource made under another key of its `for_each` or `count`: a replacement in effect. */
  readonly recreatedAs: string | undefined;
  /** The template gates it on whether this is a prebuild, so it goes on purpose. */
  readonly byDesign: boolean;
}

/** Coder's own resources are left out: they are virtual. */
export function removals(plan: Plan): readonly Removal[] {
  const gone = plan.changes.filter(
    (change) => change.mode === 'managed' && isRemoval(change) && !isCoderResource(change),
  );
  const made = plan.changes.filter((change) => change.mode === 'managed' && change.actions.join() === 'create');
  const taken = new Set<string>();
  return gone.map((change) => {
    const twin = made.find((candidate) => !taken.has(candidate.address) && isSameResource(candidate, change));
    if (twin !== undefined) taken.add(twin.address);
    return {
      change,
      recreatedAs: twin?.address,
      byDesign: twin === undefined && isGatedOnPrebuild(plan.configuration, change),
    };
  });
}

/** Same block of the configuration, under whatever instance keys. */
function isSameResource(left: ResourceChange, right: ResourceChange): boolean {
  return (
    left.type === right.type &&
    left.name === right.name &&
    modulePath(left.moduleAddress).join('\n') === modulePath(right.moduleAddress).join('\n')
  );
}

/**
 * Of what a claim changes, its `count` or `for_each`, or that of a module around
 * it, refers to the prebuild flags alone.
 */
function isGatedOnPrebuild(configuration: PlanConfiguration | undefined, change: ResourceChange): boolean {
  if (configuration === undefined || change.index === undefined) return false;
  const repetition = moduleAt(configuration, modulePath(change.moduleAddress))?.resources.get(
    `${change.type}.${change.name}`,
  )?.repetition;
  const varying = withoutPrefixes(repetition ?? []).filter(isClaimVarying);
  return varying.length > 0 && varying.every((reference) => PREBUILD_FLAG.test(reference));
}

const PREBUILD_FLAG =
  /^data\.coder_workspace\.[^.[]+(?:\[[^\]]*\])?\.(?:prebuild_count|is_prebuild|is_prebuild_claim)$/;
