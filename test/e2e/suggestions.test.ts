import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useBuiltAction } from '../support/built-action.ts';
import { FakeGitHub, TOKEN } from '../support/github/fake-github.ts';
import { type ActionStep, runStep, type StepResult } from '../support/runner.ts';

const FILE = 'templates/docker/main.tf';
const BAD = 'fixtures/templates/docker-workspace';
const FIXED = 'fixtures/templates/docker-workspace-fixed';

const action = useBuiltAction();

let github: FakeGitHub;
let workspace: string;
beforeEach(async () => {
  github = await new FakeGitHub().start();
  workspace = mkdtempSync(join(tmpdir(), 'workspace-'));
  mkdirSync(join(workspace, 'templates/docker'), { recursive: true });
  usePlan(BAD);
  push(readFileSync(join(BAD, 'main.tf'), 'utf8'));
});
afterEach(async () => {
  await github.stop();
  rmSync(workspace, { recursive: true });
  expect(github.violations).toEqual([]);
});

function usePlan(template: string): void {
  cpSync(join(template, 'claim.plan.json'), join(workspace, 'templates/docker/claim.plan.json'));
}

/** The pull request adds the file with this text. */
function push(text: string): void {
  writeFileSync(join(workspace, FILE), text);
  const lines = text.trimEnd().split('\n');
  const patch = [`@@ -0,0 +1,${lines.length} @@`, ...lines.map((line) => `+${line}`)].join('\n');
  github.review.files.splice(0, 1, { filename: FILE, patch });
}

function run(inputs: Readonly<Record<string, string>> = {}, step: Partial<ActionStep> = {}): Promise<StepResult> {
  return runStep({
    action: action(),
    workspace,
    event: 'pull_request',
    token: TOKEN,
    apiUrl: github.apiUrl,
    serverUrl: github.serverUrl,
    inputs: { plan: 'templates/docker/claim.plan.json', ...inputs },
    ...step,
  });
}

/** The file after a click on the first suggestion. */
function taken(): string {
  const [{ startLine, line = 0, body }] = github.review.comments as [(typeof github.review.comments)[0]];
  const [, block = ''] = /^```suggestion\n([\s\S]*?)\n```$/m.exec(body) ?? [];
  const lines = readFileSync(join(workspace, FILE), 'utf8').split('\n');
  const from = (startLine ?? line) - 1;
  return lines.toSpliced(from, line - from, ...block.split('\n')).join('\n');
}

describe('A fix whose lines the pull request shows', () => {
  it('is a suggestion that fixes the file, and the comment points at it', async () => {
    const result = await run();
    expect({ code: result.code, stderr: result.stderr }).toEqual({ code: 1, stderr: '' });
    expect(github.calls).toEqual([
      'pulls/list-files',
      'issues/list-comments',
      'issues/create-comment',
      'pulls/list-review-comments',
      'pulls/create-review',
    ]);
    expect(github.review.comments).toMatchObject([{ path: FILE, commit: '8f4b2c9ad0c3c1f5e96c1f1a3a2b7d6e5f4c3b2a' }]);
    expect(taken()).toMatch(/\n {2}lifecycle \{\n {4}ignore_changes = \[.*\bname\b.*\]\n {2}\}\n\}\n$/);
    expect(github.comments[0]?.body).toContain(`**Fix** · suggested on \`${FILE}:`);
    expect(result.summary).toContain(`**Fix** · a patch of \`${FILE}\``);
  });

  it('is suggested once, also when a push moves its lines', async () => {
    await run();
    push(`# A comment above.\n\n${readFileSync(join(workspace, FILE), 'utf8')}`);
    await run();
    expect(github.review.comments).toHaveLength(1);
  });

  it('is suggested no more once it is taken', async () => {
    await run();
    push(taken());
    usePlan(FIXED);
    const result = await run();
    expect(result.code).toBe(0);
    expect(github.review.comments).toEqual([]);
  });

  it('stays where the next plan cannot be read', async () => {
    await run();
    writeFileSync(join(workspace, 'templates/docker/claim.plan.json'), '');
    expect((await run()).code).toBe(2);
    expect(github.review.comments).toHaveLength(1);
  });

  it('is a patch in the comment where no suggestions are wanted', async () => {
    await run({ suggestions: 'false' });
    expect(github.calls).toEqual(['issues/list-comments', 'issues/create-comment']);
    expect(github.comments[0]?.body).toContain(`--- a/${FILE}`);
  });
});

describe('A fix whose lines the pull request does not show', () => {
  it.each([
    {
      files: [{ filename: 'README.md', patch: '@@ -1 +1 @@\n-a\n+b' }],
      because: 'the pull request is about another file',
    },
    { files: [{ filename: FILE }], because: 'the file is too large' },
    {
      files: [{ filename: FILE, patch: '@@ -1,2 +1,2 @@\n terraform {\n-  a\n+  required_providers {' }],
      because: 'they are elsewhere in it',
    },
  ])('is a patch in the comment: $because', async ({ files }) => {
    github.review.files.splice(0, 1, ...files);
    const result = await run();
    expect(result.code).toBe(1);
    expect(github.review.comments).toEqual([]);
    expect(github.comments[0]?.body).toContain(`--- a/${FILE}`);
    expect(result.annotations.map(({ name }) => name)).toEqual(['error']);
  });
});

describe('What GitHub refuses', () => {
  it('changes no verdict: with a read-only token there is one notice', async () => {
    github.access = 'read';
    const result = await run({}, { event: 'pull_request.fork' });
    expect(result.code).toBe(1);
    expect([github.comments, github.review.comments]).toEqual([[], []]);
    expect(result.annotations.map(({ name }) => name)).toEqual(['error', 'notice']);
    expect(result.annotations[1]?.message).toContain('`pull-requests: write`');
  });

  it('of the changed files leaves each fix to the comment', async () => {
    github.fail('pulls/list-files', { status: 422, body: { message: 'Sorry, this diff is too large.' } });
    const result = await run();
    expect(result.code).toBe(1);
    expect(github.comments[0]?.body).toContain(`--- a/${FILE}`);
    expect(result.annotations.map(({ name }) => name)).toEqual(['error', 'warning']);
  });
});
