import type { HistoryReading } from '../model/history/history-reading.ts';
import type { PlanOrigin } from '../model/judgement/plan-origin.ts';
import type { Snapshot } from '../model/judgement/snapshot.ts';
import type { InputError, Notice } from '../model/judgement/verdict.ts';
import type { ChangedFiles } from '../model/pull-request/changed-lines.ts';
import type { CommentReading } from './ports.ts';

/** Everything of a run, before the first rule is asked. */
export interface Gathered {
  /** What the rules judge: the templates, then what Coder told. */
  readonly snapshots: readonly Snapshot[];
  readonly subjects: readonly JudgedTemplate[];
  readonly history: HistoryReading;
  readonly pullRequest: GatheredPullRequest;
  readonly errors: readonly InputError[];
  readonly notices: readonly Notice[];
}

/** One template: what the rules see of it, and what it was read from. */
export interface JudgedTemplate {
  readonly snapshot: Snapshot;
  readonly origin: PlanOrigin;
}

export interface GatheredPullRequest {
  /** `no-pull-request` where nobody would be told anything, too. */
  readonly comment: CommentReading;
  readonly changed: ChangedFiles;
}
