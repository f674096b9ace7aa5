import { checked } from '../../model/judgement/outcome.ts';
import type { RefusedBuild } from '../../model/judgement/rehearsal.ts';
import type { Rule } from '../../model/judgement/rule.ts';
import type { Snapshot } from '../../model/judgement/snapshot.ts';
import { judgeValue } from '../../model/template/parameter-value.ts';
import { joined, say } from '../../model/text.ts';
import { aboutItsPreset, judgeRefusals } from '../shared/refused-builds.ts';

export const prebuildFails: Rule<RefusedBuild> = {
  id: 'prebuild-fails',
  group: 'claim',
  severity: 'error',
  summary: 'Terraform cannot plan the prebuild of a preset, so every build of it fails on the server too.',
  since: '0.2.0',

  evaluate(snapshot) {
    const outcome = judgeRefusals(snapshot, 'prebuild', aboutItsPreset);
    const items = outcome.items.filter(({ data }) => !hasInvalidValue(snapshot, data));
    return outcome.kind === 'checked' ? checked(items) : { ...outcome, items };
  },

  explain({ data: { context, words } }) {
    const whose = context.preset === undefined ? ['the template'] : say`preset ${context.preset}`;
    return {
      what: joined([say`The prebuild of ${whose} cannot be built.`, words]),
      why: ['Coder tries to build it, fails, and after three failures stops trying, so that nobody ever gets one.'],
      remedy: [
        'Fix what Terraform says. It fails for the prebuilds user with the values of the preset, while the import goes through.',
      ],
    };
  },
};

/** `invalid-preset-value` says that better. */
function hasInvalidValue({ template }: Snapshot, { context }: RefusedBuild): boolean {
  const preset = template.presets.find(({ name }) => name === context.preset);
  return template.parameters.some((parameter) => {
    const value = preset?.parameters.get(parameter.name);
    return value !== undefined && judgeValue(parameter, value).kind === 'refused';
  });
}
