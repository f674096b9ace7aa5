import type { Baseline } from './baseline.ts';
import { optionsAreElements } from './parameter-definition.ts';
import { judgeValue } from './parameter-value.ts';
import type { Parameter } from './template.ts';

/** A change of a parameter's definition that workspaces of the earlier version run into. */
export type ParameterChange =
  /** Nobody can leave these values, and the new version refuses them. */
  | { readonly kind: 'values-refused'; readonly values: readonly string[] }
  /** Values that are not listed anywhere may not be legal under the new type. */
  | { readonly kind: 'type-changed'; readonly from: string; readonly to: string }
  | { readonly kind: 'became-immutable' };

export function parameterChanges(baseline: Baseline, before: Parameter, after: Parameter): readonly ParameterChange[] {
  if (after.mutable) return [];
  const refused = legalValues(baseline, before).filter((value) => judgeValue(after, value).kind === 'refused');
  return [
    ...(refused.length > 0 ? [{ kind: 'values-refused' as const, values: refused }] : []),
    ...(refused.length === 0 && before.type !== after.type && takesAnyText(before)
      ? [{ kind: 'type-changed' as const, from: before.type, to: after.type }]
      : []),
    ...(before.mutable ? [{ kind: 'became-immutable' as const }] : []),
  ];
}

/** Values that workspaces are known to have: what could be chosen, what presets set, and the default. */
function legalValues({ presets }: Baseline, parameter: Parameter): readonly string[] {
  const options = optionsAreElements(parameter) ? [] : parameter.options.map(({ value }) => value);
  const set = presets.flatMap((preset) => preset.parameters.get(parameter.name) ?? []);
  const values = [...options, ...set, ...(parameter.default === undefined ? [] : [parameter.default])];
  return [...new Set(values)].filter((value) => judgeValue(parameter, value).kind === 'accepted');
}

function takesAnyText(parameter: Parameter): boolean {
  return parameter.options.length === 0 || optionsAreElements(parameter);
}
