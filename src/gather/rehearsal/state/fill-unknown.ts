import type { Mask } from '../terraform/clear-plan.ts';
import { pathKey } from '../terraform/saved-plan/saved-plan.ts';
import type { SchemaBlock } from '../terraform/schema/provider-schema.ts';
import { type CtyType, fits, impliedType, isJsonObject, type Json, type JsonObject } from './cty-type.ts';
import { firstShape, type Place, placeholderNumber, placeholderText, placeKey, type Shape } from './placeholder.ts';

/** A made-up text that a state holds, so that a message that quotes it can be traced back. */
export interface Placeholder extends Place {
  readonly key: string;
  readonly shape: Shape;
  readonly text: string;
}

/** What fills the unknown values of one resource. */
export interface Filling {
  readonly address: string;
  readonly type: string;
  /** Shapes that reshaping chose, by `placeKey`. */
  readonly shapes: ReadonlyMap<string, Shape>;
  /** Exact types of `dynamic` values, by `pathKey`. */
  readonly dynamicTypes: ReadonlyMap<string, CtyType>;
  /** Within a value that the schema calls `dynamic`: its parts are not wrapped again. */
  readonly isWithinDynamic?: true;
  /** Told of every placeholder that is made. */
  readonly onPlaceholder: (placeholder: Placeholder) => void;
}

type Path = readonly (string | number)[];

/**
 * The attributes of a state object: `planned` where it is known, what stood in
 * `previous` where it is not, otherwise a placeholder of the schema's type. Every
 * attribute of the schema is present.
 */
export function fillBlock(
  filling: Filling,
  block: SchemaBlock,
  planned: Json | undefined,
  unknown: Mask | undefined,
  previous: Json | undefined,
  path: Path = [],
): JsonObject {
  const filled: Record<string, Json> = {};
  for (const [name, { type }] of Object.entries(block.attributes)) {
    const at = [...path, name];
    filled[name] = fillValue(filling, type, member(planned, name), at, maskAt(unknown, name), member(previous, name));
  }
  for (const [name, nested] of Object.entries(block.block_types)) {
    const values = member(planned, name);
    const masks = maskAt(unknown, name);
    const earlier = member(previous, name);
    const fill = (key: string | number, hasIdentity = true): JsonObject =>
      fillBlock(
        filling,
        nested.block,
        member(values, key),
        maskAt(masks, key),
        hasIdentity ? member(earlier, key) : undefined,
        [...path, name, key],
      );

    switch (nested.nesting_mode) {
      case 'list':
      case 'set': {
        // How many the provider makes, or a `dynamic` block over something unknown, is not known either. There is
        // one, so that an expression may take the first.
        if (masks === true) filled[name] = Array.isArray(earlier) ? earlier : [fill(0)];
        else filled[name] = indices(values, masks).map((index) => fill(index, nested.nesting_mode === 'list'));
        break;
      }
      case 'map':
        filled[name] =
          masks === true && isJsonObject(earlier)
            ? earlier
            : Object.fromEntries(keysOf(values, masks).map((key) => [key, fill(key)]));
        break;
      default: {
        const isAbsent = (values ?? null) === null && (masks === undefined || masks === false);
        filled[name] = isAbsent ? null : fillBlock(filling, nested.block, values, masks, earlier, [...path, name]);
      }
    }
  }
  return filled;
}

/** Undefined within a value that the schema calls `dynamic`: nothing is declared there. */
type DeclaredType = CtyType | undefined;

/** Wraps values that the schema calls `dynamic` as a state wants them: with their type. */
function fillValue(
  filling: Filling,
  type: DeclaredType,
  planned: Json | undefined,
  path: Path,
  unknown: Mask | undefined,
  previous: Json | undefined,
): Json {
  if (type !== 'dynamic' || filling.isWithinDynamic) return merge(filling, type, planned, unknown, previous, path);
  const exact = filling.dynamicTypes.get(pathKey(path));
  const value = merge({ ...filling, isWithinDynamic: true }, exact, planned, unknown, unwrapped(previous), path);
  if (value === null) return null;
  const fitting = exact !== undefined && fits(exact, value) ? exact : impliedType(value);
  return { value, type: fitting as unknown as Json };
}

function merge(
  filling: Filling,
  type: DeclaredType,
  planned: Json | undefined,
  unknown: Mask | undefined,
  previous: Json | undefined,
  path: Path,
): Json {
  if (unknown === true) {
    if (previous !== undefined && previous !== null && fits(type ?? 'dynamic', previous)) return previous;
    return made(filling, type, path);
  }
  if (unknown === undefined || unknown === false) return planned ?? null;
  // Where all of an object is unknown but its shape, a plan leaves it out.
  const known = planned ?? (hasTrue(unknown) ? (Array.isArray(unknown) ? [] : {}) : null);

  if (Array.isArray(known)) {
    // Elements of a set have no position, so what stood at one says nothing of what stands there now.
    const hasPositions = type?.[0] !== 'set';
    return indices(known, unknown).map((index) =>
      fillValue(
        filling,
        elementType(type, index),
        known[index],
        [...path, index],
        maskAt(unknown, index),
        hasPositions ? member(previous, index) : undefined,
      ),
    );
  }
  if (isJsonObject(known)) {
    const merged: Record<string, Json> = { ...known };
    for (const key of keysOf(known, unknown)) {
      const at = [...path, key];
      merged[key] = fillValue(
        filling,
        elementType(type, key),
        known[key],
        at,
        maskAt(unknown, key),
        member(previous, key),
      );
    }
    return merged;
  }
  return known;
}

/** Lists get one element, so that an expression may take the first; maps get none, for nobody knows a key. */
function made(filling: Filling, type: DeclaredType, path: Path): Json {
  if (type === 'bool') return false;
  if (type === 'number') return placeholderNumber(placeKey({ address: filling.address, path }));
  // The type of a null is not known either, so it is written as null.
  if (type === 'dynamic' && filling.isWithinDynamic) return null;
  if (type === undefined || type === 'string' || type === 'dynamic') return madeText(filling, path);
  switch (type[0]) {
    case 'list':
    case 'set':
      return [made(filling, type[1], [...path, 0])];
    case 'map':
      return {};
    case 'object':
      return Object.fromEntries(
        Object.entries(type[1]).map(([name, inner]) => [name, made(filling, inner, [...path, name])]),
      );
    case 'tuple':
      return type[1].map((inner, index) => made(filling, inner, [...path, index]));
  }
}

function madeText({ address, type, shapes, onPlaceholder }: Filling, path: Path): string {
  const place = { address, type, path };
  const key = placeKey(place);
  const shape = shapes.get(key) ?? firstShape(place);
  const text = placeholderText(shape, key);
  onPlaceholder({ ...place, key, shape, text });
  return text;
}

function elementType(type: DeclaredType, key: string | number): DeclaredType {
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

/** `{ value, type }` of a state; anything else is taken for the value itself. */
function unwrapped(previous: Json | undefined): Json | undefined {
  return isJsonObject(previous) && 'value' in previous && 'type' in previous && Object.keys(previous).length === 2
    ? previous['value']
    : previous;
}

function member(value: Json | undefined, key: string | number): Json | undefined {
  if (Array.isArray(value)) return value[Number(key)];
  return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function maskAt(mask: Mask | undefined, key: string | number): Mask | undefined {
  if (mask === undefined || typeof mask === 'boolean') return mask;
  if (Array.isArray(mask)) return mask[Number(key)];
  return Object.hasOwn(mask, key) ? (mask as Readonly<Record<string, Mask>>)[key] : undefined;
}

function hasTrue(mask: Mask): boolean {
  return typeof mask === 'boolean' ? mask : Object.values(mask).some(hasTrue);
}

function indices(values: Json | undefined, masks: Mask | undefined): readonly number[] {
  const length = Math.max(Array.isArray(values) ? values.length : 0, Array.isArray(masks) ? masks.length : 0);
  return Array.from({ length }, (_, index) => index);
}

function keysOf(values: Json | undefined, masks: Mask | undefined): readonly string[] {
  return [...new Set([...keys(values), ...keys(masks)])];
}

function keys(value: Json | Mask | undefined): readonly string[] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
}
