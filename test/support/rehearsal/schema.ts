import type { CtyType } from '../../../src/gather/rehearsal/state/cty-type.ts';
import type { Cty } from './cty.ts';

export interface Attribute {
  readonly type: CtyType;
  readonly required: boolean;
  readonly optional: boolean;
  readonly computed: boolean;
  readonly sensitive: boolean;
  /** Another value makes another object. */
  readonly forceNew: boolean;
  /** Taken where the configuration says nothing. */
  readonly fallback: Cty | undefined;
  /** Whether a provider takes the new value for the old one. */
  readonly isSuppressed: ((old: Cty, next: Cty) => boolean) | undefined;
}

export interface Block {
  readonly attributes: Readonly<Record<string, Attribute>>;
  readonly blocks: Readonly<Record<string, NestedBlock>>;
}

export interface NestedBlock extends Block {
  readonly nesting: 'list' | 'set';
  readonly minItems: number;
  readonly maxItems: number;
  readonly forceNew: boolean;
  /** The provider makes elements where the configuration has none. */
  readonly computed: boolean;
}

type Extra = Partial<Omit<Attribute, 'type' | 'required'>>;

const PLAIN = { required: false, optional: false, computed: false, sensitive: false, forceNew: false } as const;

export const required = (type: CtyType, extra: Extra = {}): Attribute => ({
  ...attribute(type, extra),
  required: true,
});
export const optional = (type: CtyType, extra: Extra = {}): Attribute => ({
  ...attribute(type, extra),
  optional: true,
});
export const computed = (type: CtyType, extra: Extra = {}): Attribute => ({
  ...attribute(type, extra),
  computed: true,
});

function attribute(type: CtyType, extra: Extra): Attribute {
  return { ...PLAIN, type, fallback: undefined, isSuppressed: undefined, ...extra };
}

export function block(attributes: Block['attributes'], blocks: Block['blocks'] = {}): Block {
  return { attributes, blocks };
}

interface Bounds {
  readonly min?: number;
  readonly max?: number;
  readonly forceNew?: boolean;
  readonly computed?: boolean;
}

export function nested(
  nesting: NestedBlock['nesting'],
  { min = 0, max = 0, forceNew = false, computed = false }: Bounds,
  attributes: Block['attributes'],
  blocks: Block['blocks'] = {},
): NestedBlock {
  return { nesting, minItems: min, maxItems: max, forceNew, computed, attributes, blocks };
}

/** Every provider of the older SDK has it on every resource. */
export const ID = optional('string', { computed: true });

/** Flags that go together in many schemas. */
export const NEW = { forceNew: true } as const;
export const KEPT = { computed: true } as const;
export const KEPT_NEW = { computed: true, forceNew: true } as const;
