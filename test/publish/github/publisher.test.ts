import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connect } from '../../../src/gather/pull-request/comment-client.ts';
import type { GitHubContext } from '../../../src/gather/pull-request/context.ts';
import { commentMarker } from '../../../src/model/pull-request/markers.ts';
import { githubPublisher } from '../../../src/publish/github/publisher.ts';
import type { CommentDraft, Publication, Receipt } from '../../../src/report/publication.ts';
import { capturedOutput } from '../../support/captured-output.ts';
import { FakeGitHub, TOKEN } from '../../support/github/fake-github.ts';
import { readJobLog, type WorkflowCommand } from '../../support/workflow-commands.ts';

const CONTEXT: GitHubContext = {
  eventName: 'pull_request',
  repository: { owner: 'octo', name: 'templates' },
  pullRequest: 7,
  head: 'own',
  headSha: '8f4b2c9ad0c3c1f5e96c1f1a3a2b7d6e5f4c3b2a',
  isDependabot: false,
  apiUrl: 'http://127.0.0.1:9',
  serverUrl: 'https://github.com',
  runUrl: undefined,
};

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'publisher-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

function draft(key = 'default', text = 'Claims are clean.'): CommentDraft {
  return { key, body: `${commentMarker(key)}\n${text}`, create: true, keepsState: true };
}

interface Published {
  readonly receipts: readonly Receipt[];
  readonly commands: readonly WorkflowCommand[];
  readonly output: string;
}

type Options = Partial<Parameters<typeof githubPublisher>[0]>;

async function publish(publications: readonly Publication[], options: Options = {}): Promise<Published> {
  const env = { GITHUB_WORKSPACE: directory, ...options.env };
  const publisher = githubPublisher({ context: CONTEXT, token: TOKEN, ...options, env });
  let receipts: readonly Receipt[] = [];
  const output = await capturedOutput(async () => {
    receipts = await publisher.publish(publications);
  });
  return { receipts, commands: readJobLog(output).commands, output };
}

describe('The comment that tells people', () => {
  let github: FakeGitHub;
  beforeEach(async () => {
    github = await new FakeGitHub().start();
  });
  afterEach(async () => {
    await github.stop();
    expect(github.violations).toEqual([]);
  });

  const told: Publication = { kind: 'notification', notification: { key: 'default', body: '@mona Look.' } };

  function tell(publications: readonly Publication[]): Promise<Published> {
    return publish(publications, { context: { ...CONTEXT, apiUrl: github.apiUrl } });
  }

  it('is new each time, and beside the one that remembers it', async () => {
    const { receipts } = await tell([{ kind: 'comment', comment: draft() }, told]);
    expect(receipts.map(({ outcome }) => outcome)).toEqual(['published', 'published']);
    expect(github.comments.map(({ body }) => body)).toEqual([draft().body, '@mona Look.']);
  });

  it.each([
    { given: [told], because: 'there is no comment to remember it' },
    { given: [{ kind: 'comment', comment: draft('other') }, told] as const, because: 'another one remembers it' },
    {
      given: [{ kind: 'comment', comment: { ...draft(), create: false } }, told] as const,
      because: 'the comment was not made',
    },
  ])('is not written where $because', async ({ given }) => {
    const { receipts } = await tell(given);
    expect(receipts.at(-1)).toMatchObject({ kind: 'notification', outcome: 'skipped' });
    expect(github.comments.filter(({ body }) => body === '@mona Look.')).toEqual([]);
  });

  it('is not written where the comment could not be', async () => {
    github.access = 'read';
    const { receipts, commands } = await tell([{ kind: 'comment', comment: draft() }, told]);
    expect(receipts.map(({ outcome }) => outcome)).toEqual(['not-published', 'skipped']);
    expect(commands).toHaveLength(1);
    expect(github.comments).toEqual([]);
  });

  it('that cannot be written is a warning, and is not tried again', async () => {
    const refused = { status: 422, body: { message: 'Validation Failed' } };
    await tell([{ kind: 'comment', comment: draft() }]);
    github.fail('issues/create-comment', refused);
    const { receipts, commands } = await tell([{ kind: 'comment', comment: draft() }, told]);
    expect(receipts.map(({ outcome }) => outcome)).toEqual(['unchanged', 'not-published']);
    expect(commands).toMatchObject([{ name: 'warning', message: expect.stringContaining('not tried again') }]);
  });
});

describe('The comment', () => {
  let github: FakeGitHub;
  beforeEach(async () => {
    github = await new FakeGitHub().start();
  });
  afterEach(async () => {
    await github.stop();
    expect(github.violations).toEqual([]);
  });

  function comment(drafts: readonly CommentDraft[], options: Options = {}): Promise<Published> {
    const publications = drafts.map((draft) => ({ kind: 'comment', comment: draft }) as const);
    const patience = { deadlineMs: 5_000, requestTimeoutMs: 2_000, secondMs: 1, spaced: false };
    return publish(publications, {
      context: { ...CONTEXT, apiUrl: github.apiUrl },
      connect: async (target) => connect(target, patience),
      ...options,
    });
  }

  it('is created, then updated in place', async () => {
    const first = await comment([draft()]);
    expect(first.receipts).toEqual([
      {
        kind: 'comment',
        outcome: 'published',
        detail: undefined,
        url: expect.stringContaining('/pull/7#issuecomment-'),
      },
    ]);
    const second = await comment([draft('default', 'Two resources go.')]);
    expect(second.receipts).toEqual(first.receipts);
    expect(github.comments.map(({ body }) => body)).toEqual([draft('default', 'Two resources go.').body]);
    const third = await comment([draft('default', 'Two resources go.')]);
    expect(third.receipts[0]).toMatchObject({ outcome: 'unchanged' });
    expect(third.output).toBe('');
  });

  it('goes over HTTP by default', async () => {
    const options = { context: { ...CONTEXT, apiUrl: github.apiUrl } };
    const { receipts } = await publish([{ kind: 'comment', comment: draft() }], options);
    expect(receipts).toMatchObject([{ outcome: 'published' }]);
    expect(github.calls).toEqual(['issues/list-comments', 'issues/create-comment']);
  });

  it('that a token may not write is one notice, however many there are', async () => {
    github.access = 'read';
    const { receipts, commands } = await comment([draft('a'), draft('b')]);
    const detail = expect.stringContaining('`pull-requests: write`');
    expect(receipts).toEqual([
      { kind: 'comment', outcome: 'not-published', detail },
      { kind: 'comment', outcome: 'not-published', detail },
    ]);
    expect(commands).toEqual([{ name: 'notice', properties: { title: 'prebuild-guard' }, message: detail }]);
  });

  it.each([
    {
      id: 'issues/list-comments',
      faults: Array(4).fill({ status: 500, body: { message: 'Server Error' } }),
      says: 'GitHub answered 500',
    },
    { id: 'issues/list-comments', faults: Array(4).fill('hang-up'), says: 'could not be reached' },
    {
      id: 'issues/create-comment',
      faults: [{ status: 422, body: { message: 'Validation Failed' } }],
      says: 'GitHub answered 422',
    },
    { id: 'issues/create-comment', faults: ['hang-up', 'hang-up'], says: 'could not be reached' },
    {
      id: 'issues/create-comment',
      faults: Array(3).fill({ status: 429, body: { message: 'You have exceeded a secondary rate limit' } }),
      says: 'rate limit',
    },
  ] as const)('that $id loses to trouble is one warning: $says', async ({ id, faults, says }) => {
    github.fail(id, ...faults);
    const { receipts, commands } = await comment([draft()]);
    expect(receipts).toEqual([{ kind: 'comment', outcome: 'not-published', detail: expect.stringContaining(says) }]);
    expect(commands).toMatchObject([{ name: 'warning' }]);
    expect(github.comments).toEqual([]);
  });

  it('whose answer was lost is not made twice', async () => {
    github.fail('issues/create-comment', 'lose-answer');
    const { receipts } = await comment([draft()]);
    expect(receipts).toMatchObject([{ outcome: 'unchanged' }]);
    expect(github.comments).toHaveLength(1);
  });

  it.each([
    { options: { context: { ...CONTEXT, pullRequest: undefined } }, because: 'there is no pull request' },
    { options: { context: { ...CONTEXT, repository: undefined } }, because: 'there is no repository' },
    { options: { token: undefined }, because: 'there is no token' },
    { options: { token: '' }, because: 'the token is empty' },
  ])('is skipped without loading a client, because $because', async ({ options }) => {
    const loaded = vi.fn();
    const { receipts, commands } = await comment([draft()], { connect: loaded, ...options });
    expect(receipts).toMatchObject([{ outcome: 'skipped' }]);
    expect(loaded).not.toHaveBeenCalled();
    expect(commands).toEqual([]);
  });
});

describe('A file', () => {
  async function write(path: string): Promise<Published> {
    return publish([{ kind: 'file', path, content: '{}\n' }]);
  }

  it.each(['report.json', 'out/deep/report.json', './out/../report.json', '..report/x'])(
    'is written: %s',
    async (path) => {
      expect((await write(path)).receipts).toEqual([{ kind: 'file', outcome: 'published', detail: undefined }]);
      expect(readFileSync(join(directory, path), 'utf8')).toBe('{}\n');
    },
  );

  it('is written over the one before', async () => {
    writeFileSync(join(directory, 'report.json'), 'a longer report of before\n');
    await write('report.json');
    expect(readFileSync(join(directory, 'report.json'), 'utf8')).toBe('{}\n');
  });

  it('is written outside of the workspace where its path says so', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'outside-'));
    expect((await write(join(outside, 'report.json'))).receipts).toMatchObject([{ outcome: 'published' }]);
    expect(readFileSync(join(outside, 'report.json'), 'utf8')).toBe('{}\n');
    rmSync(outside, { recursive: true });
  });

  it('is written where the workspace itself is reached through a link', async () => {
    const link = join(directory, 'link');
    mkdirSync(join(directory, 'real'));
    symlinkSync(join(directory, 'real'), link);
    const publication = { kind: 'file', path: 'report.json', content: '{}\n' } as const;
    const { receipts } = await publish([publication], { env: { GITHUB_WORKSPACE: link } });
    expect(receipts).toMatchObject([{ outcome: 'published' }]);
  });

  it.each([
    { link: 'report.json', to: 'victim', path: 'report.json', because: 'the file is a link' },
    { link: 'report.json', to: 'not-there-yet', path: 'report.json', because: 'the file is a link to nothing' },
    { link: 'out', to: '.', path: 'out/victim', because: 'its directory is a link' },
    { link: 'out', to: '.', path: 'out/deep/report.json', because: 'a directory above is a link' },
  ])('does not leave the workspace, because $because', async ({ link, to, path }) => {
    const outside = mkdtempSync(join(tmpdir(), 'outside-'));
    writeFileSync(join(outside, 'victim'), 'as it was');
    symlinkSync(join(outside, to), join(directory, link));
    const { receipts, commands } = await write(path);
    const detail = `\`${path}\` was not written (a symbolic link leads out of the workspace).`;
    expect(receipts).toEqual([{ kind: 'file', outcome: 'not-published', detail }]);
    expect(commands).toMatchObject([{ name: 'warning', message: detail }]);
    expect(readFileSync(join(outside, 'victim'), 'utf8')).toBe('as it was');
    rmSync(outside, { recursive: true });
  });

  it('that cannot be written is a warning', async () => {
    mkdirSync(join(directory, 'report.json'));
    const { receipts, commands } = await write('report.json');
    expect(receipts).toMatchObject([{ outcome: 'not-published', detail: '`report.json` was not written (EISDIR).' }]);
    expect(commands).toMatchObject([{ name: 'warning' }]);
  });
});

describe('The job summary', () => {
  const LIMIT = 1024 * 1024;

  async function summarize(markdown: string, before = ''): Promise<Published & { readonly summary: string }> {
    const path = join(directory, 'summary.md');
    writeFileSync(path, before);
    const published = await publish([{ kind: 'summary', markdown }], { env: { GITHUB_STEP_SUMMARY: path } });
    return { ...published, summary: readFileSync(path, 'utf8') };
  }

  it('is appended', async () => {
    const { summary, receipts } = await summarize('# Clean\n\n', 'before\n');
    expect(summary).toBe('before\n# Clean\n');
    expect(receipts).toEqual([{ kind: 'summary', outcome: 'published', detail: undefined }]);
  });

  it.each([
    { line: 'a', size: LIMIT - 1, before: '', whole: true, because: 'it just fits' },
    { line: 'a', size: LIMIT, before: '', whole: false, because: 'it does not quite fit' },
    { line: 'a', size: LIMIT - 1, before: 'x', whole: false, because: 'something is there already' },
    { line: 'ä', size: LIMIT / 2 + 10_000, before: '', whole: false, because: 'GitHub counts bytes' },
  ])('of $size characters is whole: $whole, because $because', async ({ line, size, before, whole }) => {
    const markdown = `${`${line.repeat(99)}\n`.repeat(size / 100 + 1)}`.slice(0, size);
    const { summary, receipts, commands } = await summarize(markdown, before);
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(LIMIT);
    expect(summary.endsWith("The summary is cut here, at GitHub's limit of 1 MiB.\n")).toBe(!whole);
    expect(summary).not.toContain('\uFFFD');
    expect(receipts).toMatchObject([{ outcome: 'published' }]);
    expect(commands).toHaveLength(whole ? 0 : 1);
  });

  it('adds nothing where there is no room at all', async () => {
    const { summary } = await summarize('# Clean', `${'x'.repeat(LIMIT - 2)}\n`);
    expect(summary).toHaveLength(LIMIT - 1);
  });

  it('is skipped where the runner has none', async () => {
    expect((await publish([{ kind: 'summary', markdown: 'x' }])).receipts).toMatchObject([{ outcome: 'skipped' }]);
  });

  it('that cannot be written is a warning', async () => {
    const env = { GITHUB_STEP_SUMMARY: join(directory, 'none', 'summary.md') };
    const { receipts, commands } = await publish([{ kind: 'summary', markdown: 'x' }], { env });
    expect(receipts).toMatchObject([{ outcome: 'not-published', detail: 'The job summary was not written (ENOENT).' }]);
    expect(commands).toMatchObject([{ name: 'warning' }]);
  });
});

describe('The job', () => {
  it('gets texts, annotations and outputs, in order', async () => {
    vi.stubEnv('GITHUB_OUTPUT', join(directory, 'output'));
    writeFileSync(join(directory, 'output'), '');
    const annotation = { level: 'error', title: 'resource-removal', message: 'It goes.', location: undefined } as const;
    const { receipts, output } = await publish([
      { kind: 'text', text: 'prebuild-guard\n' },
      { kind: 'annotation', annotation },
      { kind: 'output', name: 'conclusion', value: 'fail' },
    ]);
    expect(output).toBe('prebuild-guard\n::error title=resource-removal::It goes.\n');
    expect(readFileSync(join(directory, 'output'), 'utf8')).toMatch(
      /^conclusion<<(ghadelimiter_\S+)\r?\nfail\r?\n\1\r?\n$/,
    );
    expect(receipts.map(({ kind, outcome }) => [kind, outcome])).toEqual([
      ['text', 'published'],
      ['annotation', 'published'],
      ['output', 'published'],
    ]);
  });

  it('is warned of an output that has no place', async () => {
    vi.stubEnv('GITHUB_OUTPUT', join(directory, 'none'));
    const { receipts, commands } = await publish([{ kind: 'output', name: 'conclusion', value: 'fail' }]);
    expect(receipts).toMatchObject([{ outcome: 'not-published' }]);
    expect(commands).toMatchObject([{ name: 'warning', message: expect.stringContaining('`conclusion`') }]);
  });
});
