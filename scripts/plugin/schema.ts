import { bytesOf, decodeFields, numberIn, textIn } from './protobuf.ts';

/** A type of the configuration language, as its JSON writes it. */
export type Type =
  | 'string'
  | 'number'
  | 'bool'
  | 'dynamic'
  | readonly ['list' | 'set' | 'map', Type]
  | readonly ['object', { readonly [name: string]: Type }]
  | readonly ['tuple', readonly Type[]];

export interface SchemaBlock {
  readonly attributes: readonly SchemaAttribute[];
  readonly blocks: readonly SchemaNestedBlock[];
}

export interface SchemaAttribute {
  readonly name: string;
  readonly type: Type;
  readonly required: boolean;
  readonly optional: boolean;
  readonly computed: boolean;
  readonly writeOnly: boolean;
}

export interface SchemaNestedBlock {
  readonly name: string;
  readonly nesting: 'single' | 'list' | 'set' | 'map' | 'group';
  readonly minItems: number;
  readonly block: SchemaBlock;
}

/** Schemas of the managed resources, of a `GetProviderSchema` response. */
export function readSchemas(response: Buffer): ReadonlyMap<string, SchemaBlock> {
  const entries = bytesOf(decodeFields(response), 2).map((entry): [string, SchemaBlock] => {
    const fields = decodeFields(entry);
    const [schema = Buffer.alloc(0)] = bytesOf(fields, 2);
    return [textIn(fields, 1), readBlock(bytesOf(decodeFields(schema), 2)[0])];
  });
  return new Map(entries);
}

/** What the provider itself is configured with, of the same response. */
export function readProviderSchema(response: Buffer): SchemaBlock {
  const [schema = Buffer.alloc(0)] = bytesOf(decodeFields(response), 1);
  return readBlock(bytesOf(decodeFields(schema), 2)[0]);
}

/** The type of the object that a block is kept as. */
export function typeOf({ attributes, blocks }: SchemaBlock): Type {
  const types: Record<string, Type> = {};
  for (const { name, type } of attributes) types[name] = type;
  for (const { name, nesting, block } of blocks) {
    const inner = typeOf(block);
    types[name] = nesting === 'single' || nesting === 'group' ? inner : [nesting, inner];
  }
  return ['object', types];
}

function readBlock(bytes: Buffer = Buffer.alloc(0)): SchemaBlock {
  const fields = decodeFields(bytes);
  return { attributes: bytesOf(fields, 2).map(readAttribute), blocks: bytesOf(fields, 3).map(readNestedBlock) };
}

function readAttribute(bytes: Buffer): SchemaAttribute {
  const fields = decodeFields(bytes);
  const type = textIn(fields, 2);
  return {
    name: textIn(fields, 1),
    type: type === '' ? readNestedType(bytesOf(fields, 10)[0]) : (JSON.parse(type) as Type),
    required: numberIn(fields, 4) === 1,
    optional: numberIn(fields, 5) === 1,
    computed: numberIn(fields, 6) === 1,
    writeOnly: numberIn(fields, 11) === 1,
  };
}

/** An attribute with attributes of its own, from protocol 6 on. */
function readNestedType(bytes: Buffer = Buffer.alloc(0)): Type {
  const fields = decodeFields(bytes);
  const attributes = bytesOf(fields, 1).map(readAttribute);
  const object: Type = ['object', Object.fromEntries(attributes.map(({ name, type }) => [name, type]))];
  const nesting = NESTINGS[numberIn(fields, 3)];
  return nesting === 'list' || nesting === 'set' || nesting === 'map' ? [nesting, object] : object;
}

function readNestedBlock(bytes: Buffer): SchemaNestedBlock {
  const fields = decodeFields(bytes);
  return {
    name: textIn(fields, 1),
    nesting: NESTINGS[numberIn(fields, 3)] ?? 'list',
    minItems: numberIn(fields, 4),
    block: readBlock(bytesOf(fields, 2)[0]),
  };
}

const NESTINGS = [undefined, 'single', 'list', 'set', 'map', 'group'] as const;
