import type { CanaryDecision, CanaryPreset, CanaryResult } from '../../model/history/canary.ts';
import type { TemplateHistory } from '../../model/history/history.ts';
import { formatDuration } from '../../model/history/time.ts';
import { type NotChecked, read, type Source } from '../../model/judgement/outcome.ts';
import type { Notice } from '../../model/judgement/verdict.ts';
import { listed, say } from '../../model/text.ts';

/**
 * The histories to judge after a version was followed. The history rules report
 * a version that fails. A version that is not ready in time leaves a gap, so the
 * run is inconclusive and never green.
 */
export function historiesAfter({ decision, history, version, elapsedMs }: CanaryResult): Source<TemplateHistory> {
  // Leaves out the history of another version, older or newer than the followed one.
  const own = history !== undefined && history.version.name === version ? [history] : [];
  const gaps = own.flatMap((each) => each.gaps);
  return read(own, [...gaps, ...unreached(decision, version, elapsedMs)]);
}

/** For the report: the command that makes the version before active again, where there is one. */
export function wayBack({ version, promotePrevious, history }: CanaryResult): readonly Notice[] {
  if (promotePrevious === undefined) return [];
  const input = history?.template ?? version ?? '';
  return [{ input, text: say`To go back to the version before: ${promotePrevious}` }];
}

function unreached(decision: CanaryDecision, version: string | undefined, elapsedMs: number): readonly NotChecked[] {
  switch (decision.kind) {
    case 'ready':
    case 'failed':
      return [];
    case 'blocked':
      return [decision.reason];
    case 'timed-out':
    case 'wait':
      return [decision.reason ?? notInTime(decision.presets, version, elapsedMs)];
  }
}

function notInTime(presets: readonly CanaryPreset[], version: string | undefined, elapsedMs: number): NotChecked {
  const waiting = presets.filter(({ isReady }) => !isReady).map(({ name }) => name);
  return {
    code: 'version-not-ready-in-time',
    detail: say`Version ${version ?? ''} had no ready prebuild of ${listed(waiting)} after ${formatDuration(elapsedMs)}.`,
    remedy: say`Look at the builds in Coder, or give ${'wait'} more time.`,
  };
}
