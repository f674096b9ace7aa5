import { aboutParameter } from '../../model/judgement/finding.ts';
import type { NotChecked } from '../../model/judgement/outcome.ts';
import type { Rule, Violation } from '../../model/judgement/rule.ts';
import type { Snapshot } from '../../model/judgement/snapshot.ts';
import type { Baseline } from '../../model/template/baseline.ts';
import { type ParameterChange, parameterChanges } from '../../model/template/parameter-change.ts';
import type { BuildKind } from '../../model/template/parameter-mutation.ts';
import { buildsWith, type PresetValueChange, presetValueChanges } from '../../model/template/preset-change.ts';
import {
  isUnknownIn,
  parametersUnder,
  unknownAttribute,
  unknownParametersOf,
} from '../../model/template/preset-parameters.ts';
import type { Parameter } from '../../model/template/template.ts';
import { joined, listed, say, type Text } from '../../model/text.ts';
import { changeOutcome, type Judgement } from '../shared/template-outcome.ts';

type Change =
  | {
      readonly kind: 'preset';
      readonly preset: string;
      readonly before: string;
      readonly after: string;
      readonly refused: readonly BuildKind[];
    }
  | { readonly kind: 'definition'; readonly changes: readonly ParameterChange[]; readonly presets: readonly string[] };

interface ImmutableChange {
  readonly parameter: string;
  readonly change: Change;
  readonly origin: Text;
}

export const immutableParameterChanged: Rule<ImmutableChange> = {
  id: 'immutable-parameter-changed',
  group: 'change',
  severity: 'error',
  summary: 'An immutable parameter changes for workspaces that already have it, so Coder refuses to build them.',
  since: '0.1.0',

  evaluate(snapshot) {
    return changeOutcome(snapshot, (baseline) => {
      const { changes, open } = presetValueChanges(snapshot, baseline);
      return {
        violations: [...presetViolations(changes, baseline), ...definitionViolations(snapshot, baseline)],
        open: [...open, ...openQuestions(snapshot, baseline)],
      };
    });
  },

  explain({ data }) {
    const { parameter, change, origin } = data;
    if (change.kind === 'preset') {
      return {
        what: say`Preset ${change.preset} sets the immutable parameter ${parameter} to ${change.after}; in ${origin} it was ${change.before}.`,
        why: [
          `A workspace made from the preset keeps its old value, so Coder refuses to ${change.refused.join(' or ')} it on this version with the preset.`,
          ...(change.refused.includes('delete')
            ? []
            : [' A delete runs on the version of the last build and is not refused.']),
        ],
        remedy: say`Keep ${change.before} and add a preset with another name for ${change.after}, or make ${parameter} mutable.`,
      };
    }
    return {
      what: joined(change.changes.map((each) => describe(parameter, each, origin))),
      why: [
        'A workspace keeps the value of an immutable parameter for good. If a build gives it another value, or the value is no longer valid, Coder refuses the build.',
        ...(change.presets.length > 0 ? [' Setting the value that a workspace already has is not a change.'] : []),
      ],
      remedy: remedyFor(parameter, change.changes),
    };
  },
};

function describe(parameter: string, change: ParameterChange, origin: Text): Text {
  switch (change.kind) {
    case 'values-refused':
      return say`The immutable parameter ${parameter} no longer accepts ${listed(change.values)}, which it accepted in ${origin}.`;
    case 'type-changed':
      return say`The type of the immutable parameter ${parameter} changes from ${change.from} to ${change.to}; values that people entered in ${origin} may not fit it.`;
    case 'became-immutable':
      return say`Parameter ${parameter} becomes immutable; in ${origin} people could change it.`;
  }
}

function remedyFor(parameter: string, changes: readonly ParameterChange[]): Text {
  const [first] = changes;
  if (first?.kind === 'became-immutable') {
    return say`Leave ${parameter} mutable, or remove it from the presets, so that no build gives it another value.`;
  }
  return say`Let ${parameter} accept the earlier values too, or define a new parameter with another name: a new parameter may take any value.`;
}

function presetViolations(
  changes: readonly PresetValueChange[],
  baseline: Baseline,
): readonly Violation<ImmutableChange>[] {
  return changes
    .filter(({ parameter }) => !isUnknownIn(parameter, 'mutable'))
    .flatMap((change) => {
      const { preset, parameter, before, after } = change;
      const refused = buildsWith(change, 'immutable-changed');
      if (refused.length === 0) return [];
      const data: ImmutableChange = {
        parameter: parameter.name,
        origin: baseline.origin,
        change: { kind: 'preset', preset, before, after, refused },
      };
      return [{ subject: aboutParameter(parameter.name, preset), evidence: 'declared', data }];
    });
}

function definitionViolations(snapshot: Snapshot, baseline: Baseline): readonly Violation<ImmutableChange>[] {
  const { template } = snapshot;
  return pairsOf(snapshot, baseline).flatMap(({ before, after }) => {
    if (DECIDING.some((attribute) => isUnknownIn(before, attribute) || isUnknownIn(after, attribute))) return [];
    const changes = parameterChanges(baseline, before, after);
    if (changes.length === 0) return [];
    const presets = template.presets.filter(({ parameters }) => parameters.has(after.name)).map(({ name }) => name);
    const severity = severityOf(changes, presets);
    return [
      {
        subject: aboutParameter(after.name),
        evidence: 'declared',
        ...(severity && { severity }),
        data: {
          parameter: after.name,
          origin: baseline.origin,
          change: { kind: 'definition', changes, presets },
        },
      } satisfies Violation<ImmutableChange>,
    ];
  });
}

/** A workspace keeps a value that nobody sets again, so becoming immutable refuses nobody by itself. */
function severityOf(changes: readonly ParameterChange[], presets: readonly string[]): 'warning' | 'notice' | undefined {
  if (changes.some(({ kind }) => kind === 'values-refused')) return undefined;
  if (changes.some(({ kind }) => kind === 'type-changed')) return 'warning';
  return presets.length > 0 ? undefined : 'notice';
}

function openQuestions(snapshot: Snapshot, baseline: Baseline): Judgement<never>['open'] {
  const parameters = pairsOf(snapshot, baseline).flatMap(({ before, after }): readonly NotChecked[] =>
    DECIDING.flatMap((attribute) => [...unknownAttribute(before, attribute), ...unknownAttribute(after, attribute)]),
  );
  return [...parameters, ...[...baseline.presets, ...snapshot.template.presets].flatMap(unknownParametersOf)];
}

/** Pairs of every parameter that both versions have, in any of their plans, also those with the values of a preset. */
function pairsOf(snapshot: Snapshot, baseline: Baseline): readonly { before: Parameter; after: Parameter }[] {
  const { template } = snapshot;
  const earlier = byName([baseline.parameters, ...(baseline.underPresets?.values() ?? [])]);
  const later = byName([
    template.parameters,
    ...template.presets.map((preset) => parametersUnder(snapshot, preset).parameters),
  ]);
  return [...later].flatMap(([name, after]) => {
    const before = earlier.get(name);
    return before === undefined ? [] : [{ before, after }];
  });
}

/** The first parameter of a name counts: the one of the plan without a preset, if it has one. */
function byName(lists: readonly (readonly Parameter[])[]): ReadonlyMap<string, Parameter> {
  return new Map(
    lists
      .flat()
      .toReversed()
      .map((parameter) => [parameter.name, parameter]),
  );
}

const DECIDING = ['type', 'form_type', 'mutable', 'option', 'validation'];
