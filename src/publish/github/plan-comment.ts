import { type CommentDraft, commentMarker, withStateOf } from '../../report/publication.ts';

/** A comment of the pull request. */
export interface Comment {
  readonly id: number;
  /** Login of its author; undefined where the account is gone. */
  readonly author: string | undefined;
  readonly body: string;
  readonly url: string;
}

export type CommentAction =
  | { readonly kind: 'create'; readonly body: string }
  | { readonly kind: 'update'; readonly comment: Comment; readonly body: string }
  | { readonly kind: 'none'; readonly because: 'unchanged' | 'nothing-to-say' };

/** Pure: what must happen to the comment, given the one that is there. */
export function planComment(existing: Comment | undefined, draft: CommentDraft): CommentAction {
  if (existing === undefined) {
    return draft.create ? { kind: 'create', body: draft.body } : { kind: 'none', because: 'nothing-to-say' };
  }
  const body = draft.keepsState ? withStateOf(existing.body, draft.body) : draft.body;
  if (isSameBody(existing.body, body)) return { kind: 'none', because: 'unchanged' };
  return { kind: 'update', comment: existing, body };
}

/** The comments that start with the key's marker, oldest first. Anybody can write a marker: see the author too. */
export function markedComments(comments: readonly Comment[], key: string): readonly Comment[] {
  const marker = commentMarker(key);
  return comments
    .filter((comment) => comment.body.trimStart().startsWith(marker))
    .toSorted((left, right) => left.id - right.id);
}

/**
 * What a duplicate is replaced by, which two runs at the same time can leave
 * behind. Left alone it would go on showing a verdict that no run brings up to
 * date; without the marker it is never found again.
 */
export function supersededBody(kept: Comment): string {
  return `Superseded by [the comment above](${kept.url}).`;
}

/** GitHub may hand a body back with other line ends, and without trailing white space. */
function isSameBody(left: string, right: string): boolean {
  return normalized(left) === normalized(right);
}

function normalized(body: string): string {
  return body.replaceAll('\r\n', '\n').trimEnd();
}
