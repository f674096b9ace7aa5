import { absoluteAddress } from './addresses.ts';
import { elementsOf, entriesOf, hasOwn, own } from './own.ts';

/**
 * The slices of a plan that the model is made from, as they stand in the input.
 * A reader of large plans hands out the same without holding the whole.
 */
export interface PlanDocument {
  /** The value of a small top-level key; undefined where it is missing. */
  value(key: ScalarKey): unknown;
  has(key: string): boolean;
  /** The elements of a top-level list, in order, as often as asked. */
  elements(key: ListKey): Iterable<unknown>;
  /** Resources of all modules: what was there before, or what will be. */
  resources(key: ResourcesKey): Iterable<StateResource>;
  /** The outputs of the root module, by name. */
  outputs(key: ResourcesKey): Iterable<readonly [string, unknown]>;
  entries(key: 'variables' | 'output_changes'): Iterable<readonly [string, unknown]>;
  /** `configuration.root_module`. */
  configuration(): unknown;
  /** `configuration.provider_config`. */
  providers(): unknown;
  /** No object has a key twice, of which only the last is in what the others return. */
  hasUniqueKeys(): boolean;
}

export type ScalarKey =
  | 'format_version'
  | 'plan_format_version'
  | 'terraform_version'
  | 'errored'
  | 'complete'
  | 'applyable';
export type ListKey = 'resource_changes' | 'deferred_changes' | 'resource_drift' | 'action_invocations';
export type ResourcesKey = 'prior_state' | 'planned_values';

/** One resource of a state or of planned values. */
export interface StateResource {
  readonly address: string;
  readonly raw: unknown;
}

/** A plan that was parsed as a whole. */
export function documentOf(plan: unknown, hasUniqueKeys: () => boolean): PlanDocument {
  const configuration = own(plan, 'configuration');
  return {
    value: (key) => own(plan, key),
    has: (key) => hasOwn(plan, key),
    elements: (key) => elementsOf(own(plan, key)),
    resources: (key) => resourcesOf(own(valuesOf(plan, key), 'root_module')),
    outputs: (key) => entriesOf(own(valuesOf(plan, key), 'outputs')),
    entries: (key) => entriesOf(own(plan, key)),
    configuration: () => own(configuration, 'root_module'),
    providers: () => own(configuration, 'provider_config'),
    hasUniqueKeys,
  };
}

function valuesOf(plan: unknown, key: ResourcesKey): unknown {
  return key === 'prior_state' ? own(own(plan, key), 'values') : own(plan, key);
}

/** A module's own resources before those of its children. Without recursion, since a plan may be nested at will. */
function* resourcesOf(rootModule: unknown): Iterable<StateResource> {
  const modules = [rootModule];
  for (let module = modules.pop(); module !== undefined; module = modules.pop()) {
    const address = own(module, 'address');
    const within = typeof address === 'string' ? address : undefined;
    for (const raw of elementsOf(own(module, 'resources'))) yield { address: absoluteAddress(raw, within), raw };
    for (const child of elementsOf(own(module, 'child_modules')).toReversed()) modules.push(child);
  }
}
