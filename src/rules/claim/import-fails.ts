import { THE_TEMPLATE } from '../../model/judgement/finding.ts';
import type { RefusedBuild } from '../../model/judgement/rehearsal.ts';
import type { Rule } from '../../model/judgement/rule.ts';
import { joined, say } from '../../model/text.ts';
import { judgeRefusals } from '../shared/refused-builds.ts';

export const importFails: Rule<RefusedBuild> = {
  id: 'import-fails',
  group: 'claim',
  severity: 'error',
  summary:
    'Terraform cannot plan the template in the environment of an import, so Coder refuses this version at the push.',
  since: '0.2.0',

  evaluate: (snapshot) => judgeRefusals(snapshot, 'import', () => THE_TEMPLATE),

  explain({ data: { transition, words } }) {
    const asStop = transition === 'stop' ? ' as a stop' : '';
    return {
      what: joined([[`Coder refuses this version at the push: the import${asStop} cannot be planned.`], words]),
      why: [
        'Coder imports a version before anybody uses it, as a start and as a stop. The owner is empty then: no name, no email, no login type, no roles, the group Everyone alone, no parameter, and no prebuild.',
      ],
      remedy: say`Let the expression work without an owner, for instance with ${'try(…, "")'} or ${'coalesce(…, "")'}, then push again.`,
    };
  },
};
