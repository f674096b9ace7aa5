import { stat } from 'node:fs/promises';
import type { TerraformVersion } from '../../../model/judgement/rehearsal.ts';
import type { Environment } from '../claim/environment.ts';
import { causeAt } from './cause-of.ts';
import { type Diagnostic, parseErrorText, parsePlanStream, plainDiagnostic } from './diagnostic.ts';
import type { Failure, Stage } from './failure.ts';
import type { Command, Exit, Launch } from './launch.ts';

export interface TerraformSettings {
  readonly executable: string;
  readonly directory: string;
  /** For `init`, which runs no code of the template. */
  readonly installEnvironment: Environment;
  /** For everything else. */
  readonly providerEnvironment: Environment;
  readonly variableFiles: readonly string[];
  readonly timeoutMs: number;
  readonly launch: Launch;
  readonly signal: AbortSignal;
}

export interface PlanRequest {
  readonly stage: Stage;
  /** Variables of the build. */
  readonly environment: Environment;
  /** The file that holds the state; it need not be there. */
  readonly state: string;
  /** Whether what exists is read again first. */
  readonly refresh: boolean;
  /** Where the plan is saved. */
  readonly out: string;
  /** Awaited right before Terraform starts. */
  readonly beforehand?: (() => Promise<void>) | undefined;
}

/** What planning came to. A plan that failed may have been saved all the same, with what was planned until then. */
export type PlanResult =
  | { readonly kind: 'planned'; readonly hasChanges: boolean }
  | { readonly kind: 'errored'; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Nothing where it worked. */
export type Outcome = Failure | undefined;

export interface Terraform {
  init(): Promise<Outcome>;
  /** Schemas of all providers of the template, into a file. */
  writeSchemas(file: string): Promise<Outcome>;
  plan(request: PlanRequest): Promise<PlanResult>;
  /** The JSON of a saved plan, into a file. */
  show(stage: Stage, savedPlan: string, file: string): Promise<Outcome>;
  apply(environment: Environment, state: string): Promise<Outcome>;
  destroy(environment: Environment, state: string): Promise<Outcome>;
}

const APPLY_GRACE_MS = 60_000;

/** The version in its first line: `Terraform v1.11.4`. */
export async function readVersion(
  settings: Pick<
    TerraformSettings,
    'executable' | 'directory' | 'providerEnvironment' | 'launch' | 'signal' | 'timeoutMs'
  >,
): Promise<TerraformVersion | Failure> {
  const exit = await settings.launch(
    {
      executable: settings.executable,
      arguments: ['version'],
      directory: settings.directory,
      environment: settings.providerEnvironment,
      timeoutMs: settings.timeoutMs,
    },
    settings.signal,
  );
  if (exit.kind !== 'exited') return failureOf('start', exit, [settings.executable]);
  if (exit.code !== 0) return unexplained('start', exit);
  const match = /^(Terraform|OpenTofu) v(\d+\.\d+\S*)/m.exec(exit.stdout);
  if (match === null) return { stage: 'start', cause: 'terraform-output-unreadable', diagnostics: [] };
  return { product: match[1] === 'OpenTofu' ? 'OpenTofu' : 'Terraform', version: match[2] ?? '' };
}

export function createTerraform(settings: TerraformSettings): Terraform {
  const { launch, signal, variableFiles } = settings;
  const variables = variableFiles.map((file) => `-var-file=${file}`);

  const commandOf = (words: readonly string[], environment: Environment, outputFile?: string): Command => ({
    executable: settings.executable,
    arguments: words,
    directory: settings.directory,
    environment,
    timeoutMs: settings.timeoutMs,
    ...(outputFile === undefined ? {} : { outputFile }),
  });
  /** What it makes or destroys at this moment it has to write down, or nobody knows of it. */
  const applying = (words: readonly string[], build: Environment): Command => ({
    ...commandOf([...words, ...variables], { ...settings.providerEnvironment, ...build }),
    graceMs: APPLY_GRACE_MS,
  });
  const run = (words: readonly string[], environment: Environment, outputFile?: string): Promise<Exit> =>
    launch(commandOf(words, environment, outputFile), signal);
  const runProvider = (words: readonly string[], build: Environment, outputFile?: string): Promise<Exit> =>
    run(words, { ...settings.providerEnvironment, ...build }, outputFile);

  return {
    async init() {
      const exit = await run(['init', '-input=false', '-no-color'], settings.installEnvironment);
      return plainOutcome('init', exit);
    },

    async writeSchemas(file) {
      return plainOutcome('schema', await runProvider(['providers', 'schema', '-json'], {}, file));
    },

    async plan({ stage, environment, state, refresh, out, beforehand }) {
      const words = [
        'plan',
        '-json',
        '-input=false',
        '-lock=false',
        `-refresh=${refresh}`,
        `-state=${state}`,
        `-out=${out}`,
      ];
      const command = commandOf([...words, ...variables], { ...settings.providerEnvironment, ...environment });
      const exit = await launch(beforehand === undefined ? command : { ...command, beforehand }, signal);
      if (exit.kind !== 'exited') return { kind: 'failed', failure: failureOf(stage, exit) };
      const { errors, hasChanges } = parsePlanStream(exit.stdout);
      if (exit.code === 0 && errors.length === 0 && hasChanges !== undefined) return { kind: 'planned', hasChanges };
      if (errors.length > 0) return { kind: 'errored', diagnostics: errors };
      return { kind: 'failed', failure: unexplained(stage, exit) };
    },

    async show(stage, savedPlan, file) {
      return plainOutcome(stage, await runProvider(['show', '-json', '-no-color', savedPlan], {}, file));
    },

    async apply(environment, state) {
      const words = ['apply', '-json', '-input=false', '-lock=false', '-auto-approve', `-state=${state}`];
      return streamOutcome('apply', await launch(applying(words, environment), signal));
    },

    async destroy(environment, state) {
      const words = ['apply', '-destroy', '-json', '-input=false', '-lock=false', '-auto-approve', `-state=${state}`];
      // Goes on when the run is interrupted: what was applied must not stay.
      return streamOutcome('destroy', await launch(applying(words, environment), new AbortController().signal));
    },
  };
}

/** Whether a failed plan was saved; Terraform does so since 1.6, unless it failed very early. */
export async function isSaved(savedPlan: string): Promise<boolean> {
  try {
    return (await stat(savedPlan)).size > 0;
  } catch {
    return false;
  }
}

function plainOutcome(stage: Stage, exit: Exit): Outcome {
  if (exit.kind !== 'exited') return failureOf(stage, exit);
  if (exit.code === 0) return undefined;
  const all = parseErrorText(exit.stderr);
  if (all.length === 0) return unexplained(stage, exit);
  const diagnostics = all.filter((diagnostic) => !isPreamble(diagnostic));
  const isInvalid = diagnostics.length > 0 && diagnostics.length < all.length;
  return { stage, cause: isInvalid ? 'configuration-invalid' : causeAt(stage, all), diagnostics };
}

/** What `init` says before the errors of a configuration that it cannot read. */
function isPreamble({ summary }: Diagnostic): boolean {
  return /^(?:Terraform|OpenTofu) encountered problems during initiali[sz]ation/.test(summary);
}

function streamOutcome(stage: Stage, exit: Exit): Outcome {
  if (exit.kind !== 'exited') return failureOf(stage, exit);
  const { errors } = parsePlanStream(exit.stdout);
  if (exit.code === 0 && errors.length === 0) return undefined;
  return errors.length === 0 ? unexplained(stage, exit) : { stage, cause: causeAt(stage, errors), diagnostics: errors };
}

function failureOf(stage: Stage, exit: Exclude<Exit, { kind: 'exited' }>, names: readonly string[] = []): Failure {
  switch (exit.kind) {
    case 'timed-out':
      return { stage, cause: 'terraform-timeout', diagnostics: [] };
    case 'not-found':
      return { stage, cause: 'terraform-not-found', diagnostics: [], names };
    case 'crashed':
      return { stage, cause: 'terraform-crashed', diagnostics: parseErrorText(exit.stderr) };
  }
}

/** An exit that no words of Terraform go with. */
function unexplained(stage: Stage, { code, stderr }: Extract<Exit, { kind: 'exited' }>): Failure {
  const diagnostics = parseErrorText(stderr);
  if (diagnostics.length > 0) return { stage, cause: causeAt(stage, diagnostics), diagnostics };
  return {
    stage,
    cause: code === 0 ? 'terraform-output-unreadable' : 'terraform-crashed',
    diagnostics: code === 0 ? [] : [plainDiagnostic(`exit code ${code}`)],
  };
}
