import { aboutPreset } from '../../model/judgement/finding.ts';
import type { Rule } from '../../model/judgement/rule.ts';
import { isRefusedByProvider, type ScheduleProblem, scheduleProblems } from '../../model/schedule/schedule-problem.ts';
import { isUnknownIn } from '../../model/template/preset-parameters.ts';
import { type Preset, prebuildPresets } from '../../model/template/template.ts';
import { joined, say } from '../../model/text.ts';
import { describeScheduleProblem } from '../shared/schedule-words.ts';
import { type Judgement, judgeEach, templateOutcome } from '../shared/template-outcome.ts';

interface InvalidSchedule {
  readonly preset: string;
  readonly problems: readonly ScheduleProblem[];
}

export const invalidPrebuildSchedule: Rule<InvalidSchedule> = {
  id: 'invalid-prebuild-schedule',
  group: 'template',
  severity: 'error',
  summary: 'The schedule of a prebuild preset is refused, or does not mean what it says.',
  since: '0.1.0',

  evaluate(snapshot) {
    return templateOutcome(snapshot, judgeEach(prebuildPresets(snapshot.template.presets), judgePreset));
  },

  explain({ data: { preset, problems } }) {
    const refused = problems.some(isRefusedByProvider);
    return {
      what: joined([
        say`The schedules of preset ${preset} have a problem.`,
        ...problems.slice(0, MOST_SHOWN).map(describeScheduleProblem),
        ...(problems.length > MOST_SHOWN ? [say`There are ${problems.length - MOST_SHOWN} more.`] : []),
      ]),
      why: [
        refused
          ? 'The provider refuses the preset, and with it the whole template version. A server that already has the preset keeps the base number of instances at all hours.'
          : 'The provider accepts it, but the pool has a different size from what the template seems to say.',
      ],
      remedy: say`Write a schedule as ${'* HOUR DAY-OF-MONTH MONTH WEEKDAY'}, with hours that no other schedule has. For example, ${'* 8-18 * * 1-5'} is 8:00 to 18:59, Monday to Friday.`,
    };
  },
};

function judgePreset(preset: Preset): Judgement<InvalidSchedule> {
  const open = isUnknownIn(preset, 'prebuilds') ? [notKnown(preset)] : [];
  const scheduling = preset.prebuilds?.scheduling;
  const problems = scheduling === undefined ? [] : scheduleProblems(scheduling);
  if (problems.length === 0) return { violations: [], open };
  const isGrave = problems.some((problem) => isRefusedByProvider(problem) || problem.kind === 'negative-instances');
  return {
    open,
    violations: [
      {
        subject: aboutPreset(preset.name),
        evidence: 'declared',
        ...(!isGrave && { severity: 'warning' as const }),
        data: { preset: preset.name, problems },
      },
    ],
  };
}

/** Every pair of schedules may have a problem. */
const MOST_SHOWN = 8;

function notKnown(preset: Preset) {
  return {
    code: 'preset-not-known',
    detail: say`The ${'prebuilds'} block of preset ${preset.name} is hidden, or known only after apply.`,
    remedy: say`Write the values of the ${'prebuilds'} block directly into the preset.`,
  };
}
