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
  summary: 'An immutable parameter changes under workspaces that have it, which Coder then refuses to build.',
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
        what: say`Preset ${change.preset} sets ${parameter}, which is immutable, to ${change.after}; in ${origin} its workspaces got ${change.before}.`,
        why: [
          `A workspace that was made from the preset keeps its value, so Coder refuses to ${change.refused.join(' or ')} it on this version with the preset.`,
          ...(change.refused.includes('delete')
            ? []
            : [' A delete runs on the version of its last build and is not refused.']),
        ],
        remedy: say`Keep ${change.before} and add a preset of another name for ${change.after}, or make ${parameter} mutable.`,
      };
    }
    return {
      what: joined(change.changes.map((each) => describe(parameter, each, origin))),
      why: [
        'A workspace keeps the value of an immutable parameter for good: where a build gives another one, or the value is no longer legal, Coder refuses to build it.',
        ...(change.presets.length > 0 ? [' Setting the value that a workspace already has is no change.'] : []),
      ],
      remedy: remedyFor(parameter, change.changes),
    };
  },
};

function describe(parameter: string, change: ParameterChange, origin: Text): Text {
  switch (change.kind) {
    case 'values-refused':
      return say`Parameter ${parameter} is immutable and no longer takes ${listed(change.values)}, which it took in ${origin}.`;
    case 'type-changed':
      return say`The type of ${parameter}, which is immutable, changes from ${change.from} to ${change.to}; what people entered in ${origin} may not be of that type.`;
    case 'became-immutable':
      return say`Parameter ${parameter} becomes immutable; in ${origin} people could change it.`;
  }
}

function remedyFor(parameter: string, changes: readonly ParameterChange[]): Text {
  const [first] = changes;
  if (first?.kind === 'became-immutable') {
    return say`Leave ${parameter} mutable, or take it out of the presets, so that no build gives it another value.`;
  }
  return say`Let ${parameter} take the earlier values too, or define a parameter of another name: a new one may take any value.`;
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

/** A value that nobody sets anew is kept, so becoming immutable refuses nobody by itself. */
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

/** Of every parameter that a plan of either version has, with the values of presets too. */
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

/** The first of a name counts: without the values of a preset, where it is there. */
function byName(lists: readonly (readonly Parameter[])[]): ReadonlyMap<string, Parameter> {
  return new Map(
    lists
      .flat()
      .toReversed()
      .map((parameter) => [parameter.name, parameter]),
  );
}

const DECIDING = ['type', 'form_type', 'mutable', 'option', 'validation'];
