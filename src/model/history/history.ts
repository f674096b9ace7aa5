import type { NotChecked } from '../judgement/outcome.ts';

/** What Coder knows of the prebuilds of one template's active version, at one moment. */
export interface TemplateHistory {
  /** The template's name in Coder. */
  readonly template: string;
  readonly organization: string;
  readonly version: TemplateVersion;
  /** A deprecated template gets no new prebuilds. */
  readonly deprecated: boolean;
  /** Epoch milliseconds. Statuses and backoff are those of this moment. */
  readonly readAt: number;
  /** Undefined where the server does not say. */
  readonly licensed: boolean | undefined;
  /** Undefined where the server does not say. */
  readonly reconciliationPaused: boolean | undefined;
  /** Every preset of the version, in the server's order. */
  readonly presets: readonly PresetHistory[];
  /** Prebuilds of any version whose last build is a delete that failed. */
  readonly failedDeletions: readonly FailedDeletion[];
  /** Failed prebuilds of versions that are no longer active, which Coder never deletes. Absent in a history saved before they were read. */
  readonly leftovers?: readonly Leftover[] | undefined;
  /** Why the history may not be trusted for the absence of a problem. */
  readonly gaps: readonly NotChecked[];
}

export interface TemplateVersion {
  readonly id: string;
  readonly name: string;
  /** Epoch milliseconds since when it can be the active one: of its creation or of the template's last update. */
  readonly activeSince: number;
}

export interface PresetHistory {
  readonly id: string;
  readonly name: string;
  /** As stored, schedules left out. Null for no prebuilds; undefined where an older server does not say. */
  readonly desiredInstances: number | null | undefined;
  /** Coder's own set, newest first. Undefined where the workspaces could not be read whole. */
  readonly builds: readonly PrebuildBuild[] | undefined;
  /** Prebuilds that a claim can take, expired ones left out. Undefined where the workspaces could not be read whole. */
  readonly ready: number | undefined;
  /** Prebuilds older than the last invalidation, which Coder deletes next. Absent for none, and where no server told. */
  readonly expired?: number | undefined;
  /** Whether Coder ever started to build a prebuild; undefined where nothing proves it and nothing rules it out. */
  readonly attempted: boolean | undefined;
}

/** The last build of an unclaimed prebuild. */
export interface PrebuildBuild {
  readonly id: string;
  /** The workspace's name. */
  readonly workspace: string;
  /** Epoch milliseconds, with the microseconds as a fraction: builds of one millisecond have an order. */
  readonly createdAt: number;
  readonly status: JobStatus;
  /** Of a failed build; redacted and cut. */
  readonly error: string | undefined;
  /** Coder's `error_code`, such as `INSUFFICIENT_QUOTA`. */
  readonly errorCode: string | undefined;
  /** The build's page. */
  readonly url: string;
}

/** A delete build that failed, under the version it ran on: that of the workspace's last build. */
export interface FailedDeletion {
  readonly workspace: string;
  readonly version: { readonly id: string; readonly name: string };
  readonly createdAt: number;
  readonly error: string | undefined;
  readonly url: string;
}

/** A failed prebuild that a promotion left behind. */
export interface Leftover {
  readonly workspace: string;
  readonly version: { readonly id: string; readonly name: string };
}

export const JOB_STATUSES = ['pending', 'running', 'succeeded', 'canceling', 'canceled', 'failed', 'unknown'] as const;

export type JobStatus = (typeof JOB_STATUSES)[number];

/** What the user says of the server, which tells its settings to owners alone. */
export interface HistoryPolicy {
  /** Coder stops building a preset whose newest builds, this many, all failed. Zero switches it off. */
  readonly failureHardLimit: number;
  readonly backoffIntervalMs: number;
  readonly backoffLookbackMs: number;
  readonly reconciliationIntervalMs: number;
  /** The run judges a change of the template's own files: a merge starts the count anew and may be the cure. */
  readonly templateChanged: boolean;
}

/** Coder's own defaults. */
export const DEFAULT_HISTORY_POLICY: HistoryPolicy = {
  failureHardLimit: 3,
  backoffIntervalMs: 60_000,
  backoffLookbackMs: 3_600_000,
  reconciliationIntervalMs: 60_000,
  templateChanged: false,
};

/** Where the time is the same Coder takes any order; failed goes first, so that the graver reading is told. */
export function newestFirst(builds: readonly PrebuildBuild[]): readonly PrebuildBuild[] {
  return builds.toSorted(
    (left, right) =>
      right.createdAt - left.createdAt ||
      Number(right.status === 'failed') - Number(left.status === 'failed') ||
      (left.id < right.id ? -1 : left.id > right.id ? 1 : 0),
  );
}

/** How many of the newest builds failed without a break. Anything else breaks it: running and canceled too. */
export function failedStreak(builds: readonly Pick<PrebuildBuild, 'status'>[]): number {
  const unbroken = builds.findIndex(({ status }) => status !== 'failed');
  return unbroken === -1 ? builds.length : unbroken;
}

/** The streak that will be, if the builds under way fail too; without these builds themselves. */
export function settledStreak(builds: readonly Pick<PrebuildBuild, 'status'>[]): number {
  const settled = builds.findIndex(({ status }) => status !== 'pending' && status !== 'running');
  return settled === -1 ? 0 : failedStreak(builds.slice(settled));
}

/** Coder's own condition. Without the test for zero an empty history would meet a limit of zero. */
export function isHardLimited(builds: readonly Pick<PrebuildBuild, 'status'>[], limit: number): boolean {
  return limit > 0 && failedStreak(builds) >= limit;
}

/** Wants prebuilds, or has one. A schedule-only preset wants none by itself, and is seen by its builds. */
export function hasPrebuilds({ desiredInstances, builds }: PresetHistory): boolean {
  return desiredInstances === undefined || (desiredInstances ?? 0) > 0 || (builds?.length ?? 0) > 0;
}
