import { THE_TEMPLATE } from '../../model/judgement/finding.ts';
import { checked } from '../../model/judgement/outcome.ts';
import type { UnmetCondition } from '../../model/judgement/rehearsal.ts';
import type { Rule } from '../../model/judgement/rule.ts';
import { joined, listed, say, type Text } from '../../model/text.ts';

export const untriedOwnerCondition: Rule<readonly UnmetCondition[]> = {
  id: 'untried-owner-condition',
  group: 'claim',
  severity: 'notice',
  summary: 'A condition of the template asks for an owner that no rehearsed claimant was.',
  since: '0.2.0',

  evaluate({ unmet }) {
    if (unmet === undefined) return { kind: 'not-configured', items: [] };
    return checked(unmet.length === 0 ? [] : [{ subject: THE_TEMPLATE, evidence: 'declared', data: unmet }]);
  },

  explain({ data }) {
    const claimants = data.flatMap(({ claimant }) => claimant ?? []);
    return {
      what: ['No rehearsed claimant had ', ...joined(data.map(asked), ', '), '.'],
      why: ['What a claim by such a person replaces was not tried, so a pass says nothing of it.'],
      remedy:
        claimants.length === 0
          ? say`Rehearse with a claimant of that kind (${'claimants'}), or keep the condition out of what forces a replacement.`
          : say`Rehearse with a claimant of that kind, in ${'claimants'}: ${listed(claimants)}.`,
    };
  },
};

function asked({ attribute, value }: UnmetCondition): Text {
  return attribute === 'task' ? ['a task'] : say`${value} in ${attribute}`;
}
