import { ownerDefaults } from '../../explain/owner-default.ts';
import { parameterPairs } from '../../model/change/parameter-pairs.ts';
import { aboutParameter } from '../../model/judgement/finding.ts';
import type { NotChecked } from '../../model/judgement/outcome.ts';
import type { Rule, Violation } from '../../model/judgement/rule.ts';
import type { Snapshot } from '../../model/judgement/snapshot.ts';
import type { Baseline } from '../../model/template/baseline.ts';
import type { BuildKind } from '../../model/template/parameter-mutation.ts';
import {
  buildsWith,
  type OwnerDefaultChange,
  type PresetValueChange,
  presetValueChanges,
} from '../../model/template/preset-change.ts';
import { isUnknownIn, unknownAttribute, unknownParametersOf } from '../../model/template/preset-parameters.ts';
import { say, type Text } from '../../model/text.ts';
import { changeOutcome, type Judgement } from '../shared/template-outcome.ts';

type Change =
  | {
      readonly kind: 'preset';
      readonly preset: string;
      readonly before: string;
      readonly after: string;
      readonly refused: readonly BuildKind[];
    }
  /** The preset left it open before, and each workspace got the default of its own owner. */
  | { readonly kind: 'owner-default'; readonly preset: string; readonly after: string }
  | { readonly kind: 'became-immutable'; readonly presets: readonly string[] };

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
      const { changes, fromOwners, open } = presetValueChanges(snapshot, baseline, ownerDefaults(snapshot));
      return {
        violations: [
          ...presetViolations(changes, baseline),
          ...ownerViolations(fromOwners, baseline),
          ...definitionViolations(snapshot, baseline),
        ],
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
    if (change.kind === 'owner-default') {
      return {
        what: say`Preset ${change.preset} now sets the immutable parameter ${parameter} to ${change.after}. In ${origin} it left the parameter open, and the default depends on the owner.`,
        why: [
          'Each workspace keeps the value that its own owner got; a claimed one keeps that of the prebuilds user. Coder refuses to start or stop it on this version with the preset, unless the value is the same by chance.',
        ],
        remedy: say`Add a preset with another name for ${change.after}, or make ${parameter} mutable.`,
      };
    }
    return {
      what: say`Parameter ${parameter} becomes immutable; in ${origin} people could change it.`,
      why: [
        'A workspace keeps the value of an immutable parameter for good. If a build gives it another value, Coder refuses the build.',
        ...(change.presets.length > 0 ? [' Setting the value that a workspace already has is not a change.'] : []),
      ],
      remedy: say`Leave ${parameter} mutable, or remove it from the presets, so that no build gives it another value.`,
    };
  },
};

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

function ownerViolations(
  changes: readonly OwnerDefaultChange[],
  { origin }: Baseline,
): readonly Violation<ImmutableChange>[] {
  return changes
    .filter(({ parameter }) => !parameter.mutable && !isUnknownIn(parameter, 'mutable'))
    .map(({ preset, parameter, after }) => ({
      subject: aboutParameter(parameter.name, preset),
      evidence: 'declared',
      data: { parameter: parameter.name, origin, change: { kind: 'owner-default', preset, after } },
    }));
}

/** A workspace keeps a value that nobody sets again, so becoming immutable refuses nobody by itself. */
function definitionViolations(snapshot: Snapshot, baseline: Baseline): readonly Violation<ImmutableChange>[] {
  const { template } = snapshot;
  return parameterPairs(snapshot, baseline).kept.flatMap(({ before, after }): readonly Violation<ImmutableChange>[] => {
    if (isUnknownIn(before, 'mutable') || isUnknownIn(after, 'mutable')) return [];
    if (!before.mutable || after.mutable) return [];
    const presets = template.presets.filter(({ parameters }) => parameters.has(after.name)).map(({ name }) => name);
    return [
      {
        subject: aboutParameter(after.name),
        evidence: 'declared',
        ...(presets.length > 0 ? {} : { severity: 'notice' }),
        data: {
          parameter: after.name,
          origin: baseline.origin,
          change: { kind: 'became-immutable', presets },
        },
      },
    ];
  });
}

function openQuestions(snapshot: Snapshot, baseline: Baseline): Judgement<never>['open'] {
  const parameters = parameterPairs(snapshot, baseline).kept.flatMap(({ before, after }): readonly NotChecked[] => [
    ...unknownAttribute(before, 'mutable'),
    ...unknownAttribute(after, 'mutable'),
  ]);
  return [...parameters, ...[...baseline.presets, ...snapshot.template.presets].flatMap(unknownParametersOf)];
}
