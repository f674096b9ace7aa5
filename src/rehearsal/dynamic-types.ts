import type { CtyType } from './cty-type.ts';
import { decodeMsgpack } from './msgpack.ts';
import { fieldsOf, readFields } from './protobuf.ts';
import { readZipMember } from './zip.ts';

/** Types of the values that the schema calls `dynamic`, by resource address, then by `pathKey`. */
export type DynamicTypes = ReadonlyMap<string, ReadonlyMap<string, CtyType>>;

export function pathKey(path: readonly (string | number)[]): string {
  return JSON.stringify(path);
}

/**
 * Reads the exact types of `dynamic` attributes from a saved plan, because its
 * JSON cannot tell a set from a tuple, nor a map from an object, and a state with
 * the wrong one never settles. What cannot be read is left out: a type is then
 * taken from the value.
 *
 * The field numbers are those of Terraform's `planfile.proto`, the same in
 * OpenTofu.
 */
export function readDynamicTypes(savedPlan: Buffer): DynamicTypes {
  const types = new Map<string, ReadonlyMap<string, CtyType>>();
  try {
    const plan = readZipMember(savedPlan, 'tfplan');
    for (const change of plan === undefined ? [] : fieldsOf(readFields(plan), RESOURCE_CHANGES)) {
      const fields = readFields(change);
      const address = fieldsOf(fields, ADDRESS)[0];
      const after = afterOf(fieldsOf(fields, CHANGE)[0]);
      if (address !== undefined && after !== undefined) types.set(UTF8.decode(address), dynamicValues(after));
    }
  } catch (error) {
    if (!(error instanceof RangeError) && !isCodedError(error)) throw error;
  }
  return types;
}

/** A change holds its values in order: only `after` for a create, `before` and `after` otherwise. */
function afterOf(change: Uint8Array | undefined): unknown {
  const value = change === undefined ? undefined : fieldsOf(readFields(change), VALUES).at(-1);
  const packed = value === undefined ? undefined : fieldsOf(readFields(value), MSGPACK)[0];
  return packed === undefined ? undefined : decodeMsgpack(packed);
}

/** A dynamic value is a pair: its type as JSON bytes, and the value. */
function dynamicValues(
  value: unknown,
  path: readonly (string | number)[] = [],
  types = new Map<string, CtyType>(),
): ReadonlyMap<string, CtyType> {
  if (Array.isArray(value)) {
    const type: unknown = value.length === 2 ? value[0] : undefined;
    if (type instanceof Uint8Array) types.set(pathKey(path), JSON.parse(UTF8.decode(type)) as CtyType);
    else for (const [index, item] of value.entries()) dynamicValues(item, [...path, index], types);
  } else if (typeof value === 'object' && value !== null && !(value instanceof Uint8Array)) {
    for (const [name, item] of Object.entries(value)) dynamicValues(item, [...path, name], types);
  }
  return types;
}

/** zlib's own errors, and those of a Buffer that ends too early. */
function isCodedError(error: unknown): boolean {
  return error instanceof SyntaxError || (error instanceof Error && 'code' in error);
}

const RESOURCE_CHANGES = 3;
const ADDRESS = 13;
const CHANGE = 9;
const VALUES = 2;
const MSGPACK = 1;

const UTF8 = new TextDecoder();
