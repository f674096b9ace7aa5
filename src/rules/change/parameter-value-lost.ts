import { countOf, type LiveWorkspaces, type WorkspaceCount } from '../../model/change/live-workspaces.ts';
import { type LostFate, lostParameters } from '../../model/change/lost-parameters.ts';
import { parameterPairs } from '../../model/change/parameter-pairs.ts';
import { aboutParameter } from '../../model/judgement/finding.ts';
import type { Rule } from '../../model/judgement/rule.ts';
import type { Snapshot } from '../../model/judgement/snapshot.ts';
import { joined, listed, say, type Text } from '../../model/text.ts';
import { changeOutcome } from '../shared/template-outcome.ts';
import { liveOf } from '../shared/update-words.ts';

interface Lost {
  readonly parameter: string;
  readonly fate: LostFate;
  readonly reach: { readonly count: WorkspaceCount; readonly live: LiveWorkspaces } | undefined;
  readonly origin: Text;
}

export const parameterValueLost: Rule<Lost> = {
  id: 'parameter-value-lost',
  group: 'change',
  severity: 'warning',
  summary: 'A parameter is renamed, removed or made ephemeral, so workspaces lose the value that was chosen for them.',
  since: '0.2.0',

  evaluate(snapshot) {
    return changeOutcome(snapshot, (baseline) => ({
      violations: lostParameters(parameterPairs(snapshot, baseline)).map(({ parameter: { name }, fate }) => ({
        subject: aboutParameter(name),
        evidence: 'declared',
        // To remove a parameter is to give its values up; nobody means to lose them by another name.
        ...(fate.kind === 'removed' ? { severity: 'notice' as const } : {}),
        data: { parameter: name, fate, reach: reachOf(snapshot, name), origin: baseline.origin },
      })),
      open: [],
    }));
  },

  explain({ data: { parameter, fate, reach, origin } }) {
    return {
      what: joined([whatBecame(parameter, fate, origin), ...(reach === undefined ? [] : [reachText(reach)])]),
      why: whyOf(fate),
      remedy:
        fate.kind === 'renamed'
          ? say`Keep the name ${parameter} and change ${'display_name'} instead, which is free to change.`
          : say`If people still need their value, keep ${parameter} as it was. Otherwise there is nothing to do.`,
    };
  },
};

function reachOf(snapshot: Snapshot, parameter: string): Lost['reach'] {
  const live = liveOf(snapshot);
  const count = live && countOf(live, [{ parameter, value: undefined }]);
  return live === undefined || count === undefined ? undefined : { count, live };
}

function whatBecame(parameter: string, fate: LostFate, origin: Text): Text {
  switch (fate.kind) {
    case 'removed':
      return say`Parameter ${parameter} of ${origin} is gone.`;
    case 'renamed':
      return say`Parameter ${parameter} of ${origin} is gone, and seems to be called ${fate.to.name} now.`;
    case 'became-ephemeral':
      return say`Parameter ${parameter} becomes ephemeral; in ${origin} workspaces kept its value.`;
  }
}

function whyOf(fate: LostFate): Text {
  switch (fate.kind) {
    case 'removed':
      return ['The next start on the new version silently drops the value.'];
    case 'renamed':
      return joined([
        [
          'To Coder these are two parameters. The next start on the new version succeeds, silently drops the value, and gives the new parameter its default.',
        ],
        ...(fate.to.mutable
          ? []
          : [
              [
                'The new parameter is immutable, so that workspaces that were updated cannot be given their old value back.',
              ],
            ]),
      ]);
    case 'became-ephemeral':
      return ['Coder keeps no value of an ephemeral parameter: a start that gives none silently takes the default.'];
  }
}

function reachText({ count: { total, running, isWhole, names }, live: { all } }: NonNullable<Lost['reach']>): Text {
  const whose = names.length === 0 ? [] : [' (', ...listed(names), ')'];
  return [
    `${isWhole ? '' : 'At least '}${total} of ${all.total} ${all.total === 1 ? 'workspace' : 'workspaces'} `,
    `${total === 1 ? 'has' : 'have'} a value of it, ${running === 0 ? 'none' : running} of them running`,
    ...whose,
    '.',
  ];
}
