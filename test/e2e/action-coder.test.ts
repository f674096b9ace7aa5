import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useBuiltAction } from '../support/built-action.ts';
import { FakeCoder } from '../support/coder/fake-coder.ts';
import { type LoopbackServer, serve } from '../support/coder/loopback.ts';
import { createPrebuild, presetNamed, promote, pushTemplate, pushVersion, wait } from '../support/coder/operate.ts';
import { ADMIN_TOKEN, emptyWorld, type FakeTemplate, type World } from '../support/coder/world.ts';
import { FakeGitHub, TOKEN } from '../support/github/fake-github.ts';
import { type ActionStep, runStep, type StepResult } from '../support/runner.ts';

const action = useBuiltAction();

let github: FakeGitHub;
let coder: LoopbackServer;
let workspace: string;
let world: World;
let template: FakeTemplate;
beforeEach(async () => {
  world = emptyWorld();
  template = pushTemplate(world, 'docker', [{ name: 'Europe' }]);
  wait(world, 60);
  [github, coder] = await Promise.all([new FakeGitHub().start(), serve(new FakeCoder(world))]);
  workspace = mkdtempSync(join(tmpdir(), 'workspace-'));
});
afterEach(async () => {
  await Promise.all([github.stop(), coder.close()]);
  rmSync(workspace, { recursive: true });
  expect(github.violations).toEqual([]);
});

function build(status: 'failed' | 'succeeded', times = 1): void {
  for (let each = 0; each < times; each++) {
    wait(world, 1);
    createPrebuild(world, template, presetNamed(world, template, 'Europe'), status, 'no such image');
  }
}

function run(inputs: Readonly<Record<string, string>> = {}, step: Partial<ActionStep> = {}): Promise<StepResult> {
  return runStep({
    action: action(),
    workspace,
    event: 'pull_request',
    token: TOKEN,
    apiUrl: github.apiUrl,
    serverUrl: github.serverUrl,
    inputs: {
      'coder-url': coder.url,
      'coder-session-token': ADMIN_TOKEN,
      'coder-template': 'docker',
      ...inputs,
    },
    ...step,
  });
}

/** The comments that mention somebody, and those that tell of a recovery. */
function notifications(): readonly string[] {
  return github.comments.map(({ body }) => body).filter((body) => !body.startsWith('<!--'));
}

describe('A preset at the limit', () => {
  const notify = { notify: '@octo/template-admins, @mona' };

  it('is told to people once, and warned of on every run', async () => {
    build('failed', 3);
    const first = await run(notify);
    const second = await run(notify);
    expect(notifications()).toEqual([expect.stringMatching(/^@octo\/template-admins @mona Coder stopped building/)]);
    expect(github.comments).toHaveLength(2);
    for (const result of [first, second]) {
      expect(result.annotations).toMatchObject([{ name: 'warning', properties: { title: 'hard-limited-preset' } }]);
    }
  });

  it('is not told again by a run that names nobody in between', async () => {
    build('failed', 3);
    await run(notify);
    await run();
    await run(notify);
    expect(notifications()).toHaveLength(1);
  });

  it('is told again of another version, and its recovery once', async () => {
    build('failed', 3);
    await run(notify);
    promote(world, template, pushVersion(world, template, [{ name: 'Europe' }]));
    build('failed', 3);
    await run(notify);
    expect(notifications()).toHaveLength(2);
    build('succeeded');
    await run(notify);
    await run(notify);
    expect(notifications()).toHaveLength(3);
    expect(notifications()[2]).not.toContain('@');
    expect(notifications()[2]).toContain('because they are below the limit');
  });

  it('is told to nobody where the comment cannot be read, and to everybody by the next run', async () => {
    build('failed', 3);
    github.fail('issues/list-comments', { status: 404, body: { message: 'Not Found' } });
    const first = await run(notify);
    expect(notifications()).toEqual([]);
    expect(first.annotations.map(({ message }) => message).join('\n')).toContain('this run notifies nobody');
    expect(first.code).toBe(0);
    await run(notify);
    expect(notifications()).toHaveLength(1);
  });

  it('changes no verdict where people cannot be told', async () => {
    build('failed', 3);
    github.access = 'read';
    expect((await run(notify)).code).toBe(0);
    expect(github.comments).toEqual([]);
  });

  it.each(['push', 'schedule'] as const)('is warned of alone on a %s', async (event) => {
    build('failed', 3);
    const result = await run(notify, { event });
    expect(github.seen).toEqual([]);
    expect(result.annotations).toMatchObject([{ name: 'error', properties: { title: 'hard-limited-preset' } }]);
  });

  it('shows the token of Coder nowhere', async () => {
    build('failed', 3);
    const result = await run(notify);
    const shown = [result.stdout.replace(`::add-mask::${ADMIN_TOKEN}`, ''), result.summary, result.stderr];
    for (const text of [...shown, ...github.comments.map(({ body }) => body)]) expect(text).not.toContain(ADMIN_TOKEN);
  });
});

describe('A version that is followed', () => {
  const follow = { wait: '1m' };

  it('passes when its prebuilds are ready, with the looks in a group of the log', async () => {
    build('succeeded');
    const result = await run({ ...follow, 'coder-version': 'v1' }, { event: 'push' });
    expect(result.outputs).toMatchObject({ conclusion: 'pass', 'exit-code': '0' });
    expect(result.code).toBe(0);
    const commands = result.log.commands.filter(({ name }) => name === 'group' || name === 'endgroup');
    expect(commands.map(({ name, message }) => `${name} ${message}`.trim())).toEqual([
      'group Following v1',
      'endgroup',
    ]);
    expect(result.stdout).toMatch(/::group::Following v1\nVersion v1 is ready/);
  });

  it('fails with the first preset at the limit, and tells the way back', async () => {
    promote(world, template, pushVersion(world, template, [{ name: 'Europe' }]));
    build('failed', 3);
    const result = await run(follow, { event: 'push' });
    expect(result.outputs).toMatchObject({ conclusion: 'fail', 'exit-code': '1' });
    expect(result.code).toBe(1);
    expect(result.annotations.map(({ name, properties }) => `${name} ${properties['title']}`)).toEqual([
      'error hard-limited-preset',
      'notice prebuild-guard',
    ]);
    const command = 'coder templates versions promote --template=docker --template-version=v1 --org=coder';
    expect(result.stdout).toContain(command);
    expect(result.summary).toContain(command);
  });

  it('is inconclusive when it is not ready in time', async () => {
    createPrebuild(world, template, presetNamed(world, template, 'Europe'), 'running');
    const result = await run({ wait: '1s' }, { event: 'push' });
    expect(result.outputs).toMatchObject({ conclusion: 'inconclusive', 'exit-code': '2' });
    expect(result.code).toBe(2);
    expect(result.summary).toContain('had no ready prebuild of `Europe`');
  });

  it('is inconclusive when it cannot be judged, and says so at once', async () => {
    world.paused = true;
    const result = await run(follow, { event: 'push' });
    expect(result.code).toBe(2);
    expect(result.summary).toContain('paused');
    expect((await run({ ...follow, 'on-inconclusive': 'warn' }, { event: 'push' })).code).toBe(0);
  });

  it('needs a token', async () => {
    const result = await run({ ...follow, 'coder-session-token': '' }, { event: 'push' });
    expect(result.code).toBe(2);
    expect(result.annotations[0]?.message).toContain('coder-session-token');
  });
});
