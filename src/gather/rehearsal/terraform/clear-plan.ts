import * as z from 'zod';
import { modulePath } from '../../../model/plan/plan-configuration.ts';
import type { Json } from '../state/cty-type.ts';

/**
 * What synthesis needs of a plan: values in clear. It never leaves this room; what
 * rules and reports see is the domain's `Plan`.
 */
export type ClearPlan = z.infer<typeof clearPlan>;

export type PlannedChange = ClearPlan['resource_changes'][number];

/** Throws a SyntaxError or a ZodError, neither of which may be shown: both quote the plan. */
export function parseClearPlan(json: string): ClearPlan {
  return clearPlan.parse(JSON.parse(json));
}

/** A mask mirrors the value it is of: true where the value, or all of it, is meant. */
export type Mask = boolean | readonly Mask[] | { readonly [name: string]: Mask };

const anyJson = z.custom<Json>((value) => value !== undefined);
const mask = z.custom<Mask>((value) => typeof value === 'boolean' || typeof value === 'object').default(false);

const change = z.looseObject({
  address: z.string(),
  module_address: z.string().optional(),
  mode: z.string(),
  type: z.string(),
  name: z.string(),
  index: z.union([z.string(), z.number()]).optional(),
  deposed: z.string().optional(),
  provider_name: z.string().default(''),
  change: z.looseObject({
    actions: z.array(z.string()),
    before: anyJson.optional(),
    after: anyJson.optional(),
    after_unknown: mask,
    before_sensitive: mask,
    after_sensitive: mask,
    replace_paths: z.array(z.array(z.union([z.string(), z.number(), z.null()]))).default([]),
  }),
});

const configuredResource = z.looseObject({
  mode: z.string(),
  type: z.string(),
  name: z.string(),
  provider_config_key: z.string().optional(),
  expressions: z.record(z.string(), z.unknown()).default({}),
});

const configuredModule = z.looseObject({
  resources: z.array(configuredResource).default([]),
  get module_calls() {
    return z.record(z.string(), z.looseObject({ module: configuredModule.optional() })).default({});
  },
});

const stateResource = z.looseObject({
  address: z.string(),
  mode: z.string(),
  type: z.string(),
  values: z.record(z.string(), anyJson).default({}),
});

const stateModule = z.looseObject({
  resources: z.array(stateResource).default([]),
  get child_modules() {
    return z.array(stateModule).default([]);
  },
});

export type StateModule = z.infer<typeof stateModule>;

const clearPlan = z.looseObject({
  terraform_version: z.string().default(''),
  errored: z.boolean().default(false),
  variables: z.record(z.string(), z.looseObject({ value: anyJson.optional() })).default({}),
  resource_changes: z.array(change).default([]),
  prior_state: z.looseObject({ values: z.looseObject({ root_module: stateModule.optional() }).optional() }).optional(),
  configuration: z
    .looseObject({
      provider_config: z.record(z.string(), z.looseObject({ alias: z.string().optional() })).default({}),
      root_module: configuredModule.optional(),
    })
    .optional(),
});

/** What a plan changes; a resource that is only read is no change. */
export function managedChanges(plan: ClearPlan): readonly PlannedChange[] {
  return plan.resource_changes.filter(
    ({ mode, change: { actions } }) => mode === 'managed' && actions.join() !== 'no-op',
  );
}

export type ConfiguredResource = z.infer<typeof configuredResource>;

/** What the configuration says of a resource, in whatever module it is; undefined where it says nothing. */
export function configurationOf(
  plan: ClearPlan,
  { module_address: moduleAddress, type, name }: Pick<PlannedChange, 'module_address' | 'type' | 'name'>,
): ConfiguredResource | undefined {
  let module = plan.configuration?.root_module;
  for (const call of modulePath(moduleAddress)) module = module?.module_calls[call]?.module;
  return module?.resources.find(
    (candidate) => candidate.mode === 'managed' && candidate.type === type && candidate.name === name,
  );
}

/** The data sources of one type that were read, in every module. */
export function readDataSources(plan: ClearPlan, type: string): readonly Readonly<Record<string, Json>>[] {
  const found: Record<string, Json>[] = [];
  const walk = (module: StateModule): void => {
    for (const resource of module.resources) {
      if (resource.mode === 'data' && resource.type === type) found.push(resource.values);
    }
    module.child_modules.forEach(walk);
  };
  const root = plan.prior_state?.values?.root_module;
  if (root !== undefined) walk(root);
  return found;
}
