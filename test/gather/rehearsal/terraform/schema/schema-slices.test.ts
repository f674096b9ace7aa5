import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseClearPlan } from '../../../../../src/gather/rehearsal/terraform/clear-plan.ts';
import { schemaKey } from '../../../../../src/gather/rehearsal/terraform/schema/provider-schema.ts';
import { openSchemaFile } from '../../../../../src/gather/rehearsal/terraform/schema/schema-file.ts';
import { sliceJson } from '../../../../../src/gather/rehearsal/terraform/schema/schema-slices.ts';
import { planJson } from '../../../../support/fake-planner.ts';

type Path = readonly string[];

/** Every member of nested objects, as `JSON.parse` sees it; what `isOpen` refuses is not gone into. */
function members(value: unknown, isOpen: (path: Path) => boolean, path: Path = []): [string, unknown][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([name, member]): [string, unknown][] => {
    const at = [...path, name];
    return [...(isOpen(at) ? members(member, isOpen, at) : []), [JSON.stringify(at), member]];
  });
}

function sliced(text: string, isOpen: (path: Path) => boolean): [string, unknown][] {
  const bytes = Buffer.from(text);
  return sliceJson(bytes, () => true, isOpen).map(({ path, start, end }) => [
    JSON.stringify(path),
    JSON.parse(bytes.toString('utf8', start, end)),
  ]);
}

/** With what ends, opens or escapes something in JSON. */
const unit = fc.oneof(
  fc.constantFrom('"', '\\', '{', '}', '[', ']', ',', ':'),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
);
const object = fc.dictionary(fc.string({ unit }), fc.oneof(fc.string({ unit }), fc.jsonValue({ stringUnit: unit })));

describe('slices of JSON', () => {
  it('are what JSON.parse finds, however the text is laid out', () => {
    fc.assert(
      fc.property(object, fc.constantFrom(0, 1, '\t', '\r\n '), fc.nat(3), (value, indent, depth) => {
        const isOpen = (path: Path) => path.length <= depth;
        const text = JSON.stringify(value, undefined, indent);
        expect(new Map(sliced(text, isOpen))).toEqual(new Map(members(JSON.parse(text), isOpen)));
      }),
    );
  });

  it('of a text that is cut short are none, wherever it is cut', () => {
    fc.assert(
      fc.property(object, fc.double({ min: 0, max: 0.999, noNaN: true }), (value, at) => {
        const text = Buffer.from(JSON.stringify(value));
        const cut = text.subarray(0, Math.floor(text.length * at));
        expect(() =>
          sliceJson(
            cut,
            () => true,
            () => true,
          ),
        ).toThrow();
      }),
    );
  });

  it.each(['', ' ', '[]', 'null', '"a"', '{"a"}', '{"a":', '{a:1}', '{"a":1', '{"a" 1}', '{1:2}'])(
    'of %j are none',
    (text) => {
      expect(() =>
        sliceJson(
          Buffer.from(text),
          () => true,
          () => true,
        ),
      ).toThrow(RangeError);
    },
  );
});

describe('the schemas of a plan’s resources', () => {
  let directory: string;
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'schemas-'));
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  const SCHEMAS = 'fixtures/rehearsal/schemas.json';
  const DOCKER = 'registry.terraform.io/kreuzwerker/docker';
  const planOf = (...addresses: readonly string[]) =>
    parseClearPlan(planJson({ changes: addresses.map((address) => ({ address })) }));

  it('are found, and no others parsed', async () => {
    const schemas = await openSchemaFile(SCHEMAS).schemasFor(planOf('docker_volume.home', 'coder_agent.main'));
    expect(schemas).toBeInstanceOf(Map);
    expect([...(schemas as ReadonlyMap<string, unknown>).keys()].toSorted()).toEqual([
      schemaKey('registry.terraform.io/coder/coder', 'coder_agent'),
      schemaKey(DOCKER, 'docker_volume'),
    ]);
  });

  it('are found of a later plan, too, in the same map', async () => {
    const file = openSchemaFile(SCHEMAS);
    const first = await file.schemasFor(planOf('docker_volume.home'));
    const second = await file.schemasFor(planOf('docker_image.main'));
    expect(second).toBe(first);
    expect(second).toMatchObject({ size: 2 });
  });

  it('have every attribute and block of theirs, with its type', async () => {
    const parsed = JSON.parse(readFileSync(SCHEMAS, 'utf8')).provider_schemas[DOCKER].resource_schemas;
    const schemas = await openSchemaFile(SCHEMAS).schemasFor(planOf('docker_container.workspace'));
    const schema = (schemas as ReadonlyMap<string, { version: number; block: object }>).get(
      schemaKey(DOCKER, 'docker_container'),
    );
    const { version, block } = parsed.docker_container;
    expect(schema).toMatchObject({ version });
    for (const [name, { type }] of Object.entries<{ type: unknown }>(block.attributes)) {
      expect(schema).toMatchObject({ block: { attributes: { [name]: { type } } } });
    }
    for (const [name, { nesting_mode: mode }] of Object.entries<{ nesting_mode: string }>(block.block_types)) {
      expect(schema).toMatchObject({ block: { block_types: { [name]: { nesting_mode: mode } } } });
    }
  });

  it('tell which providers take an argument', async () => {
    const file = join(directory, 'arguments.json');
    const provider = (...names: readonly string[]) => ({
      provider: {
        version: 0,
        block: { attributes: Object.fromEntries(names.map((name) => [name, { type: 'bool' }])) },
      },
      resource_schemas: { x: { version: 0, block: { attributes: { quiet: { type: 'bool' } } } } },
    });
    writeFileSync(
      file,
      JSON.stringify({ provider_schemas: { a: provider('quiet'), b: provider('loud'), c: {}, d: provider() } }),
    );
    expect(await openSchemaFile(file).providersWith('quiet')).toEqual(['a']);
  });

  it.each(['', 'no JSON', '{"provider_schemas":{"', '[]'])(
    'are a failure where there are none to read: %j',
    async (text) => {
      const file = join(directory, 'odd.json');
      writeFileSync(file, text);
      const failure = { stage: 'schema', cause: 'terraform-output-unreadable' };
      expect(await openSchemaFile(file).schemasFor(planOf('docker_volume.home'))).toMatchObject(failure);
      expect(await openSchemaFile(file).providersWith('quiet')).toMatchObject(failure);
    },
  );
});
