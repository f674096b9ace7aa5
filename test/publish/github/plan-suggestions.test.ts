import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReviewComment } from '../../../src/gather/pull-request/api.ts';
import { suggestionMarker } from '../../../src/model/pull-request/markers.ts';
import type { SuggestionDraft } from '../../../src/model/pull-request/suggestion-draft.ts';
import {
  markedSuggestions,
  type PostedSuggestion,
  planSuggestions,
  postedSuggestions,
} from '../../../src/publish/github/plan-suggestions.ts';

const RULE = 'resource-replacement';

function comment(overrides: Partial<ReviewComment> = {}): ReviewComment {
  const body = `${suggestionMarker({ id: 'a', key: 'default', rule: RULE })}\n\ntext`;
  return { id: 1, author: 'github-actions[bot]', body, answers: undefined, isOutdated: false, ...overrides };
}

interface Circumstances {
  readonly id?: string;
  readonly comment?: number;
  readonly isAnswered?: boolean;
  readonly isResolved?: boolean;
  readonly isOutdated?: boolean;
  readonly hasThread?: boolean;
}

function posted(circumstances: Circumstances = {}): PostedSuggestion {
  const { id = 'a', comment: number = 1, hasThread = true } = circumstances;
  const { isAnswered = false, isResolved = false, isOutdated = false } = circumstances;
  return {
    comment: comment({ id: number, isOutdated }),
    mark: { id, key: 'default', rule: RULE },
    isAnswered,
    thread: hasThread ? { id: `T${number}`, comment: number, isResolved } : undefined,
  };
}

function draft(id = 'a'): SuggestionDraft {
  return { id, rule: RULE, file: 'main.tf', line: 3, startLine: undefined, body: id };
}

function planned(existing: readonly PostedSuggestion[], wanted: readonly string[], decidedRules = [RULE]) {
  const { create, retire } = planSuggestions(existing, { drafts: wanted.map(draft), decidedRules });
  return { create: create.map(({ id }) => id), retire: retire.map(({ comment: { id } }) => id) };
}

describe('what must happen to suggestions', () => {
  it.each([
    { existing: [], wanted: ['a'], create: ['a'], retire: [], because: 'it is new' },
    { existing: [posted()], wanted: ['a'], create: [], retire: [], because: 'it is there' },
    { existing: [posted()], wanted: ['b'], create: ['b'], retire: [1], because: 'another takes its place' },
    { existing: [posted()], wanted: [], create: [], retire: [1], because: 'it is needed no more' },
    {
      existing: [posted({ isResolved: true })],
      wanted: ['a'],
      create: [],
      retire: [],
      because: 'a person resolved it',
    },
    { existing: [posted({ isResolved: true })], wanted: [], create: [], retire: [], because: 'it is settled' },
    {
      existing: [posted({ isAnswered: true, isOutdated: true })],
      wanted: ['a'],
      create: [],
      retire: [],
      because: 'a person answered it',
    },
    { existing: [posted({ isAnswered: true })], wanted: [], create: [], retire: [1], because: 'the matter is over' },
    {
      existing: [posted({ isOutdated: true })],
      wanted: ['a'],
      create: ['a'],
      retire: [1],
      because: 'GitHub would not apply it any more',
    },
    {
      existing: [posted(), posted({ comment: 2 })],
      wanted: ['a'],
      create: [],
      retire: [2],
      because: 'two runs at once made it twice',
    },
    {
      existing: [posted(), posted({ comment: 2, isAnswered: true })],
      wanted: ['a'],
      create: [],
      retire: [1],
      because: 'the answered one stays of two',
    },
    {
      existing: [posted({ isOutdated: true }), posted({ comment: 2 })],
      wanted: ['a'],
      create: [],
      retire: [1],
      because: 'it was replaced before',
    },
    { existing: [posted({ hasThread: false })], wanted: [], create: [], retire: [1], because: 'its state is unknown' },
  ])('create $create and retire $retire, because $because', ({ existing, wanted, create, retire }) => {
    expect(planned(existing, wanted)).toEqual({ create, retire });
  });

  it('leaves those of a rule that was not checked', () => {
    expect(planned([posted()], [], [])).toEqual({ create: [], retire: [] });
  });

  it('settles: what a plan leads to needs nothing more', () => {
    const circumstances = fc.record({
      id: fc.constantFrom('a', 'b', 'c'),
      isAnswered: fc.boolean(),
      isResolved: fc.boolean(),
      isOutdated: fc.boolean(),
      hasThread: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(circumstances, { maxLength: 5 }), fc.subarray(['a', 'b', 'c']), (before, wanted) => {
        const existing = before.map((each, index) => posted({ ...each, comment: index + 1 }));
        const first = planned(existing, wanted);
        const after = [
          ...existing.filter((each) => !first.retire.includes(each.comment.id)),
          ...first.create.map((id, index) => posted({ id, comment: 100 + index })),
        ];
        expect(planned(after, wanted)).toEqual({ create: [], retire: [] });
      }),
    );
  });
});

describe('the suggestions that are posted', () => {
  it.each([
    { other: comment({ body: 'text' }), because: 'it has no marker' },
    { other: comment({ body: `text\n${comment().body}` }), because: 'the marker is not first' },
    {
      other: comment({ body: suggestionMarker({ id: 'a', key: 'other', rule: RULE }) }),
      because: 'it is of another key',
    },
    { other: comment({ answers: 5 }), because: 'it is an answer' },
  ])('do not hold a comment where $because', ({ other }) => {
    expect(markedSuggestions([other, comment()], 'default')).toEqual([comment()]);
  });

  it('are known with their answers and conversations, oldest first', () => {
    const [second, first] = [comment({ id: 20 }), comment({ id: 10 })];
    const answer = comment({ id: 30, author: 'mona', body: 'No.', answers: 10 });
    const threads = [{ id: 'T', comment: 20, isResolved: true }];
    expect(postedSuggestions([second, first], [second, first, answer], threads)).toMatchObject([
      { comment: { id: 10 }, isAnswered: true, thread: undefined },
      { comment: { id: 20 }, isAnswered: false, thread: threads[0] },
    ]);
  });
});
