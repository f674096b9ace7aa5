import { own } from './own.ts';

/**
 * The absolute address of a resource of a state or of planned values, with its
 * instance key. Terraform 0.12 wrote neither the module nor the key into it, and
 * files are made by hand.
 */
export function absoluteAddress(resource: unknown, module: string | undefined): string {
  const written = own(resource, 'address');
  const address = typeof written === 'string' ? written : composed(resource);
  const index = own(resource, 'index');
  const keyed = (typeof index === 'number' || typeof index === 'string') && !address.endsWith(']');
  const within = module === undefined || address.startsWith(`${module}.`) ? address : `${module}.${address}`;
  return keyed ? `${within}[${JSON.stringify(index)}]` : within;
}

function composed(resource: unknown): string {
  const prefix = own(resource, 'mode') === 'data' ? 'data.' : '';
  return `${prefix}${nameOf(own(resource, 'type'))}.${nameOf(own(resource, 'name'))}`;
}

function nameOf(part: unknown): string {
  return typeof part === 'string' ? part : 'unknown';
}

/** The block that an instance is of: the address without the instance keys of resource and modules. */
export function blockOf(address: string): string {
  return address.includes('[') ? address.replace(INSTANCE_KEYS, '') : address;
}

/** Quotes may hide brackets in a key; `[*]` stands for an instance that is not known yet. */
const INSTANCE_KEYS = /\[(?:\d+|\*|"[^"\\]*(?:\\.[^"\\]*)*")\]/gs;
