import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeCoder } from '../support/coder/fake-coder.ts';
import { type LoopbackServer, serve } from '../support/coder/loopback.ts';
import {
  activeVersion,
  createPrebuild,
  finish,
  presetNamed,
  promote,
  pushTemplate,
  pushVersion,
  wait,
} from '../support/coder/operate.ts';
import { ADMIN_TOKEN, emptyWorld, type World } from '../support/coder/world.ts';

let world: World;
let server: LoopbackServer;
let directory: string;
beforeEach(async () => {
  world = emptyWorld();
  server = await serve(new FakeCoder(world));
  directory = mkdtempSync(join(tmpdir(), 'prebuild-guard-history-'));
});
afterEach(async () => {
  await server.close();
  rmSync(directory, { recursive: true });
});

/** A template whose preset failed this often in a row, after this many successes. */
function templateThatFailed(times: number, successes = 1): void {
  const template = pushTemplate(world, 'docker', [{ name: 'Europe', instances: 1 }]);
  const preset = presetNamed(world, template, 'Europe');
  for (let build = 0; build < successes; build++) finish(createPrebuild(world, template, preset), 'succeeded');
  for (let build = 0; build < times; build++) {
    wait(world, 1);
    finish(createPrebuild(world, template, preset), 'failed', 'no such image');
  }
}

function run(words: readonly string[], token = ADMIN_TOKEN) {
  const env = { PATH: process.env['PATH'], CODER_URL: server.url, CODER_SESSION_TOKEN: token };
  return new Promise<{ status: number | null; stdout: string; stderr: string }>((ended) => {
    const child = spawn(process.execPath, ['dist/cli.js', ...words], { env });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => {
      stdout += String(chunk);
    });
    child.stderr.on('data', (chunk) => {
      stderr += String(chunk);
    });
    child.on('close', (status) => ended({ status, stdout, stderr }));
  });
}

describe('the history of a template', () => {
  it.each([
    { failures: 0, status: 0, shows: 'healthy' },
    { failures: 2, status: 0, shows: 'failing' },
    { failures: 3, status: 1, shows: 'hard_limited' },
  ])('with $failures failures in a row exits with $status and says $shows', async ({ failures, status, shows }) => {
    templateThatFailed(failures);
    const result = await run(['history', 'docker']);
    expect(result).toMatchObject({ status, stderr: '' });
    expect(result.stdout).toContain('Europe');
    expect(result.stdout).toContain(shows);
  });

  it('may have another limit, or none', async () => {
    templateThatFailed(3);
    expect((await run(['history', 'docker', '--failure-hard-limit', '4'])).status).toBe(0);
    expect((await run(['history', 'docker', '--failure-hard-limit', '0'])).status).toBe(0);
  });

  it('is the same from a saved file, which holds no token', async () => {
    templateThatFailed(3);
    const file = join(directory, 'history.json');
    await run(['history', 'docker', '--save', file]);
    expect(readFileSync(file, 'utf8')).not.toContain(ADMIN_TOKEN);
    await server.close();
    const result = await run(['history', 'docker', '--history-file', file, '--format', 'json']);
    expect(result.status).toBe(1);
    expect(JSON.parse(result.stdout)).toMatchObject({
      templates: [{ presets: [{ name: 'Europe', status: 'hard_limited' }] }],
    });
  });

  it('stops a run that judges a clean claim plan', async () => {
    templateThatFailed(3);
    const plan = 'fixtures/templates/docker-workspace-fixed/claim.plan.json';
    const result = await run(['check', plan, '--coder-template', 'docker', '--format', 'json']);
    expect(result.status).toBe(1);
    const report = JSON.parse(result.stdout);
    const errors = report.findings.filter(({ severity }: { severity: string }) => severity === 'error');
    expect(errors).toMatchObject([{ ruleId: 'hard-limited-preset', subject: { name: 'Europe' } }]);
    expect(report.rules).toContainEqual(expect.objectContaining({ id: 'resource-replacement', state: 'checked' }));
  });
});

describe('a baseline in Coder', () => {
  const CHANGED = 'fixtures/templates/template-change/plan.json';
  const words = ['check', CHANGED, '--baseline', 'coder', '--coder-template', 'docker', '--format', 'json'];

  it('is the active version, which the change is compared with', async () => {
    const template = pushTemplate(world, 'docker', []);
    const presets = [{ name: 'Go', instances: 1, parameters: { region: 'mars' } }];
    promote(world, template, pushVersion(world, template, presets, [IMMUTABLE_REGION]));
    const report = JSON.parse((await run(words)).stdout);
    const found = report.findings.filter((each: { ruleId: string }) => each.ruleId === 'immutable-parameter-changed');
    expect(JSON.stringify(found)).toContain('the active version `v2`');
    expect(JSON.stringify(found)).toContain('mars');
  });

  it('that cannot be seen leaves the rules that compare unchecked', async () => {
    const report = JSON.parse((await run(words)).stdout);
    expect(report.rules).toContainEqual(
      expect.objectContaining({ id: 'immutable-parameter-changed', state: 'not-checked' }),
    );
  });

  it('needs a template to ask for', async () => {
    const result = await run(['check', CHANGED, '--baseline', 'coder']);
    expect(result).toMatchObject({ status: 2, stderr: expect.stringContaining('coder-template') });
  });
});

/** As the template of the plan has it. */
const IMMUTABLE_REGION = {
  name: 'region',
  type: 'string',
  form_type: 'radio',
  mutable: false,
  default_value: 'mars',
  options: [{ name: 'Mars', value: 'mars' }],
  required: false,
  ephemeral: false,
};

it('prebuilds that cost more than the quota are found', async () => {
  const template = pushTemplate(world, 'docker', [{ name: 'Europe', instances: 1 }]);
  activeVersion(world, template).dailyCost = 10;
  world.budget = 5;
  const plan = 'fixtures/templates/docker-workspace-fixed/claim.plan.json';
  const report = JSON.parse((await run(['check', plan, '--coder-template', 'docker', '--format', 'json'])).stdout);
  expect(report.findings).toContainEqual(expect.objectContaining({ ruleId: 'prebuild-capacity' }));
});

describe('never a false green', () => {
  it.each([
    { name: 'a template that there is not', words: ['history', 'nomad'], token: ADMIN_TOKEN },
    { name: 'a token that nobody has', words: ['history', 'docker'], token: 'wrong' },
  ])('$name is inconclusive', async ({ words, token }) => {
    templateThatFailed(3);
    const result = await run(words, token);
    expect(result.status).toBe(2);
    expect(result.stdout + result.stderr).not.toContain(ADMIN_TOKEN);
  });

  it('a server that is away is inconclusive', async () => {
    await server.close();
    expect((await run(['history', 'docker'])).status).toBe(2);
  });
});

describe('a version that is followed', () => {
  it('ends the wait when it is ready', async () => {
    const template = pushTemplate(world, 'docker', [{ name: 'Europe', instances: 1 }]);
    finish(createPrebuild(world, template, presetNamed(world, template, 'Europe')), 'succeeded');
    const result = await run(['history', 'docker', '--wait', '1m']);
    expect(result.status).toBe(0);
    expect(result.stdout).toMatch(/^Version v1 is ready/);
    expect(result.stdout).toContain('healthy');
    expect(result.stderr).toContain('Version v1 is ready');
  });

  it('ends it with the error when it fails', async () => {
    templateThatFailed(3, 0);
    const result = await run(['history', 'docker', '--wait', '1m']);
    expect(result.status).toBe(1);
    expect(result.stdout).toContain('no such image');
    expect(result.stdout).toContain('hard-limited-preset');
  });

  it('is judged as the user asks', async () => {
    templateThatFailed(3, 0);
    expect((await run(['history', 'docker', '--wait', '1m', '--fail-on', 'never'])).status).toBe(0);
  });

  it('that cannot be judged is inconclusive, unless the user asks for a warning', async () => {
    templateThatFailed(0);
    const words = ['history', 'docker', '--wait', '1s', '--version', 'v2'];
    const result = await run(words);
    expect(result.status).toBe(2);
    expect(result.stdout).toContain('Template `docker` has no version `v2`; near it are `v1`.');
    expect((await run([...words, '--on-inconclusive', 'warn'])).status).toBe(0);
  });

  it('is printed as JSON alone, with its findings, and saved', async () => {
    templateThatFailed(3, 0);
    const file = join(directory, 'history.json');
    const result = await run(['history', 'docker', '--wait', '1m', '--format', 'json', '--save', file]);
    expect(result.status).toBe(1);
    expect(JSON.parse(result.stdout)).toMatchObject({
      conclusion: 'fail',
      exitCode: 1,
      followed: { version: 'v1', end: 'failed', ready: [] },
      templates: [{ presets: [{ status: 'hard_limited' }] }],
      findings: [{ ruleId: 'hard-limited-preset', subject: { name: 'Europe' } }],
    });
    const again = await run(['history', 'docker', '--history-file', file, '--format', 'json']);
    expect(again.status).toBe(1);
    expect(JSON.parse(again.stdout)).not.toHaveProperty('followed');
  });
});

describe('a setting that is not usable', () => {
  it.each([
    { words: ['history', 'docker', '--wait', 'soon'], says: 'Option `--wait` is `soon`' },
    { words: ['history', 'docker', '--max-concurrency', '0'], says: 'Option `--max-concurrency` is `0`' },
    { words: ['history', 'docker', 'other'], says: 'does not take `other` as well' },
    { words: ['rehearse', 'fixtures/templates/docker-workspace', '--timeout', 'x'], says: 'Option `--timeout` is `x`' },
    { words: ['check', 'missing.json', '--claimants', 'a b'], says: '`--claimants` is not an option' },
  ])('is refused with $says before anything is asked', async ({ words, says }) => {
    const result = await run(words);
    expect(result).toMatchObject({ status: 2, stdout: '' });
    expect(result.stderr).toContain(says);
  });
});

it('a history that cannot be saved makes the run unusable', async () => {
  templateThatFailed(0);
  const result = await run(['history', 'docker', '--save', join(directory, 'none', 'history.json')]);
  expect(result.status).toBe(2);
  expect(result.stderr).toContain('give `--save` a file in a directory that exists');
});
