import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CtyType,
  fits,
  isJsonObject,
  type Json,
  type JsonObject,
} from '../../../../src/gather/rehearsal/state/cty-type.ts';
import { parseLiveState } from '../../../../src/gather/rehearsal/state/live-state.ts';
import { sensitivePaths } from '../../../../src/gather/rehearsal/state/sensitive-paths.ts';
import {
  agentTokens,
  type StateObjects,
  type Synthesis,
  stateFile,
  synthesizeState,
  withNewAgentTokens,
} from '../../../../src/gather/rehearsal/state/synthesize-state.ts';
import { type ClearPlan, type Mask, parseClearPlan } from '../../../../src/gather/rehearsal/terraform/clear-plan.ts';
import { isFailure } from '../../../../src/gather/rehearsal/terraform/planner.ts';
import type {
  ResourceSchemas,
  SchemaBlock,
} from '../../../../src/gather/rehearsal/terraform/schema/provider-schema.ts';
import { openSchemaFile } from '../../../../src/gather/rehearsal/terraform/schema/schema-file.ts';
import { type ChangeSketch, planJson } from '../../../support/fake-planner.ts';

/** Templates whose applied state lies in `fixtures/rehearsal/applied`. */
const APPLIED = [
  'alias',
  'cbd-dynamic',
  'k8s',
  'local-chain',
  'module',
  'random',
  'safe',
  'set-unknown',
  'terraform-data',
];

async function schemasFor(plan: ClearPlan): Promise<ResourceSchemas> {
  const schemas = await openSchemaFile('fixtures/rehearsal/schemas.json').schemasFor(plan);
  if (isFailure(schemas)) throw new Error('the schemas cannot be read');
  return schemas;
}

async function synthesized(plan: ClearPlan, more: Partial<Synthesis> = {}) {
  const schemas = await schemasFor(plan);
  return synthesizeState({ plan, schemas, saved: new Map(), previous: new Map(), shapes: new Map(), ...more });
}

const recordedPlan = (name: string): ClearPlan =>
  parseClearPlan(readFileSync(`fixtures/templates/${name}/prebuild.plan.json`, 'utf8'));
const appliedState = (name: string): string => readFileSync(`fixtures/rehearsal/applied/${name}.tfstate.json`, 'utf8');

interface WireResource {
  readonly mode: string;
  readonly module?: string;
  readonly type: string;
  readonly name: string;
  readonly provider: string;
  readonly instances: readonly {
    readonly index_key?: string | number;
    readonly schema_version: number;
    readonly attributes: JsonObject;
    readonly sensitive_attributes: readonly unknown[];
  }[];
}

/** Everything of a state but the values: what a resource is, whose it is, and what of it is sensitive. */
function frameOf(state: string): readonly string[] {
  const { resources } = JSON.parse(state) as { readonly resources: readonly WireResource[] };
  return resources
    .filter(({ mode }) => mode === 'managed')
    .flatMap(({ module, type, name, provider, instances }) =>
      instances.map(({ index_key, schema_version, attributes, sensitive_attributes: sensitive }) =>
        JSON.stringify({
          resource: [module, type, name, provider],
          index_key,
          schema_version,
          attributes: Object.keys(attributes).toSorted(),
          sensitive: sensitive.map((path) => JSON.stringify(path)).toSorted(),
        }),
      ),
    )
    .toSorted();
}

/** What the AWS provider computes of an instance's disks, as a block. */
const blockSchemas = (nesting: SchemaBlock['block_types'][string]['nesting_mode']): ResourceSchemas => {
  const attribute = (type: CtyType) => ({ type, required: false, optional: true, computed: true });
  const inner: SchemaBlock = { attributes: { device: attribute('string') }, block_types: {} };
  const block: SchemaBlock = {
    attributes: { volume_size: attribute('number'), volume_id: attribute('string') },
    block_types: { inner: { nesting_mode: 'list', block: inner } },
  };
  return new Map([
    [
      'terraform.io/builtin/terraform example_vm',
      { version: 0, block: { attributes: {}, block_types: { disk: { nesting_mode: nesting, block } } } },
    ],
  ]);
};

describe('a nested block that the provider computes', () => {
  const address = 'example_vm.vm';
  const made = {
    volume_size: expect.any(Number),
    volume_id: expect.stringMatching(/./),
    inner: [{ device: expect.stringMatching(/./) }],
  };
  const diskOf = (nesting: Parameters<typeof blockSchemas>[0], unknown: Json, previous?: Json) =>
    synthesizeState({
      plan: parseClearPlan(planJson({ changes: [{ address, after: {}, unknown: { disk: unknown } }] })),
      schemas: blockSchemas(nesting),
      saved: new Map(),
      previous: new Map(previous === undefined ? [] : [[address, { disk: previous }]]),
      shapes: new Map(),
    }).objects.get(address)?.['disk'];

  it.each([
    { nesting: 'list', disk: [made] },
    { nesting: 'set', disk: [made] },
    { nesting: 'single', disk: made },
    { nesting: 'group', disk: made },
    // Nobody knows a key.
    { nesting: 'map', disk: {} },
  ] as const)('has an element that an expression may take: $nesting', ({ nesting, disk }) => {
    expect(diskOf(nesting, true)).toEqual(disk);
  });

  it.each(['list', 'set', 'map'] as const)('stays as it was in the round before: %s', (nesting) => {
    const earlier = nesting === 'map' ? { a: { volume_size: 8 } } : [{ volume_size: 8 }, { volume_size: 9 }];
    expect(diskOf(nesting, true, earlier)).toEqual(earlier);
  });

  it('has none where the plan says so', () => {
    expect(diskOf('list', [])).toEqual([]);
  });
});

describe('a state made of a plan, beside the one that Terraform wrote when it applied that plan', () => {
  it.each(APPLIED)('has the same resources, providers, versions, attributes and sensitive places: %s', async (name) => {
    expect(frameOf(stateFile(await synthesized(recordedPlan(name))))).toEqual(frameOf(appliedState(name)));
  });

  it.each(APPLIED)(
    'has the same value wherever the plan knew it, and one of the same kind elsewhere: %s',
    async (name) => {
      const { objects } = await synthesized(recordedPlan(name));
      const applied = parseLiveState(appliedState(name))?.objects ?? new Map();
      const known = recordedPlan(name).resource_changes;
      expect(objects.size).toBeGreaterThan(0);
      for (const [address, object] of objects) {
        const change = known.find((each) => each.address === address)?.change;
        for (const [attribute, value] of Object.entries(object)) {
          const real = applied.get(address)?.[attribute] ?? null;
          const where = `${address}.${attribute}`;
          const mask = change?.after_unknown;
          const isUnknown = mask === true || hasTrue(typeof mask === 'object' ? Reflect.get(mask, attribute) : false);
          // The exact type of a dynamic value stands in the saved plan alone.
          if (isDynamic(real) && !isUnknown) expect(unwrapped(value), where).toEqual(unwrapped(real));
          else if (isDynamic(real)) expect(isDynamic(value), where).toBe(true);
          else if (isUnknown) expect(kindOf(value), where).toBe(real === null ? kindOf(value) : kindOf(real));
          else expect(value, where).toEqual(real);
        }
      }
    },
  );
});

const hasTrue = (mask: unknown): boolean => JSON.stringify(mask ?? false).includes('true');
const isDynamic = (value: Json): boolean =>
  isJsonObject(value) && Object.keys(value).toSorted().join() === 'type,value';
const kindOf = (value: Json): string => (Array.isArray(value) ? 'array' : typeof value);

/** Placeholders aside, which no real value equals. */
function unwrapped(value: Json): Json {
  const inner = isJsonObject(value) && isDynamic(value) ? (value['value'] ?? null) : value;
  return JSON.parse(JSON.stringify(inner), (_, item) => (typeof item === 'string' && item.length > 20 ? 'text' : item));
}

const volume = (more: Partial<ChangeSketch> = {}): ChangeSketch => ({
  address: 'docker_volume.home',
  after: { name: 'home', driver_opts: null, labels: [] },
  unknown: { id: true, driver: true, mountpoint: true },
  ...more,
});
const planOf = (...changes: readonly ChangeSketch[]): ClearPlan => parseClearPlan(planJson({ changes }));
const only = (objects: StateObjects): JsonObject => [...objects.values()][0] ?? {};

describe('what a plan does not know', () => {
  it('is what stood there before, where something did', async () => {
    const previous: StateObjects = new Map([['docker_volume.home', { id: 'before', name: 'other', driver: null }]]);
    const { objects, placeholders } = await synthesized(planOf(volume()), { previous });
    expect(only(objects)).toMatchObject({ id: 'before', name: 'home' });
    expect(placeholders.map(({ path }) => path.join('.')).toSorted()).toEqual(['driver', 'mountpoint']);
  });

  it('is never what stood there, if that is of another type', async () => {
    const previous: StateObjects = new Map([['docker_volume.home', { id: 7, driver: ['x'] }]]);
    const { objects } = await synthesized(planOf(volume()), { previous });
    expect(only(objects)).toMatchObject({ id: expect.any(String), driver: expect.any(String) });
  });

  it('is the same in every round, and told of', async () => {
    const [one, two] = [await synthesized(planOf(volume())), await synthesized(planOf(volume()))];
    expect(stateFile(one)).toBe(stateFile(two));
    for (const { text, path } of one.placeholders) expect(only(one.objects)[String(path[0])]).toBe(text);
  });

  it('is filled at its place in a list, beside what is known', async () => {
    const change: ChangeSketch = {
      address: 'docker_container.workspace[0]',
      after: { name: 'x', env: ['A=1', null, null], entrypoint: ['sh', '-c', null] },
      unknown: { env: [false, true, true], entrypoint: [false, false, true] },
    };
    const { env, entrypoint } = only((await synthesized(planOf(change))).objects);
    expect(env).toEqual(['A=1', expect.any(String), expect.any(String)]);
    expect(entrypoint).toEqual(['sh', '-c', expect.any(String)]);
    expect(new Set(env as readonly Json[]).size).toBe(3);
  });

  it('is one element of a list, so that an expression may take the first', async () => {
    const change = { address: 'docker_container.workspace', after: { name: 'x' }, unknown: { network_data: true } };
    const { network_data: data } = only((await synthesized(planOf(change))).objects);
    expect(data).toEqual([expect.objectContaining({ ip_address: expect.stringMatching(/^192\.0\.2\./) })]);
  });

  it('is as many blocks as the mask has, each with what is known of it', async () => {
    const change: ChangeSketch = {
      address: 'docker_container.workspace',
      after: { name: 'x', volumes: [{ container_path: '/home' }] },
      unknown: { volumes: [{ volume_name: true }, { container_path: true }] },
    };
    const { volumes } = only((await synthesized(planOf(change))).objects);
    expect(volumes).toMatchObject([
      { container_path: '/home', volume_name: expect.any(String) },
      { container_path: expect.any(String), volume_name: null },
    ]);
  });
});

describe('what is sensitive', () => {
  const name = (value: string) => ({ type: 'get_attr', value });
  const key = (value: string | number) => ({ type: 'index', value: { value, type: typeof value } });
  const block = (
    attributes: Readonly<Record<string, CtyType>>,
    nested: SchemaBlock['block_types'] = {},
  ): SchemaBlock => ({
    attributes: Object.fromEntries(
      Object.entries(attributes).map(([attribute, type]) => [
        attribute,
        { type, required: false, optional: true, computed: false },
      ]),
    ),
    block_types: nested,
  });

  it.each<{
    readonly type: CtyType;
    readonly mask: Mask;
    readonly paths: readonly unknown[];
    readonly because: string;
  }>([
    { type: 'string', mask: { a: true }, paths: [[name('a')]], because: 'all of it is' },
    { type: 'string', mask: { a: false }, paths: [], because: 'none of it is' },
    { type: ['list', 'string'], mask: { a: [false, true] }, paths: [[name('a'), key(1)]], because: 'an element is' },
    { type: ['set', 'string'], mask: { a: [false, true] }, paths: [[name('a')]], because: 'a set has no places' },
    { type: ['set', 'string'], mask: { a: [false] }, paths: [], because: 'no element of the set is' },
    { type: ['map', 'string'], mask: { a: { k: true } }, paths: [[name('a'), key('k')]], because: 'a key of a map is' },
    {
      type: ['object', { k: 'string' }],
      mask: { a: { k: true } },
      paths: [[name('a'), name('k')]],
      because: 'a part of an object is',
    },
    {
      type: ['tuple', ['string', ['map', 'string']]],
      mask: { a: [false, { k: true }] },
      paths: [[name('a'), key(1), key('k')]],
      because: 'it is deep within',
    },
    { type: 'dynamic', mask: { a: { k: true } }, paths: [[name('a'), name('k')]], because: 'nothing is declared' },
  ])('is written as a path where $because: $type', ({ type, mask, paths }) => {
    expect(sensitivePaths(block({ a: type }), mask)).toEqual(paths);
  });

  it.each([
    { nesting: 'single', mask: { b: { a: true } }, path: [name('b'), name('a')] },
    { nesting: 'list', mask: { b: [{ a: true }] }, path: [name('b'), key(0), name('a')] },
    { nesting: 'set', mask: { b: [{ a: true }] }, path: [name('b')] },
    { nesting: 'map', mask: { b: { k: { a: true } } }, path: [name('b'), key('k'), name('a')] },
  ] as const)('is so within blocks, too: $nesting', ({ nesting, mask, path }) => {
    const nested = { b: { nesting_mode: nesting, block: block({ a: 'string' }) } };
    expect(sensitivePaths(block({}, nested), mask)).toEqual([path]);
  });
});

describe('a state', () => {
  it.each([
    { actions: ['create'], stays: true },
    { actions: ['update'], stays: true },
    { actions: ['no-op'], stays: true },
    { actions: ['delete', 'create'], stays: true },
    { actions: ['create', 'delete'], stays: true },
    { actions: ['delete'], stays: false },
    { actions: ['forget'], stays: false },
  ])('holds what is there once the plan is carried out: $actions', async ({ actions, stays }) => {
    const { objects } = await synthesized(planOf(volume({ actions, after: stays ? { name: 'home' } : null })));
    expect(objects.size).toBe(stays ? 1 : 0);
  });

  it('names the types that no provider describes', async () => {
    const { withoutSchema, resources } = await synthesized(planOf(volume(), { address: 'docker_swarm.x', after: {} }));
    expect(withoutSchema).toEqual(['docker_swarm']);
    expect(resources).toHaveLength(1);
  });

  it('never has a null or empty id, because a provider would replace what has one', async () => {
    for (const id of [null, '']) {
      const change = volume({ after: { name: 'home', id }, unknown: {} });
      expect(only((await synthesized(planOf(change))).objects)['id']).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  it('has the input of a terraform_data for its output', async () => {
    const change: ChangeSketch = {
      address: 'terraform_data.x',
      after: { input: { a: 1 } },
      unknown: { id: true, output: true },
    };
    const { input, output } = only((await synthesized(planOf(change))).objects);
    expect(output).toEqual(input);
    expect(input).toMatchObject({ value: { a: 1 } });
  });

  it('has other tokens for its agents than before, each its own, and nothing else is other', async () => {
    const agent = (name: string): ChangeSketch => ({
      address: `coder_agent.${name}`,
      after: { os: 'linux', arch: 'amd64' },
      unknown: { id: true, token: true },
    });
    const before = await synthesized(planOf(agent('a'), agent('b[0]'), agent('b[1]'), volume()));
    const after = withNewAgentTokens(before);
    const tokens = [...agentTokens(before), ...agentTokens(after)];
    expect(new Set(tokens).size).toBe(6);
    let text = stateFile(after);
    for (const [index, token] of agentTokens(after).entries())
      text = text.replace(String(token), String(agentTokens(before)[index]));
    expect(text).toBe(stateFile(before));
  });

  it('fits the schema, whatever is known and whatever is not', async () => {
    const names = ['name', 'driver', 'mountpoint', 'id'];
    const schemas = await schemasFor(planOf(volume()));
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...names), fc.boolean()),
        fc.dictionary(fc.constantFrom(...names), fc.constantFrom('x', 1, null, [])),
        (unknown, before) => {
          const after = Object.fromEntries(
            names.filter((name) => unknown[name] !== true).map((name) => [name, 'known']),
          );
          const { objects } = synthesizeState({
            plan: planOf(volume({ after, unknown })),
            schemas,
            saved: new Map(),
            previous: new Map([['docker_volume.home', before]]),
            shapes: new Map(),
          });
          return names.every((name) => fits('string', only(objects)[name] ?? null) && only(objects)[name] !== null);
        },
      ),
    );
  });
});
