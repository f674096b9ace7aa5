import { ownerDefaults } from '../../explain/owner-default.ts';
import { goInteger } from '../../model/go/go-literals.ts';
import { aboutParameter } from '../../model/judgement/finding.ts';
import type { NotChecked } from '../../model/judgement/outcome.ts';
import type { Rule, Violation } from '../../model/judgement/rule.ts';
import type { Direction } from '../../model/template/parameter-value.ts';
import {
  buildsWith,
  type OwnerDefaultChange,
  type PresetValueChange,
  presetValueChanges,
} from '../../model/template/preset-change.ts';
import { unknownAttribute, unknownParametersOf } from '../../model/template/preset-parameters.ts';
import { say, type Text } from '../../model/text.ts';
import { changeOutcome } from '../shared/template-outcome.ts';

interface AgainstDirection {
  readonly preset: string;
  readonly parameter: string;
  readonly before: string;
  readonly after: string;
  readonly direction: Direction;
  /** The limit that the earlier value exceeds, so that it can never come back. */
  readonly stuckAt: number | undefined;
  readonly origin: Text;
}

export const monotonicParameterDecreased: Rule<AgainstDirection> = {
  id: 'monotonic-parameter-decreased',
  group: 'change',
  severity: 'error',
  summary: 'A preset moves a monotonic parameter in the wrong direction, so builds of workspaces that have it fail.',
  since: '0.1.0',

  evaluate(snapshot) {
    const { template } = snapshot;
    return changeOutcome(snapshot, (baseline) => {
      const { changes, fromOwners, open } = presetValueChanges(snapshot, baseline, ownerDefaults(snapshot));
      const violations = changes.flatMap((change): readonly Violation<AgainstDirection>[] => {
        const data = againstDirection(change, baseline.origin);
        if (data === undefined) return [];
        return [{ subject: aboutParameter(data.parameter, data.preset), evidence: 'declared', data }];
      });
      const unknown = [
        ...[...baseline.presets, ...template.presets].flatMap(unknownParametersOf),
        ...template.parameters.flatMap((parameter) => unknownAttribute(parameter, 'validation')),
      ];
      return { violations, open: [...open, ...fromOwners.flatMap(ownersUnknown), ...unknown] };
    });
  },

  explain({ data: { preset, parameter, before, after, direction, stuckAt, origin } }) {
    return {
      what: say`Preset ${preset} sets ${parameter} to ${after}; in ${origin} it was ${before}, and the parameter is ${direction} only.`,
      why:
        stuckAt === undefined
          ? [
              // Measured: 201, then `terraform plan: exit status 1`; the next start has the refused value and succeeds.
              'Coder accepts the build of such a workspace with the preset, and Terraform then fails it. The refused value is stored all the same: the next build has it already and goes through, so that what may only grow shrinks after all, or the other way around.',
            ]
          : say`The earlier value is beyond the limit of ${stuckAt}. A workspace that keeps it is refused, and one that moves back fails in Terraform, where the refused value is stored all the same.`,
      remedy: say`Keep ${before} or go further in its direction, add a preset with another name, or remove ${'monotonic'}.`,
    };
  },
};

/** What each workspace has is its owner's, so the direction of the move is not known. */
function ownersUnknown({ preset, parameter }: OwnerDefaultChange): readonly NotChecked[] {
  if (parameter.validation?.monotonic === undefined || !parameter.mutable) return [];
  return [
    {
      code: 'default-depends-on-owner',
      detail: say`Preset ${preset} now sets ${parameter.name}, whose default depended on the owner: the values that workspaces have are not known.`,
      remedy: say`Leave ${parameter.name} open in the preset, or remove ${'monotonic'}.`,
    },
  ];
}

/** An immutable parameter may not move at all; another rule reports that. */
function againstDirection(change: PresetValueChange, origin: Text): AgainstDirection | undefined {
  const { preset, parameter, before, after } = change;
  const direction = parameter.validation?.monotonic;
  if (direction === undefined || buildsWith(change, 'against-direction').length === 0) return undefined;
  const { min, max } = parameter.validation ?? {};
  const limit = direction === 'increasing' ? max : min;
  const value = goInteger(before);
  const isBeyond =
    limit !== undefined && value !== undefined && (direction === 'increasing' ? value > limit : value < limit);
  return {
    preset,
    parameter: parameter.name,
    before,
    after,
    direction,
    stuckAt: isBeyond ? limit : undefined,
    origin,
  };
}
