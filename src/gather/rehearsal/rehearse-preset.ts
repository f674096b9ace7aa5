import type { ClaimContext, ClaimPlan } from '../../model/judgement/claim-plan.ts';
import type { NotChecked } from '../../model/judgement/outcome.ts';
import type { PrebuildAgents, RehearsalControl } from '../../model/judgement/rehearsal.ts';
import type { Plan } from '../../model/plan/plan.ts';
import type { Parameter } from '../../model/template/template.ts';
import { allEnded } from './all-ended.ts';
import { chooseOtherwise } from './claim/choices.ts';
import { claimantsOf, claimParameters, resolvedParameters, secretEnvironment } from './claim/claimants.ts';
import { claimEnvironment, prebuildEnvironment } from './claim/environment.ts';
import type { Persona } from './claim/persona.ts';
import { applyPreset, prebuildName, withWorkspaceOfItsOwn } from './settle/apply-preset.ts';
import { type FirstPlan, type Prepared, type PresetScript, settlePreset } from './settle/settle-preset.ts';
import { withoutControl } from './settle/without-control.ts';
import { gap, type TemplateRun } from './template-run.ts';
import type { Failure } from './terraform/failure.ts';
import { failureAt, isFailure } from './terraform/planner.ts';

/** What the rehearsal of one preset showed, and what kept it from showing all. */
export interface PresetRehearsal {
  /** As the prebuilds user plans it; undefined where that cannot be planned. */
  readonly plan: Plan | undefined;
  readonly claims: readonly ClaimPlan[];
  readonly claimGaps: readonly NotChecked[];
  readonly control: RehearsalControl | undefined;
  readonly controlGaps: readonly NotChecked[];
}

export async function rehearsePreset(
  run: TemplateRun,
  given: PresetScript,
  known: FirstPlan | undefined,
): Promise<PresetRehearsal> {
  const script = run.options.apply ? withWorkspaceOfItsOwn(given) : given;
  const environment = prebuildEnvironment(script.workspace, script.parameters);
  const { first, failure } = known === undefined ? await planFirst(run, script) : { first: known, failure: undefined };
  if (first === undefined || failure !== undefined) {
    const cause: Failure = failure ?? { stage: 'prebuild', cause: 'terraform-output-unreadable', diagnostics: [] };
    return givenUp(gap(run, cause, script.name), undefined);
  }
  const plan = await first.reading.plan();
  if (isFailure(plan)) return givenUp(gap(run, plan, script.name), undefined);

  const perform = (prepared: Prepared): Promise<PresetRehearsal> => claim(run, script, first, plan, prepared);
  if (run.options.apply) {
    const own = { ...environment, CODER_WORKSPACE_NAME: prebuildName() };
    const { result, left } = await applyPreset(run, script, own, perform);
    const rehearsal = isFailure(result) ? givenUp(gap(run, result, script.name), plan) : result;
    return left === undefined ? rehearsal : alsoLacking(rehearsal, gap(run, left, script.name));
  }
  const prepared = await settlePreset(run, script, environment, first);
  return isFailure(prepared) ? givenUp(gap(run, prepared, script.name), plan) : perform(prepared);
}

/** Plans as the prebuilds user on no state at all. A plan that failed may have been saved: then there are both. */
export async function planFirst(
  run: TemplateRun,
  { name, label, parameters, workspace }: Omit<PresetScript, 'seeds'>,
): Promise<{ readonly first: FirstPlan | undefined; readonly failure: Failure | undefined }> {
  const environment = prebuildEnvironment(workspace, parameters);
  const state = run.file(`${label}-nothing.tfstate`);
  run.tell(name, 'planning as the prebuilds user');
  const planned = await run.planner.plan({ stage: 'prebuild', environment, state, name: `${label}-prebuild` });
  if (planned.kind === 'failed') return { first: undefined, failure: planned.failure };
  const failure = planned.kind === 'errored' ? failureAt('prebuild', planned.diagnostics) : undefined;
  const document = await planned.reading?.document();
  if (document === undefined || isFailure(document)) return { first: undefined, failure: failure ?? document };
  return { first: planned.reading && { reading: planned.reading, document }, failure };
}

async function claim(
  run: TemplateRun,
  script: PresetScript,
  first: FirstPlan,
  plan: Plan,
  prepared: Prepared,
): Promise<PresetRehearsal> {
  const claimants = claimantsOf(run.options.claimants, first.document);
  const planClaim = claimPlanner(run, script, first, plan, prepared);
  const performed = await allEnded(claimants.map((persona) => planClaim(persona, undefined)));

  const { choices, untried } = await chooseOtherwise(openParameters(plan, script), run.options.maxChoices, (choice) =>
    claimants[0] === undefined
      ? Promise.resolve(undefined)
      : planClaim(claimants[0], choice).then(({ claim }) => claim),
  );
  const unsettled = prepared.gaps.map((each) => gap(run, each, script.name));
  return {
    plan,
    claims: performed.flatMap(({ claim }) => (claim === undefined ? [] : [claim])),
    claimGaps: [...unsettled, ...performed.flatMap(({ failure }) => (failure === undefined ? [] : [failure]))],
    control: {
      preset: script.name,
      evidence: run.options.apply ? 'measured' : 'rehearsed',
      rounds: prepared.rounds,
      unstable: prepared.control.filter(({ address }) => prepared.unstable.has(address)),
      choices,
      untried,
      forms: [],
      imported: plan,
      prebuild: plan,
      agents: agentsOf(plan),
      lostFiles: [],
    },
    controlGaps: unsettled,
  };
}

interface Performed {
  readonly claim: ClaimPlan | undefined;
  readonly failure: NotChecked | undefined;
}

type Choice = NonNullable<ClaimContext['parameter']>;

/** Plans one claim of the prebuild; `choice` is the parameter that the claimant sets otherwise. */
function claimPlanner(run: TemplateRun, script: PresetScript, first: FirstPlan, prebuild: Plan, prepared: Prepared) {
  const parameters = claimParameters(first.document, script.parameters);
  const previous = resolvedParameters(first.document);
  let count = 0;

  return async (persona: Persona, choice: Choice | undefined): Promise<Performed> => {
    count++;
    run.tell(
      script.name,
      `planning the claim of ${persona.username}${choice === undefined ? '' : `, who sets ${choice.name} otherwise`}`,
    );
    const planned = await run.planner.plan({
      stage: 'claim',
      environment: {
        ...claimEnvironment(script.workspace, {
          persona,
          parameters: choice === undefined ? parameters : new Map([...parameters, [choice.name, choice.value]]),
          previous,
          agentToken: prepared.agentToken,
        }),
        ...secretEnvironment(first.document, persona),
      },
      state: prepared.state,
      refresh: run.options.apply,
      madeUp: prepared.madeUp,
      name: `${script.label}-claim-${count}`,
    });
    const claimOf = (plan: Plan): ClaimPlan => ({
      plan: withoutControl(plan, prepared.control),
      evidence: run.options.apply ? 'measured' : 'rehearsed',
      context: { preset: script.name, persona: persona.username, parameter: choice },
    });
    const failed = (failure: Failure, claim?: ClaimPlan): Performed => ({
      claim,
      failure: gap(run, failure, script.name),
    });

    if (planned.kind === 'failed') return failed(planned.failure);
    if (planned.kind === 'planned' && !planned.hasChanges) {
      return { claim: claimOf(withoutChanges(prebuild)), failure: undefined };
    }
    const reading = await planned.reading?.plan();
    if (planned.kind === 'errored') {
      const failure: Failure = { stage: 'claim', cause: 'claim-fails', diagnostics: planned.diagnostics };
      return failed(failure, reading === undefined || isFailure(reading) ? undefined : claimOf(reading));
    }
    if (reading === undefined || isFailure(reading)) {
      return failed(reading ?? { stage: 'claim', cause: 'terraform-output-unreadable', diagnostics: [] });
    }
    return { claim: claimOf(reading), failure: undefined };
  };
}

/** The plan's stream has said that nothing changes, so it need not be shown. */
function withoutChanges(prebuild: Plan): Plan {
  return { ...prebuild, changes: [] };
}

/** What a claimant may choose: mutable, and not set by the preset. */
function openParameters(plan: Plan, { parameters }: PresetScript): readonly Parameter[] {
  return plan.parameters.filter(({ name, mutable }) => mutable && !parameters.has(name));
}

function agentsOf({ changes }: Plan): PrebuildAgents {
  const declared = changes.filter(({ type }) => type === 'coder_agent').map(({ address }) => address);
  return { declared, stored: declared, subAgents: [], isTokenKept: declared.length === 1 };
}

function alsoLacking(rehearsal: PresetRehearsal, reason: NotChecked): PresetRehearsal {
  return { ...rehearsal, claimGaps: [...rehearsal.claimGaps, reason] };
}

function givenUp(reason: NotChecked, plan: Plan | undefined): PresetRehearsal {
  return { plan, claims: [], claimGaps: [reason], control: undefined, controlGaps: [reason] };
}
