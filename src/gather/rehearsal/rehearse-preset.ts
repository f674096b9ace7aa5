import { readFile, writeFile } from 'node:fs/promises';
import type { ClaimPlan } from '../../model/judgement/claim-plan.ts';
import type { NotChecked } from '../../model/judgement/outcome.ts';
import type { RefusedBuild, RehearsalControl } from '../../model/judgement/rehearsal.ts';
import type { Plan } from '../../model/plan/plan.ts';
import type { Claimant } from '../requests.ts';
import { importEnvironment, prebuildEnvironment } from './claim/environment.ts';
import { type HandedOver, handOver, tokenToKeep } from './claim/hand-over.ts';
import { agentsOfPrebuild } from './claim/stored-agents.ts';
import { claimPrebuild } from './claim-prebuild.ts';
import { planOnNothing, unreadable } from './plan-build.ts';
import type { Import } from './plan-import.ts';
import { refusedBuild } from './refused-build.ts';
import { applyPreset, prebuildName, withWorkspaceOfItsOwn } from './settle/apply-preset.ts';
import { type FirstPlan, type Prepared, type PresetScript, settlePreset } from './settle/settle-preset.ts';
import { gap, type TemplateRun } from './template-run.ts';
import { builtResources } from './terraform/clear-plan.ts';
import type { Failure } from './terraform/failure.ts';
import { faultOfFailure } from './terraform/fault.ts';
import { isFailure } from './terraform/planner.ts';

/** What the rehearsal of one preset showed, and what kept it from showing all. */
export interface PresetRehearsal {
  readonly claims: readonly ClaimPlan[];
  readonly claimGaps: readonly NotChecked[];
  readonly control: RehearsalControl | undefined;
  readonly controlGaps: readonly NotChecked[];
  readonly refusals: readonly RefusedBuild[];
}

type Imported = Extract<Import, { readonly kind: 'imported' }>;

/** Builds the prebuild of a preset that the import has shown, and claims it. */
export async function rehearsePreset(
  run: TemplateRun,
  given: PresetScript,
  imported: Imported,
  claimants: readonly Claimant[],
): Promise<PresetRehearsal> {
  const script = run.options.apply ? withWorkspaceOfItsOwn(given) : given;
  const environment = prebuildEnvironment(script.workspace, script.parameters, 'plan', run.options.coderRelease);
  run.tell(script.name, 'planning as the prebuilds user');
  const { first, failure } = await planOnNothing(run, 'prebuild', `${script.label}-prebuild`, environment);
  if (first === undefined || failure !== undefined) return notBuilt(run, script, failure ?? unreadable('prebuild'));
  const plan = await first.reading.plan();
  if (isFailure(plan)) return givenUp(gap(run, plan, script.name));

  const perform = (prepared: Prepared): Promise<PresetRehearsal> =>
    claim(run, { script, imported, claimants, first, plan, prepared });
  if (run.options.apply) {
    const own = { ...environment, CODER_WORKSPACE_NAME: prebuildName() };
    const { result, left } = await applyPreset(run, script, own, perform);
    const rehearsal = isFailure(result) ? givenUp(gap(run, result, script.name)) : result;
    return left === undefined ? rehearsal : alsoLacking(rehearsal, gap(run, left, script.name));
  }
  const prepared = await settlePreset(run, script, environment, first);
  return isFailure(prepared) ? givenUp(gap(run, prepared, script.name)) : perform(prepared);
}

interface Built {
  readonly script: PresetScript;
  readonly imported: Imported;
  readonly claimants: readonly Claimant[];
  readonly first: FirstPlan;
  readonly plan: Plan;
  readonly prepared: Prepared;
}

async function claim(run: TemplateRun, built: Built): Promise<PresetRehearsal> {
  const { script, imported, claimants, first, plan, prepared } = built;
  const graph = await run.graph();
  if (isFailure(graph)) return givenUp(gap(run, graph, script.name));
  const agents = agentsOfPrebuild(graph, builtResources(first.document));
  const handedOver = await handedOverBy(run, built, agents);
  const ready = { script, imported: imported.first, claimants, first, plan, prepared, agents, graph, handedOver };
  const { claims, gaps, refusals, ...others } = await claimPrebuild(run, ready);
  const unsettled = prepared.gaps.map((each) => gap(run, each, script.name));
  return {
    claims,
    claimGaps: [...unsettled, ...gaps],
    control: {
      preset: script.name,
      evidence: run.options.apply ? 'measured' : 'rehearsed',
      rounds: prepared.rounds,
      unstable: prepared.control.filter(({ address }) => prepared.unstable.has(address)),
      ...others,
      imported: await importedUnder(run, script, imported),
      prebuild: plan,
      agents,
      lostFiles: handedOver.lostFiles,
    },
    controlGaps: unsettled,
    refusals,
  };
}

/** A made-up state is changed as a refresh changes it; a real one is refreshed by the claim. */
async function handedOverBy(
  run: TemplateRun,
  { script, prepared }: Built,
  agents: RehearsalControl['agents'],
): Promise<HandedOver> {
  const text = await readFile(prepared.state, 'utf8');
  if (run.options.apply) return { state: prepared.state, agentToken: tokenToKeep(text, agents), lostFiles: [] };
  const handedOver = handOver(text, agents, run.isOfSession);
  const state = run.file(`${script.label}-handed-over.tfstate`);
  await writeFile(state, handedOver.state, { mode: 0o600 });
  return { ...handedOver, state };
}

/** Only a parameter behind a condition may come or go with the values of the preset. */
async function importedUnder(run: TemplateRun, script: PresetScript, { plan }: Imported): Promise<Plan> {
  const isConditional = [...plan.parameters, ...(plan.declaredParameters ?? [])].some(({ conditional }) => conditional);
  if (script.parameters.size === 0 || !isConditional) return plan;
  const environment = importEnvironment(script.workspace, 'start', run.options.coderRelease, script.parameters);
  const { first } = await planOnNothing(run, 'import', `${script.label}-import`, environment);
  const under = await first?.reading.plan();
  return under === undefined || isFailure(under) ? plan : under;
}

/** Coder tries to build such a prebuild, too, and fails. */
function notBuilt(run: TemplateRun, script: PresetScript, failure: Failure): PresetRehearsal {
  const given = givenUp(gap(run, failure, script.name));
  if (faultOfFailure(failure) !== 'template') return given;
  return { ...given, refusals: [refusedBuild(run, 'prebuild', failure, { preset: script.name })] };
}

function alsoLacking(rehearsal: PresetRehearsal, reason: NotChecked): PresetRehearsal {
  return { ...rehearsal, claimGaps: [...rehearsal.claimGaps, reason] };
}

function givenUp(reason: NotChecked): PresetRehearsal {
  return { claims: [], claimGaps: [reason], control: undefined, controlGaps: [reason], refusals: [] };
}
