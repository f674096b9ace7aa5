import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type FakeStage, type FakeTerraform, fakeTerraform } from '../../support/fake-terraform.ts';

let root: string;
const fakes: FakeTerraform[] = [];
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'killed-'));
});
afterAll(() => {
  for (const pid of fakes.flatMap((fake) => fake.livingProcesses())) process.kill(pid, 'SIGKILL');
  rmSync(root, { recursive: true });
});

function newFake(options: Parameters<typeof fakeTerraform>[1] = {}): FakeTerraform {
  const fake = fakeTerraform(mkdtempSync(join(root, 'fake-')), options);
  fakes.push(fake);
  return fake;
}

interface Run {
  readonly child: ChildProcess;
  /** How it ended: a code, or a signal. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
  readonly stderr: () => string;
}

function rehearse(fake: FakeTerraform, words: readonly string[] = []): Run {
  const child = spawn(
    process.execPath,
    ['src/cli.ts', 'rehearse', fake.template, '--terraform', fake.executable, '--parallelism', '2', ...words],
    { env: { PATH: process.env['PATH'], TMPDIR: fake.temporary }, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk) => {
    stderr += chunk;
  });
  return {
    child,
    ended: new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? code))),
    stderr: () => stderr,
  };
}

async function reached(fake: FakeTerraform, { child, stderr }: Run, ...stages: readonly FakeStage[]): Promise<void> {
  await vi.waitUntil(() => stages.every((stage) => fake.hasReached(stage)) || child.exitCode !== null, {
    timeout: 20_000,
    interval: 20,
  });
  expect(child.exitCode, stderr()).toBe(null);
}

/** The process is killed once Terraform hangs at every one of these stages. */
async function killedAt(
  fake: FakeTerraform,
  stages: readonly FakeStage[],
  signal: NodeJS.Signals,
  words: readonly string[] = [],
) {
  const run = rehearse(fake, words);
  await reached(fake, run, ...stages);
  run.child.kill(signal);
  const end = await run.ended;
  return { end, ...(await fake.cleared()) };
}

const STAGES: readonly FakeStage[] = [
  'version',
  'init',
  'schema',
  'plan-import-start',
  'show-import-start',
  'plan-preset-1-settle-1',
  'plan-preset-1-claim-1',
];
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGKILL'] as const;

describe('a rehearsal that is killed leaves no process and no file', () => {
  it.concurrent.each(STAGES.flatMap((stage) => SIGNALS.map((signal) => ({ stage, signal }))))(
    'at $stage, by $signal',
    async ({ stage, signal }) => {
      const fake = newFake();
      fake.behave(stage, 'a hang');
      expect(await killedAt(fake, [stage], signal)).toEqual({ end: signal, processes: [], files: [] });
    },
  );

  it.concurrent.each(SIGNALS)('by %s, though Terraform heeds no SIGTERM', async (signal) => {
    const fake = newFake();
    fake.behave('plan-import-start', 'a hang that no SIGTERM ends');
    expect(await killedAt(fake, ['plan-import-start'], signal)).toEqual({ end: signal, processes: [], files: [] });
  });

  it.concurrent.each(SIGNALS)('by %s, though only one of two that go on at once heeds SIGTERM', async (signal) => {
    const fake = newFake();
    fake.behave('plan-preset-1-claim-1', 'a hang');
    fake.behave('plan-preset-1-claim-2', 'a hang that no SIGTERM ends');
    const stages = ['plan-preset-1-claim-1', 'plan-preset-1-claim-2'] as const;
    expect(await killedAt(fake, stages, signal)).toEqual({ end: signal, processes: [], files: [] });
  });
});

describe('a prebuild that was applied is destroyed', () => {
  it.concurrent.each([
    { stage: 'apply-preset-1', signal: 'SIGINT' },
    { stage: 'apply-preset-1', signal: 'SIGTERM' },
    { stage: 'plan-preset-1-control', signal: 'SIGINT' },
    { stage: 'plan-preset-1-claim-1', signal: 'SIGINT' },
  ] as const)('where $signal ends the run at $stage', async ({ stage, signal }) => {
    const fake = newFake();
    fake.behave(stage, stage.startsWith('apply') ? 'a hang after its answer' : 'a hang');
    expect(await killedAt(fake, [stage], signal, ['--apply'])).toEqual({ end: signal, processes: [], files: [] });
    expect(fake.reached().at(-1)).toBe('destroy-preset-1');
  });

  it.concurrent('by what its apply wrote down of it, for which that is given time', async () => {
    const fake = newFake();
    fake.behave('apply-preset-1', 'a hang that SIGTERM ends in its own time');
    expect(await killedAt(fake, ['apply-preset-1'], 'SIGINT', ['--apply'])).toEqual({
      end: 'SIGINT',
      processes: [],
      files: [],
    });
    expect(fake.finished().at(-1)).toBe('destroy-preset-1');
  });

  it.concurrent('and every other one, too, before the state of any is removed', async () => {
    const fake = newFake({ presets: 2 });
    fake.behave('plan-preset-1-claim-1', 'a hang');
    fake.behave('plan-preset-2-claim-1', 'a hang');
    fake.behave('destroy-preset-2', 'a slow answer');
    const stages = ['plan-preset-1-claim-1', 'plan-preset-2-claim-1'] as const;
    expect(await killedAt(fake, stages, 'SIGINT', ['--apply', '--claimants', 'alice'])).toEqual({
      end: 'SIGINT',
      processes: [],
      files: [],
    });
    expect(fake.finished()).toEqual(expect.arrayContaining(['destroy-preset-1', 'destroy-preset-2']));
  });
});
