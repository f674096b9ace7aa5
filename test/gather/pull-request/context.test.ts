import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isForeignCodeWithSecrets, parseContext } from '../../../src/gather/pull-request/context.ts';
import { readContext } from '../../../src/gather/pull-request/event.ts';
import { UserError } from '../../../src/model/user-error.ts';
import { type EventName, recordedEvent } from '../../support/github/events.ts';

function contextOf(event: EventName, prNumber?: number) {
  const { name, payload } = recordedEvent(event);
  return parseContext({ GITHUB_EVENT_NAME: name, GITHUB_REPOSITORY: 'octo/templates' }, payload, prNumber);
}

describe('The pull request', () => {
  it.each([
    { event: 'pull_request', pullRequest: 7, because: 'the event is about it' },
    { event: 'pull_request.fork', pullRequest: 7, because: 'the event is about it' },
    { event: 'pull_request_target.fork', pullRequest: 7, because: 'the event is about it' },
    { event: 'issue_comment.pull_request', pullRequest: 7, because: 'the issue is a pull request' },
    { event: 'issue_comment.issue', pullRequest: undefined, because: 'the issue is none' },
    { event: 'merge_group', pullRequest: undefined, because: 'a group holds several' },
    { event: 'push', pullRequest: undefined, because: 'there is none' },
    { event: 'schedule', pullRequest: undefined, because: 'there is none' },
    { event: 'workflow_dispatch', pullRequest: undefined, because: 'there is none' },
    { event: 'workflow_run.fork', pullRequest: undefined, because: 'a run from a fork does not name it' },
  ] as const)('of $event is $pullRequest, because $because', ({ event, pullRequest }) => {
    expect(contextOf(event).pullRequest).toBe(pullRequest);
  });

  it.each(['pull_request', 'workflow_run.fork', 'push'] as const)('of %s is the one that the user names', (event) => {
    expect(contextOf(event, 12).pullRequest).toBe(12);
  });

  it.each([
    {
      event: 'pull_request',
      prNumber: undefined,
      head: '8f4b2c9ad0c3c1f5e96c1f1a3a2b7d6e5f4c3b2a',
      because: 'the event is about it',
    },
    {
      event: 'pull_request',
      prNumber: 7,
      head: '8f4b2c9ad0c3c1f5e96c1f1a3a2b7d6e5f4c3b2a',
      because: 'the event is about it',
    },
    { event: 'pull_request', prNumber: 12, head: undefined, because: 'another one is named' },
    { event: 'workflow_run.fork', prNumber: 7, head: undefined, because: 'the event does not say' },
  ] as const)('of $event and $prNumber has the head $head, because $because', ({ event, prNumber, head }) => {
    expect(contextOf(event, prNumber).headSha).toBe(head);
  });
});

describe('The head', () => {
  it.each([
    { event: 'pull_request', head: 'own', guarded: false, because: 'the branch is in the repository' },
    { event: 'pull_request.fork', head: 'foreign', guarded: false, because: 'a fork has no secrets' },
    { event: 'pull_request.deleted-fork', head: 'foreign', guarded: false, because: 'a deleted fork was a fork' },
    { event: 'pull_request_target.fork', head: 'foreign', guarded: true, because: 'it runs with the secrets' },
    { event: 'workflow_run.fork', head: 'foreign', guarded: true, because: 'it runs with the secrets' },
    { event: 'issue_comment.pull_request', head: 'unknown', guarded: true, because: 'the event does not say' },
    { event: 'issue_comment.issue', head: 'none', guarded: false, because: 'there is no pull request' },
    { event: 'merge_group', head: 'none', guarded: false, because: 'a group holds merged code' },
    { event: 'push', head: 'none', guarded: false, because: 'there is no pull request' },
  ] as const)('of $event is $head, because $because', ({ event, head, guarded }) => {
    const context = contextOf(event);
    expect(context.head).toBe(head);
    expect(isForeignCodeWithSecrets(context)).toBe(guarded);
  });

  it('is our own whatever the case of the names', () => {
    const { payload } = recordedEvent('pull_request');
    const text = JSON.stringify(payload).replace('"full_name":"octo/templates"', '"full_name":"Octo/Templates"');
    expect(parseContext({}, JSON.parse(text)).head).toBe('own');
  });
});

describe('The place', () => {
  const payload = recordedEvent('pull_request').payload;

  it('is github.com where nothing else is said', () => {
    expect(parseContext({}, payload)).toMatchObject({
      apiUrl: 'https://api.github.com',
      serverUrl: 'https://github.com',
      runUrl: undefined,
      repository: { owner: 'octo', name: 'templates' },
      isDependabot: false,
    });
  });

  it('is the Enterprise Server that the runner names', () => {
    const env = {
      GITHUB_API_URL: 'https://git.example.com/api/v3/',
      GITHUB_SERVER_URL: 'https://git.example.com',
      GITHUB_REPOSITORY: 'platform/templates',
      GITHUB_RUN_ID: '42',
    };
    expect(parseContext(env, payload)).toMatchObject({
      apiUrl: 'https://git.example.com/api/v3',
      serverUrl: 'https://git.example.com',
      runUrl: 'https://git.example.com/platform/templates/actions/runs/42',
      repository: { owner: 'platform', name: 'templates' },
    });
  });

  it('names the attempt of a run that was started again', () => {
    const env = { GITHUB_RUN_ID: '42', GITHUB_RUN_ATTEMPT: '3' };
    expect(parseContext(env, payload).runUrl).toBe('https://github.com/octo/templates/actions/runs/42/attempts/3');
  });

  it('knows Dependabot by the actor', () => {
    expect(parseContext({ GITHUB_ACTOR: 'dependabot[bot]' }, payload).isDependabot).toBe(true);
  });

  it('is nowhere outside of a workflow', () => {
    expect(readContext({})).toMatchObject({
      eventName: '',
      repository: undefined,
      pullRequest: undefined,
      head: 'none',
    });
  });

  it.each([
    { env: { GITHUB_REPOSITORY: 'templates' }, names: 'GITHUB_REPOSITORY' },
    { env: { GITHUB_REPOSITORY: 'a/b/c' }, names: 'GITHUB_REPOSITORY' },
    { env: { GITHUB_API_URL: 'api.github.com' }, names: 'GITHUB_API_URL' },
    { env: { GITHUB_API_URL: 'file:///etc/passwd' }, names: 'GITHUB_API_URL' },
    { env: { GITHUB_SERVER_URL: 'javascript:alert(1)' }, names: 'GITHUB_SERVER_URL' },
  ])('is refused where $names is not as the runner sets it', ({ env, names }) => {
    expect(() => parseContext(env, payload)).toThrow(UserError);
    expect(() => parseContext(env, payload)).toThrow(names);
  });
});

describe('The event file', () => {
  let directory: string;
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'event-'));
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  it.each([
    { content: '{"pull_request": {"number": 7', because: 'it is cut short' },
    { content: 'ghs_canary', because: 'it is no JSON' },
    { content: '[]', because: 'it is no object' },
    { content: '{"pull_request": {"number": "seven ghs_canary"}}', because: 'the number is none' },
    { content: '{"pull_request": {"number": 7}}', because: 'it has no head' },
    { content: '{"repository": {"full_name": 1}}', because: 'the repository has no name' },
  ])('is refused without quoting it, because $because', ({ content }) => {
    const path = join(directory, 'event.json');
    writeFileSync(path, content);
    expect(() => readContext({ GITHUB_EVENT_PATH: path })).toThrow(UserError);
    expect(() => readContext({ GITHUB_EVENT_PATH: path })).toThrow(/^(?!.*ghs_canary).*GITHUB_EVENT_PATH/);
  });

  it('is refused where it is missing', () => {
    const env = { GITHUB_EVENT_PATH: join(directory, 'none.json') };
    expect(() => readContext(env)).toThrow(
      new UserError('The file of `GITHUB_EVENT_PATH` cannot be read. Do not change the variable that the runner sets.'),
    );
  });

  it('is read', () => {
    const { name, payload } = recordedEvent('pull_request');
    const path = join(directory, 'event.json');
    writeFileSync(path, JSON.stringify(payload));
    expect(readContext({ GITHUB_EVENT_PATH: path, GITHUB_EVENT_NAME: name })).toMatchObject({
      pullRequest: 7,
      head: 'own',
    });
  });
});
