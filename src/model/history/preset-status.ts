import { type Backoff, backoff } from './backoff.ts';
import {
  failedStreak,
  type HistoryPolicy,
  isHardLimited,
  type PrebuildBuild,
  type PresetHistory,
  settledStreak,
  type TemplateHistory,
} from './history.ts';

/**
 * Coder's own words (`normal` is `healthy` in older servers), and two of ours:
 * `failing` below the limit, `unknown` where nothing can be said.
 */
export type PresetStatus = 'healthy' | 'hard_limited' | 'validation_failed' | 'failing' | 'unknown';

/** What Coder does with the preset's pool. Decides; nothing here is for show. */
export type PoolAction =
  | { readonly kind: 'creates' }
  | { readonly kind: 'backs-off'; readonly until: number }
  | { readonly kind: 'creates-none'; readonly because: StandstillReason }
  | { readonly kind: 'unknown' };

export type StandstillReason = 'hard-limit' | 'validation' | 'paused' | 'no-licence' | 'deprecated' | 'none-wanted';

export interface PresetDecision {
  readonly status: PresetStatus;
  readonly action: PoolAction;
}

/** What explains a decision. Nothing is decided on it. */
export interface PresetDiagnosis {
  readonly streak: number;
  /** Further failures until the limit; undefined where it is switched off. */
  readonly failuresLeft: number | undefined;
  /** Pending and running builds that are newer than all others. */
  readonly underWay: number;
  /** The streak behind the builds under way, which continue it if they fail. */
  readonly settledStreak: number;
  readonly backoff: Backoff | undefined;
  readonly lastFailure: PrebuildBuild | undefined;
}

export function decidePreset(history: TemplateHistory, preset: PresetHistory, policy: HistoryPolicy): PresetDecision {
  const status = statusOf(history, preset, policy);
  return { status, action: actionOf(history, preset, status, policy) };
}

export function diagnosePreset(
  history: TemplateHistory,
  preset: PresetHistory,
  policy: HistoryPolicy,
): PresetDiagnosis {
  const builds = preset.builds ?? [];
  const streak = failedStreak(builds);
  const limit = policy.failureHardLimit;
  const settled = builds.findIndex(({ status }) => status !== 'pending' && status !== 'running');
  return {
    streak,
    failuresLeft: limit === 0 ? undefined : Math.max(limit - streak, 0),
    underWay: settled === -1 ? builds.length : settled,
    settledStreak: settledStreak(builds),
    backoff: backoffOf(history, preset, policy),
    lastFailure: builds.find(({ status }) => status === 'failed'),
  };
}

/**
 * Prebuilds are wanted, and there was time to build one, yet there is no build
 * and never was. Coder keeps no trace of a create request that it refused.
 */
export function isNeverAttempted(history: TemplateHistory, preset: PresetHistory, policy: HistoryPolicy): boolean {
  return (
    (preset.desiredInstances ?? 0) > 0 &&
    preset.builds?.length === 0 &&
    preset.attempted !== true &&
    !history.deprecated &&
    history.licensed !== false &&
    history.reconciliationPaused !== true &&
    history.readAt - history.version.activeSince >= GRACE_INTERVALS * policy.reconciliationIntervalMs
  );
}

/**
 * A promotion deletes the ready prebuilds of the version before in the round that
 * begins to build the new ones, so that a claim finds none until one of these is
 * ready: measured, also where all of them fail.
 */
export function isPoolEmpty({ presets }: TemplateHistory): boolean {
  const wanting = presets.filter(({ desiredInstances }) => (desiredInstances ?? 0) > 0);
  return wanting.length > 0 && wanting.every(({ ready }) => ready === 0);
}

/** Reconciliation takes the first interval at the latest; the rest is for a slow loop and for clocks that differ. */
const GRACE_INTERVALS = 5;

function statusOf(history: TemplateHistory, preset: PresetHistory, policy: HistoryPolicy): PresetStatus {
  const { builds } = preset;
  if (builds === undefined) return 'unknown';
  if (isHardLimited(builds, policy.failureHardLimit)) return 'hard_limited';
  if (isNeverAttempted(history, preset, policy)) return isCertain(history, preset) ? 'validation_failed' : 'unknown';
  if (settledStreak(builds) > 0 || backoffOf(history, preset, policy) !== undefined) return 'failing';
  if (builds.length > 0) return 'healthy';
  const isExpected = preset.attempted === true || preset.desiredInstances === 0 || preset.desiredInstances === null;
  return isExpected && history.gaps.length === 0 ? 'healthy' : 'unknown';
}

/** What the server did not say could be the reason why there is no build. */
function isCertain(history: TemplateHistory, preset: PresetHistory): boolean {
  return history.gaps.length === 0 && history.reconciliationPaused === false && preset.attempted === false;
}

function actionOf(
  history: TemplateHistory,
  preset: PresetHistory,
  status: PresetStatus,
  policy: HistoryPolicy,
): PoolAction {
  if (history.licensed === false) return { kind: 'creates-none', because: 'no-licence' };
  if (history.reconciliationPaused === true) return { kind: 'creates-none', because: 'paused' };
  if (history.deprecated) return { kind: 'creates-none', because: 'deprecated' };
  const pause = backoffOf(history, preset, policy);
  if (pause !== undefined) return { kind: 'backs-off', until: pause.until };
  if (status === 'hard_limited') return { kind: 'creates-none', because: 'hard-limit' };
  if (status === 'validation_failed') return { kind: 'creates-none', because: 'validation' };
  if (preset.desiredInstances === null) return { kind: 'creates-none', because: 'none-wanted' };
  return status === 'unknown' && preset.builds === undefined ? { kind: 'unknown' } : { kind: 'creates' };
}

function backoffOf(history: TemplateHistory, preset: PresetHistory, policy: HistoryPolicy): Backoff | undefined {
  return backoff(preset.builds ?? [], preset.desiredInstances ?? 0, history.readAt, policy);
}
