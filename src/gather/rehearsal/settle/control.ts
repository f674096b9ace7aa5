import { isJsonObject, type Json } from '../state/cty-type.ts';
import type { StateObjects } from '../state/synthesize-state.ts';
import {
  type ClearPlan,
  configurationOf,
  type Mask,
  managedChanges,
  type PlannedChange,
} from '../terraform/clear-plan.ts';
import { type ResourceSchemas, schemaKey } from '../terraform/schema/provider-schema.ts';

/** What planning the same prebuild again still changes, by what makes it change. */
export interface ControlResult {
  /** The configuration comes out different each time: a problem of the template. */
  readonly unstable: readonly string[];
  /** The provider does not keep what it planned itself: a limit of the rehearsal. */
  readonly unsettled: readonly string[];
  /** They were still moving on when the rounds were used up, so nobody knows where they would come to rest. */
  readonly unfinished: readonly string[];
}

/**
 * Tells a template that never comes to rest from a provider that does not accept
 * a synthesised state. The template is at fault where the configuration gives
 * another value than the last plan, or one that is never known; the provider is
 * where it plans the value that the state already holds, or makes up an unknown
 * one by itself.
 */
export function controlOf(plan: ClearPlan, state: StateObjects, schemas: ResourceSchemas): ControlResult {
  const causes = managedChanges(plan).map((change) => ({
    address: change.address,
    causes: new Set(differences(change, state).map((name) => causeOf(plan, change, name, state, schemas))),
  }));
  const isProviderAtWork = causes.some((change) => change.causes.size === 1 && change.causes.has('provider'));
  const isUnstable = (of: ReadonlySet<Difference>): boolean =>
    // What follows from something that the provider made unknown proves nothing of the template.
    of.has('other-value') || (of.has('never-known') && !isProviderAtWork);
  return {
    unstable: causes.filter((change) => isUnstable(change.causes)).map(({ address }) => address),
    unsettled: causes.filter((change) => !isUnstable(change.causes)).map(({ address }) => address),
    unfinished: [],
  };
}

type Difference = 'other-value' | 'never-known' | 'provider';

/** Attributes and nested blocks that the plan changes. */
function differences({ address, change }: PlannedChange, state: StateObjects): readonly string[] {
  const after = isJsonObject(change.after) ? change.after : {};
  const names = new Set([...Object.keys(after), ...maskNames(change.after_unknown)]);
  const held = state.get(address);
  return [...names].filter(
    (name) => hasUnknown(maskOf(change.after_unknown, name)) || !isSame(unwrapped(held?.[name]), after[name]),
  );
}

function causeOf(
  plan: ClearPlan,
  planned: PlannedChange,
  name: string,
  state: StateObjects,
  schemas: ResourceSchemas,
): Difference {
  const { address, provider_name: provider, type, change } = planned;
  const attribute = schemas.get(schemaKey(provider, type))?.block.attributes[name];
  const isConfigurable = attribute === undefined || attribute.optional || attribute.required;
  // What nobody set is as it is because the provider says so. Blocks may come from `dynamic`, which a plan
  // does not show.
  const isSet = attribute === undefined || attribute.required || isConfigured(plan, planned, name);
  if (!isConfigurable || !isSet) return 'provider';
  if (hasUnknown(maskOf(change.after_unknown, name))) return 'never-known';
  const after = isJsonObject(change.after) ? change.after[name] : undefined;
  return isSame(unwrapped(state.get(address)?.[name]), after) ? 'provider' : 'other-value';
}

/** What the plan's configuration does not hold counts as set. */
function isConfigured(plan: ClearPlan, planned: PlannedChange, name: string): boolean {
  const resource = configurationOf(plan, planned);
  return resource === undefined || name in resource.expressions;
}

function maskNames(mask: Mask): readonly string[] {
  return typeof mask === 'object' && !Array.isArray(mask) ? Object.keys(mask) : [];
}

function maskOf(mask: Mask, name: string): Mask | undefined {
  if (typeof mask === 'boolean') return mask;
  return Array.isArray(mask) ? undefined : (mask as Readonly<Record<string, Mask>>)[name];
}

function hasUnknown(mask: Mask | undefined): boolean {
  if (mask === undefined || typeof mask === 'boolean') return mask === true;
  return (Array.isArray(mask) ? (mask as readonly Mask[]) : Object.values(mask)).some(hasUnknown);
}

/** Null, absent and empty are one to most providers. */
function isSame(left: Json | undefined, right: Json | undefined): boolean {
  return canonical(left ?? null) === canonical(right ?? null);
}

function canonical(value: Json): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

function unwrapped(value: Json | undefined): Json | undefined {
  return isJsonObject(value) && 'value' in value && 'type' in value && Object.keys(value).length === 2
    ? value['value']
    : value;
}
