import type { Mask } from '../terraform/clear-plan.ts';
import type { SchemaBlock } from '../terraform/schema/provider-schema.ts';
import type { CtyType } from './cty-type.ts';

/** A step of a path as a state file writes it. */
export type StatePathStep =
  | { readonly type: 'get_attr'; readonly value: string }
  | { readonly type: 'index'; readonly value: { readonly value: string | number; readonly type: 'string' | 'number' } };

export type StatePath = readonly StatePathStep[];

/**
 * The marked places of an object, as far as a mask tells; without them in the
 * state, every plan would update what is sensitive.
 */
export function sensitivePaths(block: SchemaBlock, mask: Mask): readonly StatePath[] {
  return walk(blockType(block), mask, []);
}

function walk(type: CtyType | undefined, mask: Mask | undefined, path: StatePath): readonly StatePath[] {
  if (mask === true) return [path];
  if (mask === undefined || mask === false) return [];
  // A set has no places of its own: Terraform marks all of it.
  if (type?.[0] === 'set') return hasTrue(mask) ? [path] : [];
  if (Array.isArray(mask)) {
    return mask.flatMap((item: Mask, index) =>
      walk(inner(type, index), item, [...path, { type: 'index', value: { value: index, type: 'number' } }]),
    );
  }
  return Object.entries(mask).flatMap(([name, item]) =>
    walk(inner(type, name), item, [
      ...path,
      type?.[0] === 'map'
        ? { type: 'index', value: { value: name, type: 'string' } }
        : { type: 'get_attr', value: name },
    ]),
  );
}

function hasTrue(mask: Mask): boolean {
  return typeof mask === 'boolean' ? mask : Object.values(mask).some(hasTrue);
}

function inner(type: CtyType | undefined, key: string | number): CtyType | undefined {
  if (type === undefined || typeof type === 'string') return undefined;
  switch (type[0]) {
    case 'object':
      return type[1][key];
    case 'tuple':
      return type[1][Number(key)];
    default:
      return type[1];
  }
}

/** Nested blocks are objects, or collections of them, in a value. */
function blockType({ attributes, block_types: blocks }: SchemaBlock): CtyType {
  const types: Record<string, CtyType> = {};
  for (const [name, { type }] of Object.entries(attributes)) types[name] = type;
  for (const [name, { nesting_mode: nesting, block }] of Object.entries(blocks)) {
    const nested = blockType(block);
    types[name] = nesting === 'single' || nesting === 'group' ? nested : [nesting, nested];
  }
  return ['object', types];
}
