import * as z from 'zod';
import type { CtyType } from '../../state/cty-type.ts';

/** Schemas of the resource types that a template uses, by `schemaKey`. */
export type ResourceSchemas = ReadonlyMap<string, ResourceSchema>;

export function schemaKey(provider: string, type: string): string {
  return `${provider} ${type}`;
}

export interface ResourceSchema {
  readonly version: number;
  readonly block: SchemaBlock;
}

export interface SchemaBlock {
  readonly attributes: Readonly<Record<string, SchemaAttribute>>;
  readonly block_types: Readonly<Record<string, SchemaBlockType>>;
}

export interface SchemaAttribute {
  readonly type: CtyType;
  readonly required: boolean;
  readonly optional: boolean;
  readonly computed: boolean;
}

export interface SchemaBlockType {
  readonly nesting_mode: 'single' | 'group' | 'list' | 'set' | 'map';
  readonly block: SchemaBlock;
}

const ctyType = z.custom<CtyType>((value) => typeof value === 'string' || Array.isArray(value));

const nestedType = z.object({
  nesting_mode: z.enum(['single', 'list', 'set', 'map']),
  get attributes() {
    return z.record(z.string(), attribute);
  },
});

const attribute = z.object({
  type: ctyType.optional(),
  get nested_type() {
    return nestedType.optional();
  },
  required: z.boolean().default(false),
  optional: z.boolean().default(false),
  computed: z.boolean().default(false),
});

const block = z.object({
  attributes: z.record(z.string(), attribute).default({}),
  get block_types() {
    return z
      .record(z.string(), z.object({ nesting_mode: z.enum(['single', 'group', 'list', 'set', 'map']), block }))
      .default({});
  },
});

const schema = z.object({ version: z.number(), block });

/** One element of `resource_schemas`, as `terraform providers schema -json` writes it. Throws where it is none. */
export function parseResourceSchema(json: string): ResourceSchema {
  const { version, block: parsed } = schema.parse(JSON.parse(json));
  return { version, block: plainBlock(parsed) };
}

type WireBlock = z.infer<typeof block>;
type WireAttribute = z.infer<typeof attribute>;

function plainBlock({ attributes, block_types }: WireBlock): SchemaBlock {
  return {
    attributes: mapValues(attributes, ({ required, optional, computed, ...type }) => ({
      type: typeOf(type),
      required,
      optional,
      computed,
    })),
    block_types: mapValues(block_types, (nested) => ({
      nesting_mode: nested.nesting_mode,
      block: plainBlock(nested.block),
    })),
  };
}

/** Attributes with nested attributes are objects, or collections of them, like any other. */
function typeOf({ type, nested_type: nested }: Pick<WireAttribute, 'type' | 'nested_type'>): CtyType {
  if (nested === undefined) return type ?? 'dynamic';
  const object: CtyType = ['object', mapValues(nested.attributes, typeOf)];
  return nested.nesting_mode === 'single' ? object : [nested.nesting_mode, object];
}

function mapValues<A, B>(record: Readonly<Record<string, A>>, map: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]));
}
