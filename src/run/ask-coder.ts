import type { LiveTemplate } from '../gather/gather.ts';
import { historiesAfter } from '../gather/subject/histories-after.ts';
import { snapshotsOfHistory } from '../gather/subject/snapshot-of-history.ts';
import type { CanaryProgress, CanaryResult } from '../model/history/canary.ts';
import { DEFAULT_HISTORY_POLICY, type HistoryPolicy, type TemplateHistory } from '../model/history/history.ts';
import { NOT_CONFIGURED, type Source } from '../model/judgement/outcome.ts';
import type { Snapshot } from '../model/judgement/snapshot.ts';
import {
  type FollowRequest,
  type HistoryRequest,
  type LiveRequest,
  parseFollowSettings,
  parseHistorySettings,
  parseLiveSettings,
  type RawCoder,
} from './settings/history-settings.ts';
import { given, type RawSettings } from './settings/settings.ts';

/** Reads from Coder, or from what was saved of it. What cannot be read is a gap; bad input is a `UserError`. */
export interface CoderReader {
  gatherCoder(history: HistoryRequest, live: LiveRequest): Promise<CoderReading>;
  followVersion(connection: RawCoder, request: FollowRequest, onLook: OnLook): Promise<CanaryResult>;
}

/** Called with every look at the version that is followed. */
export type OnLook = (look: CanaryProgress) => void;

export interface CoderReading extends LiveTemplate {
  readonly histories: Source<TemplateHistory>;
}

export interface CoderAnswers {
  /** What the history rules judge. */
  readonly snapshots: readonly Snapshot[];
  readonly live: LiveTemplate;
  readonly histories: Source<TemplateHistory>;
  readonly policy: HistoryPolicy;
  /** How it ended; absent where no version was followed. */
  readonly canary?: CanaryResult;
}

export interface CoderRun {
  readonly isPullRequest: boolean;
  readonly judgesTemplate: boolean;
  readonly onLook?: OnLook;
}

/**
 * Coder is asked only where a template of it is named, and its room is entered
 * only then. On a pull request a merge may be the cure of what the template's
 * active version suffers from.
 */
export async function askCoder(
  raw: RawSettings,
  run: CoderRun,
  enter: () => Promise<CoderReader>,
): Promise<CoderAnswers> {
  const live = parseLiveSettings(raw, run.judgesTemplate);
  const follow = parseFollowSettings(raw);
  const asked = given(raw['coder-template']);
  if (asked === undefined) return NO_ANSWERS;
  if (follow !== undefined) return followed(follow, live, await enter(), run.onLook);
  const { request, policy } = parseHistorySettings(raw, run.isPullRequest);
  const isAsked = request.kind !== 'not-configured' || live.kind !== 'not-configured';
  if (!isAsked) return NO_ANSWERS;
  const { histories, ...template } = await (await enter()).gatherCoder(request, live);
  return { snapshots: snapshotsOfHistory(histories, policy, asked), live: template, histories, policy };
}

async function followed(
  follow: FollowRequest,
  live: LiveRequest,
  reader: CoderReader,
  onLook: OnLook = () => undefined,
): Promise<CoderAnswers> {
  const { baseline, quota } = await reader.gatherCoder(NOT_CONFIGURED, live);
  const result = await reader.followVersion(follow.connection, follow, onLook);
  const histories = historiesAfter(result);
  return {
    snapshots: snapshotsOfHistory(histories, follow.policy, follow.template),
    live: { baseline, quota },
    histories,
    policy: follow.policy,
    canary: result,
  };
}

const NO_ANSWERS: CoderAnswers = {
  snapshots: [],
  live: { baseline: NOT_CONFIGURED, quota: NOT_CONFIGURED },
  histories: NOT_CONFIGURED,
  policy: DEFAULT_HISTORY_POLICY,
};
