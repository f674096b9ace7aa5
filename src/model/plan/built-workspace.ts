import { isRemoval, type Plan, type ResourceChange } from './plan.ts';
import type { PlanConfiguration } from './plan-configuration.ts';
import { isClaim, planKind } from './plan-kind.ts';

/** A workspace as one plan of it leaves it, or as a claim plan finds it. */
export interface BuiltWorkspace {
  /** Whether it is a prebuild, nobody's workspace yet. */
  readonly isPrebuild: boolean;
  /** Addresses of its managed resources. */
  readonly resources: readonly string[];
  readonly configuration: PlanConfiguration | undefined;
}

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
