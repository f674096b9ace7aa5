import type { NotChecked } from '../../../model/judgement/outcome.ts';
import type { Plan } from '../../../model/plan/plan.ts';
import { prebuildPresets } from '../../../model/template/template.ts';
import { say } from '../../../model/text.ts';
import type { ParameterValues } from '../claim/environment.ts';
import type { Json } from '../state/cty-type.ts';
import { isJsonObject } from '../state/cty-type.ts';
import { type ClearPlan, readDataSources } from '../terraform/clear-plan.ts';

/** A preset as the template's plan reads it, with its values in clear. */
export interface PlannedPreset {
  readonly name: string;
  readonly hasPrebuilds: boolean;
  readonly parameters: ParameterValues;
}

export function plannedPresets(plan: ClearPlan): readonly PlannedPreset[] {
  return readDataSources(plan, 'coder_workspace_preset').flatMap(({ name, prebuilds, parameters }) =>
    typeof name === 'string'
      ? [{ name, hasPrebuilds: Array.isArray(prebuilds) && prebuilds.length > 0, parameters: valuesOf(parameters) }]
      : [],
  );
}

/** Names of prebuild presets that a plan shows beside those whose values could be read. */
export function missedPresets(plan: Plan, planned: readonly PlannedPreset[]): readonly string[] {
  const names = new Set(planned.map(({ name }) => name));
  return prebuildPresets(plan.presets).flatMap(({ name }) => (names.has(name) ? [] : [name]));
}

/** Its values are put off until the apply: what it would build cannot be planned now. */
export function deferredPreset(name: string): NotChecked {
  return {
    code: 'preset-not-known',
    detail: say`The values of preset ${name} are known only after apply, so it could not be rehearsed.`,
    remedy: say`Make ${'data "coder_workspace_preset"'} independent of values that are known only after apply.`,
  };
}

function valuesOf(parameters: Json | undefined): ParameterValues {
  if (!isJsonObject(parameters)) return new Map();
  return new Map(
    Object.entries(parameters).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : [])),
  );
}
