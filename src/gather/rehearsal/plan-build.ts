import type { Environment } from './claim/environment.ts';
import type { FirstPlan } from './settle/settle-preset.ts';
import type { TemplateRun } from './template-run.ts';
import type { Failure, Stage } from './terraform/failure.ts';
import { failureAt, isFailure } from './terraform/planner.ts';

type FirstStage = Extract<Stage, 'import' | 'prebuild'>;

/** A build on no state at all. A plan that failed may have been saved: then there are both. */
export interface BuildPlan {
  readonly first: FirstPlan | undefined;
  readonly failure: Failure | undefined;
}

/** Whether the build can be planned at all. */
export async function failureOnNothing(
  run: TemplateRun,
  stage: FirstStage,
  name: string,
  environment: Environment,
): Promise<Failure | undefined> {
  const planned = await run.planner.plan({ stage, environment, state: run.file(`${name}-nothing.tfstate`), name });
  if (planned.kind === 'failed') return planned.failure;
  return planned.kind === 'errored' ? failureAt(stage, planned.diagnostics) : undefined;
}

export async function planOnNothing(
  run: TemplateRun,
  stage: FirstStage,
  name: string,
  environment: Environment,
): Promise<BuildPlan> {
  const planned = await run.planner.plan({ stage, environment, state: run.file(`${name}-nothing.tfstate`), name });
  if (planned.kind === 'failed') return { first: undefined, failure: planned.failure };
  const failure = planned.kind === 'errored' ? failureAt(stage, planned.diagnostics) : undefined;
  const document = await planned.reading?.document();
  if (document === undefined || isFailure(document)) return { first: undefined, failure: failure ?? document };
  return { first: planned.reading && { reading: planned.reading, document }, failure };
}

export function unreadable(stage: Stage): Failure {
  return { stage, cause: 'terraform-output-unreadable', diagnostics: [] };
}
