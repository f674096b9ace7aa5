import { UNKNOWN } from '../../../src/gather/rehearsal/terraform/saved-plan/msgpack.ts';
import { type Cty, type CtyObject, isCtyList, isCtyObject, isEqual } from './cty.ts';
import type { AttributePath } from './diagnostic.ts';
import type { FakeResource, Sdk } from './fake-provider.ts';
import type { Attribute, Block } from './schema.ts';

export interface ChangeRequest {
  readonly prior: Cty;
  readonly proposed: CtyObject;
  readonly configuration: Cty;
}

export interface PlannedObject {
  readonly planned: CtyObject;
  readonly requiresReplace: readonly AttributePath[];
}

/** Plans a create or a change as the SDK of the provider does. */
export function planChange(resource: FakeResource, sdk: Sdk, request: ChangeRequest): PlannedObject {
  const { block, customize } = resource;
  const { prior, configuration } = request;
  const proposed = withComputedBlocks(block, withFallbacks(block, request.proposed, configuration), prior);
  const forced: AttributePath[] = [];
  const customized = (planned: CtyObject, old: CtyObject | null): CtyObject =>
    customize === undefined ? planned : customize(planned, old, (path) => forced.push(path));

  if (!isCtyObject(prior)) {
    const created = withUnknowns(block, proposed);
    const planned = customized(sdk === 'legacy' ? { ...created, id: UNKNOWN } : created, null);
    return { planned, requiresReplace: [] };
  }
  const planned = customized(
    sdk === 'legacy' ? withSuppressed(block, proposed, prior) : withComputedAnew(block, proposed, prior, configuration),
    prior,
  );
  forced.push(...forcedPaths(block, prior, planned));
  // The older SDK always names the id along with whatever makes another object.
  const isReplaced = forced.length > 0 || planned['id'] === UNKNOWN;
  return { planned, requiresReplace: sdk === 'legacy' && isReplaced ? [...forced, ['id']] : forced };
}

function withFallbacks(block: Block, planned: CtyObject, configuration: Cty | undefined): CtyObject {
  const configured = isCtyObject(configuration) ? configuration : {};
  return mapObject(block, planned, {
    attribute: ({ fallback }, value, name) =>
      fallback === undefined || (configured[name] ?? null) !== null ? value : fallback,
    item: (inner, item, name, index) => {
      const items = configured[name];
      return withFallbacks(inner, item, isCtyList(items) ? items[index] : undefined);
    },
  });
}

/** Core proposes no elements where none are configured; the older SDK keeps what it has computed, or will compute it. */
function withComputedBlocks(block: Block, planned: CtyObject, prior: Cty): CtyObject {
  const computed = Object.entries(block.blocks).flatMap(([name, { computed: isComputed }]): [string, Cty][] => {
    const items = planned[name];
    if (!isComputed || (isCtyList(items) && items.length > 0)) return [];
    return [[name, isCtyObject(prior) ? (prior[name] ?? []) : UNKNOWN]];
  });
  return { ...planned, ...Object.fromEntries(computed) };
}

function withUnknowns(block: Block, planned: CtyObject): CtyObject {
  return mapObject(block, planned, {
    attribute: ({ computed }, value) => (computed && value === null ? UNKNOWN : value),
    item: withUnknowns,
  });
}

function withSuppressed(block: Block, planned: CtyObject, prior: CtyObject): CtyObject {
  return mapObject(block, planned, {
    attribute: ({ isSuppressed }, value, name) => {
      const old = prior[name] ?? null;
      return value !== UNKNOWN && isSuppressed?.(old, value) === true ? old : value;
    },
    item: (_, item) => item,
  });
}

function withComputedAnew(block: Block, planned: CtyObject, prior: CtyObject, configuration: Cty): CtyObject {
  if (isEqual(planned, prior)) return planned;
  const configured = isCtyObject(configuration) ? configuration : {};
  return mapObject(block, planned, {
    attribute: ({ computed, fallback }, value, name) =>
      computed && fallback === undefined && (configured[name] ?? null) === null ? UNKNOWN : value,
    item: (_, item) => item,
  });
}

function forcedPaths(block: Block, prior: CtyObject, planned: CtyObject): readonly AttributePath[] {
  const attributes = Object.entries(block.attributes)
    .filter(
      ([name, { forceNew, type }]) => forceNew && !isEqual(prior[name] ?? null, planned[name] ?? null, isSet(type)),
    )
    .map(([name]): AttributePath => [name]);
  const blocks = Object.entries(block.blocks).flatMap(([name, inner]): readonly AttributePath[] => {
    const old: Cty = prior[name] ?? [];
    const next: Cty = planned[name] ?? [];
    if (inner.nesting === 'set') return inner.forceNew && !isEqual(old, next, true) ? [[name]] : [];
    if (!isCtyList(old) || !isCtyList(next)) return inner.forceNew ? [[name]] : [];
    const within = next.flatMap((item, index) => {
      const before = old[index];
      if (!isCtyObject(item) || !isCtyObject(before)) return [];
      return forcedPaths(inner, before, item).map((path) => [name, index, ...path]);
    });
    return inner.forceNew && old.length !== next.length ? [[name], ...within] : within;
  });
  return [...attributes, ...blocks];
}

function isSet(type: Attribute['type']): boolean {
  return Array.isArray(type) && type[0] === 'set';
}

interface Mapping {
  attribute(attribute: Attribute, value: Cty, name: string): Cty;
  item(block: Block, item: CtyObject, name: string, index: number): CtyObject;
}

/** Another object of the same schema. */
export function mapObject({ attributes, blocks }: Block, object: CtyObject, mapping: Mapping): CtyObject {
  const mapped: Record<string, Cty> = {};
  for (const [name, attribute] of Object.entries(attributes)) {
    mapped[name] = mapping.attribute(attribute, object[name] ?? null, name);
  }
  for (const [name, block] of Object.entries(blocks)) {
    const items = object[name] ?? [];
    mapped[name] = isCtyList(items)
      ? items.map((item, index) => (isCtyObject(item) ? mapping.item(block, item, name, index) : item))
      : items;
  }
  return mapped;
}
