import type { HistoryReading } from '../model/history/history-reading.ts';
import type { GatheredPullRequest, JudgedTemplate } from './gathered.ts';
import type { PullRequestReader } from './ports.ts';
import type { GatherRequest } from './requests.ts';

/** GitHub is asked for the earlier comment and for the changed files, each only where the run has a use for it. */
export async function askPullRequest(
  { notify, commentKey, suggestions }: GatherRequest,
  { histories }: HistoryReading,
  subjects: readonly JudgedTemplate[],
  reader: PullRequestReader | undefined,
): Promise<GatheredPullRequest> {
  const remembers = notify.length > 0 && histories.kind === 'read';
  const [comment, changed] = await Promise.all([
    remembers ? reader?.readComment(commentKey) : undefined,
    suggestions ? (subjects.some(hasFiles) ? reader?.readChangedFiles() : NOT_NEEDED) : undefined,
  ]);
  return { comment: comment ?? { kind: 'no-pull-request' }, changed: changed ?? { kind: 'none' } };
}

const NOT_NEEDED = { kind: 'not-needed' } as const;

/** A fix is an edit of the template's files: without them there is none to suggest. */
function hasFiles({ snapshot: { configuration } }: JudgedTemplate): boolean {
  return configuration?.kind === 'read' && configuration.items.length > 0;
}
