import type { BuiltWorkspace } from '../../model/judgement/snapshot.ts';
import { isRemoval, type Plan, type ResourceChange } from '../../model/plan/plan.ts';
import { isClaim, planKind } from '../../model/plan/plan-kind.ts';

/** The prebuild that a claim plan was made on, or what a plan builds; undefined where it does not list all of it. */
export function builtByPlan(plan: Plan): BuiltWorkspace | undefined {
  if (isClaim(plan) && planKind(plan) === 'claim') {
    return { isPrebuild: true, resources: addresses(plan, wasThere), configuration: plan.configuration };
  }
  if (!WHOLE.has(planKind(plan))) return undefined;
  const isPrebuild = plan.workspaces.some((workspace) => workspace.isPrebuild && workspace.transition !== 'stop');
  return { isPrebuild, resources: addresses(plan, willBeThere), configuration: plan.configuration };
}

/** What the plan of the prebuilds user builds; a template need not read whose it is. */
export function builtPrebuild(plan: Plan): BuiltWorkspace | undefined {
  const built = plan.errored || plan.complete === false ? undefined : addresses(plan, willBeThere);
  return built && { isPrebuild: true, resources: built, configuration: plan.configuration };
}

const WHOLE: ReadonlySet<string> = new Set(['fresh', 'ordinary']);

function addresses({ changes }: Plan, isMeant: (change: ResourceChange) => boolean): readonly string[] {
  const meant = changes.filter((change) => change.mode === 'managed' && change.deposed === undefined);
  return meant.filter(isMeant).map(({ address }) => address);
}

function wasThere({ actions }: ResourceChange): boolean {
  return actions.join() !== 'create';
}

function willBeThere(change: ResourceChange): boolean {
  return !isRemoval(change) && change.actions.join() !== 'forget';
}
