import type { NotChecked } from '../../model/judgement/outcome.ts';
import type { RefusedBuild } from '../../model/judgement/rehearsal.ts';
import type { Plan } from '../../model/plan/plan.ts';
import { say } from '../../model/text.ts';
import { bothEnded } from './all-ended.ts';
import { importEnvironment, prebuildEnvironment, REHEARSED_WORKSPACE } from './claim/environment.ts';
import { type BuildPlan, failureOnNothing, planOnNothing, unreadable } from './plan-build.ts';
import { refusedBuild } from './refused-build.ts';
import type { FirstPlan } from './settle/settle-preset.ts';
import { gap, type TemplateRun } from './template-run.ts';
import type { Failure } from './terraform/failure.ts';
import { faultOfFailure } from './terraform/fault.ts';
import { isFailure } from './terraform/planner.ts';

/** What came of pushing the template. */
export type Import =
  | { readonly kind: 'imported'; readonly first: FirstPlan; readonly plan: Plan }
  /** A server refuses it too. `plan` is what was planned until then. */
  | { readonly kind: 'refused'; readonly refusal: RefusedBuild; readonly plan: Plan | undefined }
  /** It could not be planned here. */
  | { readonly kind: 'gap'; readonly reason: NotChecked; readonly plan: Plan | undefined };

/**
 * Plans the template as Coder does when it is pushed: nobody owns it, nothing
 * says that it is a prebuild, and no parameter has a value. What the start shows
 * of presets and parameters is what the server keeps.
 */
export async function planImport(run: TemplateRun): Promise<Import> {
  run.tell(undefined, 'planning the import');
  const [{ first, failure }, failureAtStop] = await bothEnded(planStart(run), failureOfStop(run));
  const plan = await first?.reading.plan();
  const shown = plan === undefined || isFailure(plan) ? undefined : plan;
  if (failure !== undefined) return afterFailure(run, failure, 'start', shown);
  if (failureAtStop !== undefined) return afterFailure(run, failureAtStop, 'stop', shown);
  if (first !== undefined && shown !== undefined) return { kind: 'imported', first, plan: shown };
  const cause = plan !== undefined && isFailure(plan) ? plan : unreadable('import');
  return { kind: 'gap', reason: gap(run, cause, undefined), plan: undefined };
}

/** Alone, for what a template has; not for whether Coder takes it. */
export function planStart(run: TemplateRun): Promise<BuildPlan> {
  const environment = importEnvironment(REHEARSED_WORKSPACE, 'start', run.options.coderRelease);
  return planOnNothing(run, 'import', 'import-start', environment);
}

function failureOfStop(run: TemplateRun): Promise<Failure | undefined> {
  const environment = importEnvironment(REHEARSED_WORKSPACE, 'stop', run.options.coderRelease);
  return failureOnNothing(run, 'import', 'import-stop', environment);
}

async function afterFailure(
  run: TemplateRun,
  failure: Failure,
  transition: 'start' | 'stop',
  plan: Plan | undefined,
): Promise<Import> {
  const fault = faultOfFailure(failure);
  const isRefused = fault === 'template' || (fault === 'unclear' && (await isPlannedByPrebuildsUser(run)));
  return isRefused
    ? { kind: 'refused', refusal: refusedBuild(run, 'import', failure, { transition }), plan }
    : { kind: 'gap', reason: gap(run, failure, undefined), plan };
}

/** The same place can plan the template, only not as an import: then it is no lack of the place. */
async function isPlannedByPrebuildsUser(run: TemplateRun): Promise<boolean> {
  const environment = prebuildEnvironment(REHEARSED_WORKSPACE, new Map(), 'plan', run.options.coderRelease);
  return (await failureOnNothing(run, 'prebuild', 'template-prebuild', environment)) === undefined;
}

/** Why nothing is said of the claims of a version that nobody can push. */
export function notImported(): NotChecked {
  return {
    code: 'import-fails',
    detail: ['Coder refuses this version at the push, so no claim of it was rehearsed.'],
    remedy: say`Fix what ${'import-fails'} reports, then rehearse again.`,
  };
}
