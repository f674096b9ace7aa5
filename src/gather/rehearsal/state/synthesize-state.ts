import { type ClearPlan, configurationOf, type PlannedChange } from '../terraform/clear-plan.ts';
import type { SavedObjects } from '../terraform/saved-plan/saved-plan.ts';
import { type ResourceSchema, type ResourceSchemas, schemaKey } from '../terraform/schema/provider-schema.ts';
import type { JsonObject } from './cty-type.ts';
import { fillBlock, type Placeholder } from './fill-unknown.ts';
import { type Place, placeholderText, placeKey, type Shape } from './placeholder.ts';
import { type StatePath, sensitivePaths } from './sensitive-paths.ts';

/** Attributes of a state by resource address. */
export type StateObjects = ReadonlyMap<string, JsonObject>;

export interface Synthesis {
  readonly plan: ClearPlan;
  readonly schemas: ResourceSchemas;
  readonly saved: SavedObjects;
  /** What stood in the state before; it fills what the plan does not know. */
  readonly previous: StateObjects;
  /** Shapes that reshaping chose, by `placeKey`. */
  readonly shapes: ReadonlyMap<string, Shape>;
}

/** A state that no apply has ever written, and what was made up in it. */
export interface SyntheticState {
  readonly resources: readonly StateResource[];
  readonly objects: StateObjects;
  readonly placeholders: readonly Placeholder[];
  readonly terraformVersion: string;
  /** Types that no schema was found for; without one, no object can be written. */
  readonly withoutSchema: readonly string[];
}

interface StateResource {
  readonly module?: string;
  readonly mode: 'managed';
  readonly type: string;
  readonly name: string;
  readonly provider: string;
  readonly instances: readonly StateInstance[];
}

interface StateInstance {
  readonly index_key?: string | number;
  readonly schema_version: number;
  readonly attributes: JsonObject;
  readonly sensitive_attributes: readonly StatePath[];
}

/** The state as it would be had this plan been applied. */
export function synthesizeState(synthesis: Synthesis): SyntheticState {
  const { plan, schemas } = synthesis;
  const resources = new Map<string, StateResource & { readonly instances: StateInstance[] }>();
  const objects = new Map<string, JsonObject>();
  const placeholders: Placeholder[] = [];
  const withoutSchema = new Set<string>();

  for (const planned of plan.resource_changes.filter(isKept)) {
    const schema = schemas.get(schemaKey(planned.provider_name, planned.type));
    if (schema === undefined) {
      withoutSchema.add(planned.type);
      continue;
    }
    const attributes = attributesOf(synthesis, planned, schema, placeholders);
    objects.set(planned.address, attributes);

    const key = JSON.stringify([planned.module_address, planned.type, planned.name]);
    const resource = resources.get(key) ?? { ...headOf(plan, planned), instances: [] };
    resources.set(key, resource);
    resource.instances.push({
      ...(planned.index === undefined ? {} : { index_key: planned.index }),
      schema_version: schema.version,
      attributes,
      sensitive_attributes:
        synthesis.saved.get(planned.address)?.sensitivePaths ??
        sensitivePaths(schema.block, planned.change.after_sensitive),
    });
  }

  return {
    resources: [...resources.values()],
    objects,
    placeholders,
    terraformVersion: plan.terraform_version,
    withoutSchema: [...withoutSchema],
  };
}

/** The file that Terraform reads. Lineage and serial are checked against nothing, as there is no other state. */
export function stateFile({ resources, terraformVersion }: SyntheticState): string {
  return JSON.stringify({
    version: 4,
    terraform_version: terraformVersion,
    serial: 1,
    lineage: '',
    outputs: {},
    resources,
    check_results: null,
  });
}

/**
 * Every agent with another token: with two or more Coder can keep none of them,
 * and without the read that a rehearsal leaves out, nothing else would tell.
 */
export function withNewAgentTokens(state: SyntheticState): SyntheticState {
  return {
    ...state,
    resources: state.resources.map((resource) =>
      resource.type === 'coder_agent'
        ? { ...resource, instances: resource.instances.map((instance) => withNewToken(resource, instance)) }
        : resource,
    ),
  };
}

/** Tokens of the agents in the state. */
export function agentTokens({ resources }: SyntheticState): readonly (string | undefined)[] {
  return resources
    .filter(({ type }) => type === 'coder_agent')
    .flatMap(({ instances }) =>
      instances.map(({ attributes: { token } }) => (typeof token === 'string' ? token : undefined)),
    );
}

function withNewToken(resource: StateResource, instance: StateInstance): StateInstance {
  const key = JSON.stringify([resource.module, resource.name, instance.index_key, 'token after the claim']);
  return { ...instance, attributes: { ...instance.attributes, token: placeholderText('uuid', key) } };
}

/** What is there once the plan is carried out. */
function isKept({ mode, deposed, change: { actions } }: PlannedChange): boolean {
  const goes = actions.every((action) => action === 'delete' || action === 'forget');
  return mode === 'managed' && deposed === undefined && !goes;
}

function attributesOf(
  { saved, previous, shapes }: Synthesis,
  planned: PlannedChange,
  { block }: ResourceSchema,
  placeholders: Placeholder[],
): JsonObject {
  const { address, type, change } = planned;
  const filling = {
    address,
    type,
    shapes,
    dynamicTypes: saved.get(address)?.dynamicTypes ?? new Map(),
    onPlaceholder: (placeholder: Placeholder) => placeholders.push(placeholder),
  };
  const attributes = fillBlock(filling, block, change.after, change.after_unknown, previous.get(address));
  return withSemantics({ address, type, path: ['id'] }, attributes);
}

/** What a state must hold whatever a plan says of it. */
function withSemantics(id: Place, attributes: JsonObject): JsonObject {
  // Built into Terraform: the output is the input.
  if (id.type === 'terraform_data') return { ...attributes, output: attributes['input'] ?? null };
  // Providers of the plugin SDK v2 replace a resource whose id is null or empty.
  const needsId = 'id' in attributes && (attributes['id'] === null || attributes['id'] === '');
  return needsId ? { ...attributes, id: placeholderText('uuid', placeKey(id)) } : attributes;
}

function headOf(plan: ClearPlan, planned: PlannedChange): Omit<StateResource, 'instances'> {
  const { module_address: module, type, name, provider_name: provider } = planned;
  const alias = aliasOf(plan, planned);
  return {
    ...(module === undefined ? {} : { module }),
    mode: 'managed',
    type,
    name,
    provider: `provider["${provider}"]${alias === undefined ? '' : `.${alias}`}`,
  };
}

/** The alias of the provider's configuration in the root module; a module of its own is never aliased there. */
function aliasOf(plan: ClearPlan, planned: PlannedChange): string | undefined {
  const key = configurationOf(plan, planned)?.provider_config_key;
  return key === undefined ? undefined : plan.configuration?.provider_config[key]?.alias;
}
