import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const RUNS = 21;
const PLAN_BYTES = 100_000;

const directory = mkdtempSync(join(tmpdir(), 'prebuild-guard-bench-'));
const plan = join(directory, 'plan.json');
writeFileSync(plan, planOfSize(PLAN_BYTES));

const commands: Readonly<Record<string, readonly string[]>> = {
  'empty Node': ['-e', '0'],
  'dist/cli.js check': ['dist/cli.js', 'check', plan],
  'dist/index.js': ['dist/index.js'],
};

/** A recorded claim plan, its changes repeated under other addresses. */
function planOfSize(bytes: number): string {
  const recorded = JSON.parse(readFileSync('fixtures/templates/docker-workspace/claim.plan.json', 'utf8'));
  const changes: { address: string }[] = recorded.resource_changes;
  let text = JSON.stringify(recorded);
  for (let copy = 1; text.length < bytes; copy++) {
    recorded.resource_changes = [
      ...recorded.resource_changes,
      ...changes.map((change) => ({ ...change, address: `module.copy[${copy}].${change.address}` })),
    ];
    text = JSON.stringify(recorded);
  }
  return text;
}

function timed(words: readonly string[]): number {
  const env = {
    PATH: process.env['PATH'],
    INPUT_PLAN: plan,
    GITHUB_STEP_SUMMARY: join(directory, 'summary'),
    GITHUB_OUTPUT: join(directory, 'output'),
    GITHUB_WORKSPACE: directory,
  };
  for (const file of ['summary', 'output']) writeFileSync(join(directory, file), '');
  const start = process.hrtime.bigint();
  const { status } = spawnSync(process.execPath, words, { env, stdio: 'ignore' });
  if (status !== 0 && status !== 1) throw new Error(`${words.join(' ')} exited with ${status}`);
  return Number(process.hrtime.bigint() - start) / 1e6;
}

const times = Object.fromEntries(Object.keys(commands).map((name) => [name, [] as number[]]));
for (let run = 0; run < RUNS; run++) {
  for (const [name, words] of Object.entries(commands)) times[name]?.push(timed(words));
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const empty = median(times['empty Node'] ?? []);
console.log(
  `Node ${process.version}, a plan of ${Math.round(PLAN_BYTES / 1000)} KB, medians of ${RUNS} interleaved runs`,
);
for (const [name, values] of Object.entries(times)) {
  const time = median(values);
  console.log(
    `${name.padEnd(18)} ${time.toFixed(0).padStart(5)} ms  ${(time / empty).toFixed(2)} × empty Node, +${(time - empty).toFixed(0)} ms`,
  );
}
rmSync(directory, { recursive: true });
