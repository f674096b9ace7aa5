import { describe, expect, it } from 'vitest';
import { askPullRequest } from '../../src/gather/ask-pull-request.ts';
import type { JudgedTemplate } from '../../src/gather/gathered.ts';
import type { PullRequestReader } from '../../src/gather/ports.ts';
import { NOT_CONFIGURED, read } from '../../src/model/judgement/outcome.ts';
import { plan, snapshot } from '../support/builders.ts';
import { history, historyPolicy } from '../support/history.ts';
import { settings } from '../support/settings.ts';
import { templateOf } from '../support/template.ts';

const HISTORY = { histories: read([history()]), policy: historyPolicy() };
const NO_HISTORY = { histories: NOT_CONFIGURED, policy: historyPolicy() };

async function judged(isRead: boolean): Promise<readonly JudgedTemplate[]> {
  const configuration = isRead ? read([await templateOf('')]) : NOT_CONFIGURED;
  return [{ snapshot: { ...snapshot(), configuration }, origin: { kind: 'plan', plan: plan() } }];
}

describe('A pull request is asked', () => {
  it.each([
    {
      notify: true,
      seen: true,
      files: true,
      suggestions: 'true',
      asked: ['comment', 'files'],
      because: 'both are used',
    },
    { notify: false, seen: true, files: false, suggestions: 'true', asked: [], because: 'nobody is told' },
    { notify: true, seen: false, files: false, suggestions: 'true', asked: [], because: 'there is nothing to tell' },
    { notify: false, seen: false, files: true, suggestions: 'false', asked: [], because: 'nothing is suggested' },
    { notify: false, seen: false, files: false, suggestions: 'true', asked: [], because: 'there are no lines to fix' },
    { notify: false, seen: false, files: true, suggestions: 'true', asked: ['files'], because: 'lines may be fixed' },
  ])('for $asked, because $because', async ({ notify, seen, files, suggestions, asked }) => {
    const questions: string[] = [];
    const reader: PullRequestReader = {
      async readComment() {
        questions.push('comment');
        return { kind: 'absent' };
      },
      async readChangedFiles() {
        questions.push('files');
        return { kind: 'read', files: [] };
      },
    };
    const request = settings({ suggestions, ...(notify && { notify: '@mona', 'coder-template': 'docker' }) });
    const answers = await askPullRequest(request, seen ? HISTORY : NO_HISTORY, await judged(files), reader);
    expect(questions).toEqual(asked);
    expect(answers.changed.kind).toBe(suggestions === 'false' ? 'none' : files ? 'read' : 'not-needed');
  });
});
