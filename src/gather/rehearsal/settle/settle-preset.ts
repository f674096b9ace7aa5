import { writeFile } from 'node:fs/promises';
import type { ResourceChange } from '../../../model/plan/plan.ts';
import type { Environment, ParameterValues, WorkspaceIdentity } from '../claim/environment.ts';
import { agentTokens, type StateObjects, stateFile, withNewAgentTokens } from '../state/synthesize-state.ts';
import type { TemplateRun } from '../template-run.ts';
import type { ClearPlan } from '../terraform/clear-plan.ts';
import type { Failure } from '../terraform/failure.ts';
import { isFailure, type PlanReader } from '../terraform/planner.ts';
import type { ControlResult } from './control.ts';
import { beginSettling, type Observation, type Settling, type Step, settle } from './settle.ts';

/** One preset to rehearse, or the template without one. */
export interface PresetScript {
  readonly name: string | undefined;
  /** Tells its files apart from those of other presets. */
  readonly label: string;
  readonly parameters: ParameterValues;
  readonly workspace: WorkspaceIdentity;
  /** Values of a real prebuild of it, where there is one. */
  readonly seeds: StateObjects;
}

/** A prebuild that claims can be planned on. */
export interface Prepared {
  /** The file that holds its state. */
  readonly state: string;
  /** Undefined unless it has exactly one agent. */
  readonly agentToken: string | undefined;
  readonly rounds: number;
  /** What planning the same prebuild again still changes. */
  readonly control: readonly ResourceChange[];
  /** Of these, the addresses that the template itself never lets rest; the others are the provider's doing. */
  readonly unstable: ReadonlySet<string>;
  /** Why what still changes says nothing of the template. */
  readonly gaps: readonly Failure[];
  /** Placeholders that stand in the state. */
  readonly madeUp: readonly string[];
}

export interface FirstPlan {
  readonly reading: PlanReader;
  readonly document: ClearPlan;
}

/** Carries out what `settle` decides, until the control experiment is over. */
export async function settlePreset(
  run: TemplateRun,
  { name: preset, label, seeds }: Pick<PresetScript, 'name' | 'label' | 'seeds'>,
  environment: Environment,
  first: FirstPlan,
): Promise<Prepared | Failure> {
  const state = run.file(`${label}.tfstate`);
  const schemas = await run.schemas.schemasFor(first.document);
  if (isFailure(schemas)) return schemas;
  let progress = beginSettling({ plan: first.document, saved: await first.reading.savedObjects() }, schemas, seeds);
  let last: PlanReader | undefined;
  let rounds = 0;

  while (progress.step.kind === 'plan-again') {
    rounds++;
    await writeFile(state, stateFile(progress.step.state), { mode: 0o600 });
    const name = `${label}-settle-${rounds}`;
    run.tell(preset, rounds === 1 ? 'planning the same prebuild again' : `planning it again, round ${rounds}`);
    const planned = await run.planner.plan({
      stage: 'settle',
      environment,
      state,
      name,
      madeUp: placeholdersOf(progress.settling),
    });
    if (planned.kind === 'failed') return planned.failure;
    const observation = await observe(planned);
    if (isFailure(observation)) return observation;
    if (observation.kind === 'changes') {
      last = planned.reading;
      const more = await run.schemas.schemasFor(observation.plan);
      if (isFailure(more)) return more;
    }
    progress = settle(progress.settling, observation);
  }
  return finish(progress.step, { state, rounds, madeUp: placeholdersOf(progress.settling) }, last);
}

type Round = Extract<Awaited<ReturnType<TemplateRun['planner']['plan']>>, { readonly reading: unknown }>;

async function observe(planned: Round): Promise<Observation | Failure> {
  if (planned.kind === 'errored') return { kind: 'refused', diagnostics: planned.diagnostics };
  if (!planned.hasChanges) return { kind: 'no-changes' };
  const plan = await planned.reading.document();
  if (isFailure(plan)) return plan;
  return { kind: 'changes', plan, saved: await planned.reading.savedObjects() };
}

async function finish(
  step: Exclude<Step, { readonly kind: 'plan-again' }>,
  settled: Pick<Prepared, 'state' | 'rounds' | 'madeUp'>,
  last: PlanReader | undefined,
): Promise<Prepared | Failure> {
  if (step.kind === 'give-up') {
    const { cause, diagnostics, names } = step;
    return { stage: 'settle', cause, diagnostics, names };
  }
  const tokens = agentTokens(step.state);
  if (tokens.length > 1) await writeFile(settled.state, stateFile(withNewAgentTokens(step.state)), { mode: 0o600 });
  const control = await controlChanges(step.control, last);
  if (isFailure(control)) return control;
  return {
    ...settled,
    agentToken: tokens.length === 1 ? tokens[0] : undefined,
    control,
    unstable: new Set(step.control.unstable),
    gaps: gapsOf(step.control, settled.rounds),
  };
}

function gapsOf({ unsettled, unfinished }: ControlResult, rounds: number): readonly Failure[] {
  const failure: Failure = { stage: 'settle', cause: 'does-not-settle', diagnostics: [] };
  return [
    ...(unsettled.length === 0 ? [] : [{ ...failure, names: unsettled }]),
    ...(unfinished.length === 0 ? [] : [{ ...failure, names: unfinished, rounds }]),
  ];
}

/** Short ones, such as `true`, may well be real. */
function placeholdersOf({ placeholders }: Settling): readonly string[] {
  return [...new Set(placeholders.map(({ text }) => text))].filter((text) => text.length >= 8);
}

async function controlChanges(
  { unstable, unsettled, unfinished }: ControlResult,
  last: PlanReader | undefined,
): Promise<readonly ResourceChange[] | Failure> {
  const moving = new Set([...unstable, ...unsettled, ...unfinished]);
  if (moving.size === 0 || last === undefined) return [];
  const plan = await last.plan();
  return isFailure(plan) ? plan : plan.changes.filter(({ address }) => moving.has(address));
}
