import type { ClaimPlan } from '../../model/judgement/claim-plan.ts';
import type { NotChecked } from '../../model/judgement/outcome.ts';
import type { RefusedBuild } from '../../model/judgement/rehearsal.ts';
import type { Plan } from '../../model/plan/plan.ts';
import type { Choice } from './claim/choices.ts';
import { resolvedParameters } from './claim/claimants.ts';
import { claimEnvironment, type ParameterValues } from './claim/environment.ts';
import type { Persona } from './claim/persona.ts';
import { storedAgents } from './claim/stored-agents.ts';
import type { ReadyPrebuild } from './ready-prebuild.ts';
import { refusedBuild } from './refused-build.ts';
import { withoutControl } from './settle/without-control.ts';
import { gap, type TemplateRun } from './template-run.ts';
import { builtResources, type ClearPlan, declares } from './terraform/clear-plan.ts';
import type { Failure } from './terraform/failure.ts';
import { faultOf } from './terraform/fault.ts';
import { isFailure } from './terraform/planner.ts';

export interface ClaimRequest {
  readonly persona: Persona;
  /** All values that the claim is built with. */
  readonly parameters: ParameterValues;
  /** The one that the claimant set otherwise. */
  readonly choice: Choice | undefined;
}

/** What came of planning one claim. */
export interface Claimed {
  /** Of a claim that failed, what was planned until then. */
  readonly claim: ClaimPlan | undefined;
  /** Values in clear, of a claim that was planned whole. */
  readonly document: ClearPlan | undefined;
  /** The claim fails on a real server, too. */
  readonly refusal: RefusedBuild | undefined;
  /** It fails in words that nobody knows: who compares it with another that did not may blame the difference. */
  readonly suspicion: RefusedBuild | undefined;
  readonly failure: NotChecked | undefined;
}

/** Plans claims of one prebuild, each in the environment of its claimant. */
export function claimPlanner(run: TemplateRun, ready: ReadyPrebuild) {
  const { script, first, plan: prebuild, prepared, graph, agents, handedOver } = ready;
  const previous = resolvedParameters(first.document);
  const isAsking = declares(first.document, ASKING);
  let count = 0;

  return async ({ persona, parameters, choice }: ClaimRequest): Promise<Claimed> => {
    count++;
    const whose = `planning the claim of ${persona.username}`;
    run.tell(script.name, choice === undefined ? whose : `${whose}, who sets ${choice.name} otherwise`);
    const context = { preset: script.name, persona: persona.username, parameter: choice };
    const planned = await run.planner.plan({
      stage: 'claim',
      environment: claimEnvironment(
        script.workspace,
        { persona, parameters, previous, agentToken: handedOver.agentToken },
        run.options.coderRelease,
      ),
      state: handedOver.state,
      refresh: run.options.apply,
      madeUp: prepared.madeUp,
      name: `${script.label}-claim-${count}`,
    });
    const claimOf = (plan: Plan, document: ClearPlan | undefined): ClaimPlan => ({
      plan: withoutControl(plan, prepared.control),
      evidence: run.options.apply ? 'measured' : 'rehearsed',
      context,
      ...(document === undefined ? {} : { agents: storedAgents(graph, builtResources(document)) }),
    });
    const unplanned = (failure: Failure): Claimed => ({ ...NOTHING, failure: gap(run, failure, script.name) });

    if (planned.kind === 'failed') return unplanned(planned.failure);
    if (planned.kind === 'planned' && !planned.hasChanges && !isAsking) {
      const claim = { ...claimOf({ ...prebuild, changes: [] }, undefined), agents: agents.stored };
      return { ...NOTHING, claim, document: first.document };
    }
    const plan = await planned.reading?.plan();
    if (planned.kind === 'errored') {
      const failure: Failure = { stage: 'claim', cause: 'claim-fails', diagnostics: planned.diagnostics };
      const fault = faultOf(planned.diagnostics);
      const refused = refusedBuild(run, 'claim', failure, context);
      return {
        ...unplanned(failure),
        claim: plan === undefined || isFailure(plan) ? undefined : claimOf(plan, undefined),
        refusal: fault === 'template' ? refused : undefined,
        suspicion: fault === 'unclear' ? refused : undefined,
      };
    }
    const document = await planned.reading.document();
    if (plan === undefined || isFailure(plan)) return unplanned(plan ?? UNREADABLE);
    if (isFailure(document)) return unplanned(document);
    return { ...NOTHING, claim: claimOf(plan, document), document };
  };
}

/** What a claim may read otherwise than the prebuild; without any of these a claim that changes nothing tells nothing. */
const ASKING = ['coder_parameter', 'coder_external_auth', 'coder_git_auth', 'coder_secret'];

const UNREADABLE: Failure = { stage: 'claim', cause: 'terraform-output-unreadable', diagnostics: [] };

const NOTHING: Claimed = {
  claim: undefined,
  document: undefined,
  refusal: undefined,
  suspicion: undefined,
  failure: undefined,
};
