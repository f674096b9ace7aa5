import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type FakeTerraform, fakeTerraform } from '../support/fake-terraform.ts';

let root: string;
let repository: string;
let fake: FakeTerraform;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'baseline-'));
  mkdirSync(join(root, 'fake'));
  fake = fakeTerraform(join(root, 'fake'));
  repository = join(root, 'repository');
  git(root, 'init', '--quiet', '--initial-branch=main', 'repository');
  writeFileSync(join(repository, 'README.md'), 'Templates\n');
  commit();
  cpSync(fake.template, join(repository, 'templates/docker'), { recursive: true });
  commit();
});
afterEach(() => rmSync(root, { recursive: true }));

function git(directory: string, ...words: readonly string[]): void {
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...words], { cwd: directory });
}

function commit(): void {
  git(repository, 'add', '--all');
  git(repository, 'commit', '--quiet', '--message', 'more');
}

function start(...words: readonly string[]) {
  const child = spawn(
    process.execPath,
    [resolve('src/cli.ts'), 'rehearse', 'templates/docker', '--terraform', fake.executable, ...words],
    { cwd: repository, env: { PATH: process.env['PATH'], TMPDIR: fake.temporary }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const printed = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (chunk) => {
      printed[stream] += chunk;
    });
  }
  const ended = new Promise<number | NodeJS.Signals | null>((done) =>
    child.once('close', (code, signal) => done(signal ?? code)),
  );
  return { child, printed, ended };
}

async function judged(baseline: string) {
  const { printed, ended } = start('--baseline', baseline, '--format', 'json');
  const code = await ended;
  const report = JSON.parse(printed.stdout);
  const rule = report.rules.find(({ id }: { id: string }) => id === 'immutable-parameter-changed');
  return { code, report, state: rule.state };
}

describe('A rehearsal with a Git ref as its baseline', () => {
  it('plans the template of that commit as well, and compares the two', async () => {
    const { state, report } = await judged('HEAD');
    expect(state).toBe('checked');
    expect(report.errors).toEqual([]);
    expect(fake.reached().filter((stage) => stage === 'plan-import-start')).toHaveLength(2);
    expect(fake.leftovers()).toEqual([]);
  });

  it('has nothing to compare where the commit is older than the template', async () => {
    const { state, report } = await judged('HEAD~1');
    expect(state).toBe('not-configured');
    expect(report.notices).toEqual([
      { input: 'templates/docker', text: 'The template is not in `HEAD~1`, so there is nothing to compare it with.' },
    ]);
    expect(fake.leftovers()).toEqual([]);
  });

  it('says of a ref that is not there what is wrong with it', async () => {
    const { code, report } = await judged('origin/main');
    expect(code).not.toBe(0);
    expect(report.errors).toEqual([
      {
        input: 'origin/main',
        message:
          'Baseline `origin/main` is neither a file nor a commit, branch or tag of this repository; give the path of a plan, a ref such as `origin/main`, or `coder`.',
      },
    ]);
    expect(fake.leftovers()).toEqual([]);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)('leaves nothing behind after %s', async (signal) => {
    const { child, ended } = start('--baseline', 'HEAD');
    await vi.waitUntil(() => fake.hasReached('plan-preset-1-claim-1'), { timeout: 20_000, interval: 20 });
    fake.behave('init', 'a hang');
    const inits = () => fake.reached().filter((stage) => stage === 'init').length;
    await vi.waitUntil(() => inits() === 2, { timeout: 20_000, interval: 20 });
    child.kill(signal);
    expect(await ended).toBe(signal);
    expect(await fake.cleared()).toEqual({ processes: [], files: [] });
  });
});
