import type { NotChecked } from '../judgement/outcome.ts';
import type { Snapshot } from '../judgement/snapshot.ts';
import { say } from '../text.ts';
import type { Parameter, Preset } from './template.ts';

/** The parameters that a workspace of the preset has. */
export interface PresetParameters {
  readonly parameters: readonly Parameter[];
  /**
   * Planned with the preset's own values. Else a parameter behind a `count` or
   * `for_each` may be there or not.
   */
  readonly exact: boolean;
}

/** As a rehearsal of that very preset shows them, or else as the template's plan does. */
export function parametersUnder({ template, claims }: Snapshot, preset: Preset): PresetParameters {
  const rehearsed = claims.kind === 'not-configured' ? [] : claims.items;
  const own = rehearsed.find(
    ({ plan, context }) =>
      context.preset === preset.name &&
      context.parameter === undefined &&
      !plan.errored &&
      plan.complete !== false &&
      plan.parameters.length > 0,
  );
  return own === undefined
    ? { parameters: template.parameters, exact: false }
    : { parameters: own.plan.parameters, exact: true };
}

/** Whether it is there only under a condition that the preset's own values may not meet. */
export function isUncertain(parameter: Parameter, { exact }: PresetParameters): boolean {
  return parameter.conditional && !exact;
}

export function isUnknownIn(subject: Pick<Parameter | Preset, 'unknown'>, attribute: string): boolean {
  return subject.unknown?.includes(attribute) ?? false;
}

/** For a rule that asks what a preset sets. */
export function unknownParametersOf(preset: Preset): readonly NotChecked[] {
  if (!isUnknownIn(preset, 'parameters')) return [];
  return [
    {
      code: 'preset-not-known',
      detail: say`The values of preset ${preset.name} are hidden, or known only after apply.`,
      remedy: say`Make ${'parameters'} independent of sensitive values and of values that are known only after apply.`,
    },
  ];
}

/** For a rule that asks for an attribute of a parameter. */
export function unknownAttribute(parameter: Parameter, attribute: string): readonly NotChecked[] {
  if (!isUnknownIn(parameter, attribute)) return [];
  return [
    {
      code: 'parameter-not-known',
      detail: say`${attribute} of parameter ${parameter.name} is hidden, or known only after apply.`,
      remedy: say`Make ${attribute} independent of sensitive values and of values that are known only after apply.`,
    },
  ];
}
