import {
  addressOf,
  type Block,
  type Configuration,
  callOf,
  locationOf,
  moduleKey,
  nestedBlocks,
  parentOf,
  type ResourceBlock,
  type SourceModule,
} from '../model/configuration/configuration.ts';
import { constantKey, type Expression, type SourceRange } from '../model/configuration/expression.ts';
import type { Location } from '../model/configuration/location.ts';
import { parseAddress, type ResourceAddress } from '../model/configuration/resource-address.ts';
import type { AttributePath, PathStep } from '../model/plan/attribute-path.ts';

/** A resource block that an address means, and the module it stands in. */
export interface FoundResource {
  readonly address: ResourceAddress;
  readonly module: SourceModule;
  readonly resource: ResourceBlock;
}

/** Undefined where the configuration does not hold the resource. */
export function findResource(configuration: Configuration, address: string): FoundResource | undefined {
  const parsed = parseAddress(address);
  if (parsed === undefined) return undefined;
  const module = configuration.modules.get(moduleKey(parsed.calls.map(({ name }) => name)));
  const resource = module?.resources.get(addressOf(parsed));
  return module === undefined || resource === undefined ? undefined : { address: parsed, module, resource };
}

/**
 * Where the reader finds the resource: its block, or for a module whose files
 * are not of the repository the nearest call of it that is.
 */
export function locateResource(configuration: Configuration, address: string): Location | undefined {
  const found = findResource(configuration, address);
  if (found !== undefined) return locationIn(configuration, found.module, found.resource.body.range);
  const parsed = parseAddress(address);
  if (parsed === undefined) return undefined;
  const names = parsed.calls.map(({ name }) => name);
  for (let length = names.length; length > 0; length -= 1) {
    const parent = configuration.modules.get(moduleKey(names.slice(0, length - 1)));
    const call = parent?.calls.get(names[length - 1] ?? '');
    if (parent !== undefined && call !== undefined) return locationIn(configuration, parent, call.body.range);
  }
  return undefined;
}

/** Where the attribute is written; undefined for one that is not, such as a computed `id`. */
export function locateAttribute(
  configuration: Configuration,
  address: string,
  path: AttributePath,
): Location | undefined {
  const found = findResource(configuration, address);
  const range = found === undefined ? undefined : rangeOfPath(found.resource.body, path);
  return found === undefined || range === undefined ? undefined : locationIn(configuration, found.module, range);
}

/** A range in a module as the reader of the repository sees it. */
export function locationIn(
  configuration: Configuration,
  module: SourceModule,
  range: SourceRange,
): Location | undefined {
  if (module.isOwn) return locationOf(range);
  const parent = parentOf(configuration, module);
  const call = callOf(configuration, module);
  return parent === undefined || call === undefined ? undefined : locationIn(configuration, parent, call.body.range);
}

/** As deep as what is written goes: a path into a computed value ends where it is computed. */
export function rangeOfPath(body: Block, path: AttributePath): SourceRange | undefined {
  const [name, ...rest] = path;
  if (typeof name !== 'string') return undefined;
  const attribute = body.attributes.get(name);
  if (attribute !== undefined) return entryRange(attribute.value, rest) ?? attribute.range;
  const blocks = nestedBlocks(body, name);
  const inner = rest[0] !== undefined && typeof rest[0] !== 'string' ? rest.slice(1) : rest;
  // A dynamic block before it makes the position meaningless.
  const isCounted = blocks.every(({ dynamic }) => dynamic === undefined);
  const picked = isCounted && typeof rest[0] === 'number' ? blocks.slice(rest[0], rest[0] + 1) : blocks;
  for (const { body: block } of picked) {
    const range = inner.length === 0 ? undefined : rangeOfPath(block, inner);
    if (range !== undefined) return range;
  }
  return (picked[0] ?? blocks[0])?.body.range;
}

function entryRange(value: Expression, path: readonly PathStep[]): SourceRange | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return undefined;
  if (value.kind === 'object') {
    // In JSON syntax a block is an object, and its position is not written.
    if (typeof step === 'number') return entryRange(value, rest);
    const entry = value.entries.find(({ key }) => String(constantKey(key)) === step);
    return entry === undefined
      ? undefined
      : (entryRange(entry.value, rest) ?? joined(entry.key.range, entry.value.range));
  }
  const item = value.kind === 'tuple' && typeof step === 'number' ? value.items[step] : undefined;
  return item === undefined ? undefined : (entryRange(item, rest) ?? item.range);
}

function joined(from: SourceRange, to: SourceRange): SourceRange {
  return { ...to, line: from.line, column: from.column, start: from.start };
}
