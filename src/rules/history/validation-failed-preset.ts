import { DEFAULT_HISTORY_POLICY, type HistoryPolicy, type TemplateHistory } from '../../model/history/history.ts';
import { decidePreset, isNeverAttempted } from '../../model/history/preset-status.ts';
import { formatTime } from '../../model/history/time.ts';
import { aboutPreset } from '../../model/judgement/finding.ts';
import { judge, NOT_CONFIGURED, type NotChecked, read, type Source } from '../../model/judgement/outcome.ts';
import type { Rule } from '../../model/judgement/rule.ts';
import { say } from '../../model/text.ts';

interface NeverAttempted {
  readonly preset: string;
  readonly version: string;
  readonly instances: number;
  readonly since: number;
  /** The template schedules its prebuilds, so a time without any may be intended. */
  readonly isScheduled: boolean;
}

export const validationFailedPreset: Rule<NeverAttempted> = {
  id: 'validation-failed-preset',
  group: 'history',
  severity: 'error',
  summary: 'Coder never started to build a prebuild that the template asks for, because it refused the request itself.',
  since: '0.1.0',

  evaluate({ histories = NOT_CONFIGURED, template, policy: { history: policy = DEFAULT_HISTORY_POLICY } }) {
    const scheduled = new Set(
      template.presets.filter(({ prebuilds }) => prebuilds?.scheduling !== undefined).map(({ name }) => name),
    );
    const open = histories.kind === 'read' ? histories.items.flatMap((history) => undecided(history, policy)) : [];
    return judge(withGaps(histories, open), (templates) =>
      templates.flatMap((history) =>
        history.presets
          .filter((preset) => decidePreset(history, preset, policy).status === 'validation_failed')
          .map((preset) => ({
            subject: aboutPreset(preset.name),
            evidence: 'declared',
            ...(scheduled.has(preset.name) ? { severity: 'warning' } : {}),
            data: {
              preset: preset.name,
              version: history.version.name,
              instances: preset.desiredInstances ?? 0,
              since: history.version.activeSince,
              isScheduled: scheduled.has(preset.name),
            },
          })),
      ),
    );
  },

  explain({ data: { preset, version, instances, since, isScheduled } }) {
    return {
      what: say`Coder never built a prebuild of preset ${preset}, although version ${version} has asked for ${instances} since ${[formatTime(since)]}.`,
      why: [
        'If Coder refuses the request for a prebuild with 400 (a missing or invalid parameter, a bad workspace tag), it marks the preset as failed validation and stops trying. No build is left to show this.',
      ],
      remedy: isScheduled
        ? [
            'If the schedule asks for no prebuilds at this hour, all is well. Otherwise give the preset a valid value for every parameter and promote a new version: nothing else clears the mark.',
          ]
        : [
            'Give the preset a valid value for every parameter and promote a new version: nothing else clears the mark. If a schedule of the preset asks for no prebuilds at this hour, all is well.',
          ],
    };
  },
};

function withGaps(histories: Source<TemplateHistory>, gaps: readonly NotChecked[]): Source<TemplateHistory> {
  return histories.kind === 'read' ? read(histories.items, [...histories.gaps, ...gaps]) : histories;
}

/** Presets whose empty pool may have a reason that the server did not report. */
function undecided(history: TemplateHistory, policy: HistoryPolicy): readonly NotChecked[] {
  return history.presets
    .filter((preset) => isNeverAttempted(history, preset, policy))
    .filter((preset) => decidePreset(history, preset, policy).status === 'unknown')
    .map((preset) => ({
      code: 'empty-pool-unexplained',
      detail: say`Preset ${preset.name} has no prebuild, and Coder did not say whether reconciliation is paused or a build was ever started.`,
      remedy: ['Run the check again. If this stays, use the token of a template admin.'],
    }));
}
