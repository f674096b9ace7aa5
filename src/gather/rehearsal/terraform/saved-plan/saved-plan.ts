import type { CtyType } from '../../state/cty-type.ts';
import type { StatePath, StatePathStep } from '../../state/sensitive-paths.ts';
import { decodeMsgpack } from './msgpack.ts';
import { fieldsOf, readFields } from './protobuf.ts';
import { readZipMember } from './zip.ts';

/** What only the saved plan itself tells of its objects, by resource address. */
export type SavedObjects = ReadonlyMap<string, SavedObject>;

export interface SavedObject {
  /** Types of the values that the schema calls `dynamic`, by `pathKey`. */
  readonly dynamicTypes: ReadonlyMap<string, CtyType>;
  /** What is sensitive in the planned object, exactly as an apply would write it into a state. */
  readonly sensitivePaths: readonly StatePath[];
}

export function pathKey(path: readonly (string | number)[]): string {
  return JSON.stringify(path);
}

/**
 * Reads from a saved plan what its JSON cannot tell: whether a `dynamic` value is
 * a set or a tuple, a map or an object, and which places below a sensitive one are
 * sensitive by themselves. A state that has it wrong never settles. What cannot be
 * read is left out, and then taken from the JSON as far as that goes.
 *
 * The field numbers are those of Terraform's `planfile.proto`, the same in
 * OpenTofu.
 */
export function readSavedPlan(savedPlan: Buffer): SavedObjects {
  const objects = new Map<string, SavedObject>();
  try {
    const plan = readZipMember(savedPlan, 'tfplan');
    for (const resource of plan === undefined ? [] : fieldsOf(readFields(plan), RESOURCE_CHANGES)) {
      const fields = readFields(resource);
      const [address] = fieldsOf(fields, ADDRESS);
      const [change] = fieldsOf(fields, CHANGE);
      const isDeposed = fieldsOf(fields, DEPOSED_KEY).some((key) => key.length > 0);
      if (address !== undefined && change !== undefined && !isDeposed) {
        objects.set(UTF8.decode(address), savedObject(change));
      }
    }
  } catch (error) {
    if (!isMalformed(error)) throw error;
  }
  return objects;
}

function savedObject(change: Uint8Array): SavedObject {
  const fields = readFields(change);
  // In order: only `after` for a create, `before` and `after` otherwise.
  const after = fieldsOf(fields, VALUES).at(-1);
  return {
    dynamicTypes: after === undefined ? new Map() : dynamicTypes(decodeDynamicValue(after)),
    sensitivePaths: fieldsOf(fields, AFTER_SENSITIVE_PATHS).map(pathOf),
  };
}

/** A dynamic value is a pair: its type as JSON bytes, and the value. */
function dynamicTypes(
  value: unknown,
  path: readonly (string | number)[] = [],
  types = new Map<string, CtyType>(),
): ReadonlyMap<string, CtyType> {
  if (Array.isArray(value)) {
    const type: unknown = value.length === 2 ? value[0] : undefined;
    if (type instanceof Uint8Array) types.set(pathKey(path), JSON.parse(UTF8.decode(type)) as CtyType);
    else for (const [index, item] of value.entries()) dynamicTypes(item, [...path, index], types);
  } else if (typeof value === 'object' && value !== null && !(value instanceof Uint8Array)) {
    for (const [name, item] of Object.entries(value)) dynamicTypes(item, [...path, name], types);
  }
  return types;
}

function pathOf(path: Uint8Array): StatePath {
  return fieldsOf(readFields(path), STEPS).map((step): StatePathStep => {
    const fields = readFields(step);
    const [attribute] = fieldsOf(fields, ATTRIBUTE_NAME);
    if (attribute !== undefined) return { type: 'get_attr', value: UTF8.decode(attribute) };
    const [key] = fieldsOf(fields, ELEMENT_KEY);
    const decoded = key === undefined ? undefined : decodeDynamicValue(key);
    const value: unknown = Array.isArray(decoded) ? decoded[1] : decoded;
    if (typeof value === 'string') return { type: 'index', value: { value, type: 'string' } };
    if (typeof value === 'number') return { type: 'index', value: { value, type: 'number' } };
    throw new RangeError('A step of a path is neither a name nor a position.');
  });
}

function decodeDynamicValue(message: Uint8Array): unknown {
  const [packed] = fieldsOf(readFields(message), MSGPACK);
  return packed === undefined ? undefined : decodeMsgpack(packed);
}

/** Cut short, not JSON, or one of zlib's own errors. */
function isMalformed(error: unknown): boolean {
  return error instanceof RangeError || error instanceof SyntaxError || (error instanceof Error && 'code' in error);
}

const RESOURCE_CHANGES = 3;
const DEPOSED_KEY = 7;
const CHANGE = 9;
const ADDRESS = 13;
const VALUES = 2;
const AFTER_SENSITIVE_PATHS = 4;
const MSGPACK = 1;
const STEPS = 1;
const ATTRIBUTE_NAME = 1;
const ELEMENT_KEY = 2;

const UTF8 = new TextDecoder();
