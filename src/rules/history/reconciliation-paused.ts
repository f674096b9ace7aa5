import { THE_TEMPLATE } from '../../model/judgement/finding.ts';
import type { NotChecked } from '../../model/judgement/outcome.ts';
import { judge, NOT_CONFIGURED, read } from '../../model/judgement/outcome.ts';
import type { Rule } from '../../model/judgement/rule.ts';
import { say } from '../../model/text.ts';

interface Paused {
  readonly version: string;
}

export const reconciliationPaused: Rule<Paused> = {
  id: 'reconciliation-paused',
  group: 'history',
  severity: 'notice',
  summary: 'Prebuild reconciliation is paused: Coder neither creates nor deletes prebuilds.',
  since: '0.1.0',

  evaluate({ histories = NOT_CONFIGURED }) {
    if (histories.kind === 'not-configured') return judge(histories, () => []);
    // Without a licence there is no reconciliation to pause, and a gap says so already.
    const open = histories.items.filter(
      (history) => history.reconciliationPaused === undefined && history.licensed !== false,
    );
    return judge(read(histories.items, [...histories.gaps, ...open.map(() => SETTINGS_NOT_SEEN)]), (templates) =>
      templates
        .filter((history) => history.reconciliationPaused === true)
        .map(({ version }) => ({ subject: THE_TEMPLATE, evidence: 'declared', data: { version: version.name } })),
    );
  },

  explain({ data: { version } }) {
    return {
      what: say`Prebuild reconciliation is paused on this Coder server, so nothing is built for version ${version} either.`,
      why: ['Pools that claims empty are not filled again, and a history without failures proves nothing meanwhile.'],
      remedy: say`Resume it with ${'coder prebuilds resume'} when the reason for the pause is gone.`,
    };
  },
};

const SETTINGS_NOT_SEEN: NotChecked = {
  code: 'prebuild-settings-not-visible',
  detail: ['Coder did not tell whether prebuild reconciliation is paused.'],
  remedy: ['Run the check again; if this stays, ask with the token of a template admin.'],
};
