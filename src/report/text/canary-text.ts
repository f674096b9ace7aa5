import type { CanaryDecision, CanaryPreset, CanaryProgress } from '../../model/history/canary.ts';
import { formatDuration } from '../../model/history/time.ts';
import { plain, visible } from '../../model/text.ts';

/** One line for one look, for a log and for a terminal that overwrites it. */
export function renderCanaryLook({ decision, version, elapsedMs, leftMs }: CanaryProgress): string {
  const name = version === undefined ? '' : ` ${visible(version)}`;
  const presets = 'presets' in decision ? decision.presets.map(presetText).join(', ') : '';
  const reason = 'reason' in decision && decision.reason !== undefined ? plain(decision.reason.detail) : '';
  const said = [presets, reason].filter((part) => part !== '').join('; ');
  const time = decision.kind === 'wait' ? `${formatDuration(leftMs)} left` : `after ${formatDuration(elapsedMs)}`;
  return `Version${name} ${KINDS[decision.kind]}, ${time}${said === '' ? '' : `: ${said}`}`;
}

/** What is said at the end, with the way back where there is one. */
export function renderCanaryEnd(look: CanaryProgress, promotePrevious: string | undefined): string {
  const { decision } = look;
  const errors = 'presets' in decision ? decision.presets.flatMap(errorLines) : [];
  const remedy = 'reason' in decision && decision.reason !== undefined ? [`  ${plain(decision.reason.remedy)}`] : [];
  const back =
    promotePrevious === undefined ? [] : ['To go back to the version before:', `  ${visible(promotePrevious)}`];
  return `${[renderCanaryLook(look), ...errors, ...remedy, ...back].join('\n')}\n`;
}

const KINDS: Readonly<Record<CanaryDecision['kind'], string>> = {
  wait: 'is being built',
  ready: 'is ready',
  failed: 'fails',
  'timed-out': 'is not ready in time',
  blocked: 'cannot be judged',
};

function presetText({ name, isReady, status, diagnosis }: CanaryPreset): string {
  const shown = visible(name);
  if (status === 'hard_limited') return `${shown} ✗ reached the limit`;
  if (status === 'validation_failed') return `${shown} ✗ refused`;
  const streak = diagnosis.streak > 0 ? ` (${diagnosis.streak} failed, ${leftText(diagnosis.failuresLeft)})` : '';
  if (isReady) return `${shown} ✓${streak}`;
  return `${shown} …${streak}`;
}

function leftText(failuresLeft: number | undefined): string {
  return failuresLeft === undefined ? 'no limit' : `${failuresLeft} left`;
}

function errorLines({ name, isReady, diagnosis }: CanaryPreset): readonly string[] {
  const { lastFailure } = diagnosis;
  if (isReady || lastFailure === undefined) return [];
  const error = lastFailure.error === undefined ? '' : ` ${visible(lastFailure.error)}`;
  return [`  ${visible(name)}:${error} (${visible(lastFailure.url)})`];
}
