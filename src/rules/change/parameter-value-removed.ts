import { ownerDefaults } from '../../explain/owner-default.ts';
import { countOf, type LiveWorkspaces, type WorkspaceCount } from '../../model/change/live-workspaces.ts';
import { parameterPairs } from '../../model/change/parameter-pairs.ts';
import {
  changeOfNarrowing,
  changeOfProblem,
  leftOutIntegers,
  type Narrowing,
  type TakenAway,
  type TakenValue,
  takenAway,
} from '../../model/change/taken-values.ts';
import type { Change } from '../../model/change/update-matrix.ts';
import { valueQuestions } from '../../model/change/workspace-questions.ts';
import { aboutParameter } from '../../model/judgement/finding.ts';
import type { NotChecked } from '../../model/judgement/outcome.ts';
import type { Rule, Violation } from '../../model/judgement/rule.ts';
import type { Snapshot } from '../../model/judgement/snapshot.ts';
import type { Baseline } from '../../model/template/baseline.ts';
import type { ParameterFlow } from '../../model/template/parameter-flow.ts';
import { isUnknownIn, unknownAttribute, unknownParametersOf } from '../../model/template/preset-parameters.ts';
import type { Parameter } from '../../model/template/template.ts';
import { joined, listed, say, type Text } from '../../model/text.ts';
import { changeOutcome } from '../shared/template-outcome.ts';
import { brokenText, liveOf, presetsText, touchedText, updateConsequence } from '../shared/update-words.ts';

interface Removed extends TakenAway {
  readonly parameter: string;
  readonly isMutable: boolean;
  readonly change: Change;
  readonly flow: ParameterFlow | undefined;
  readonly reach: Reach;
  readonly origin: Text;
}

/** Whom it hits in Coder, as far as that was asked. */
type Reach =
  | { readonly kind: 'not-asked' }
  | { readonly kind: 'values'; readonly count: WorkspaceCount; readonly live: LiveWorkspaces }
  | { readonly kind: 'parameter'; readonly count: WorkspaceCount; readonly live: LiveWorkspaces };

export const parameterValueRemoved: Rule<Removed> = {
  id: 'parameter-value-removed',
  group: 'change',
  severity: 'error',
  summary:
    'A value of a parameter is no longer legal, so Coder does not start workspaces that have it on the new version.',
  since: '0.2.0',

  evaluate(snapshot) {
    return changeOutcome(snapshot, (baseline) => {
      const owners = ownerDefaults(snapshot);
      const pairs = parameterPairs(snapshot, baseline).kept;
      const known = pairs.filter(({ before, after }) => !DECIDING.some((name) => isHidden(before, after, name)));
      const violations = known.flatMap(({ before, after }) => judgePair(snapshot, baseline, before, after, owners));
      return {
        violations,
        open: [
          ...pairs.flatMap(({ before, after }) =>
            DECIDING.flatMap((name) => [...unknownAttribute(before, name), ...unknownAttribute(after, name)]),
          ),
          ...[...baseline.presets, ...snapshot.template.presets].flatMap(unknownParametersOf),
          ...unaskedOf(snapshot, violations),
        ],
      };
    });
  },

  explain({ data }) {
    const { parameter, values, narrowings, isMutable, change, flow, origin } = data;
    return {
      what: joined([
        ...(values.length > 0
          ? [
              say`Parameter ${parameter} no longer accepts ${listed(values.map(({ value }) => value))}, which it accepted in ${origin}.`,
              ...holdersOf(values),
            ]
          : []),
        ...(values.length > 0 ? [] : narrowings.map((each) => describe(parameter, each, origin))),
        ...reachText(data),
      ]),
      why: updateConsequence({
        change,
        mutability: isMutable ? 'mutable' : 'immutable',
        flow,
        cure: 'its owner chooses another value',
      }),
      remedy: isMutable
        ? say`Keep the value legal until nobody has it, or tell the owners before you promote the version: each has to choose another value of ${parameter}.`
        : say`Let ${parameter} accept the earlier values too, or define a new parameter with another name: a new parameter may take any value.`,
    };
  },
};

function judgePair(
  snapshot: Snapshot,
  baseline: Baseline,
  before: Parameter,
  after: Parameter,
  owners: ReadonlySet<string>,
): readonly Violation<Removed>[] {
  const taken = takenAway(baseline, before, after, owners);
  const [value] = taken.values;
  const [narrowing] = taken.narrowings;
  const change = value ? changeOfProblem(value.problem) : narrowing ? changeOfNarrowing(narrowing) : undefined;
  if (change === undefined) return [];
  const reach = reachOf(snapshot, before, taken);
  const isHeld =
    taken.values.some(({ presets }) => presets.length > 0) || (reach.kind === 'values' && reach.count.total > 0);
  return [
    {
      subject: aboutParameter(after.name),
      evidence: 'declared',
      ...(isHeld ? {} : { severity: 'warning' as const }),
      data: {
        ...taken,
        parameter: after.name,
        isMutable: after.mutable,
        change: value?.isDefault === true && change === 'option-removed' ? 'default-moved' : change,
        flow: snapshot.flow,
        reach,
        origin: baseline.origin,
      },
    },
  ];
}

/** Every value that is at fault can be asked for, or only who has the parameter. */
function reachOf(snapshot: Snapshot, before: Parameter, { values, narrowings }: TakenAway): Reach {
  const live = liveOf(snapshot);
  if (live === undefined) return { kind: 'not-asked' };
  const integers = narrowings.map((each) => leftOutIntegers(each, MAX_INTEGERS));
  const asked = [...new Set([...values.map(({ value }) => value), ...integers.flat()])];
  const questions = valueQuestions(
    before,
    asked.map((value) => ({ value })),
  );
  const isEach = questions.length === asked.length && integers.every((each) => each.length > 0);
  const count = isEach ? countOf(live, questions) : undefined;
  if (count !== undefined) return { kind: 'values', count, live };
  const have = countOf(live, [{ parameter: before.name, value: undefined }]);
  return have === undefined ? { kind: 'not-asked' } : { kind: 'parameter', count: have, live };
}

function reachText({ reach, values }: Removed): readonly Text[] {
  switch (reach.kind) {
    case 'values':
      return [brokenText(reach.count, reach.live)];
    case 'parameter':
      return [joined([touchedText(reach.count, reach.live), ['Those with such a value break.']])];
    case 'not-asked':
      return [
        values.length === 1
          ? ['Every workspace that has this value is affected.']
          : ['Every workspace that has such a value is affected.'],
      ];
  }
}

/** A milder severity rests on nobody having the value: what Coder could not be asked keeps that open. */
function unaskedOf({ workspaces }: Snapshot, violations: readonly Violation<Removed>[]): readonly NotChecked[] {
  if (workspaces?.kind !== 'read') return [];
  const isOpen = violations.some(({ severity, data }) => severity === 'warning' && data.reach.kind !== 'values');
  return isOpen ? workspaces.gaps : [];
}

function holdersOf(values: readonly TakenValue[]): readonly Text[] {
  return values.flatMap(({ value, presets, isDefault }) => [
    ...(presets.length > 0 ? [say`${presetsText(presets)} had ${value}${isDefault ? [', the default'] : []}.`] : []),
    ...(presets.length === 0 && isDefault ? [say`${value} was the default, so who never chose has it.`] : []),
  ]);
}

function describe(parameter: string, narrowing: Narrowing, origin: Text): Text {
  switch (narrowing.kind) {
    case 'minimum':
      return narrowing.from === undefined
        ? say`The minimum of ${parameter} is now ${narrowing.to}; in ${origin} there was none.`
        : say`The minimum of ${parameter} rises from ${narrowing.from} to ${narrowing.to}, compared with ${origin}.`;
    case 'maximum':
      return narrowing.from === undefined
        ? say`The maximum of ${parameter} is now ${narrowing.to}; in ${origin} there was none.`
        : say`The maximum of ${parameter} falls from ${narrowing.from} to ${narrowing.to}, compared with ${origin}.`;
    case 'pattern':
      return say`Parameter ${parameter} must now match ${narrowing.regex}, and what people entered in ${origin} may not.`;
    case 'options':
      return say`Parameter ${parameter} now accepts its options only, and in ${origin} people could enter anything.`;
    case 'type':
      return say`The type of ${parameter} changes from ${narrowing.from} to ${narrowing.to}, and what people entered in ${origin} may not be of that type.`;
  }
}

function isHidden(before: Parameter, after: Parameter, name: string): boolean {
  return isUnknownIn(before, name) || isUnknownIn(after, name);
}

const DECIDING = ['type', 'form_type', 'mutable', 'option', 'validation'];
const MAX_INTEGERS = 20;
