import { goInteger } from '../../model/go/go-literals.ts';
import { aboutParameter } from '../../model/judgement/finding.ts';
import type { Rule, Violation } from '../../model/judgement/rule.ts';
import type { Direction } from '../../model/template/parameter-value.ts';
import { buildsWith, type PresetValueChange, presetValueChanges } from '../../model/template/preset-change.ts';
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
      const { changes, open } = presetValueChanges(snapshot, baseline);
      const violations = changes.flatMap((change): readonly Violation<AgainstDirection>[] => {
        const data = againstDirection(change, baseline.origin);
        if (data === undefined) return [];
        return [{ subject: aboutParameter(data.parameter, data.preset), evidence: 'declared', data }];
      });
      const unknown = [
        ...[...baseline.presets, ...template.presets].flatMap(unknownParametersOf),
        ...template.parameters.flatMap((parameter) => unknownAttribute(parameter, 'validation')),
      ];
      return { violations, open: [...open, ...unknown] };
    });
  },

  explain({ data: { preset, parameter, before, after, direction, stuckAt, origin } }) {
    return {
      what: say`Preset ${preset} sets ${parameter} to ${after}; in ${origin} it was ${before}, and the parameter is ${direction} only.`,
      why:
        stuckAt === undefined
          ? [
              'Coder accepts a build of such a workspace with the preset, and the build then fails in Terraform. The refused value is kept as the stored one.',
            ]
          : say`The earlier value is beyond the limit of ${stuckAt}. A workspace can neither keep it nor move back, so every build of it fails in Terraform.`,
      remedy: say`Keep ${before} or go further in its direction, add a preset with another name, or remove ${'monotonic'}.`,
    };
  },
};

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
