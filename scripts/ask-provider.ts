import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A data source of the provider `coder/coder`, as Terraform's JSON syntax writes it. */
export interface Question {
  readonly type: string;
  readonly arguments: Readonly<Record<string, unknown>>;
  /** Environment variables that only this question reads. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** `undefined` for what the provider accepts, else what it says. */
export type Answer = string | undefined;

/** Plans many questions in one template; the order of the answers is that of the questions. */
export function askProvider(version: string, questions: readonly Question[]): readonly Answer[] {
  // The time of a plan grows with the square of its errors.
  const starts = Array.from({ length: Math.ceil(questions.length / BATCH) }, (_, batch) => batch * BATCH);
  return starts.flatMap((start) => askBatch(version, questions.slice(start, start + BATCH)));
}

const BATCH = 250;

function askBatch(version: string, questions: readonly Question[]): readonly Answer[] {
  const directory = mkdtempSync(join(tmpdir(), 'ask-provider-'));
  try {
    // Terraform quotes the whole line of an error, so no line may be long.
    writeFileSync(join(directory, 'main.tf.json'), JSON.stringify(templateOf(version, questions), null, 1));
    const environment = Object.assign({}, process.env, ...questions.map((question) => question.environment ?? {}));
    terraform(directory, environment, ['init', '-input=false', '-no-color']);
    const stream = terraform(directory, environment, ['plan', '-input=false', '-json', '-lock=false']);
    return answersIn(stream, questions);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function templateOf(version: string, questions: readonly Question[]): unknown {
  const data: Record<string, Record<string, unknown>> = {};
  for (const [index, question] of questions.entries()) {
    data[question.type] ??= {};
    Object.assign(data[question.type] ?? {}, { [`q${index}`]: escapeTemplates(question.arguments) });
  }
  return {
    terraform: { required_providers: { coder: { source: 'coder/coder', version } } },
    data,
  };
}

/** Terraform reads `${` and `%{` in every string. */
function escapeTemplates(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll(/[$%](?=\{)/g, (sign) => sign + sign);
  if (Array.isArray(value)) return value.map(escapeTemplates);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, escapeTemplates(each)]));
}

function terraform(cwd: string, env: NodeJS.ProcessEnv, args: readonly string[]): string {
  const { stdout, error } = spawnSync('terraform', args, { cwd, env, encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (error !== undefined) throw error;
  return stdout;
}

interface Line {
  readonly type?: string;
  readonly diagnostic?: {
    readonly severity: string;
    readonly summary: string;
    readonly detail: string;
    readonly address?: string;
  };
}

function answersIn(stream: string, questions: readonly Question[]): readonly Answer[] {
  const answers = new Map<string, string>();
  for (const text of stream.split('\n').filter((line) => line.startsWith('{'))) {
    const { diagnostic } = JSON.parse(text) as Line;
    if (diagnostic?.severity !== 'error') continue;
    if (diagnostic.address === undefined) throw new Error(`An error without an address: ${diagnostic.summary}`);
    const said = [diagnostic.summary, diagnostic.detail].filter((part) => part !== '').join(': ');
    if (!answers.has(diagnostic.address)) answers.set(diagnostic.address, said);
  }
  if (
    !stream.includes('"type":"planned_change"') &&
    !stream.includes('"type":"change_summary"') &&
    answers.size === 0
  ) {
    throw new Error('Terraform planned nothing and said nothing.');
  }
  return questions.map(({ type }, index) => answers.get(`data.${type}.q${index}`));
}
