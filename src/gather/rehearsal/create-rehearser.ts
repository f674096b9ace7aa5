import { readFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { basename, resolve, sep } from 'node:path';
import type { NotChecked } from '../../model/judgement/outcome.ts';
import type { Rehearsal, TerraformVersion } from '../../model/judgement/rehearsal.ts';
import { visible } from '../../model/text.ts';
import { UserError } from '../../model/user-error.ts';
import type { Rehearser, StateReader } from '../ports.ts';
import type { RehearsalOptions } from '../requests.ts';
import { notPlanned, planTemplate, type TemplatePlans } from './plan-template.ts';
import { notRehearsed, rehearseTemplate } from './rehearse-template.ts';
import { UncopyableTemplate } from './template/copy-template.ts';
import { DAEMON_CHECK, quietProviders } from './template/provider-overrides.ts';
import { CHECKOUT, openWorkspace, type PlaceTemplate, type Workspace } from './template/workspace.ts';
import type { TemplateRun } from './template-run.ts';
import { concealer, secretTexts } from './terraform/conceal.ts';
import { gapOf } from './terraform/explain-failure.ts';
import type { Failure } from './terraform/failure.ts';
import { findTerraform } from './terraform/find-terraform.ts';
import {
  type HostEnvironment,
  installEnvironment,
  providerEnvironment,
  secretsOfHost,
} from './terraform/host-environment.ts';
import { createLaunch, type Launch } from './terraform/launch.ts';
import { createPlanner, isFailure } from './terraform/planner.ts';
import { createTerraform, readVersion, type TerraformSettings } from './terraform/run-terraform.ts';
import { openSchemaFile } from './terraform/schema/schema-file.ts';
import { SYSTEM_CLOCK } from './terraform/seconds.ts';
import { bounded } from './terraform/slots.ts';

/** What a rehearser needs of the world. */
export interface RehearserEffects {
  readonly host: HostEnvironment;
  readonly platform: string;
  /** Ends every process and removes every private directory. */
  readonly signal: AbortSignal;
  /** Tells a person how far it is. */
  tell(text: string): void;
  /** States of real prebuilds, where those are to be used. */
  readonly states?: StateReader;
  /** Stands between a rehearsal and the processes that it starts. */
  readonly decorate?: (launch: Launch) => Launch;
}

export function createRehearser(options: RehearsalOptions, effects: RehearserEffects): Rehearser {
  return {
    rehearse: (directory, whileInitialised) =>
      workOnCopy<Rehearsal>(directory, () => Promise.resolve(directory), options, effects, {
        given: (reason, version) => notRehearsed(version, reason),
        perform: async (run, version, initialised) => {
          await whileInitialised?.(initialised);
          return rehearseTemplate(run, version, effects.states);
        },
      }),
  };
}

/** Plans the template that `place` puts somewhere, and goes no further. `name` is what the user calls it. */
export function planTemplateOnce(
  name: string,
  place: PlaceTemplate,
  options: RehearsalOptions,
  effects: RehearserEffects,
): Promise<TemplatePlans> {
  return workOnCopy<TemplatePlans>(name, place, options, effects, {
    given: (reason) => notPlanned(reason),
    perform: (run) => planTemplate(run),
  });
}

/** What is done with a template once it is installed, and what comes of one that cannot be. */
interface Work<Result> {
  given(reason: NotChecked, version: TerraformVersion | undefined): Result;
  /** `initialised` is where Terraform was initialised and runs. */
  perform(run: TemplateRun, version: TerraformVersion, initialised: string): Promise<Result>;
}

async function workOnCopy<Result>(
  directory: string,
  place: PlaceTemplate,
  options: RehearsalOptions,
  effects: RehearserEffects,
  work: Work<Result>,
): Promise<Result> {
  const workspace = await copied(directory, place, options);
  try {
    return await workIn(workspace, directory, options, effects, work);
  } finally {
    await workspace.remove();
  }
}

async function copied(directory: string, place: PlaceTemplate, options: RehearsalOptions): Promise<Workspace> {
  try {
    const workspace = await openWorkspace(place, tmpdir());
    await layOver(workspace, options.overrideFiles);
    return workspace;
  } catch (error) {
    if (!(error instanceof UncopyableTemplate)) throw error;
    throw new UserError(
      error.path === directory
        ? `\`${directory}\` is not a template: give a directory that contains \`.tf\` files.`
        : `\`${directory}\` cannot be copied because of \`${placeWithin(error.path)}\`; check that all of it can be read, and that it is no larger than a template.`,
    );
  }
}

/** Of what was checked out, the path in the repository: where it lies for now is nobody's concern. */
function placeWithin(path: string): string {
  return path.split(`${sep}${CHECKOUT}${sep}`).at(-1) ?? path;
}

async function layOver(workspace: Workspace, files: readonly string[]): Promise<void> {
  for (const [index, file] of files.entries()) {
    try {
      await workspace.overrideBy(`${index}_${basename(file).replace(/(?:_override)?\.tf(?:\.json)?$/, '')}`, file);
    } catch {
      await workspace.remove();
      throw new UserError(`\`${file}\` cannot be read; give the path of a \`.tf\` file as \`override\`.`);
    }
  }
}

async function workIn<Result>(
  workspace: Workspace,
  directory: string,
  options: RehearsalOptions,
  effects: RehearserEffects,
  work: Work<Result>,
): Promise<Result> {
  const { host, platform, signal, decorate } = effects;
  const policy = { platform, pass: options.pass };
  const secrets = [
    ...secretsOfHost(host, policy).flatMap(secretTexts),
    ...(await secretsOfFiles(options.variableFiles)),
  ];
  const conceal = concealer(secrets);
  const given = (failure: Failure, version?: TerraformVersion): Result =>
    work.given(gapOf(failure, undefined, conceal), version);

  const executable = await findTerraform(options.executable, host, platform);
  if (executable === undefined) {
    const names = options.executable === undefined ? [] : [options.executable];
    return given({ stage: 'start', cause: 'terraform-not-found', diagnostics: [], names });
  }
  const start = createLaunch(workspace.lastWill);
  const launch = bounded(decorate?.(start) ?? start, options.parallelism ?? availableParallelism());
  const settings: TerraformSettings = {
    executable,
    directory: workspace.template,
    installEnvironment: installEnvironment(host, policy),
    providerEnvironment: providerEnvironment(host, policy),
    variableFiles: options.variableFiles.map((file) => resolve(file)),
    timeoutMs: options.timeoutMs,
    launch,
    signal,
  };
  const version = await readVersion(settings);
  if (isFailure(version)) return given(version);
  const tell = (preset: string | undefined, text: string): void =>
    effects.tell(preset === undefined ? `${directory}: ${text}` : `${directory}: ${visible(preset)}: ${text}`);
  tell(undefined, `${version.product} ${version.version} installs the providers`);

  const terraform = createTerraform(settings);
  const schemaFile = workspace.file('schemas.json');
  const failure = (await terraform.init()) ?? (await terraform.writeSchemas(schemaFile));
  if (failure !== undefined) return given(failure, version);
  const run: TemplateRun = {
    options,
    terraform,
    planner: createPlanner({
      terraform,
      values: options.values,
      secrets,
      hasPlanTimestamp: await workspace.hasPlanTimestamp(),
      clock: SYSTEM_CLOCK,
      file: workspace.file,
    }),
    schemas: openSchemaFile(schemaFile),
    conceal,
    tell,
    file: workspace.file,
  };
  const quiet = await quietOverride(run, workspace, version.product);
  if (quiet !== undefined) return given(quiet, version);
  return work.perform(run, version, workspace.template);
}

/** No daemon is asked for, as nothing is created; it is where the provider allows to say so. */
async function quietOverride(
  { schemas, options }: TemplateRun,
  workspace: Workspace,
  product: TerraformVersion['product'],
): Promise<Failure | undefined> {
  if (options.apply) return undefined;
  const providers = await schemas.providersWith(DAEMON_CHECK);
  if (isFailure(providers)) return providers;
  const quiet = quietProviders(await workspace.rootModule(product), providers);
  if (quiet !== '') await workspace.override('providers', quiet);
  return undefined;
}

/** Any quoted text in a file of variables may be a secret. */
async function secretsOfFiles(files: readonly string[]): Promise<readonly string[]> {
  const texts = await Promise.all(files.map(readVariables));
  return texts.flatMap(secretTexts);
}

async function readVariables(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new UserError(`\`${file}\` cannot be read; give the path of a \`.tfvars\` file as \`var-file\`.`);
  }
}
