import { UNKNOWN } from '../../../src/gather/rehearsal/terraform/saved-plan/msgpack.ts';

/** A value as providers and Terraform exchange it. */
export type Cty = null | boolean | number | string | typeof UNKNOWN | Uint8Array | readonly Cty[] | CtyObject;

export interface CtyObject {
  readonly [name: string]: Cty;
}

export function isCtyObject(value: Cty | undefined): value is CtyObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);
}

export function isCtyList(value: Cty | undefined): value is readonly Cty[] {
  return Array.isArray(value);
}

/** The value itself, or another where it is not known. */
export function known<T extends Cty>(value: Cty | undefined, otherwise: T): Cty | T {
  return value === undefined || value === UNKNOWN ? otherwise : value;
}

export function text(value: Cty | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** What is not wholly known equals nothing, itself included. The order of a set means nothing. */
export function isEqual(left: Cty, right: Cty, isSet = false): boolean {
  if (hasUnknown(left) || hasUnknown(right)) return false;
  if (isSet && isCtyList(left) && isCtyList(right)) {
    return JSON.stringify(left.map(canonical).sort()) === JSON.stringify(right.map(canonical).sort());
  }
  return canonical(left) === canonical(right);
}

function hasUnknown(value: Cty): boolean {
  if (value === UNKNOWN) return true;
  if (isCtyList(value)) return value.some(hasUnknown);
  return isCtyObject(value) && Object.values(value).some(hasUnknown);
}

function canonical(value: Cty): string {
  return JSON.stringify(value, (_, inner: Cty) =>
    isCtyObject(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  );
}
