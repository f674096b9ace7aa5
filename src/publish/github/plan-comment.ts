import type { Comment } from '../../gather/pull-request/api.ts';
import { withStateOf } from '../../model/pull-request/markers.ts';
import type { CommentDraft } from '../../report/publication.ts';

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
