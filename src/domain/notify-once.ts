import { type HistoryPolicy, isHardLimited, type PresetHistory, type TemplateHistory } from './history.ts';

/** A preset of one version that people were told about. The sticky comment keeps these. */
export interface LimitMark {
  readonly organization: string;
  readonly template: string;
  readonly preset: string;
  readonly versionId: string;
  readonly version: string;
}

export interface NotificationPlan {
  /** Limited for the first time in their version: people are told. */
  readonly reached: readonly LimitMark[];
  /** Limited when people were told last, and no longer: told once. */
  readonly recovered: readonly LimitMark[];
  /** What to remember for the next run. */
  readonly marks: readonly LimitMark[];
}

/** A run that could not see a preset neither forgets its mark nor calls it recovered. */
export function planNotification(
  before: readonly LimitMark[],
  histories: readonly TemplateHistory[],
  policy: HistoryPolicy,
): NotificationPlan {
  const seen = histories.flatMap((history) =>
    history.presets
      .filter(({ builds }) => builds !== undefined)
      .map((preset) => ({
        mark: markOf(history, preset),
        limited: isHardLimited(preset.builds ?? [], policy.failureHardLimit),
      })),
  );
  const limited = seen.filter((each) => each.limited).map(({ mark }) => mark);
  const fine = seen.filter((each) => !each.limited).map(({ mark }) => mark);
  const isGone = (mark: LimitMark) =>
    histories.some((history) => isWholeOf(history, mark) && !hasPreset(history, mark));
  const unseen = before.filter((mark) => !seen.some((each) => isSamePreset(each.mark, mark)) && !isGone(mark));
  return {
    reached: limited.filter(
      (mark) => !before.some((old) => isSamePreset(old, mark) && old.versionId === mark.versionId),
    ),
    recovered: fine.filter((mark) => before.some((old) => isSamePreset(old, mark))),
    marks: [...unseen, ...limited],
  };
}

function markOf({ organization, template, version }: TemplateHistory, { name }: PresetHistory): LimitMark {
  return { organization, template, preset: name, versionId: version.id, version: version.name };
}

function isSamePreset(left: LimitMark, right: LimitMark): boolean {
  return left.organization === right.organization && left.template === right.template && left.preset === right.preset;
}

function isWholeOf(history: TemplateHistory, mark: LimitMark): boolean {
  return history.template === mark.template && history.organization === mark.organization;
}

function hasPreset({ presets }: TemplateHistory, { preset }: LimitMark): boolean {
  return presets.some(({ name }) => name === preset);
}
