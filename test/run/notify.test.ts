import { describe, expect, it } from 'vitest';
import type { CommentReading } from '../../src/gather/ports.ts';
import type { TemplateHistory } from '../../src/model/history/history.ts';
import { NOT_CONFIGURED, read, type Source } from '../../src/model/judgement/outcome.ts';
import { renderState } from '../../src/model/pull-request/comment-state.ts';
import { commentMarker } from '../../src/model/pull-request/markers.ts';
import { UserError } from '../../src/model/user-error.ts';
import { decideNotify } from '../../src/run/notify.ts';
import { history, historyPolicy, presetHistory } from '../support/history.ts';
import { settings } from '../support/settings.ts';

const LIMITED = read([history({ presets: [presetHistory('Go', 'fail fail fail')] })]);

function decide(comment: CommentReading, { people = ['@mona'], histories = LIMITED }: Partial<Told> = {}) {
  return decideNotify(people, { histories, policy: historyPolicy() }, comment);
}

interface Told {
  readonly people: readonly string[];
  readonly histories: Source<TemplateHistory>;
}

function commentWith(secondLine: string): CommentReading {
  return { kind: 'present', body: `${commentMarker('default')}\n${secondLine}The page.` };
}

const ABSENT: CommentReading = { kind: 'absent' };

describe('people are told', () => {
  it('of a preset that the comment does not know of', () => {
    expect(decide(ABSENT)).toMatchObject({
      kind: 'planned',
      notification: { people: ['@mona'], plan: { reached: [{ preset: 'Go' }] } },
    });
  });

  it('once', () => {
    const first = decide(ABSENT);
    const memory = first.kind === 'planned' ? first.notification.plan.memory : { marks: [], cut: false };
    expect(decide(commentWith(renderState(memory)))).toMatchObject({
      kind: 'planned',
      notification: { plan: { reached: [], recovered: [] } },
    });
  });
});

describe('nobody is told', () => {
  it.each<{ reading: CommentReading; overrides: Partial<Told>; because: string }>([
    { reading: ABSENT, overrides: { people: [] }, because: 'nobody is named' },
    { reading: ABSENT, overrides: { histories: NOT_CONFIGURED }, because: 'no history is read' },
    { reading: { kind: 'no-pull-request' }, overrides: {}, because: 'there is no pull request' },
    {
      reading: { kind: 'unreadable', detail: 'GitHub is away.' },
      overrides: { histories: read([history()]) },
      because: 'there is nothing to tell',
    },
  ])('where $because', ({ reading, overrides }) => {
    expect(decide(reading, overrides)).toEqual({ kind: 'off' });
  });

  it.each<{ reading: CommentReading; because: string }>([
    { reading: { kind: 'unreadable', detail: 'GitHub is away.' }, because: 'the comment cannot be read' },
    { reading: commentWith('<!-- prebuild-guard-state {"v":2} -->\n'), because: 'what it remembers cannot be' },
  ])('twice: where $because, the run says so instead', ({ reading }) => {
    expect(decide(reading)).toMatchObject({ kind: 'unknown' });
  });
});

describe('whom to tell', () => {
  const people = (notify: string, rest = {}) => settings({ notify, 'coder-template': 'docker', ...rest }).notify;

  it('is a list of users and teams', () => {
    expect(people('@mona, @octo/template-admins\n@Hubot-2 @mona')).toEqual([
      '@mona',
      '@octo/template-admins',
      '@Hubot-2',
    ]);
  });

  it.each(['mona', '@', '@octo/', '@-mona', '@mo--na', '@mona/a/b', '@mona)[x](y', `@${'a'.repeat(40)}`])(
    '%s is nobody',
    (name) => {
      expect(() => people(name)).toThrow(UserError);
    },
  );

  it('needs a template, and a comment that remembers', () => {
    expect(() => settings({ notify: '@mona' })).toThrow('`coder-template`');
    expect(() => people('@mona', { comment: 'never' })).toThrow('`comment`');
  });
});
