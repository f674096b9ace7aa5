import { aboutParameter } from '../../model/judgement/finding.ts';
import type { RefusedBuild } from '../../model/judgement/rehearsal.ts';
import type { Rule } from '../../model/judgement/rule.ts';
import { joined, say, type Text } from '../../model/text.ts';
import { aboutItsPreset, judgeRefusals } from '../shared/refused-builds.ts';

export const claimFails: Rule<RefusedBuild> = {
  id: 'claim-fails',
  group: 'claim',
  severity: 'error',
  summary: 'Terraform cannot plan a claim that Coder accepts, so the claimant gets a failed workspace.',
  since: '0.2.0',

  evaluate: (snapshot) =>
    judgeRefusals(snapshot, 'claim', (refused) => {
      const { parameter, preset } = refused.context;
      return parameter === undefined ? aboutItsPreset(refused) : aboutParameter(parameter.name, preset);
    }),

  explain({ data: { context, words } }) {
    return {
      what: joined([what(context), words]),
      why: [
        'Coder accepts the claim, so that the prebuild is taken, and the build fails. A retry is no claim any more: the agent gets a new token, and what embeds it is replaced.',
      ],
      remedy:
        context.parameter === undefined
          ? ['Fix what Terraform says. The prebuild itself can be built; it fails for the claimant.']
          : say`Let the template take every value that ${context.parameter.name} allows, or allow fewer.`,
    };
  },
};

function what({ persona, parameter }: RefusedBuild['context']): Text {
  if (parameter !== undefined)
    return say`A claim fails where the claimant sets ${parameter.name} to ${parameter.value}.`;
  return persona === undefined ? ['A claim fails.'] : say`The claim of ${persona} fails.`;
}
