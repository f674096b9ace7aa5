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
    // Without a licence there is no reconciliation to pause, and a gap already says so.
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
      what: say`Prebuild reconciliation is paused on this Coder server, so Coder builds nothing for version ${version}.`,
      why: [
        'Coder does not refill pools that claims empty. While it is paused, a history without failures proves nothing.',
      ],
      remedy: say`Resume it with ${'coder prebuilds resume'} once the reason for the pause is gone.`,
    };
  },
};

const SETTINGS_NOT_SEEN: NotChecked = {
  code: 'prebuild-settings-not-visible',
  detail: ['Coder did not say whether prebuild reconciliation is paused.'],
  remedy: ['Run the check again. If this stays, use the token of a template admin.'],
};
