import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NotChecked } from '../../../model/judgement/outcome.ts';
import { joined, plain, say } from '../../../model/text.ts';
import { type Environment, runningAgentToken } from '../claim/environment.ts';
import { parseLiveState } from '../state/live-state.ts';
import { gap, type TemplateRun } from '../template-run.ts';
import type { Failure } from '../terraform/failure.ts';
import { failureAt, isFailure } from '../terraform/planner.ts';
import { controlOf } from './control.ts';
import type { Prepared, PresetScript } from './settle-preset.ts';

export interface Applied<Result> {
  readonly result: Result | Failure;
  /** Something was not destroyed, and somebody has to know. */
  readonly left: Failure | undefined;
}

/**
 * Applies the prebuild in earnest, hands it to `perform`, and destroys it again
 * whatever comes of that: also where only a part of it was made, and where the
 * run is interrupted meanwhile. Until then its state lies outside of the private
 * directory, which goes with this process, however that ends.
 */
export async function applyPreset<Result>(
  run: TemplateRun,
  script: Pick<PresetScript, 'name' | 'label'>,
  environment: Environment,
  perform: (prepared: Prepared) => Promise<Result>,
): Promise<Applied<Result>> {
  const directory = await mkdtemp(join(tmpdir(), 'prebuild-guard-applied-'));
  const state = join(directory, `${script.label}-applied.tfstate`);
  let left: Failure | undefined;
  let result: Result | Failure;
  try {
    result = await applied(run, script, environment, state, perform);
  } finally {
    run.tell(script.name, 'destroying what was applied');
    const failure = await run.terraform.destroy(environment, state);
    left = failure === undefined ? undefined : { ...failure, cause: 'not-destroyed', names: [state] };
    if (left === undefined) await rm(directory, { recursive: true, force: true });
    // Where the run was ended there will be no report that could say it.
    else run.tell(script.name, notDestroyed(gap(run, left, script.name)));
  }
  return { result, left };
}

/** What is really made must not meet what another run makes on the same engine at the same time. */
export function withWorkspaceOfItsOwn(script: PresetScript): PresetScript {
  return { ...script, workspace: { ...script.workspace, id: randomUUID() } };
}

/** As Coder names a prebuild: with 15 random letters and digits. */
export function prebuildName(): string {
  return `prebuild-${Array.from(randomBytes(15), (byte) => NAME_SIGNS[byte % NAME_SIGNS.length]).join('')}`;
}

const NAME_SIGNS = 'abcdefghijklmnopqrstuvwxyz234567';

/** With what to do, because this may be the last that is heard of it. */
function notDestroyed({ detail, remedy }: NotChecked): string {
  return plain(joined([detail, remedy]));
}

async function applied<Result>(
  run: TemplateRun,
  { name: preset, label }: Pick<PresetScript, 'name' | 'label'>,
  environment: Environment,
  state: string,
  perform: (prepared: Prepared) => Promise<Result>,
): Promise<Result | Failure> {
  const command = `terraform destroy -state=${state}`;
  run.tell(
    preset,
    plain(say`applying the prebuild; should this be killed, ${command} in the template's directory clears away`),
  );
  const failure = await run.terraform.apply(environment, state);
  if (failure !== undefined) return failure;
  const live = parseLiveState(await readFile(state, 'utf8'));
  if (live === undefined) return { stage: 'apply', cause: 'terraform-output-unreadable', diagnostics: [] };
  const { objects, agentTokens } = live;
  const agentToken = agentTokens.length === 1 ? agentTokens[0] : undefined;

  const planned = await run.planner.plan({
    stage: 'settle',
    environment: { ...environment, ...runningAgentToken(agentToken) },
    state,
    // Read again, several agents would all get new tokens, which only a claim does to them.
    refresh: agentTokens.length < 2,
    name: `${label}-control`,
  });
  if (planned.kind === 'failed') return planned.failure;
  if (planned.kind === 'errored') return failureAt('settle', planned.diagnostics);
  const prepared = { state, rounds: 1, agentToken, gaps: [], madeUp: [] };
  if (!planned.hasChanges) return perform({ ...prepared, control: [], unstable: new Set() });

  const document = await planned.reading.document();
  if (isFailure(document)) return document;
  const plan = await planned.reading.plan();
  if (isFailure(plan)) return plan;
  const schemas = await run.schemas.schemasFor(document);
  if (isFailure(schemas)) return schemas;
  const { unstable, unsettled } = controlOf(document, objects, schemas);
  // On a real state there is no rehearsal to blame: what changes again changes at every build.
  const moving = new Set([...unstable, ...unsettled]);
  return perform({
    ...prepared,
    control: plan.changes.filter(({ address }) => moving.has(address)),
    unstable: moving,
  });
}
