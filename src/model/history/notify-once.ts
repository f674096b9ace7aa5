import {
  type HistoryPolicy,
  isHardLimited,
  type PresetHistory,
  settledStreak,
  type TemplateHistory,
} from './history.ts';

/** A preset of one version that people were told about. The sticky comment keeps these. */
export interface LimitMark {
  readonly organization: string;
  readonly template: string;
  readonly preset: string;
  readonly versionId: string;
  readonly version: string;
  /** They need not be told again that it recovered: they were, or another version took its place. */
  readonly closed: boolean;
}

/** What is remembered of earlier runs; `cut` where it may not be everything. */
export interface NotificationMemory {
  /** Oldest first. */
  readonly marks: readonly LimitMark[];
  readonly cut: boolean;
}

export const NOTHING_REMEMBERED: NotificationMemory = { marks: [], cut: false };

export interface NotificationPlan {
  /** Limited for the first time in their version: people are told. */
  readonly reached: readonly LimitMark[];
  /** Limited when people were told last, and no longer: told once. */
  readonly recovered: readonly LimitMark[];
  /** What to remember for the next run. */
  readonly memory: NotificationMemory;
}

interface PresetNow {
  readonly mark: LimitMark;
  /** `open` while builds are under way that may continue the streak or break it. */
  readonly state: 'limited' | 'fine' | 'open';
}

/**
 * A run that could not see a preset neither forgets its mark nor calls it
 * recovered. Where the memory is cut nobody is told of a limit, because they
 * may have been told before.
 */
export function planNotification(
  { marks: before, cut }: NotificationMemory,
  histories: readonly TemplateHistory[],
  policy: HistoryPolicy,
): NotificationPlan {
  const seen = histories.flatMap((history) => presetsNow(history, policy));
  const limited = seen.filter(({ state }) => state === 'limited').map(({ mark }) => mark);
  const fine = seen.filter(({ state }) => state === 'fine').map(({ mark }) => mark);
  const fresh = limited.filter((mark) => !before.some((old) => isSameLimit(old, mark)));
  const isOver = (old: LimitMark) =>
    fine.some((mark) => isSamePreset(mark, old)) ||
    limited.some((mark) => isSamePreset(mark, old) && !isSameLimit(mark, old)) ||
    histories.some((history) => isOf(history, old) && !hasPreset(history, old));
  return {
    reached: cut ? [] : fresh,
    recovered: fine.flatMap((mark) => before.findLast((old) => isSamePreset(old, mark) && !old.closed) ?? []),
    memory: { marks: [...before.map((old) => (isOver(old) ? { ...old, closed: true } : old)), ...fresh], cut },
  };
}

function presetsNow(history: TemplateHistory, { failureHardLimit: limit }: HistoryPolicy): readonly PresetNow[] {
  return history.presets.flatMap((preset): readonly PresetNow[] => {
    const { builds } = preset;
    if (builds === undefined) return [];
    const isOpen = limit > 0 && settledStreak(builds) >= limit;
    const state = isHardLimited(builds, limit) ? 'limited' : isOpen ? 'open' : 'fine';
    return [{ mark: markOf(history, preset), state }];
  });
}

function markOf({ organization, template, version }: TemplateHistory, { name }: PresetHistory): LimitMark {
  return { organization, template, preset: name, versionId: version.id, version: version.name, closed: false };
}

function isSamePreset(left: LimitMark, right: LimitMark): boolean {
  return left.organization === right.organization && left.template === right.template && left.preset === right.preset;
}

function isSameLimit(left: LimitMark, right: LimitMark): boolean {
  return isSamePreset(left, right) && left.versionId === right.versionId;
}

function isOf(history: TemplateHistory, mark: LimitMark): boolean {
  return history.template === mark.template && history.organization === mark.organization;
}

function hasPreset({ presets }: TemplateHistory, { preset }: LimitMark): boolean {
  return presets.some(({ name }) => name === preset);
}
