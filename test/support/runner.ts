import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type EventName, recordedEvent } from './github/events.ts';
import { type JobLog, readJobLog, type WorkflowCommand } from './workflow-commands.ts';

export interface ActionStep {
  /** Directory that holds `action.yml` and what it runs. */
  readonly action: string;
  readonly workspace: string;
  readonly event: EventName;
  /** Stands for `${{ github.token }}`. */
  readonly token: string;
  readonly apiUrl: string;
  readonly serverUrl: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** Variables beside those of the runner. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface StepResult {
  /** Undefined where the process did not end by itself in time. */
  readonly code: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
  readonly log: JobLog;
  readonly annotations: readonly WorkflowCommand[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

/** Runs an action as GitHub's runner does: one process, its inputs and files, and nothing of our own environment. */
export async function runStep(step: ActionStep): Promise<StepResult> {
  const temp = mkdtempSync(join(tmpdir(), 'runner-'));
  try {
    const files = writeRunnerFiles(temp, step);
    const metadata = readMetadata(step.action);
    const env = { ...runnerEnvironment(temp, step), ...files, ...inputEnvironment(metadata, step) };
    const ended = await runProcess(join(step.action, metadata.runs.main), step.workspace, env);
    const log = readJobLog(ended.stdout);
    return {
      ...ended,
      log,
      annotations: log.commands.filter(({ name }) => ANNOTATIONS.has(name)),
      outputs: parseOutputs(readFileSync(files.GITHUB_OUTPUT, 'utf8')),
      summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8'),
    };
  } finally {
    rmSync(temp, { recursive: true });
  }
}

const ANNOTATIONS: ReadonlySet<string> = new Set(['error', 'warning', 'notice']);

const TIME_LIMIT_MS = 60_000;

interface Metadata {
  readonly inputs: Readonly<Record<string, { readonly required?: boolean; readonly default?: string }>>;
  readonly runs: { readonly main: string };
}

function readMetadata(action: string): Metadata {
  return parse(readFileSync(join(action, 'action.yml'), 'utf8'));
}

function writeRunnerFiles(temp: string, { event }: ActionStep) {
  const files = {
    GITHUB_EVENT_PATH: join(temp, 'event.json'),
    GITHUB_OUTPUT: join(temp, 'output'),
    GITHUB_STEP_SUMMARY: join(temp, 'summary.md'),
    GITHUB_ENV: join(temp, 'env'),
    GITHUB_PATH: join(temp, 'path'),
    GITHUB_STATE: join(temp, 'state'),
  };
  for (const path of Object.values(files)) writeFileSync(path, '');
  writeFileSync(files.GITHUB_EVENT_PATH, JSON.stringify(recordedEvent(event).payload));
  return files;
}

function runnerEnvironment(temp: string, step: ActionStep): Record<string, string> {
  const runnerTemp = join(temp, '_temp');
  mkdirSync(runnerTemp);
  return {
    // Without it no process on Windows gets a socket.
    ...(process.env['SystemRoot'] && { SystemRoot: process.env['SystemRoot'] }),
    CI: 'true',
    HOME: temp,
    PATH: process.env['PATH'] ?? '',
    RUNNER_TEMP: runnerTemp,
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTOR: 'mona',
    GITHUB_API_URL: step.apiUrl,
    GITHUB_EVENT_NAME: recordedEvent(step.event).name,
    GITHUB_JOB: 'prebuilds',
    GITHUB_REPOSITORY: 'octo/templates',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: '1658821493',
    GITHUB_SERVER_URL: step.serverUrl,
    GITHUB_SHA: '8f4b2c9ad0c3c1f5e96c1f1a3a2b7d6e5f4c3b2a',
    GITHUB_WORKSPACE: step.workspace,
    ...step.env,
  };
}

/** Every input, given or by default. The runner only warns of one that `action.yml` does not know; in a test it is a slip. */
function inputEnvironment({ inputs }: Metadata, step: ActionStep): Record<string, string> {
  for (const name of Object.keys(step.inputs)) {
    if (inputs[name] === undefined) throw new Error(`action.yml has no input ${name}.`);
  }
  const values = Object.entries(inputs).map(([name, { default: fallback = '' }]) => {
    const value = step.inputs[name] ?? evaluated(fallback, step.token);
    return [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value] as const;
  });
  return Object.fromEntries(values);
}

function evaluated(value: string, token: string): string {
  return value.replaceAll(/\$\{\{\s*(.*?)\s*\}\}/g, (_, expression) => {
    if (expression === 'github.token') return token;
    throw new Error(`The emulated runner does not know ${expression}.`);
  });
}

function runProcess(main: string, workspace: string, env: Record<string, string>) {
  return new Promise<{ code: number | undefined; stdout: string; stderr: string }>((resolve, reject) => {
    const child = spawn(process.execPath, [main], { cwd: workspace, env, timeout: TIME_LIMIT_MS });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr.setEncoding('utf8').on('data', (chunk) => {
      stderr += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? undefined, stdout, stderr }));
  });
}

/** `name<<delimiter`, lines, `delimiter`; or `name=value`. */
function parseOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  const lines = text.split(/\r?\n/);
  for (let line = lines.shift(); line !== undefined; line = lines.shift()) {
    if (line === '') continue;
    const block = /^([^=]+?)<<(.+)$/.exec(line);
    const pair = /^([^=]+)=(.*)$/.exec(line);
    if (block !== null) {
      const end = lines.indexOf(block[2] ?? '');
      if (end < 0) throw new Error(`The output ${block[1]} has no end.`);
      outputs[block[1] ?? ''] = lines
        .splice(0, end + 1)
        .slice(0, -1)
        .join('\n');
    } else if (pair !== null) {
      outputs[pair[1] ?? ''] = pair[2] ?? '';
    } else {
      throw new Error(`${line} is not a step output.`);
    }
  }
  return outputs;
}
