import { randomUUID } from 'node:crypto';
import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { Mirror } from '../mirror.ts';
import {
  ALICE,
  applyEnvironment,
  BOB,
  claimEnvironment,
  importEnvironment,
  type Person,
  prebuildEnvironment,
  type Values,
} from './coder.ts';
import { type StoredPreset, storedPresets } from './presets.ts';
import { parseState } from './state.ts';
import { type Terraform, terraformWith } from './terraform.ts';

/** What Coder would have done with a template, by Terraform alone. */
export type Reality =
  /** Coder refuses the version when it is pushed. */
  | { readonly kind: 'refused'; readonly problem: string }
  | { readonly kind: 'imported'; readonly presets: readonly BuiltPreset[] };

export interface BuiltPreset {
  readonly name: string;
  /** Why the prebuild could not be built; undefined where it was. */
  readonly problem: string | undefined;
  readonly claims: readonly RealClaim[];
}

export interface RealClaim {
  readonly claimant: string;
  /** As `terraform show -json` writes it; what there is of it where it failed. */
  readonly plan: string | undefined;
  readonly problem: string | undefined;
}

export interface ClaimOptions {
  readonly claimants?: readonly Person[];
  /**
   * Parameters that a claim by the form sends as the claimant's own default. A
   * claim by the API alone keeps the values of the prebuild.
   */
  readonly formFills?: readonly string[];
}

/**
 * Imports the template, applies a prebuild of each preset that wants one, and
 * plans a claim by each claimant, all in directories of their own, as Coder
 * does. For templates that need no infrastructure.
 */
export async function claimReally(
  mirror: Mirror,
  template: string,
  { claimants = [ALICE, BOB], formFills = [] }: ClaimOptions = {},
): Promise<Reality> {
  const base = mkdtempSync(join(tmpdir(), 'claim-really-'));
  const work: Work = { base, template, terraform: terraformWith(mirror), installed: openSession(base, template) };
  try {
    const installed = await work.terraform(work.installed, {}, 'init', '-input=false', '-no-color');
    if (!installed.succeeded) return { kind: 'refused', problem: installed.problem };
    const imported = await importVersion(work);
    if ('problem' in imported) return { kind: 'refused', problem: imported.problem };
    const presets: BuiltPreset[] = [];
    for (const preset of imported.presets) presets.push(await buildAndClaim(work, preset, { claimants, formFills }));
    return { kind: 'imported', presets };
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

interface Work {
  readonly base: string;
  readonly template: string;
  readonly terraform: Terraform;
  /** Where `init` ran. */
  readonly installed: string;
}

/** Twice, without a state. The presets are those of the first plan. */
async function importVersion({
  terraform,
  installed,
}: Work): Promise<{ readonly presets: readonly StoredPreset[] } | { readonly problem: string }> {
  const started = await terraform(installed, importEnvironment('start'), ...PLAN);
  if (!started.succeeded) return { problem: started.problem };
  const { output } = await terraform(installed, {}, ...SHOW);
  const stopped = await terraform(installed, importEnvironment('stop'), ...PLAN);
  return stopped.succeeded ? { presets: storedPresets(output) } : { problem: stopped.problem };
}

async function buildAndClaim(
  work: Work,
  { name, values }: StoredPreset,
  { claimants, formFills }: Required<ClaimOptions>,
): Promise<BuiltPreset> {
  const { terraform } = work;
  const workspaceId = randomUUID();
  const session = nextSession(work);
  const environment = prebuildEnvironment(workspaceId, values);
  const without = { name, problem: undefined, claims: [] };
  for (const [env, words] of [
    [environment, PLAN],
    [applyEnvironment(environment), APPLY],
  ] as const) {
    const { succeeded, problem } = await terraform(session, env, ...words);
    if (!succeeded) return { ...without, problem };
  }

  const stateFile = join(session, STATE);
  const { values: built, agentToken, files } = parseState(readFileSync(stateFile, 'utf8'));
  // What the preset sets is stored, whether or not the prebuild has such a parameter.
  const previous = new Map([...built, ...values]);
  const plan = async (person: Person, claimValues: Values): Promise<RealClaim> => {
    const directory = nextSession(work);
    copyFileSync(stateFile, join(directory, STATE));
    const claimed = claimEnvironment(person, workspaceId, claimValues, previous, agentToken);
    const { succeeded, problem } = await terraform(directory, claimed, ...PLAN);
    const shown = await terraform(directory, {}, ...SHOW);
    return {
      claimant: person.username,
      plan: shown.succeeded ? shown.output : undefined,
      problem: succeeded ? undefined : problem,
    };
  };
  try {
    const claims: RealClaim[] = [];
    const open = formFills.filter((parameter) => !values.has(parameter));
    const byForm = new Map([...previous].filter(([parameter]) => !open.includes(parameter)));
    for (const person of claimants) {
      claims.push(await plan(person, previous));
      if (open.length > 0) claims.push(await plan(person, byForm));
    }
    return { ...without, claims };
  } finally {
    for (const file of files.filter(isAbsolute)) rmSync(file, { force: true });
  }
}

function openSession(base: string, template: string): string {
  const session = join(base, `Session${randomUUID()}`);
  cpSync(template, session, { recursive: true });
  return session;
}

/** Another directory with the same template, for which nothing is installed again. */
function nextSession({ base, template, installed }: Work): string {
  const session = openSession(base, template);
  for (const entry of ['.terraform', '.terraform.lock.hcl']) {
    cpSync(join(installed, entry), join(session, entry), { recursive: true, verbatimSymlinks: true });
  }
  return session;
}

const STATE = 'terraform.tfstate';
const SAVED = 'terraform.tfplan';
const PLAN = ['plan', '-input=false', '-no-color', '-refresh=true', `-out=${SAVED}`];
const SHOW = ['show', '-json', '-no-color', SAVED];
const APPLY = ['apply', '-input=false', '-no-color', '-auto-approve', SAVED];
