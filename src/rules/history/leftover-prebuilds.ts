import type { Leftover } from '../../model/history/history.ts';
import { THE_TEMPLATE } from '../../model/judgement/finding.ts';
import { judge, NOT_CONFIGURED } from '../../model/judgement/outcome.ts';
import type { Rule } from '../../model/judgement/rule.ts';
import { joined, listed, say, type Text } from '../../model/text.ts';

interface LeftBehind {
  readonly leftovers: readonly Leftover[];
  readonly active: string;
}

export const leftoverPrebuilds: Rule<LeftBehind> = {
  id: 'leftover-prebuilds',
  group: 'history',
  severity: 'notice',
  summary: 'Failed prebuilds of versions that are no longer active are still there, and cost quota.',
  since: '0.2.0',

  evaluate({ histories = NOT_CONFIGURED }) {
    return judge(histories, (templates) =>
      templates.flatMap(({ leftovers = [], version }) =>
        leftovers.length === 0
          ? []
          : [{ subject: THE_TEMPLATE, evidence: 'declared', data: { leftovers, active: version.name } }],
      ),
    );
  },

  explain({ data: { leftovers, active } }) {
    const isOne = leftovers.length === 1;
    return {
      what: joined([
        isOne
          ? say`A failed prebuild is left of a version that is no longer active; ${active} is.`
          : say`${leftovers.length} failed prebuilds are left of versions that are no longer active; ${active} is.`,
        ...byVersion(leftovers),
      ]),
      why: [
        'A promotion deletes the ready prebuilds of the version before, and leaves its failed ones. Each stays as a workspace of the prebuilds user, keeps what its build made before it failed, and counts for the quota.',
      ],
      remedy: say`Delete ${[isOne ? 'it' : 'them']}: ${'coder list --search owner:prebuilds'} shows ${[isOne ? 'it' : 'them']}.`,
    };
  },
};

function byVersion(leftovers: readonly Leftover[]): readonly Text[] {
  const groups = new Map<string, { readonly version: string; readonly names: string[] }>();
  for (const { workspace, version } of leftovers) {
    const group = groups.get(version.id) ?? { version: version.name, names: [] };
    group.names.push(workspace);
    groups.set(version.id, group);
  }
  return [...groups.values()].map(({ version, names }) => say`Version ${version}: ${listed(names, 3)}.`);
}
