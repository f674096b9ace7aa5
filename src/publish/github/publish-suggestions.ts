import type { ReviewApi } from '../../gather/pull-request/api.ts';
import { ownOf } from '../../gather/pull-request/own-comments.ts';
import type { SuggestionDraft } from '../../model/pull-request/suggestion-draft.ts';
import type { Receipt, SuggestionsDraft } from '../../report/publication.ts';
import {
  markedSuggestions,
  type PostedSuggestion,
  planSuggestions,
  postedSuggestions,
  RETIRED_BODY,
  type SuggestionPlan,
} from './plan-suggestions.ts';

export interface PublishedSuggestions {
  readonly outcome: Receipt['outcome'];
  /** How many GitHub did not take. */
  readonly refused: number;
}

/** Posts what is not there yet, and puts away what is needed no more. */
export async function publishSuggestions(
  api: ReviewApi,
  draft: SuggestionsDraft & { readonly kind: 'drafts' },
): Promise<PublishedSuggestions> {
  for (let isSecondLook = false; ; isSecondLook = true) {
    const plan = planSuggestions(await readPosted(api, draft.key), draft);
    try {
      const refused = await post(api, plan.create);
      for (const suggestion of plan.retire) await retire(api, suggestion);
      return { outcome: outcomeOf(plan, refused), refused };
    } catch (error) {
      // A review whose answer was lost may have been made; what is there by then is not made again.
      if (isSecondLook || plan.create.length === 0 || statusOf(error) < 500) throw error;
    }
  }
}

function outcomeOf({ create, retire }: SuggestionPlan, refused: number): Receipt['outcome'] {
  if (create.length === 0 && retire.length === 0) return 'unchanged';
  return refused === create.length && retire.length === 0 ? 'not-published' : 'published';
}

async function readPosted(api: ReviewApi, key: string): Promise<readonly PostedSuggestion[]> {
  const all = await api.list();
  const own = await ownOf(api, markedSuggestions(all, key));
  return own.length === 0 ? [] : postedSuggestions(own, all, await api.threads());
}

/** GitHub does not say which one it refused, so then each is tried by itself. */
async function post(api: ReviewApi, drafts: readonly SuggestionDraft[]): Promise<number> {
  if (drafts.length === 0) return 0;
  try {
    await api.create(drafts);
    return 0;
  } catch (error) {
    if (statusOf(error) !== 422) throw error;
    if (drafts.length === 1) return 1;
  }
  let refused = 0;
  for (const draft of drafts) refused += await post(api, [draft]);
  return refused;
}

/**
 * Resolving asks for more than the permission to comment. Without it a
 * suggestion that nobody answered goes, so that it holds up no merge that waits
 * for every conversation; one with an answer keeps it, and can be taken over no
 * more.
 */
async function retire(api: ReviewApi, { comment, thread, isAnswered }: PostedSuggestion): Promise<void> {
  const isResolved = thread !== undefined && (await api.resolve(thread));
  if (isResolved || isAnswered || thread === undefined) await api.update(comment.id, RETIRED_BODY);
  else await api.remove(comment.id);
}

function statusOf(error: unknown): number {
  return error instanceof Error && 'status' in error ? Number(error.status) : 0;
}
