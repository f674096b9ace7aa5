import { commentMarker } from '../../model/pull-request/markers.ts';
import type { Comment, CommentApi } from './api.ts';

/** Comments carry the marker, and it cannot be told whether one of them is ours. */
export class UnknownAuthor extends Error {
  override readonly name = 'UnknownAuthor';
}

/** Of those with our marker the ones that we wrote. Asks who we are only where there is one to claim. */
export async function ownOf<Authored extends { readonly author: string | undefined }>(
  api: { viewer(): Promise<string | undefined> },
  marked: readonly Authored[],
): Promise<readonly Authored[]> {
  if (marked.length === 0) return [];
  const viewer = await api.viewer();
  const ours = marked.filter(({ author }) => author === (viewer ?? ACTIONS_BOT));
  // Creating one all the same would add another on every run.
  if (viewer === undefined && ours.length === 0) throw new UnknownAuthor();
  return ours;
}

/** Whom the job's own token writes as. */
const ACTIONS_BOT = 'github-actions[bot]';

/** Those of the key that we wrote, oldest first. */
export async function ourComments(api: CommentApi, key: string): Promise<readonly Comment[]> {
  return ownOf(api, markedComments(await api.list(), key));
}

/** The comments that start with the key's marker, oldest first. Anybody can write a marker: see the author too. */
export function markedComments(comments: readonly Comment[], key: string): readonly Comment[] {
  const marker = commentMarker(key);
  return comments
    .filter((comment) => comment.body.trimStart().startsWith(marker))
    .toSorted((left, right) => left.id - right.id);
}
