import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerFaults, exampleAnswer, findCall, operations, requestFaults } from './contract.ts';
import { FakeGitHub, TOKEN } from './fake-github.ts';

const COMMENTS = '/repos/octo/templates/issues/7/comments';

describe('The contract', () => {
  it.each([
    { id: 'issues/list-comments', method: 'GET', path: COMMENTS, status: 200 },
    { id: 'issues/create-comment', method: 'POST', path: COMMENTS, status: 201 },
    { id: 'issues/update-comment', method: 'PATCH', path: '/repos/octo/templates/issues/comments/1', status: 200 },
    { id: 'pulls/list-files', method: 'GET', path: '/repos/octo/templates/pulls/7/files', status: 200 },
    { id: 'pulls/list-review-comments', method: 'GET', path: '/repos/octo/templates/pulls/7/comments', status: 200 },
    { id: 'pulls/update-review-comment', method: 'PATCH', path: '/repos/octo/templates/pulls/comments/1', status: 200 },
    { id: 'pulls/create-review', method: 'POST', path: '/repos/octo/templates/pulls/7/reviews', status: 200 },
  ])('of $id is kept by the example that GitHub gives', ({ id, method, path, status }) => {
    const call = findCall(method, path);
    expect(call?.id).toBe(id);
    expect(answerFaults(call!, status, exampleAnswer(id, status))).toEqual([]);
  });

  it('has these operations and no other', () => {
    expect(
      operations()
        .map(({ operationId }) => operationId)
        .toSorted(),
    ).toEqual([
      'issues/create-comment',
      'issues/list-comments',
      'issues/update-comment',
      'pulls/create-review',
      'pulls/delete-review-comment',
      'pulls/list-files',
      'pulls/list-review-comments',
      'pulls/update-review-comment',
    ]);
  });

  it.each([
    { body: undefined, fault: /^body: is missing$/, because: 'a body is required' },
    { body: {}, fault: /must have required property 'body'/, because: 'the text is required' },
    { body: { body: 7 }, fault: /must be string/, because: 'the text is a string' },
    { body: { body: 'x', boddy: 'x' }, fault: /property boddy is not in the contract/, because: 'GitHub ignores it' },
  ])('is broken by $body, because $because', ({ body, fault }) => {
    const call = findCall('POST', COMMENTS);
    expect(requestFaults(call!, new URLSearchParams(), body).join()).toMatch(fault);
  });

  it.each([
    { query: 'per_page=ten', fault: /query parameter per_page: .*must be integer/ },
    { query: 'size=10', fault: /query parameter size is not in the contract/ },
  ])('is broken by ?$query', ({ query, fault }) => {
    const call = findCall('GET', COMMENTS);
    expect(requestFaults(call!, new URLSearchParams(query), undefined).join()).toMatch(fault);
  });

  it('is broken by a path whose number is none', () => {
    const call = findCall('GET', '/repos/octo/templates/issues/seven/comments');
    expect(requestFaults(call!, new URLSearchParams(), undefined).join()).toMatch(/path parameter issue_number/);
  });

  it('looks into lists', () => {
    const call = findCall('POST', '/repos/octo/templates/pulls/7/reviews');
    const comments = [{ path: 'main.tf', body: 'x', line: 3, sied: 'RIGHT' }];
    const found = requestFaults(call!, new URLSearchParams(), { event: 'COMMENT', body: 'x', comments });
    expect(found).toEqual(['body.comments[]: property sied is not in the contract']);
  });

  it.each([
    { status: 200, body: [{ id: 1 }], because: 'an answer lacks properties' },
    { status: 302, body: undefined, because: 'a status is not documented' },
    { status: 403, body: 'Forbidden', because: 'an error is not of the usual shape' },
  ])('is broken where $because', ({ status, body }) => {
    const call = findCall('GET', COMMENTS);
    expect(answerFaults(call!, status, body)).not.toEqual([]);
  });
});

describe('The fake GitHub', () => {
  let github: FakeGitHub;
  beforeEach(async () => {
    github = await new FakeGitHub().start();
  });
  afterEach(() => github.stop());

  function ask(method: string, path: string, body?: unknown, token = TOKEN) {
    return fetch(`${github.apiUrl}${path}`, {
      method,
      headers: { authorization: `token ${token}` },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }

  it('notes what breaks the contract', async () => {
    await ask('POST', COMMENTS, { body: 'x', boddy: 'x' });
    await ask('POST', '/repos/octo/templates/check-runs', { name: 'prebuild-guard', head_sha: 'a'.repeat(40) });
    await ask('POST', '/graphql', { query: 'query { viewer { email } }' });
    expect(github.violations).toEqual([
      'issues/create-comment: body: property boddy is not in the contract',
      'POST /repos/octo/templates/check-runs: no such operation',
      'graphql: query { viewer { email } } is not known here',
    ]);
  });

  it('notes nothing where the contract is kept', async () => {
    const created = (await (await ask('POST', COMMENTS, { body: 'x' })).json()) as { id: number };
    await ask('PATCH', `/repos/octo/templates/issues/comments/${created.id}`, { body: 'y' });
    await ask('GET', `${COMMENTS}?per_page=100`);
    expect(github.comments).toEqual([{ id: created.id, issue: 7, author: 'github-actions[bot]', body: 'y' }]);
    expect(github.violations).toEqual([]);
  });

  it.each([
    { ask: () => ask('GET', COMMENTS, undefined, 'other'), status: 401, because: 'the token is another' },
    {
      ask: () => ask('GET', '/repos/octo/templates/issues/8/comments'),
      status: 404,
      because: 'there is no such pull request',
    },
    {
      ask: () => ask('GET', '/repos/octo/other/issues/7/comments'),
      status: 404,
      because: 'there is no such repository',
    },
    {
      ask: () => ask('PATCH', '/repos/octo/templates/issues/comments/1', { body: 'x' }),
      status: 404,
      because: 'there is no such comment',
    },
    { ask: () => ask('POST', COMMENTS, { body: 'x'.repeat(65_537) }), status: 422, because: 'it is too long' },
  ])('answers $status, because $because', async ({ ask, status }) => {
    expect((await ask()).status).toBe(status);
    expect(github.violations).toEqual([]);
  });

  it('names the permission that a read-only token lacks', async () => {
    github.access = 'read';
    const answer = await ask('POST', COMMENTS, { body: 'x' });
    expect(answer.status).toBe(403);
    expect(answer.headers.get('x-accepted-github-permissions')).toContain('pull_requests=write');
    expect((await ask('GET', COMMENTS)).status).toBe(200);
  });

  it('links its pages', async () => {
    for (let index = 0; index < 5; index++) github.comment(`${index}`);
    const bodies: string[] = [];
    for (let url: string | undefined = `${COMMENTS}?per_page=2`; url !== undefined; ) {
      const answer = await ask('GET', url);
      bodies.push(...((await answer.json()) as { body: string }[]).map(({ body }) => body));
      url = /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1]?.slice(github.apiUrl.length);
    }
    expect(bodies).toEqual(['0', '1', '2', '3', '4']);
    expect(github.calls).toHaveLength(3);
  });
});
