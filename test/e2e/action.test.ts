import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commentMarker } from '../../src/model/pull-request/markers.ts';
import { useBuiltAction } from '../support/built-action.ts';
import { FakeGitHub, TOKEN } from '../support/github/fake-github.ts';
import { type ActionStep, runStep, type StepResult } from '../support/runner.ts';

const BAD_PLAN = 'fixtures/templates/docker-workspace/claim.plan.json';
const GOOD_PLAN = 'fixtures/templates/docker-workspace-fixed/claim.plan.json';

const MARKER = commentMarker('default');

const action = useBuiltAction();

let github: FakeGitHub;
let workspace: string;
beforeEach(async () => {
  github = await new FakeGitHub().start();
  workspace = mkdtempSync(join(tmpdir(), 'workspace-'));
  usePlan(BAD_PLAN);
});
afterEach(async () => {
  await github.stop();
  rmSync(workspace, { recursive: true });
  expect(github.violations).toEqual([]);
});

function usePlan(fixture: string): void {
  cpSync(fixture, join(workspace, 'plan.json'));
}

function run(inputs: Readonly<Record<string, string>> = {}, step: Partial<ActionStep> = {}): Promise<StepResult> {
  return runStep({
    action: action(),
    workspace,
    event: 'pull_request',
    token: TOKEN,
    apiUrl: github.apiUrl,
    serverUrl: github.serverUrl,
    inputs: { plan: 'plan.json', ...inputs },
    ...step,
  });
}

/** What a person gets to see of a run, beside the comment. */
function annotated(result: StepResult): readonly string[] {
  return result.annotations.map(({ name, properties }) => `${name} ${properties['title']}`);
}

/** What was asked beside the suggestions, which every run looks for. */
function commentCalls(): readonly string[] {
  return github.calls.filter((id) => id !== 'pulls/list-review-comments');
}

describe('On a pull request', () => {
  it('a claim that replaces a resource fails the job and is told in one comment', async () => {
    const result = await run();
    expect({ code: result.code, stderr: result.stderr }).toEqual({ code: 1, stderr: '' });
    expect(github.calls).toEqual(['issues/list-comments', 'issues/create-comment', 'pulls/list-review-comments']);
    expect(github.comments).toHaveLength(1);
    expect(github.comments[0]?.body).toContain('`docker_container.workspace[0]`');
    expect(github.comments[0]?.body.startsWith(`${MARKER}\n`)).toBe(true);
    expect(annotated(result)).toEqual(['error resource-replacement']);
  });

  it('a finding is annotated at its line in the repository, wherever in it the template is', async () => {
    cpSync('fixtures/templates/docker-workspace', join(workspace, 'templates', 'docker'), { recursive: true });
    const beside = await run({ plan: 'templates/docker/claim.plan.json' });
    const named = await run({ configuration: 'templates/docker' });
    for (const { annotations } of [beside, named]) {
      expect(annotations).toMatchObject([{ properties: { file: 'templates/docker/main.tf', line: '48', col: '3' } }]);
    }
    expect(github.comments[0]?.body).toContain('templates/docker/main.tf:48');
  });

  it('a second run updates the comment in place', async () => {
    await run();
    const { id } = github.comments[0]!;
    github.comments[0]!.body = `${MARKER}\nWhat an older version wrote.`;
    const result = await run();
    expect(result.code).toBe(1);
    expect(commentCalls().slice(2)).toEqual(['issues/list-comments', 'graphql', 'issues/update-comment']);
    expect(github.comments).toMatchObject([{ id, body: expect.stringContaining('`docker_container.workspace[0]`') }]);
  });

  it('a second run that has nothing new to say leaves the comment alone', async () => {
    await run();
    await run();
    expect(commentCalls().slice(2)).toEqual(['issues/list-comments', 'graphql']);
  });

  it('a plan that is fixed turns the comment into resolved', async () => {
    await run();
    usePlan(GOOD_PLAN);
    const result = await run();
    expect(result.code).toBe(0);
    expect(annotated(result)).toEqual([]);
    expect(github.comments).toHaveLength(1);
    expect(github.comments[0]?.body).toContain('resolved');
    expect(github.comments[0]?.body).not.toContain('<b>error</b>');
  });

  it('a plan that was always clean gets no comment', async () => {
    usePlan(GOOD_PLAN);
    expect((await run()).code).toBe(0);
    expect(commentCalls()).toEqual(['issues/list-comments']);
    expect(github.comments).toEqual([]);
  });

  it('a clean plan gets a comment where one is always wanted', async () => {
    usePlan(GOOD_PLAN);
    await run({ comment: 'always' });
    expect(github.comments).toMatchObject([{ body: expect.stringContaining('claims are clean') }]);
  });

  it('nothing is asked of GitHub where neither comment nor suggestions are wanted', async () => {
    expect((await run({ comment: 'never', suggestions: 'false' })).code).toBe(1);
    expect(github.seen).toEqual([]);
  });

  it('the comment is found on the second page', async () => {
    for (let index = 0; index < 130; index++) github.comment(`Comment ${index}`, 'mona');
    const ours = github.comment(`${MARKER}\nold`);
    await run();
    expect(commentCalls()).toEqual([
      'issues/list-comments',
      'issues/list-comments',
      'graphql',
      'issues/update-comment',
    ]);
    expect(github.comments).toHaveLength(131);
    expect(ours.body).toContain('`docker_container.workspace[0]`');
  });

  it('a comment of somebody else with our marker stays as it is', async () => {
    const theirs = github.comment(`${MARKER}\nAll is well, merge me.`, 'mallory');
    await run();
    expect(theirs.body).toBe(`${MARKER}\nAll is well, merge me.`);
    expect(github.comments).toHaveLength(2);
    await run();
    expect(github.comments).toHaveLength(2);
  });

  it('a personal token comments as its owner', async () => {
    github.viewer = 'mona';
    await run();
    github.comments[0]!.body = `${MARKER}\nold`;
    await run();
    expect(github.comments).toMatchObject([{ author: 'mona', body: expect.stringContaining('docker_container') }]);
  });

  it('two keys are two comments', async () => {
    await run({ 'comment-key': 'docker' });
    await run({ 'comment-key': 'kubernetes' });
    await run({ 'comment-key': 'docker' });
    expect(github.comments.map(({ body }) => body.split('\n')[0])).toEqual([
      commentMarker('docker'),
      commentMarker('kubernetes'),
    ]);
  });

  it('a report that is too long for a comment is cut to fit', async () => {
    writeFileSync(join(workspace, 'plan.json'), planWithReplacements(400));
    const result = await run();
    expect(result.code).toBe(1);
    expect(result.outputs['replacements']).toBe('400');
    const [comment] = github.comments;
    expect(Buffer.byteLength(comment?.body ?? '')).toBeLessThanOrEqual(65_536);
    expect(comment?.body.startsWith(MARKER)).toBe(true);
    expect(comment?.body).toMatch(/\d+ findings left out here for lack of room/);
  });

  it('a rate limit is waited out', async () => {
    const limited = {
      status: 429,
      body: { message: 'You have exceeded a secondary rate limit' },
      headers: { 'retry-after': '1' },
    };
    github.fail('issues/list-comments', limited);
    const result = await run();
    expect(result.code).toBe(1);
    expect(annotated(result)).toEqual(['error resource-replacement']);
    expect(github.comments).toHaveLength(1);
  });
});

describe('With a token that may only read', () => {
  it.each([
    { event: 'pull_request.fork', env: {}, says: 'a pull request from a fork' },
    { event: 'pull_request', env: { GITHUB_ACTOR: 'dependabot[bot]' }, says: "Dependabot's runs" },
    { event: 'pull_request', env: {}, says: 'add it to `permissions` of the job' },
  ] as const)('there is one notice and the same verdict: $says', async ({ event, env, says }) => {
    github.access = 'read';
    const result = await run({}, { event, env });
    expect(result.code).toBe(1);
    expect(annotated(result)).toEqual(['error resource-replacement', 'notice prebuild-guard']);
    const notice = result.annotations.at(-1)?.message;
    expect(notice).toContain('`pull-requests: write`');
    expect(notice).toContain(says);
    expect(github.comments).toEqual([]);
    usePlan(GOOD_PLAN);
    expect((await run({}, { event, env })).code).toBe(0);
  });
});

describe('Without a pull request', () => {
  it.each(['merge_group', 'push', 'schedule', 'workflow_dispatch'] as const)(
    'a %s is judged without a request to GitHub',
    async (event) => {
      const result = await run({}, { event });
      expect(result.code).toBe(1);
      expect(annotated(result)).toEqual(['error resource-replacement']);
      expect(result.summary).toContain('docker_container');
      expect(github.seen).toEqual([]);
    },
  );

  it('no HTTP stack is loaded', async () => {
    const hook = join(workspace, 'hook.cjs');
    const loaded = 'process.moduleLoadList.filter((entry) => /^NativeModule (https?|tls|http2)$/.test(entry))';
    writeFileSync(hook, `process.on('exit', () => process.stderr.write(${loaded}.join()))`);
    const env = { NODE_OPTIONS: `--require=${hook}` };
    expect((await run({}, { event: 'push', env })).stderr).toBe('');
    expect((await run({}, { env })).stderr).toContain('NativeModule https');
  });

  it('the one that the user names is commented on', async () => {
    await run({ 'pr-number': '7' }, { event: 'workflow_dispatch' });
    expect(github.comments).toMatchObject([{ issue: 7 }]);
  });

  it('the number of none is an error of the user', async () => {
    const result = await run({ 'pr-number': 'seven' }, { event: 'workflow_dispatch' });
    expect(result.code).toBe(2);
    expect(result.annotations).toMatchObject([{ name: 'error', message: expect.stringContaining('`pr-number`') }]);
  });
});

describe('On an Enterprise Server', () => {
  it('all requests go to it, under its own paths', async () => {
    await github.stop();
    github = await new FakeGitHub('/api/v3').start();
    await run();
    github.comments[0]!.body = `${MARKER}\nold`;
    const result = await run();
    expect(result.code).toBe(1);
    expect(commentCalls().slice(2)).toEqual(['issues/list-comments', 'graphql', 'issues/update-comment']);
  });
});

describe('The job', () => {
  it('gets its outputs, its summary and its report', async () => {
    const result = await run({ report: 'out/report.json' });
    expect(result.outputs).toMatchObject({
      conclusion: 'fail',
      'exit-code': '1',
      replacements: '1',
      'replacement-addresses': '["docker_container.workspace[0]"]',
      report: 'out/report.json',
    });
    expect(result.summary).toContain('docker_container.workspace[0]');
    const report = JSON.parse(readFileSync(join(workspace, 'out/report.json'), 'utf8'));
    expect(report).toMatchObject({ conclusion: 'fail', exitCode: 1 });
  });

  it('shows the token nowhere', async () => {
    github.access = 'read';
    const result = await run({ report: 'report.json' });
    github.access = 'write';
    await run();
    const masks = result.log.commands.filter(({ name }) => name === 'add-mask');
    expect(masks.map(({ message }) => message)).toEqual([TOKEN]);
    const shown = [
      result.stdout.replace(`::add-mask::${TOKEN}`, ''),
      result.stderr,
      result.summary,
      JSON.stringify(result.outputs),
      readFileSync(join(workspace, 'report.json'), 'utf8'),
      ...github.comments.map(({ body }) => body),
    ];
    for (const text of shown) expect(text).not.toContain(TOKEN);
    expect(shown.filter((text) => text.includes('docker_container'))).toHaveLength(5);
  });

  it('is not steered by what a plan is called', async () => {
    const name = '##[set-output name=conclusion]pass.json';
    cpSync(BAD_PLAN, join(workspace, name));
    const result = await run({ plan: name });
    expect(result.code).toBe(1);
    expect(new Set(result.log.commands.map((command) => command.name))).toEqual(new Set(['add-mask', 'error']));
    expect(result.outputs['conclusion']).toBe('fail');
  });
});

/** The recorded plan with its replaced container many times over, as a `count` would make it. */
function planWithReplacements(count: number): string {
  const plan = JSON.parse(readFileSync(BAD_PLAN, 'utf8'));
  const container = plan.resource_changes.find(
    ({ address }: { address: string }) => address === 'docker_container.workspace[0]',
  );
  const copies = Array.from({ length: count - 1 }, (_, index) => ({
    ...container,
    address: `docker_container.workspace[${index + 1}]`,
    index: index + 1,
  }));
  return JSON.stringify({ ...plan, resource_changes: [...plan.resource_changes, ...copies] });
}
