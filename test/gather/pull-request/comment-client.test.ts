import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import nock from 'nock';
import { describe, expect, it } from 'vitest';
import { connect } from '../../../src/gather/pull-request/comment-client.ts';
import { explainFailure } from '../../../src/gather/pull-request/failure.ts';
import type { Patience } from '../../../src/gather/pull-request/open-client.ts';

const COMMENTS = '/repos/octo/templates/issues/7/comments';
const OWN = { head: 'own', isDependabot: false } as const;

/** Waits count their seconds in milliseconds. */
const QUICK: Patience = { deadlineMs: 10_000, requestTimeoutMs: 5_000, secondMs: 1, spaced: false };

function client(patience = QUICK, apiUrl = 'https://api.github.com') {
  return connect(
    { apiUrl, repository: { owner: 'octo', name: 'templates' }, pullRequest: 7, head: undefined, token: 'ghs_canary' },
    patience,
  );
}

function server(url = 'https://api.github.com') {
  return nock(url, { reqheaders: { authorization: 'token ghs_canary', 'user-agent': /^prebuild-guard\b/ } });
}

function wire(id: number, body = 'text', login: string | null = 'github-actions[bot]') {
  return {
    id,
    body,
    html_url: `https://github.com/octo/templates/pull/7#${id}`,
    user: login === null ? null : { login },
  };
}

describe('Listing comments', () => {
  it('follows the links through all pages', async () => {
    const next = `<https://api.github.com${COMMENTS}?per_page=100&page=2>; rel="next"`;
    server()
      .get(COMMENTS)
      .query({ per_page: 100 })
      .reply(200, [wire(1)], { link: next });
    server()
      .get(COMMENTS)
      .query({ per_page: 100, page: 2 })
      .reply(200, [wire(2, 'more', null)]);
    expect(await client().list()).toEqual([
      { id: 1, author: 'github-actions[bot]', body: 'text', url: 'https://github.com/octo/templates/pull/7#1' },
      { id: 2, author: undefined, body: 'more', url: 'https://github.com/octo/templates/pull/7#2' },
    ]);
  });

  it('survives a server that fails for a moment', async () => {
    server().get(COMMENTS).query(true).times(2).reply(502, 'Bad Gateway');
    server().get(COMMENTS).query(true).reply(200, []);
    expect(await client().list()).toEqual([]);
  });

  it('survives a connection that breaks', async () => {
    server().get(COMMENTS).query(true).replyWithError('socket hang up');
    server().get(COMMENTS).query(true).reply(200, []);
    expect(await client().list()).toEqual([]);
  });

  it.each([
    { answer: '<html>Welcome</html>', because: 'a proxy asks for a login' },
    { answer: [{ id: 'one' }], because: 'the shape is another' },
  ])('refuses an answer that is not as documented, because $because', async ({ answer }) => {
    server().get(COMMENTS).query(true).reply(200, answer);
    expect(await failureOf(client().list())).toMatch(/an unexpected answer|unexpected error/);
  });
});

describe('Who we are', () => {
  it('is asked of GraphQL', async () => {
    server()
      .post('/graphql', { query: 'query { viewer { login } }' })
      .reply(200, { data: { viewer: { login: 'mona' } } });
    expect(await client().viewer()).toBe('mona');
  });

  it('is asked of the Enterprise Server under its own paths', async () => {
    const host = 'https://git.example.com';
    server(host)
      .post('/api/graphql')
      .reply(200, { data: { viewer: { login: 'mona' } } });
    server(host).get(`/api/v3${COMMENTS}`).query(true).reply(200, []);
    const api = client(QUICK, `${host}/api/v3`);
    expect(await api.viewer()).toBe('mona');
    expect(await api.list()).toEqual([]);
  });

  it.each([
    { status: 403, body: { message: 'Resource not accessible by integration' } },
    { status: 404, body: { message: 'Not Found' } },
    { status: 200, body: { data: null, errors: [{ type: 'FORBIDDEN', message: 'Resource not accessible' }] } },
  ])('stays unknown where GitHub answers $status $body', async ({ status, body }) => {
    server().post('/graphql').reply(status, body);
    expect(await client().viewer()).toBeUndefined();
  });

  it('is an error where GitHub does not answer', async () => {
    server().post('/graphql').times(4).reply(503, { message: 'Unavailable' });
    expect(await failureOf(client().viewer())).toContain('GitHub answered 503');
  });
});

describe('Writing a comment', () => {
  it('sends the body and nothing else', async () => {
    server().post(COMMENTS, { body: 'new' }).reply(201, wire(5, 'new'));
    expect(await client().create('new')).toMatchObject({ id: 5, body: 'new' });
    server().patch('/repos/octo/templates/issues/comments/5', { body: 'newer' }).reply(200, wire(5, 'newer'));
    expect(await client().update(5, 'newer')).toMatchObject({ id: 5, body: 'newer' });
  });

  it('is tried once where it creates, so that a lost answer makes no second comment', async () => {
    server().post(COMMENTS).reply(502, 'Bad Gateway');
    await expect(client().create('new')).rejects.toMatchObject({ status: 502 });
  });

  it('is tried again where it updates', async () => {
    const path = '/repos/octo/templates/issues/comments/5';
    server().patch(path).reply(502, 'Bad Gateway');
    server().patch(path).reply(200, wire(5));
    expect(await client().update(5, 'new')).toMatchObject({ id: 5 });
  });

  it.each([401, 403, 404, 410, 422])('is not tried again after %i', async (status) => {
    server().patch('/repos/octo/templates/issues/comments/5').reply(status, { message: 'No' });
    await expect(client().update(5, 'new')).rejects.toMatchObject({ status });
  });
});

describe('A rate limit', () => {
  const secondary = { message: 'You have exceeded a secondary rate limit. Please wait a few minutes.' };

  it.each([
    { status: 403, verb: 'post', path: COMMENTS },
    { status: 429, verb: 'post', path: COMMENTS },
    { status: 403, verb: 'patch', path: '/repos/octo/templates/issues/comments/5' },
    { status: 429, verb: 'patch', path: '/repos/octo/templates/issues/comments/5' },
  ] as const)('of the secondary kind ($status on $verb) is waited out, as long as it asks', async (row) => {
    server()[row.verb](row.path).reply(row.status, secondary, { 'retry-after': '200' });
    server()[row.verb](row.path).reply(200, wire(5));
    const api = client();
    const start = performance.now();
    await (row.verb === 'post' ? api.create('new') : api.update(5, 'new'));
    expect(performance.now() - start).toBeGreaterThanOrEqual(198);
  });

  it('that asks for more than there is time is not waited for', async () => {
    server().post(COMMENTS).reply(403, secondary, { 'retry-after': '3600' });
    const start = performance.now();
    expect(await failureOf(client({ ...QUICK, deadlineMs: 1_000 }).create('new'))).toContain('rate limit');
    expect(performance.now() - start).toBeLessThan(900);
  });

  it('is given up after two waits', async () => {
    server().post(COMMENTS).times(3).reply(403, secondary, { 'retry-after': '1' });
    expect(await failureOf(client().create('new'))).toContain('rate limit');
  });

  it('of the primary kind is given up where it is reset too late', async () => {
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '2147483647' };
    server().get(COMMENTS).query(true).reply(403, { message: 'API rate limit exceeded' }, headers);
    expect(await failureOf(client().list())).toContain('rate limit');
  });

  it('inside of a GraphQL answer is one too', async () => {
    const limited = { errors: [{ type: 'RATE_LIMITED', message: 'API rate limit exceeded' }] };
    server().post('/graphql').reply(200, limited, { 'x-ratelimit-reset': '2147483647' });
    expect(await failureOf(client().viewer())).toContain('rate limit');
  });
});

describe('Time', () => {
  it('is bounded for one request', async () => {
    const silent = createServer(() => {});
    await new Promise<void>((ready) => silent.listen(0, '127.0.0.1', ready));
    const { port } = silent.address() as AddressInfo;
    const api = client({ ...QUICK, requestTimeoutMs: 50 }, `http://127.0.0.1:${port}`);
    expect(await failureOf(api.create('new'))).toContain('could not be reached');
    silent.closeAllConnections();
    silent.close();
  });

  it('is bounded for everything together', async () => {
    const api = client({ ...QUICK, deadlineMs: 0 });
    expect(await failureOf(api.list())).toContain('in time');
    expect(await failureOf(api.viewer())).toContain('in time');
    expect(await failureOf(api.create('new'))).toContain('in time');
  });

  it('is not spent on spacing a query and the write after it', async () => {
    const api = client({ ...QUICK, spaced: true });
    server()
      .post('/graphql')
      .reply(200, { data: { viewer: { login: 'mona' } } });
    server().patch('/repos/octo/templates/issues/comments/5').reply(200, wire(5));
    const start = performance.now();
    await api.viewer();
    await api.update(5, 'new');
    expect(performance.now() - start).toBeLessThan(900);
  });
});

async function failureOf(request: Promise<unknown>): Promise<string> {
  try {
    await request;
  } catch (error) {
    const { detail } = explainFailure(error, OWN);
    expect(detail).not.toContain('ghs_canary');
    return detail;
  }
  throw new Error('The request was answered.');
}
