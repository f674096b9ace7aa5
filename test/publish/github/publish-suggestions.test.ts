import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { GitHubContext } from '../../../src/gather/pull-request/context.ts';
import type { Patience } from '../../../src/gather/pull-request/open-client.ts';
import {
  createPullRequestReader,
  type PullRequestReaderOptions,
} from '../../../src/gather/pull-request/pull-request-reader.ts';
import { connectReview } from '../../../src/gather/pull-request/review-client.ts';
import { commentMarker, suggestionMarker } from '../../../src/model/pull-request/markers.ts';
import type { SuggestionDraft } from '../../../src/model/pull-request/suggestion-draft.ts';
import { RETIRED_BODY } from '../../../src/publish/github/plan-suggestions.ts';
import { githubPublisher } from '../../../src/publish/github/publisher.ts';
import type { Publication, Receipt } from '../../../src/report/publication.ts';
import { capturedOutput } from '../../support/captured-output.ts';
import { FakeGitHub, TOKEN } from '../../support/github/fake-github.ts';
import { readJobLog } from '../../support/workflow-commands.ts';

const RULE = 'resource-replacement';
const DIFF = '@@ -1,4 +1,4 @@\n one\n+two\n+three\n four';
const QUICK: Patience = { deadlineMs: 5_000, requestTimeoutMs: 2_000, secondMs: 1, spaced: false };
const SERVER_ERROR = { status: 500, body: { message: 'Server Error' } };

let github: FakeGitHub;
beforeEach(async () => {
  github = await new FakeGitHub().start();
  github.review.files.push({ filename: 'main.tf', patch: DIFF });
});
afterEach(async () => {
  await github.stop();
  expect(github.violations).toEqual([]);
});

function context(overrides: Partial<GitHubContext> = {}): GitHubContext {
  return {
    eventName: 'pull_request',
    repository: { owner: 'octo', name: 'templates' },
    pullRequest: 7,
    head: 'own',
    headSha: github.review.commits.at(-1),
    isDependabot: false,
    apiUrl: github.apiUrl,
    serverUrl: 'https://github.com',
    runUrl: undefined,
    ...overrides,
  };
}

function draft(id: string, overrides: Partial<SuggestionDraft> = {}): SuggestionDraft {
  const body = `${suggestionMarker({ id, key: 'default', rule: RULE })}\n\n\`\`\`suggestion\n${id}\n\`\`\``;
  return { id, rule: RULE, file: 'main.tf', line: 3, startLine: undefined, body, ...overrides };
}

function suggestions(drafts: readonly SuggestionDraft[], decidedRules: readonly string[] = [RULE]): Publication {
  return { kind: 'suggestions', suggestions: { kind: 'drafts', key: 'default', drafts, decidedRules } };
}

type Options = Partial<Parameters<typeof githubPublisher>[0]>;

async function publish(publications: readonly Publication[], options: Options = {}) {
  const publisher = githubPublisher({
    context: context(),
    token: TOKEN,
    env: {},
    connectReview: async (target) => connectReview(target, QUICK),
    ...options,
  });
  let receipts: readonly Receipt[] = [];
  const output = await capturedOutput(async () => {
    receipts = await publisher.publish(publications);
  });
  return { receipts, commands: readJobLog(output).commands };
}

/** What stands on the lines of the pull request. */
function standing() {
  return github.review.comments.map(({ body, path, line, startLine }) => {
    return { text: body.split('\n')[3] ?? body, path, line, startLine };
  });
}

describe('Suggestions', () => {
  it('are one review on the lines of the newest commit, several lines too', async () => {
    const { receipts } = await publish([suggestions([draft('a'), draft('b', { startLine: 2, line: 4 })])]);
    expect(receipts).toEqual([{ kind: 'suggestions', outcome: 'published', detail: undefined }]);
    expect(github.calls).toEqual(['pulls/list-review-comments', 'pulls/create-review']);
    expect(standing()).toEqual([
      { text: 'a', path: 'main.tf', line: 3, startLine: undefined },
      { text: 'b', path: 'main.tf', line: 4, startLine: 2 },
    ]);
    expect(github.review.comments[0]?.commit).toBe('8f4b2c9ad0c3c1f5e96c1f1a3a2b7d6e5f4c3b2a');
  });

  it('are of the newest commit also where the event does not name one', async () => {
    await publish([suggestions([draft('a')])], { context: context({ headSha: undefined }) });
    expect(github.review.comments).toMatchObject([{ commit: github.review.commits.at(-1) }]);
  });

  it('are made once, whatever line they are for in the next run', async () => {
    await publish([suggestions([draft('a')])]);
    const { receipts } = await publish([suggestions([draft('a', { line: 4 })])]);
    expect(receipts).toMatchObject([{ outcome: 'unchanged' }]);
    expect(standing()).toMatchObject([{ text: 'a', line: 3 }]);
  });

  it('are found on the second page', async () => {
    for (let index = 0; index < 130; index++) github.review.comment({ author: 'mona', body: `Comment ${index}` });
    await publish([suggestions([draft('a')])]);
    await publish([suggestions([draft('a')])]);
    expect(github.review.comments).toHaveLength(131);
  });

  it('of somebody else with our marker are not ours', async () => {
    const theirs = github.review.comment({ author: 'mallory', body: draft('a').body });
    await publish([suggestions([draft('a')])]);
    expect(github.review.comments).toHaveLength(2);
    await publish([suggestions([])]);
    expect(github.review.comments).toEqual([theirs]);
  });

  it('that a person resolved or answered are not made again', async () => {
    await publish([suggestions([draft('a'), draft('b')])]);
    const [first, second] = github.review.comments;
    first!.isResolved = true;
    first!.line = undefined;
    github.review.comment({ author: 'mona', body: 'No, thanks.', answers: second!.id });
    second!.line = undefined;
    const { receipts } = await publish([suggestions([draft('a'), draft('b')])]);
    expect(receipts).toMatchObject([{ outcome: 'unchanged' }]);
    expect(github.review.comments).toHaveLength(3);
  });

  it('that GitHub does not apply any more are replaced', async () => {
    await publish([suggestions([draft('a')])]);
    github.review.comments[0]!.line = undefined;
    await publish([suggestions([draft('a', { line: 4 })])]);
    expect(standing()).toMatchObject([{ text: 'a', line: 4 }]);
  });
});

describe('A suggestion that is needed no more', () => {
  beforeEach(async () => {
    await publish([suggestions([draft('a')])]);
  });

  it('is resolved, where the token may', async () => {
    github.review.canResolve = true;
    const { receipts } = await publish([suggestions([])]);
    expect(receipts).toMatchObject([{ outcome: 'published' }]);
    expect(github.review.comments).toMatchObject([{ isResolved: true, body: RETIRED_BODY }]);
    github.seen.length = 0;
    await publish([suggestions([])]);
    expect(github.calls).toEqual(['pulls/list-review-comments']);
  });

  it('is made again where it is needed again', async () => {
    github.review.canResolve = true;
    await publish([suggestions([])]);
    await publish([suggestions([draft('a')])]);
    expect(standing().map(({ text }) => text)).toEqual([RETIRED_BODY, 'a']);
  });

  it('goes, where the token may not resolve it', async () => {
    await publish([suggestions([])]);
    expect(github.review.comments).toEqual([]);
  });

  it('keeps its answers, and can be applied no more', async () => {
    github.review.comment({ author: 'mona', body: 'Why?', answers: github.review.comments[0]!.id });
    await publish([suggestions([])]);
    expect(github.review.comments).toMatchObject([{ body: RETIRED_BODY }, { body: 'Why?' }]);
  });

  it('is only emptied where GitHub does not tell of conversations', async () => {
    const refused = { status: 200, body: { data: null, errors: [{ type: 'FORBIDDEN', message: 'No.' }] } };
    github.fail('graphql', { status: 200, body: { data: { viewer: { login: github.viewer } } } }, refused);
    await publish([suggestions([])]);
    expect(github.review.comments).toMatchObject([{ isResolved: false, body: RETIRED_BODY }]);
  });

  it('stays where its rule could not be checked', async () => {
    const { receipts } = await publish([suggestions([], [])]);
    expect(receipts).toMatchObject([{ outcome: 'unchanged' }]);
    expect(standing()).toHaveLength(1);
  });

  it('stays where the changed files are not known', async () => {
    const because = { level: 'warning', detail: 'GitHub answered 500, so nothing is suggested.' } as const;
    const { receipts, commands } = await publish([{ kind: 'suggestions', suggestions: { kind: 'withheld', because } }]);
    expect(receipts).toEqual([{ kind: 'suggestions', outcome: 'not-published', detail: because.detail }]);
    expect(commands).toMatchObject([{ name: 'warning', message: because.detail }]);
    expect(standing()).toHaveLength(1);
  });

  it('is found among many conversations', async () => {
    const [ours] = github.review.comments.splice(0);
    for (let index = 0; index < 120; index++) github.review.comment({ author: 'mona', body: `Comment ${index}` });
    github.review.comments.push(ours!);
    github.review.canResolve = true;
    await publish([suggestions([])]);
    expect(ours?.isResolved).toBe(true);
  });
});

describe('Trouble', () => {
  it('with one suggestion does not lose the others', async () => {
    const outside = draft('b', { line: 40 });
    const { receipts, commands } = await publish([suggestions([draft('a'), outside, draft('c')])]);
    const detail = expect.stringContaining('refused 1 of 3 suggestions');
    expect(receipts).toEqual([{ kind: 'suggestions', outcome: 'published', detail }]);
    expect(commands).toMatchObject([{ name: 'warning', message: detail }]);
    expect(standing().map(({ text }) => text)).toEqual(['a', 'c']);
  });

  it('with the only one is told', async () => {
    const { receipts } = await publish([suggestions([draft('a', { file: 'other.tf' })])]);
    expect(receipts).toMatchObject([{ outcome: 'not-published', detail: expect.stringContaining('1 of 1') }]);
    expect(github.calls).toEqual(['pulls/list-review-comments', 'pulls/create-review']);
  });

  it('with the answer makes nothing twice', async () => {
    github.fail('pulls/create-review', 'lose-answer');
    const { receipts } = await publish([suggestions([draft('a'), draft('b')])]);
    expect(receipts).toMatchObject([{ outcome: 'unchanged' }]);
    expect(standing()).toHaveLength(2);
  });

  it('with the server is tried once more', async () => {
    github.fail('pulls/create-review', SERVER_ERROR);
    const { receipts } = await publish([suggestions([draft('a')])]);
    expect(receipts).toMatchObject([{ outcome: 'published' }]);
    expect(standing()).toHaveLength(1);
  });

  it.each([
    { id: 'pulls/list-review-comments', faults: Array(4).fill(SERVER_ERROR), says: 'GitHub answered 500' },
    { id: 'pulls/list-review-comments', faults: Array(4).fill('hang-up'), says: 'could not be reached' },
    { id: 'pulls/create-review', faults: Array(2).fill(SERVER_ERROR), says: 'GitHub answered 500' },
    {
      id: 'pulls/create-review',
      faults: Array(3).fill({ status: 403, body: { message: 'You have exceeded a secondary rate limit' } }),
      says: 'rate limit',
    },
    { id: 'pulls/list-review-comments', faults: [{ status: 200, body: [{ id: 'x' }] }], says: 'an unexpected answer' },
  ] as const)('with $id is one warning: $says', async ({ id, faults, says }) => {
    github.fail(id, ...faults);
    const { receipts, commands } = await publish([suggestions([draft('a')])]);
    expect(receipts).toEqual([
      { kind: 'suggestions', outcome: 'not-published', detail: expect.stringContaining(says) },
    ]);
    expect(receipts[0]?.detail).not.toContain('comment');
    expect(commands).toMatchObject([{ name: 'warning' }]);
    expect(standing()).toEqual([]);
  });

  it('with the token is one notice for comment and suggestions', async () => {
    github.access = 'read';
    const comment = { key: 'default', body: `${commentMarker('default')}\ntext`, create: true, keepsState: false };
    const { receipts, commands } = await publish([{ kind: 'comment', comment }, suggestions([draft('a')])], {
      context: context({ head: 'foreign' }),
    });
    const detail = expect.stringMatching(/`pull-requests: write`.*fork/);
    expect(receipts).toMatchObject([
      { kind: 'comment', outcome: 'not-published', detail },
      { kind: 'suggestions', outcome: 'not-published', detail },
    ]);
    expect(commands).toMatchObject([{ name: 'notice' }]);
    expect(github.review.comments).toEqual([]);
  });

  it.each([
    { pullRequest: undefined, token: TOKEN, because: 'there is no pull request' },
    { pullRequest: 7, token: '', because: 'there is no token' },
  ])('is avoided where $because', async ({ pullRequest, token }) => {
    const loaded = vi.fn();
    const { receipts, commands } = await publish([suggestions([draft('a')])], {
      context: context({ pullRequest }),
      token,
      connectReview: loaded,
    });
    expect(receipts).toMatchObject([{ outcome: 'skipped' }]);
    expect([loaded.mock.calls, commands]).toEqual([[], []]);
  });
});

describe('The changed files', () => {
  function read(options: Partial<PullRequestReaderOptions> = {}) {
    return createPullRequestReader({
      context: context(),
      token: TOKEN,
      connectReview: async (target) => connectReview(target, QUICK),
      ...options,
    }).readChangedFiles();
  }

  it('are read with their diffs', async () => {
    github.review.files.push({ filename: 'large.tf' });
    expect(await read()).toEqual({
      kind: 'read',
      files: [{ filename: 'main.tf', patch: DIFF }, { filename: 'large.tf' }],
    });
  });

  it('are read over HTTP by default', async () => {
    const reader = createPullRequestReader({ context: context(), token: TOKEN });
    expect(await reader.readChangedFiles()).toMatchObject({ kind: 'read' });
  });

  it('are read from all pages', async () => {
    for (let index = 0; index < 300; index++) github.review.files.push({ filename: `docs/${index}.md` });
    expect(await read()).toMatchObject({ kind: 'read', files: { length: 301 } });
    expect(github.calls).toHaveLength(4);
  });

  it('are no more than GitHub lists', async () => {
    for (let index = 0; index < 3_100; index++) github.review.files.push({ filename: `docs/${index}.md` });
    expect(await read()).toMatchObject({ kind: 'read', files: { length: 3_000 } });
  });

  it.each([
    { faults: Array(4).fill(SERVER_ERROR), level: 'warning', says: 'GitHub answered 500, so nothing is suggested' },
    { faults: Array(4).fill('hang-up'), level: 'warning', says: 'could not be reached' },
    { faults: [{ status: 404, body: { message: 'Not Found' } }], level: 'notice', says: 'not found (404)' },
    { faults: [{ status: 403, body: { message: 'Forbidden' } }], level: 'notice', says: 'lacks the permission' },
    { faults: [{ status: 200, body: {} }], level: 'warning', says: 'an unexpected answer' },
  ])('are unread where $says', async ({ faults, level, says }) => {
    github.fail('pulls/list-files', ...faults);
    expect(await read()).toEqual({ kind: 'unread', because: { level, detail: expect.stringContaining(says) } });
  });

  it('are none without a request where there is no token', async () => {
    expect(await read({ token: undefined })).toEqual({ kind: 'none' });
    expect(github.calls).toEqual([]);
  });
});
