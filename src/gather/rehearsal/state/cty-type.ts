/** A type as Terraform's schemas and states write it: `"string"`, `["list","string"]`, `["object",{…}]`. */
export type CtyType =
  | 'string'
  | 'number'
  | 'bool'
  | 'dynamic'
  | readonly ['list' | 'set' | 'map', CtyType]
  | readonly ['object', Readonly<Record<string, CtyType>>]
  | readonly ['object', Readonly<Record<string, CtyType>>, readonly string[]]
  | readonly ['tuple', readonly CtyType[]];

/** Any JSON, as it stands in a plan or in a state. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [name: string]: Json;
}

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The type that a value without a declared one gets: arrays are tuples, objects are objects. */
export function impliedType(value: Json): CtyType {
  if (value === null) return 'dynamic';
  if (Array.isArray(value)) return ['tuple', value.map(impliedType)];
  if (isJsonObject(value)) {
    return ['object', Object.fromEntries(Object.entries(value).map(([name, item]) => [name, impliedType(item)]))];
  }
  if (typeof value === 'boolean') return 'bool';
  return typeof value === 'number' ? 'number' : 'string';
}

/** Whether a state may hold `value` where the schema wants `type`; null fits everywhere. */
export function fits(type: CtyType, value: Json): boolean {
  if (value === null || type === 'dynamic') return true;
  if (typeof type === 'string') return typeof value === (type === 'bool' ? 'boolean' : type);
  switch (type[0]) {
    case 'list':
    case 'set':
      return Array.isArray(value) && value.every((item) => fits(type[1], item));
    case 'map':
      return isJsonObject(value) && Object.values(value).every((item) => fits(type[1], item));
    case 'object': {
      const attributes = type[1];
      return (
        isJsonObject(value) &&
        Object.entries(value).every(([name, item]) => {
          const expected = attributes[name];
          return expected !== undefined && fits(expected, item);
        })
      );
    }
    case 'tuple': {
      const items = type[1];
      return (
        Array.isArray(value) &&
        value.length === items.length &&
        value.every((item, index) => fits(items[index] ?? 'dynamic', item))
      );
    }
  }
}
