import { countOf, type LiveWorkspaces, type WorkspaceCount } from '../../model/change/live-workspaces.ts';
import { newlyRequired } from '../../model/change/lost-parameters.ts';
import { parameterPairs } from '../../model/change/parameter-pairs.ts';
import { aboutParameter } from '../../model/judgement/finding.ts';
import type { NotChecked } from '../../model/judgement/outcome.ts';
import type { Rule, Violation } from '../../model/judgement/rule.ts';
import type { Snapshot } from '../../model/judgement/snapshot.ts';
import type { ParameterFlow } from '../../model/template/parameter-flow.ts';
import { isUnknownIn } from '../../model/template/preset-parameters.ts';
import { prebuildPresets } from '../../model/template/template.ts';
import { joined, listed, say, type Text } from '../../model/text.ts';
import { changeOutcome } from '../shared/template-outcome.ts';
import { brokenText, liveOf, updateConsequence } from '../shared/update-words.ts';

interface Required {
  readonly parameter: string;
  readonly isMutable: boolean;
  /** Prebuild presets that leave it open. */
  readonly open: readonly string[];
  readonly flow: ParameterFlow | undefined;
  readonly reach: { readonly broken: WorkspaceCount; readonly live: LiveWorkspaces } | undefined;
  readonly origin: Text;
}

export const requiredParameterAdded: Rule<Required> = {
  id: 'required-parameter-added',
  group: 'change',
  severity: 'error',
  summary: 'A new parameter has no default, so Coder starts no existing workspace on the new version without asking.',
  since: '0.2.0',

  evaluate(snapshot) {
    return changeOutcome(snapshot, (baseline) => {
      const violations = newlyRequired(parameterPairs(snapshot, baseline)).map(
        ({ name, mutable }): Violation<Required> => {
          const reach = reachOf(snapshot, name);
          const open = prebuildPresets(snapshot.template.presets)
            .filter((preset) => !preset.parameters.has(name) && !isUnknownIn(preset, 'parameters'))
            .map((preset) => preset.name);
          const isHard = open.length > 0 || (reach?.broken.total ?? 0) > 0;
          return {
            subject: aboutParameter(name),
            evidence: 'declared',
            ...(isHard ? {} : { severity: 'warning' as const }),
            data: {
              parameter: name,
              isMutable: mutable,
              open,
              flow: snapshot.flow,
              reach,
              origin: baseline.origin,
            },
          };
        },
      );
      return { violations, open: unaskedOf(snapshot, violations) };
    });
  },

  explain({ data: { parameter, isMutable, open, flow, reach, origin } }) {
    return {
      what: joined([
        say`Parameter ${parameter} is not in ${origin} and has no default.`,
        reach === undefined ? ['Every existing workspace is affected.'] : brokenText(reach.broken, reach.live),
      ]),
      why: joined([
        updateConsequence({
          change: 'required-added',
          mutability: isMutable ? 'mutable' : 'immutable',
          flow,
          cure: 'its owner gives a value, at each workspace',
        }),
        ...(open.length === 0
          ? []
          : [
              say`Preset ${listed(open)} leaves it open, so Coder builds no prebuilds at all of ${[open.length === 1 ? 'it' : 'them']}.`,
            ]),
      ]),
      remedy: say`Give ${parameter} a default that suits the workspaces that exist.`,
    };
  },
};

/** Those that have a value of it already are on a version that has the parameter. */
function reachOf(snapshot: Snapshot, parameter: string): Required['reach'] {
  const live = liveOf(snapshot);
  const have = live && countOf(live, [{ parameter, value: undefined }]);
  if (live === undefined || have === undefined) return undefined;
  const { all } = live;
  return {
    live,
    broken: {
      total: Math.max(all.total - have.total, 0),
      running: Math.max(all.running - have.running, 0),
      isWhole: all.isWhole && have.isWhole,
      names: all.names.filter((name) => !have.names.includes(name)),
    },
  };
}

function unaskedOf({ workspaces }: Snapshot, violations: readonly Violation<Required>[]): readonly NotChecked[] {
  if (workspaces?.kind !== 'read') return [];
  const isOpen = violations.some(({ severity, data }) => severity === 'warning' && data.reach === undefined);
  return isOpen ? workspaces.gaps : [];
}
