import type { NotChecked } from '../../model/judgement/outcome.ts';
import type { Plan } from '../../model/plan/plan.ts';
import { allEnded } from './all-ended.ts';
import { prebuildEnvironment, REHEARSED_WORKSPACE } from './claim/environment.ts';
import { planOnNothing, unreadable } from './plan-build.ts';
import { planStart } from './plan-import.ts';
import { type PlannedPreset, plannedPresets } from './template/preset-scripts.ts';
import { gap, type TemplateRun } from './template-run.ts';
import { isFailure } from './terraform/planner.ts';

/** A template as the import shows it, without any state. */
export interface TemplatePlans {
  /** Undefined where it cannot be planned. */
  readonly plan: Plan | undefined;
  /** With the values of a preset, by its name, where those may bring other parameters about. */
  readonly underPresets: ReadonlyMap<string, Plan>;
  readonly gaps: readonly NotChecked[];
}

export function notPlanned(reason: NotChecked): TemplatePlans {
  return { plan: undefined, underPresets: new Map(), gaps: [reason] };
}

/** Presets and parameters are all that is wanted, so that one plan is enough where no condition hides a parameter. */
export async function planTemplate(run: TemplateRun): Promise<TemplatePlans> {
  run.tell(undefined, 'planning the import');
  const { first, failure } = await planStart(run);
  const plan = await first?.reading.plan();
  if (first === undefined || plan === undefined || isFailure(plan)) {
    return notPlanned(gap(run, failure ?? unreadable('import'), undefined));
  }
  const reason = failure === undefined ? undefined : gap(run, failure, undefined);

  const isWhole = reason === undefined && !hasConditions(plan);
  const presets = isWhole ? [] : plannedPresets(first.document).filter(({ parameters }) => parameters.size > 0);
  const under = await allEnded(presets.map((preset, index) => planUnder(run, preset, index)));
  const underPresets = new Map(under.flatMap(({ name, plan }) => (plan === undefined ? [] : [[name, plan] as const])));
  const [stand] = underPresets.values();
  // A template whose plan fails without values may well plan with those of a preset.
  if (reason !== undefined && stand === undefined) return { plan, underPresets, gaps: [reason] };
  return {
    plan: reason === undefined ? plan : (stand ?? plan),
    underPresets,
    gaps: under.flatMap(({ failed }) => (failed === undefined ? [] : [failed])),
  };
}

/** Other values may bring about parameters that this plan does not have. */
function hasConditions({ parameters, declaredParameters = [] }: Plan): boolean {
  return [...parameters, ...declaredParameters].some(({ conditional }) => conditional);
}

interface PlannedUnder {
  readonly name: string;
  readonly plan: Plan | undefined;
  readonly failed: NotChecked | undefined;
}

async function planUnder(run: TemplateRun, { name, parameters }: PlannedPreset, index: number): Promise<PlannedUnder> {
  const environment = prebuildEnvironment(REHEARSED_WORKSPACE, parameters, 'plan', run.options.coderRelease);
  const { first, failure } = await planOnNothing(run, 'prebuild', `preset-${index + 1}-prebuild`, environment);
  const plan = await first?.reading.plan();
  if (failure === undefined && plan !== undefined && !isFailure(plan)) return { name, plan, failed: undefined };
  const cause = failure ?? (plan !== undefined && isFailure(plan) ? plan : unreadable('prebuild'));
  return { name, plan: undefined, failed: gap(run, cause, name) };
}
