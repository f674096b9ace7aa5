import type { JobStatus, PrebuildBuild } from '../../model/history/history.ts';

/** ✓ succeeded, ✗ failed, … under way, – canceled, ? anything else; newest first. */
export function buildMarks(builds: readonly Pick<PrebuildBuild, 'status'>[], limit = 10): string {
  const marks = builds.slice(0, limit).map(({ status }) => MARKS[status]);
  const rest = builds.length - marks.length;
  return rest > 0 ? `${marks.join(' ')} +${rest}` : marks.join(' ');
}

export const MARK_LEGEND = '✓ succeeded  ✗ failed  … under way  – canceled';

const MARKS: Readonly<Record<JobStatus, string>> = {
  succeeded: '✓',
  failed: '✗',
  pending: '…',
  running: '…',
  canceling: '–',
  canceled: '–',
  unknown: '?',
};
