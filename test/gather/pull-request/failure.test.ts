import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { DeadlinePassed, explainFailure } from '../../../src/gather/pull-request/failure.ts';
import { UnknownAuthor } from '../../../src/gather/pull-request/own-comments.ts';

const OWN = { head: 'own', isDependabot: false } as const;
const INTEGRATION = 'Resource not accessible by integration';

function answered(status: number, message: unknown = '', headers: Record<string, unknown> = {}): Error {
  return Object.assign(new Error('HttpError'), { status, response: { headers, data: { message } } });
}

describe('A token that may not comment', () => {
  it.each([
    {
      place: 'an own branch',
      context: OWN,
      detail:
        'Nothing is written to the pull request because `github-token` lacks the permission `pull-requests: write`; add it to `permissions` of the job.',
    },
    {
      place: 'a fork',
      context: { head: 'foreign', isDependabot: false },
      detail:
        'Nothing is written to the pull request because `github-token` lacks the permission `pull-requests: write`, which GitHub does not give to a pull request from a fork.',
    },
    {
      place: 'Dependabot',
      context: { head: 'own', isDependabot: true },
      detail:
        "Nothing is written to the pull request because `github-token` lacks the permission `pull-requests: write`. Dependabot's runs have it only if `permissions` of the job asks for it.",
    },
  ] as const)('is a notice on $place', ({ context, detail }) => {
    expect(explainFailure(answered(403, INTEGRATION), context)).toEqual({ level: 'notice', detail });
  });

  it.each([
    { header: undefined, permission: 'pull-requests: write' },
    { header: 'issues=write; pull_requests=write', permission: 'pull-requests: write' },
    { header: 'pull_requests=write', permission: 'pull-requests: write' },
    { header: 'issues=write', permission: 'issues: write' },
    { header: 'repository_hooks=read', permission: 'repository-hooks: read' },
    { header: '::error::x', permission: 'pull-requests: write' },
  ])('lacks `$permission` where GitHub accepts $header', ({ header, permission }) => {
    const { detail } = explainFailure(answered(403, INTEGRATION, { 'x-accepted-github-permissions': header }), OWN);
    expect(detail).toContain(`the permission \`${permission}\`;`);
  });

  it('may be why the pull request is not found', () => {
    const { level, detail } = explainFailure(answered(404, 'Not Found'), OWN);
    expect(level).toBe('notice');
    expect(detail).toMatch(/not found \(404\).*`pull-requests: write`.*`pr-number`/);
  });

  it('is told in the words of the server where they say more', () => {
    const saml = 'Resource protected by organization SAML enforcement. `Grant` your token\u001b[31m access.';
    expect(explainFailure(answered(403, saml), OWN).detail).toMatch(
      / GitHub says `Resource protected .* 'Grant' your token\\u001b\[31m access\.`\.$/,
    );
  });
});

describe('Anything else', () => {
  it.each([
    { error: answered(401, 'Bad credentials'), says: 'does not accept `github-token` (401)' },
    { error: answered(403, 'You have exceeded a secondary rate limit'), says: 'rate limit' },
    { error: answered(403, 'API rate limit exceeded for installation'), says: 'rate limit' },
    { error: answered(403, 'Forbidden', { 'x-ratelimit-remaining': '0' }), says: 'rate limit' },
    { error: answered(429), says: 'rate limit' },
    { error: new Error('GraphQL Rate Limit Exceeded'), says: 'rate limit' },
    { error: answered(403, 'Unable to create comment because issue is locked.'), says: 'conversation is locked' },
    { error: answered(403, 'Repository was archived so is read-only.'), says: 'repository is archived' },
    {
      error: answered(422, 'Validation Failed'),
      says: 'GitHub answered 422, so there is no comment. GitHub says `Validation Failed`.',
    },
    { error: answered(502, undefined), says: 'GitHub answered 502, so there is no comment.' },
    { error: answered(502, '<html>'), says: 'GitHub says `<html>`.' },
    { error: Object.assign(new Error('connect ECONNREFUSED'), { status: 500 }), says: 'could not be reached' },
    { error: new DeadlinePassed(), says: 'in time' },
    { error: new UnknownAuthor(), says: 'does not say' },
    { error: new z.ZodError([]), says: 'an unexpected answer' },
    { error: new TypeError('canary'), says: 'unexpected error' },
    { error: undefined, says: 'unexpected error' },
  ])('is a warning: $says', ({ error, says }) => {
    const { level, detail } = explainFailure(error, OWN);
    expect(level).toBe('warning');
    expect(detail).toContain(says);
    expect(detail).not.toContain('canary');
  });
});
