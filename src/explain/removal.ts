import type { Configuration } from '../model/configuration/configuration.ts';
import { isCoderResource, isRemoval, type Plan, type ResourceChange } from '../model/plan/plan.ts';
import { modulePath } from '../model/plan/plan-configuration.ts';
import { isOnlyUserOfAgent, runsAgent } from './agent-carrier.ts';
import { isGatedOnPrebuild } from './gate.ts';
import { claimTracing } from './trace/tracer.ts';
import { isTwin } from './twin.ts';

/** A resource that a plan deletes without making it again at that address. */
export interface Removal {
  readonly change: ResourceChange;
  /** What the claim makes in its place: the same block under another key, or a twin of it. */
  readonly recreatedAs: string | undefined;
  /** The template gates it on whether this is a prebuild, so it goes on purpose. */
  readonly byDesign: boolean;
  /** Gated, and a loss all the same. */
  readonly gatedLoss: GatedLoss | undefined;
}

/** `agent`: the agent runs in it. `twin`: another block makes the same thing anew. */
export type GatedLoss = 'agent' | 'twin';

/** Coder's own resources are left out: they are virtual. The template's files tell more of gates than the plan. */
export function removals(plan: Plan, files?: Configuration): readonly Removal[] {
  const gone = plan.changes.filter(
    (change) => change.mode === 'managed' && isRemoval(change) && !isCoderResource(change),
  );
  const made = plan.changes.filter((change) => change.mode === 'managed' && change.actions.join() === 'create');
  const tracing = files === undefined ? undefined : claimTracing(files);
  const taken = new Set<string>();
  return gone.map((change) => {
    const again = made.find((candidate) => !taken.has(candidate.address) && isSameResource(candidate, change));
    if (again !== undefined) taken.add(again.address);
    const isGated = again === undefined && isGatedOnPrebuild(plan.configuration, tracing, change);
    const twin = isGated ? made.find((candidate) => isTwin(plan, files, change, candidate)) : undefined;
    const gatedLoss = isGated ? gatedLossOf(plan, files, change, twin) : undefined;
    return {
      change,
      recreatedAs: (again ?? twin)?.address,
      byDesign: isGated && gatedLoss === undefined,
      gatedLoss,
    };
  });
}

function gatedLossOf(
  plan: Plan,
  files: Configuration | undefined,
  change: ResourceChange,
  twin: ResourceChange | undefined,
): GatedLoss | undefined {
  if (runsAgent(plan, files, change) || isOnlyUserOfAgent(plan, files, change)) return 'agent';
  return twin === undefined ? undefined : 'twin';
}

/** Same block of the configuration, under whatever instance keys. */
function isSameResource(left: ResourceChange, right: ResourceChange): boolean {
  return (
    left.type === right.type &&
    left.name === right.name &&
    modulePath(left.moduleAddress).join('\n') === modulePath(right.moduleAddress).join('\n')
  );
}
