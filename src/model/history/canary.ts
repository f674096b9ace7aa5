import type { NotChecked, Source } from '../judgement/outcome.ts';
import { say } from '../text.ts';
import { type HistoryPolicy, hasPrebuilds, type PresetHistory, type TemplateHistory } from './history.ts';
import { decidePreset, diagnosePreset, type PresetDiagnosis, type PresetStatus } from './preset-status.ts';

/** What was seen of the version that is followed, as far as the next decision needs it. */
export interface CanaryMemory {
  /** By name; undefined until the active version is seen, where none was named. */
  readonly version: string | undefined;
  /** It was the active version at least once. */
  readonly wasActive: boolean;
  /** Ids of presets that had a ready prebuild: one that is claimed since did its duty. */
  readonly seenReady: ReadonlySet<string>;
}

export interface CanaryPreset {
  readonly name: string;
  readonly isReady: boolean;
  readonly status: PresetStatus;
  readonly diagnosis: PresetDiagnosis;
}

/** What the histories say of a new version: go on waiting, or why not. */
export type CanaryDecision =
  | { readonly kind: 'wait'; readonly presets: readonly CanaryPreset[]; readonly reason: NotChecked | undefined }
  | { readonly kind: 'ready'; readonly presets: readonly CanaryPreset[] }
  /** A preset reached the limit, or Coder refuses to build it: waiting longer changes nothing. */
  | { readonly kind: 'failed'; readonly presets: readonly CanaryPreset[] }
  | { readonly kind: 'timed-out'; readonly presets: readonly CanaryPreset[]; readonly reason: NotChecked | undefined }
  /** The answer will never come, for a reason that is not the version's. */
  | { readonly kind: 'blocked'; readonly reason: NotChecked };

/** How far it came: what one look is told as, and the end as well. */
export interface CanaryProgress {
  readonly decision: CanaryDecision;
  /** By name; undefined until the active version is seen, where none was named. */
  readonly version: string | undefined;
  readonly elapsedMs: number;
  readonly leftMs: number;
}

export interface CanaryResult extends CanaryProgress {
  /** The last that was read. */
  readonly history: TemplateHistory | undefined;
  /** The command that makes the version before active again; undefined where all is well, or there is none. */
  readonly promotePrevious: string | undefined;
}

export interface CanaryStep {
  readonly memory: CanaryMemory;
  readonly decision: CanaryDecision;
}

export function startCanary(version: string | undefined): CanaryMemory {
  return { version, wasActive: false, seenReady: new Set() };
}

/** Pure: what one look at the histories means after those before it. */
export function stepCanary(
  memory: CanaryMemory,
  source: Source<TemplateHistory>,
  policy: HistoryPolicy,
  isTimeUp: boolean,
): CanaryStep {
  const [history] = source.kind === 'read' ? source.items : [];
  const gap = firstGap(source);
  if (gap !== undefined && isFinal(gap)) return { memory, decision: { kind: 'blocked', reason: gap } };
  if (history === undefined) return { memory, decision: waitOr(isTimeUp, [], gap) };
  const version = memory.version ?? history.version.name;
  if (history.version.name !== version) return otherVersion({ ...memory, version }, history, isTimeUp);
  const next = remember({ ...memory, version, wasActive: true }, history);
  return { memory: next, decision: decisionOn(history, next, policy, isTimeUp, gap) };
}

function decisionOn(
  history: TemplateHistory,
  memory: CanaryMemory,
  policy: HistoryPolicy,
  isTimeUp: boolean,
  gap: NotChecked | undefined,
): CanaryDecision {
  const presets = history.presets
    .filter((preset) => preset.desiredInstances !== 0 && hasPrebuilds(preset))
    .map((preset) => presetOf(history, preset, memory, policy));
  if (presets.some(({ status }) => status === 'hard_limited' || status === 'validation_failed')) {
    return { kind: 'failed', presets };
  }
  if (presets.every(({ isReady }) => isReady) && gap === undefined) return { kind: 'ready', presets };
  const standstill = standstillOf(history);
  return standstill === undefined ? waitOr(isTimeUp, presets, gap) : { kind: 'blocked', reason: standstill };
}

function presetOf(
  history: TemplateHistory,
  preset: PresetHistory,
  memory: CanaryMemory,
  policy: HistoryPolicy,
): CanaryPreset {
  return {
    name: preset.name,
    isReady: memory.seenReady.has(preset.id),
    status: decidePreset(history, preset, policy).status,
    diagnosis: diagnosePreset(history, preset, policy),
  };
}

function remember(memory: CanaryMemory, { presets }: TemplateHistory): CanaryMemory {
  const ready = presets.filter((preset) => (preset.ready ?? 0) > 0).map(({ id }) => id);
  return { ...memory, seenReady: new Set([...memory.seenReady, ...ready]) };
}

/** Not promoted yet, or another one since. */
function otherVersion(memory: CanaryMemory, history: TemplateHistory, isTimeUp: boolean): CanaryStep {
  const active = history.version.name;
  const version = memory.version ?? '';
  if (memory.wasActive) {
    const reason: NotChecked = {
      code: 'version-superseded',
      detail: say`Version ${active} became active while version ${version} was followed.`,
      remedy: say`Follow ${active} instead.`,
    };
    return { memory, decision: { kind: 'blocked', reason } };
  }
  const reason: NotChecked = {
    code: 'version-not-active',
    detail: say`Version ${version} is not active yet. Coder builds prebuilds only of the active version, which is ${active}.`,
    remedy: say`Promote it with ${'coder templates versions promote'}.`,
  };
  return { memory, decision: waitOr(isTimeUp, [], reason) };
}

/** Coder builds nothing, whatever the version is like. */
function standstillOf(history: TemplateHistory): NotChecked | undefined {
  if (history.reconciliationPaused === true) {
    return {
      code: 'reconciliation-paused',
      detail: ['Prebuild reconciliation is paused, so Coder builds no prebuilds of this version.'],
      remedy: say`Resume it with ${'coder prebuilds resume'}.`,
    };
  }
  if (!history.deprecated) return undefined;
  return {
    code: 'template-deprecated',
    detail: ['The template is deprecated, and Coder builds no prebuilds of it.'],
    remedy: say`Remove the deprecation with ${'coder templates edit'}.`,
  };
}

function waitOr(isTimeUp: boolean, presets: readonly CanaryPreset[], reason: NotChecked | undefined): CanaryDecision {
  return { kind: isTimeUp ? 'timed-out' : 'wait', presets, reason };
}

function firstGap(source: Source<TemplateHistory>): NotChecked | undefined {
  return source.kind === 'read' ? source.gaps[0] : undefined;
}

/** A server that restarts comes back; a token that may not see prebuilds stays blind. */
function isFinal({ code }: NotChecked): boolean {
  return FINAL_GAPS.has(code);
}

const FINAL_GAPS: ReadonlySet<string> = new Set([
  'coder-token-refused',
  'coder-forbidden',
  'coder-certificate',
  'coder-redirected',
  'coder-web-page',
  'coder-unexpected-shape',
  'template-not-found',
  'template-ambiguous',
  'prebuilds-not-visible',
  'prebuilds-not-licensed',
]);
