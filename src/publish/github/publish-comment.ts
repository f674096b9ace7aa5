import type { Comment, CommentApi } from '../../gather/pull-request/api.ts';
import { ourComments } from '../../gather/pull-request/own-comments.ts';
import type { CommentDraft, Receipt } from '../../report/publication.ts';
import { type CommentAction, planComment, supersededBody } from './plan-comment.ts';

export interface PublishedComment {
  readonly outcome: Receipt['outcome'];
  readonly url: string | undefined;
}

/** Brings the one comment of the draft's key up to date, or creates it. */
export async function publishComment(api: CommentApi, draft: CommentDraft): Promise<PublishedComment> {
  for (let isSecondLook = false; ; isSecondLook = true) {
    const [existing, ...duplicates] = await ourComments(api, draft.key);
    const action = planComment(existing, draft);
    try {
      const published = await carryOut(api, action, existing);
      if (existing !== undefined) await retire(api, duplicates, existing);
      return published;
    } catch (error) {
      if (isSecondLook || !mayHaveChanged(action, error)) throw error;
    }
  }
}

async function carryOut(
  api: CommentApi,
  action: CommentAction,
  existing: Comment | undefined,
): Promise<PublishedComment> {
  switch (action.kind) {
    case 'create':
      return { outcome: 'published', url: (await api.create(action.body)).url };
    case 'update':
      return { outcome: 'published', url: (await api.update(action.comment.id, action.body)).url };
    case 'none':
      return { outcome: action.because === 'unchanged' ? 'unchanged' : 'skipped', url: existing?.url };
  }
}

/** The duplicates are no part of what was asked for: one that cannot be written is left to the next run. */
async function retire(api: CommentApi, duplicates: readonly Comment[], kept: Comment): Promise<void> {
  for (const duplicate of duplicates) {
    try {
      await api.update(duplicate.id, supersededBody(kept));
    } catch {
      return;
    }
  }
}

/**
 * The comments may not be as they were listed: a creation whose answer was lost
 * may have happened, and a comment that is gone cannot be updated. A second
 * look decides, so that no comment is made twice.
 */
function mayHaveChanged(action: CommentAction, error: unknown): boolean {
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 0;
  return (action.kind === 'create' && status >= 500) || (action.kind === 'update' && status === 404);
}
