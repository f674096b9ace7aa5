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
