import { DEFAULT_HISTORY_POLICY } from '../model/history/history.ts';
import type { HistoryReading } from '../model/history/history-reading.ts';
import { NOT_CONFIGURED } from '../model/judgement/outcome.ts';
import type { Snapshot } from '../model/judgement/snapshot.ts';
import type { Notice } from '../model/judgement/verdict.ts';
import type { CoderReader, LiveTemplate } from './ports.ts';
import type { CoderRequest, GatherRequest } from './requests.ts';
import { historiesAfter, wayBack } from './subject/histories-after.ts';
import { snapshotsOfHistory } from './subject/snapshot-of-history.ts';

export interface CoderAnswers {
  /** What the history rules judge. */
  readonly snapshots: readonly Snapshot[];
  readonly live: LiveTemplate;
  readonly history: HistoryReading;
  readonly notices: readonly Notice[];
}

/** Coder is asked only where a template of it is named. */
export async function askCoder(
  { coder: request, isPullRequest }: GatherRequest,
  reader: CoderReader | undefined,
): Promise<CoderAnswers> {
  if (request === undefined || reader === undefined) return NO_ANSWERS;
  // What is followed is live, so a pull request changes nothing about it.
  const policy = { ...request.policy, templateChanged: isPullRequest && request.follow === undefined };
  const { histories, followed, ...live } = await ask(request, reader);
  return {
    snapshots: snapshotsOfHistory(histories, policy, nameOf(request)),
    live,
    history: { histories, policy, ...(followed !== undefined && { followed }) },
    notices: followed === undefined ? [] : wayBack(followed),
  };
}

async function ask({ history, live, follow }: CoderRequest, reader: CoderReader) {
  if (follow === undefined) return { ...(await reader.readTemplate(history, live)), followed: undefined };
  // What a change is compared with is the version that was active before.
  const { baseline, quota } = await reader.readTemplate(NOT_CONFIGURED, live);
  const followed = await reader.followVersion(follow);
  return { histories: historiesAfter(followed), baseline, quota, followed };
}

function nameOf({ history, follow }: CoderRequest): string {
  if (follow !== undefined) return follow.template;
  return history.kind !== 'not-configured' && history.scope.kind === 'one' ? history.scope.template : 'all templates';
}

const NO_ANSWERS: CoderAnswers = {
  snapshots: [],
  live: { baseline: NOT_CONFIGURED, quota: NOT_CONFIGURED },
  history: { histories: NOT_CONFIGURED, policy: DEFAULT_HISTORY_POLICY },
  notices: [],
};
