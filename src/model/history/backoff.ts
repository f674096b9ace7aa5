import type { HistoryPolicy, PrebuildBuild } from './history.ts';

/** A pause that Coder makes after failures. While it lasts nothing happens to the preset, deletions included. */
export interface Backoff {
  /** Epoch milliseconds. */
  readonly until: number;
  /** Failures that count for its length. */
  readonly failures: number;
}

/**
 * As Coder computes it: started by a failure among the newest builds, as many as
 * instances are wanted, and longer by one interval for each failure within the
 * lookback. Undefined where none is under way.
 */
export function backoff(
  builds: readonly PrebuildBuild[],
  desiredInstances: number,
  now: number,
  policy: HistoryPolicy,
): Backoff | undefined {
  const isCounted = (build: PrebuildBuild) =>
    build.status === 'failed' && build.createdAt >= now - policy.backoffLookbackMs;
  const [newest] = builds.slice(0, Math.max(desiredInstances, 0)).filter(isCounted);
  if (newest === undefined) return undefined;
  const failures = builds.filter(isCounted).length;
  const until = newest.createdAt + failures * policy.backoffIntervalMs;
  // Coder resumes after that moment, not at it.
  return now <= until ? { until, failures } : undefined;
}
