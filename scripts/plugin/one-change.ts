import type { Value } from './msgpack.ts';
import type { SchemaBlock, SchemaNestedBlock, Type } from './schema.ts';

/** Two values of each kind of string that providers check before they plan. */
const SAMPLES: readonly (readonly [string, string])[] = [
  ['a', 'b'],
  ['1', '2'],
  ['00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000002'],
  ['{"a":1}', '{"a":2}'],
  ['YQ==', 'Yg=='],
  ['10.0.0.1', '10.0.0.2'],
  ['10.0.1.0/24', '10.0.2.0/24'],
  ['2099-01-01T00:00:00Z', '2099-01-02T00:00:00Z'],
  ['https://a.example/x', 'https://b.example/x'],
  ['true', 'false'],
  ['0700', '0711'],
];

/** A provider compares a PEM text only where it is one: any other text seems to be changed in place. */
export function samplesFor(path: readonly string[]): typeof SAMPLES {
  return path.at(-1)?.endsWith('_pem') ? [PEM_SAMPLE] : SAMPLES;
}

const PEM_SAMPLE = [pem('YQ=='), pem('Yg==')] as const;

function pem(content: string): string {
  return `-----BEGIN PRIVATE KEY-----\n${content}\n-----END PRIVATE KEY-----\n`;
}

export interface Argument {
  /** Names alone. */
  readonly path: readonly string[];
  readonly writeOnly: boolean;
}

/** Every argument of a block and of the blocks in it; what only the provider sets is none. */
export function argumentsOf({ attributes, blocks }: SchemaBlock, prefix: readonly string[] = []): readonly Argument[] {
  return [
    ...attributes
      .filter(({ required, optional }) => required || optional)
      .map(({ name, writeOnly }) => ({ path: [...prefix, name], writeOnly })),
    ...blocks.flatMap(({ name, block }) => (prefix.length > 5 ? [] : argumentsOf(block, [...prefix, name]))),
  ];
}

/** The same object in its three forms, in which the argument at `path` has the first or the second sample. */
export interface Sampling {
  readonly path: readonly string[];
  readonly samples: readonly [string, string];
}

/** `config` is what is written, `state` has what the provider computed as well. */
export function build(block: SchemaBlock, form: 'config' | 'state', which: 0 | 1, sampling: Sampling): Value {
  const [head, ...rest] = sampling.path;
  const object: Record<string, Value> = {};
  for (const { name, type, required, computed, writeOnly } of block.attributes) {
    const isMeant = name === head && rest.length === 0;
    const isWritten = isMeant || required;
    if (isWritten && !(writeOnly && form === 'state')) {
      object[name] = sampleOf(type, sampling.samples[isMeant ? which : 0], isMeant ? which : 0);
    } else {
      // Without an `id` or another computed value a provider takes the object for a new one.
      object[name] = form === 'state' && computed ? sampleOf(type, sampling.samples[0], 0) : null;
    }
  }
  for (const nested of block.blocks) {
    const inner = nested.name === head ? rest : [];
    object[nested.name] = buildNested(nested, form, which, { ...sampling, path: inner }, nested.name === head);
  }
  return object;
}

function buildNested(
  { nesting, minItems, block }: SchemaNestedBlock,
  form: 'config' | 'state',
  which: 0 | 1,
  sampling: Sampling,
  isOnTheWay: boolean,
): Value {
  const one = () => build(block, form, which, sampling);
  if (nesting === 'group') return one();
  if (nesting === 'single') return isOnTheWay || minItems > 0 ? one() : null;
  if (nesting === 'map') return isOnTheWay ? { key: one() } : {};
  return isOnTheWay || minItems > 0 ? [one()] : [];
}

function sampleOf(type: Type, sample: string, which: 0 | 1): Value {
  switch (type) {
    case 'string':
    case 'dynamic':
      return sample;
    case 'number':
      return which + 1;
    case 'bool':
      return which === 1;
  }
  const [kind, inner] = type;
  switch (kind) {
    case 'list':
    case 'set':
      return [sampleOf(inner as Type, sample, which)];
    case 'map':
      return { key: sampleOf(inner as Type, sample, which) };
    case 'tuple':
      return (inner as readonly Type[]).map((each) => sampleOf(each, sample, which));
    case 'object':
      return Object.fromEntries(
        Object.entries(inner as { readonly [name: string]: Type }).map(([name, each]) => [
          name,
          sampleOf(each, sample, which),
        ]),
      );
  }
}
