import type { Values } from './coder.ts';

/** A preset that Coder has stored and keeps prebuilds of. */
export interface StoredPreset {
  readonly name: string;
  readonly values: Values;
}

/** From the plan of the import, as `terraform show -json` writes it. */
export function storedPresets(plan: string): readonly StoredPreset[] {
  const { prior_state: prior, planned_values: planned } = JSON.parse(plan) as PlanDocument;
  const found = [prior?.values?.root_module, planned?.root_module].flatMap(resourcesOf);
  const presets = found.flatMap(({ mode, type, values }) =>
    mode === 'data' && type === 'coder_workspace_preset' && wantsPrebuilds(values) ? [values] : [],
  );
  return presets.map(({ name, parameters }) => ({ name, values: new Map(Object.entries(parameters ?? {})) }));
}

function wantsPrebuilds({ prebuilds = [] }: PresetValues): boolean {
  return (prebuilds?.[0]?.instances ?? 0) > 0;
}

function resourcesOf(module: Module | undefined): readonly Resource[] {
  return module === undefined
    ? []
    : [...(module.resources ?? []), ...(module.child_modules ?? []).flatMap(resourcesOf)];
}

interface PlanDocument {
  readonly prior_state?: { readonly values?: { readonly root_module?: Module } };
  readonly planned_values?: { readonly root_module?: Module };
}

interface Module {
  readonly resources?: readonly Resource[];
  readonly child_modules?: readonly Module[];
}

interface Resource {
  readonly mode: string;
  readonly type: string;
  readonly values: PresetValues;
}

interface PresetValues {
  readonly name: string;
  readonly parameters?: Readonly<Record<string, string>> | null;
  readonly prebuilds?: readonly { readonly instances?: number }[] | null;
}
