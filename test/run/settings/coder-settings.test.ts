import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/model/user-error.ts';
import { settings } from '../../support/settings.ts';

type Raw = Readonly<Record<string, string>>;

const TOKEN = { 'coder-session-token': 'secret' };
const CODER = { 'coder-url': 'https://coder.example.com', 'coder-template': 'docker', ...TOKEN };

const follow = (raw: Raw) => settings(raw).coder?.follow;

describe('what is read of the active version', () => {
  it.each<{ raw: Raw; judgesTemplate: boolean; live: object; because: string }>([
    { raw: {}, judgesTemplate: true, live: { kind: 'not-configured' }, because: 'there is no Coder' },
    { raw: CODER, judgesTemplate: true, live: { baseline: false, quota: true }, because: 'a template is judged' },
    { raw: CODER, judgesTemplate: false, live: { kind: 'not-configured' }, because: 'no template is judged' },
    {
      raw: { ...CODER, baseline: 'coder' },
      judgesTemplate: true,
      live: { baseline: true, quota: true, template: { template: 'docker', organization: undefined } },
      because: 'it is the baseline',
    },
    {
      raw: { ...CODER, baseline: './coder' },
      judgesTemplate: true,
      live: { baseline: false },
      because: 'the baseline is a file of that name',
    },
    {
      raw: { ...CODER, 'history-file': 'history.json' },
      judgesTemplate: true,
      live: { kind: 'not-configured' },
      because: 'Coder cannot be reached from here',
    },
  ])('is $live, because $because', ({ raw, judgesTemplate, live }) => {
    const given = { ...raw, ...(judgesTemplate ? { plan: 'plan.json' } : { 'history-file': 'history.json' }) };
    const { coder } = settings({ ...given, 'coder-template': 'docker' }, { kind: 'action' });
    expect(coder?.live).toMatchObject(live);
  });

  it.each([
    { baseline: 'coder' },
    { baseline: 'coder', 'coder-url': 'https://coder.example.com' },
    { baseline: 'coder', 'coder-template': 'docker' },
  ])('a baseline in Coder needs an address and a template: %o', (raw) => {
    expect(() => settings(raw)).toThrow(UserError);
  });
});

describe('a version that is followed', () => {
  it('is the active one where none is named', () => {
    expect(follow({ ...CODER, wait: '20m' })).toMatchObject({
      template: 'docker',
      version: undefined,
      timeoutMs: 1_200_000,
      policy: { templateChanged: false },
    });
    expect(follow({ ...CODER, wait: '90s', 'coder-version': 'v12' })).toMatchObject({ version: 'v12' });
    expect(follow(CODER)).toBeUndefined();
  });

  it.each<{ raw: Raw; says: string }>([
    { raw: { ...CODER, wait: '20' }, says: '`wait`' },
    { raw: { ...CODER, 'coder-version': 'v12' }, says: '`wait`' },
    { raw: { ...TOKEN, 'coder-template': 'docker', wait: '20m' }, says: '`coder-url`' },
    { raw: { ...TOKEN, 'coder-url': 'https://coder.example.com', wait: '20m' }, says: '`coder-template`' },
    { raw: { ...CODER, 'history-file': 'history.json', wait: '20m' }, says: 'history-file' },
    { raw: { ...CODER, 'coder-session-token': '', wait: '20m' }, says: '`coder-session-token`' },
  ])('is refused with $says: $raw', ({ raw, says }) => {
    expect(() => follow(raw)).toThrow(says);
  });
});
