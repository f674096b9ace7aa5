import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Comment, CommentApi } from '../../../src/gather/pull-request/api.ts';
import { markedComments, UnknownAuthor } from '../../../src/gather/pull-request/own-comments.ts';
import { commentMarker } from '../../../src/model/pull-request/markers.ts';
import { planComment, supersededBody } from '../../../src/publish/github/plan-comment.ts';
import { publishComment } from '../../../src/publish/github/publish-comment.ts';
import type { CommentDraft } from '../../../src/report/publication.ts';

const BOT = 'github-actions[bot]';

function comment(overrides: Partial<Comment> = {}): Comment {
  const id = overrides.id ?? 1;
  return { id, author: BOT, body: bodyOf('default', 'old'), url: `https://github.com/o/r/pull/7#${id}`, ...overrides };
}

function bodyOf(key: string, text: string): string {
  return `${commentMarker(key)}\n${text}`;
}

function draft(overrides: Partial<CommentDraft> = {}): CommentDraft {
  return { key: 'default', body: bodyOf('default', 'new'), create: true, keepsState: true, ...overrides };
}

describe('The comment', () => {
  it.each([
    { existing: undefined, create: true, expected: { kind: 'create' }, because: 'there is none yet' },
    {
      existing: undefined,
      create: false,
      expected: { kind: 'none', because: 'nothing-to-say' },
      because: 'nobody asked',
    },
    { existing: comment(), create: true, expected: { kind: 'update' }, because: 'it says something else' },
    {
      existing: comment(),
      create: false,
      expected: { kind: 'update' },
      because: 'an old problem is not left standing',
    },
    {
      existing: comment({ body: bodyOf('default', 'new') }),
      create: true,
      expected: { kind: 'none', because: 'unchanged' },
      because: 'an edit would notify for nothing',
    },
    {
      existing: comment({ body: bodyOf('default', 'new').replaceAll('\n', '\r\n') }),
      create: true,
      expected: { kind: 'none', because: 'unchanged' },
      because: 'line ends are no difference',
    },
  ])('is planned as $expected, because $because', ({ existing, create, expected }) => {
    expect(planComment(existing, draft({ create }))).toMatchObject(expected);
  });
});

describe('What the comment remembers', () => {
  const state = '<!-- prebuild-guard-state {"v":1,"limited":[],"cut":true} -->\n';
  const remembering = comment({ body: bodyOf('default', `${state}old`) });

  it('is kept by a run that has nothing to say of it', () => {
    expect(planComment(remembering, draft())).toMatchObject({ body: bodyOf('default', `${state}new`) });
    const same = comment({ body: bodyOf('default', `${state}new`) });
    expect(planComment(same, draft())).toEqual({ kind: 'none', because: 'unchanged' });
  });

  it('is replaced by a run that has', () => {
    expect(planComment(remembering, draft({ keepsState: false }))).toMatchObject({ body: bodyOf('default', 'new') });
  });
});

describe('The marker', () => {
  it.each([
    { body: bodyOf('default', 'x'), marked: true, because: 'it stands first' },
    { body: `\r\n${bodyOf('default', 'x')}`, marked: true, because: 'blank lines before it were put there by an edit' },
    { body: `> ${bodyOf('default', 'x')}`, marked: false, because: 'a quotation is not the comment' },
    { body: `See\n${bodyOf('default', 'x')}`, marked: false, because: 'it does not stand first' },
    { body: bodyOf('default2', 'x'), marked: false, because: 'it is of another key' },
    { body: '', marked: false, because: 'there is none' },
  ])('in $body counts: $marked, because $because', ({ body, marked }) => {
    expect(markedComments([comment({ body })], 'default')).toHaveLength(marked ? 1 : 0);
  });

  it('of one key is never taken for the one of another', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (left, right) => {
        const found = markedComments([comment({ body: bodyOf(left, 'x') })], right);
        expect(found.length === 1).toBe(left === right);
      }),
      {
        examples: [
          ['a', 'a-->'],
          ['a', 'a","v":1'],
        ],
      },
    );
  });

  it('is looked for from the oldest comment on', () => {
    const comments = [comment({ id: 30 }), comment({ id: 4 }), comment({ id: 200 })];
    expect(markedComments(comments, 'default').map(({ id }) => id)).toEqual([4, 30, 200]);
  });
});

describe('Publishing the comment', () => {
  it('asks for who we are where there is nothing to claim', async () => {
    const api = new RecordedApi([comment({ body: 'LGTM', author: 'mona' })]);
    expect(await publishComment(api, draft())).toEqual({ outcome: 'published', url: 'created' });
    expect(api.events).toEqual(['list', 'create']);
  });

  it('updates ours in place', async () => {
    const api = new RecordedApi([comment({ id: 5 })]);
    expect(await publishComment(api, draft())).toEqual({ outcome: 'published', url: 'updated' });
    expect(api.events).toEqual(['list', 'viewer', 'update 5']);
  });

  it('leaves ours alone where it says the same', async () => {
    const api = new RecordedApi([comment({ id: 5, body: draft().body })]);
    expect(await publishComment(api, draft())).toMatchObject({ outcome: 'unchanged' });
    expect(api.events).toEqual(['list', 'viewer']);
  });

  it('writes nothing where there is nothing to say', async () => {
    const api = new RecordedApi([]);
    expect(await publishComment(api, draft({ create: false }))).toEqual({ outcome: 'skipped', url: undefined });
    expect(api.events).toEqual(['list']);
  });

  it('never edits a comment of somebody else that has our marker', async () => {
    const api = new RecordedApi([comment({ id: 5, author: 'mona' }), comment({ id: 6, author: undefined })]);
    await publishComment(api, draft());
    expect(api.events).toEqual(['list', 'viewer', 'create']);
  });

  it.each([
    { viewer: 'mona', author: 'mona', claimed: true, because: 'a personal token writes as its owner' },
    { viewer: 'acme-ci[bot]', author: 'acme-ci[bot]', claimed: true, because: 'an app writes as itself' },
    { viewer: 'acme-ci[bot]', author: BOT, claimed: false, because: 'an app is not the job token' },
    { viewer: 'acme-ci', author: 'acme-ci[bot]', claimed: false, because: 'a person may be called like an app' },
    { viewer: undefined, author: BOT, claimed: true, because: 'only a workflow writes as the job token' },
  ])('as $viewer claims the comment of $author: $claimed, because $because', async ({ viewer, author, claimed }) => {
    const api = new RecordedApi([comment({ id: 5, author })], { viewer });
    await publishComment(api, draft());
    expect(api.events.at(-1)).toBe(claimed ? 'update 5' : 'create');
  });

  it('makes no further comment where it cannot be told whose the one that is there is', async () => {
    const api = new RecordedApi([comment({ author: 'mona' })], { viewer: undefined });
    await expect(publishComment(api, draft())).rejects.toThrow(UnknownAuthor);
    expect(api.events).toEqual(['list', 'viewer']);
  });

  it('keeps the oldest of its own and points the others to it', async () => {
    const api = new RecordedApi([comment({ id: 9 }), comment({ id: 5 }), comment({ id: 7, author: 'mona' })]);
    await publishComment(api, draft());
    expect(api.events).toEqual(['list', 'viewer', 'update 5', 'update 9']);
    expect(api.bodies.at(-1)).toBe(supersededBody(comment({ id: 5 })));
    expect(markedComments([comment({ body: api.bodies.at(-1) ?? '' })], 'default')).toEqual([]);
  });

  it('does not mind a duplicate that cannot be written', async () => {
    const api = new RecordedApi([comment({ id: 5 }), comment({ id: 9 })], { failing: { 'update 9': 403 } });
    expect(await publishComment(api, draft())).toMatchObject({ outcome: 'published' });
  });

  it('looks again after a creation whose answer was lost, and makes no second comment', async () => {
    const api = new RecordedApi([], { failing: { create: 502 }, created: true });
    expect(await publishComment(api, draft())).toMatchObject({ outcome: 'unchanged' });
    expect(api.events).toEqual(['list', 'create', 'list', 'viewer']);
  });

  it('creates again where the creation did not take place', async () => {
    const api = new RecordedApi([], { failing: { create: 502 } });
    expect(await publishComment(api, draft())).toMatchObject({ outcome: 'published' });
    expect(api.events).toEqual(['list', 'create', 'list', 'create']);
  });

  it('creates one where ours was deleted in between', async () => {
    const api = new RecordedApi([comment({ id: 5 })], { failing: { 'update 5': 404 }, deleted: true });
    expect(await publishComment(api, draft())).toMatchObject({ outcome: 'published', url: 'created' });
  });

  it.each([
    { failing: { create: [502, 503] }, events: ['list', 'create', 'list', 'create'], because: 'it failed twice' },
    { failing: { create: 403 }, events: ['list', 'create'], because: 'it is refused' },
    { failing: { create: 422 }, events: ['list', 'create'], because: 'it is not valid' },
    { failing: { list: 404 }, events: ['list'], because: 'there is no such pull request' },
  ])('gives up after $events, because $because', async ({ failing, events }) => {
    const api = new RecordedApi([], { failing });
    await expect(publishComment(api, draft())).rejects.toThrow('status');
    expect(api.events).toEqual(events);
  });
});

interface Script {
  readonly viewer?: string | undefined;
  /** Statuses that the next calls of an event fail with. */
  readonly failing?: Readonly<Record<string, number | readonly number[]>>;
  /** The failing creation took place. */
  readonly created?: boolean;
  /** The comment of the failing update is gone. */
  readonly deleted?: boolean;
}

class RecordedApi implements CommentApi {
  readonly events: string[] = [];
  readonly bodies: string[] = [];
  readonly #script: Script;
  readonly #failures: Map<string, number[]>;
  #comments: Comment[];

  constructor(comments: readonly Comment[], script: Script = {}) {
    this.#comments = [...comments];
    this.#script = { viewer: BOT, ...script };
    this.#failures = new Map(Object.entries(script.failing ?? {}).map(([event, status]) => [event, [status].flat()]));
  }

  async list() {
    this.#record('list');
    return this.#comments;
  }

  async viewer() {
    this.#record('viewer');
    return this.#script.viewer;
  }

  async create(body: string) {
    if (this.#script.created) this.#comments.push(comment({ id: 99, body }));
    this.#record('create', body);
    return comment({ id: 99, body, url: 'created' });
  }

  async update(id: number, body: string) {
    if (this.#script.deleted) this.#comments = [];
    this.#record(`update ${id}`, body);
    return comment({ id, body, url: 'updated' });
  }

  #record(event: string, body?: string): void {
    this.events.push(event);
    if (body !== undefined) this.bodies.push(body);
    const status = this.#failures.get(event)?.shift();
    if (status !== undefined) throw Object.assign(new Error(`status ${status}`), { status });
  }
}
