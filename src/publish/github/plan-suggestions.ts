import type { ReviewComment, ReviewThread } from '../../gather/pull-request/api.ts';
import { readSuggestionMark, type SuggestionMark } from '../../model/pull-request/markers.ts';
import type { SuggestionDraft } from '../../model/pull-request/suggestion-draft.ts';
import type { SuggestionsDraft } from '../../report/publication.ts';

/** A suggestion of ours, as it stands on the pull request. */
export interface PostedSuggestion {
  readonly comment: ReviewComment;
  readonly mark: SuggestionMark;
  readonly isAnswered: boolean;
  /** Undefined where GitHub does not tell. */
  readonly thread: ReviewThread | undefined;
}

export interface SuggestionPlan {
  readonly create: readonly SuggestionDraft[];
  /** Open, and needed no more. */
  readonly retire: readonly PostedSuggestion[];
}

/** The comments that start with a suggestion's marker of this key. Anybody can write a marker: see the author too. */
export function markedSuggestions(comments: readonly ReviewComment[], key: string): readonly ReviewComment[] {
  return comments.filter(({ body, answers }) => answers === undefined && readSuggestionMark(body)?.key === key);
}

/** What is known of our own suggestions, oldest first. */
export function postedSuggestions(
  own: readonly ReviewComment[],
  all: readonly ReviewComment[],
  threads: readonly ReviewThread[],
): readonly PostedSuggestion[] {
  return own
    .flatMap((comment): readonly PostedSuggestion[] => {
      const mark = readSuggestionMark(comment.body);
      if (mark === undefined) return [];
      const isAnswered = all.some(({ answers }) => answers === comment.id);
      const thread = threads.find((candidate) => candidate.comment === comment.id);
      return [{ comment, mark, isAnswered, thread }];
    })
    .toSorted((left, right) => left.comment.id - right.comment.id);
}

/**
 * Pure: what is posted is not posted again, wherever its lines went, and what a
 * person answered or resolved is theirs. Only one that GitHub cannot apply any
 * more is replaced.
 */
export function planSuggestions(
  posted: readonly PostedSuggestion[],
  { drafts, decidedRules }: Pick<SuggestionsDraft & { readonly kind: 'drafts' }, 'drafts' | 'decidedRules'>,
): SuggestionPlan {
  const create: SuggestionDraft[] = [];
  const kept = new Set<PostedSuggestion>();
  for (const draft of drafts) {
    const same = posted.filter(({ mark }) => mark.id === draft.id);
    const standing = same.find(isTheirs) ?? same.find(({ comment }) => !comment.isOutdated);
    if (standing === undefined) create.push(draft);
    else kept.add(standing);
  }
  const wanted = new Set(drafts.map(({ id }) => id));
  const isNeeded = ({ mark }: PostedSuggestion) => !wanted.has(mark.id) && !decidedRules.includes(mark.rule);
  const retire = posted.filter(
    (suggestion) => !kept.has(suggestion) && suggestion.thread?.isResolved !== true && !isNeeded(suggestion),
  );
  return { create, retire };
}

/** A person said something about it. */
function isTheirs({ isAnswered, thread }: PostedSuggestion): boolean {
  return isAnswered || thread?.isResolved === true;
}

/** What takes the place of a suggestion that is needed no more; without the marker it is never found again. */
export const RETIRED_BODY = 'prebuild-guard does not suggest this any more.';
