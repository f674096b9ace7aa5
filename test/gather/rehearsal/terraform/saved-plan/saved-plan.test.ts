import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stateFile, synthesizeState } from '../../../../../src/gather/rehearsal/state/synthesize-state.ts';
import { parseClearPlan } from '../../../../../src/gather/rehearsal/terraform/clear-plan.ts';
import { parsePlanStream } from '../../../../../src/gather/rehearsal/terraform/diagnostic.ts';
import { isFailure } from '../../../../../src/gather/rehearsal/terraform/planner.ts';
import { decodeMsgpack, UNKNOWN } from '../../../../../src/gather/rehearsal/terraform/saved-plan/msgpack.ts';
import { readFields } from '../../../../../src/gather/rehearsal/terraform/saved-plan/protobuf.ts';
import {
  pathKey,
  readSavedPlan,
  type SavedObjects,
} from '../../../../../src/gather/rehearsal/terraform/saved-plan/saved-plan.ts';
import { openSchemaFile } from '../../../../../src/gather/rehearsal/terraform/schema/schema-file.ts';
import { isMissing, terraform } from '../../../../support/rehearsal/terraform.ts';

/** Every kind of value that the JSON of a plan writes alike. */
const MAIN = `
variable "secret" {
  default   = "s3cr3t"
  sensitive = true
}
resource "terraform_data" "seed" {}
resource "terraform_data" "set" {
  input = toset(["b", "a"])
}
resource "terraform_data" "list" {
  input = tolist(["b", "a"])
}
resource "terraform_data" "tuple" {
  input = ["b", 1, true, null]
}
resource "terraform_data" "map" {
  input = tomap({ b = "x", a = "y" })
}
resource "terraform_data" "object" {
  input            = { b = "x", a = toset([1]), n = { deep = tomap({ k = [] }) } }
  triggers_replace = [toset(["t"]), { seed = terraform_data.seed.id }]
}
resource "terraform_data" "whole" {
  input = terraform_data.seed.id
}
resource "terraform_data" "each" {
  for_each = toset(["x\\"y", "z"])
  input    = 1
}
resource "terraform_data" "sensitive" {
  input = { open = "o", closed = var.secret, list = ["a", var.secret], "by key" = tomap({ "k.1" = var.secret }) }
}
`;

const VALUE_TYPES: Readonly<Record<string, unknown>> = {
  'terraform_data.set': ['set', 'string'],
  'terraform_data.list': ['list', 'string'],
  'terraform_data.tuple': ['tuple', ['string', 'number', 'bool', 'dynamic']],
  'terraform_data.map': ['map', 'string'],
  'terraform_data.object': [
    'object',
    { a: ['set', 'number'], b: 'string', n: ['object', { deep: ['map', ['tuple', []]] }] },
  ],
  'terraform_data.each["z"]': 'number',
};

describe.skipIf(isMissing(terraform))('a plan that Terraform saved', () => {
  let directory: string;
  let saved: Buffer;
  let objects: SavedObjects;
  const run = (...words: readonly string[]): string =>
    execFileSync('terraform', words, { cwd: directory, encoding: 'utf8', stdio: 'pipe' });
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'saved-plan-'));
    writeFileSync(join(directory, 'main.tf'), MAIN);
    run('init', '-input=false');
    run('plan', '-input=false', '-refresh=false', '-out=x.tfplan');
    saved = readFileSync(join(directory, 'x.tfplan'));
    objects = readSavedPlan(saved);
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  it.each(Object.entries(VALUE_TYPES))('tells the exact type of a dynamic value: %s', (address, type) => {
    expect(objects.get(address)?.dynamicTypes.get(pathKey(['input']))).toEqual(type);
  });

  it('tells every object by its address, whatever its key is', () => {
    expect([...objects.keys()]).toEqual(
      expect.arrayContaining(['terraform_data.each["x\\"y"]', 'terraform_data.seed']),
    );
    expect(objects.size).toBe(10);
  });

  it('tells the type of a value that is unknown, in part or as a whole', () => {
    expect(objects.get('terraform_data.object')?.dynamicTypes.get(pathKey(['triggers_replace']))).toEqual([
      'tuple',
      [
        ['set', 'string'],
        ['object', { seed: 'string' }],
      ],
    ]);
    expect(objects.get('terraform_data.whole')?.dynamicTypes.get(pathKey(['input']))).toBe('string');
  });

  it('tells what is sensitive, step by step, as a state says it', () => {
    const name = (value: string) => ({ type: 'get_attr', value });
    const key = (value: string | number) => ({
      type: 'index',
      value: { value, type: typeof value === 'string' ? 'string' : 'number' },
    });
    const places = objects
      .get('terraform_data.sensitive')
      ?.sensitivePaths.filter(([first]) => first?.value === 'input');
    expect(places).toHaveLength(3);
    expect(places).toEqual(
      expect.arrayContaining([
        [name('input'), name('closed')],
        [name('input'), name('list'), key(1)],
        [name('input'), name('by key'), key('k.1')],
      ]),
    );
  });

  it('becomes a state of which Terraform changes nothing but what it could not know at first', async () => {
    const plan = parseClearPlan(run('show', '-json', 'x.tfplan'));
    const schemas = await openSchemaFile('fixtures/rehearsal/schemas.json').schemasFor(plan);
    if (isFailure(schemas)) throw new Error('the schemas cannot be read');
    const state = synthesizeState({ plan, schemas, saved: objects, previous: new Map(), shapes: new Map() });
    writeFileSync(join(directory, 'terraform.tfstate'), stateFile(state));
    const { stdout } = spawnSync(
      'terraform',
      ['plan', '-json', '-input=false', '-refresh=false', '-out=again.tfplan'],
      {
        cwd: directory,
        encoding: 'utf8',
      },
    );
    rmSync(join(directory, 'terraform.tfstate'));
    expect(parsePlanStream(stdout)).toEqual({ errors: [], hasChanges: true });
    const again = parseClearPlan(run('show', '-json', 'again.tfplan'));
    const changed = again.resource_changes.filter(({ change: { actions } }) => actions.join() !== 'no-op');
    expect(changed.map(({ address }) => address).toSorted()).toEqual(['terraform_data.object', 'terraform_data.whole']);
  });

  it('is never misread, wherever it is cut or broken: it tells less, or nothing', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(255), fc.boolean(), (at, byte, isCut) => {
        const broken = isCut ? saved.subarray(0, at % saved.length) : Buffer.from(saved);
        if (!isCut) broken[at % saved.length] = byte;
        return readSavedPlan(broken) instanceof Map;
      }),
    );
  });
});

describe('what is no saved plan', () => {
  it.each(['', 'PK', 'not a zip', '{"format_version":"1.2"}', 'PK\u0005\u0006'.padEnd(30, '\u0001')])(
    'tells nothing: %j',
    (text) => {
      expect(readSavedPlan(Buffer.from(text, 'latin1')).size).toBe(0);
    },
  );

  it('never does more harm than that', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => readSavedPlan(Buffer.from(bytes)).size === 0));
  });
});

describe('MessagePack', () => {
  it.each<[string, readonly number[], unknown]>([
    ['a small number', [0x07], 7],
    ['a small negative one', [0xff], -1],
    ['nothing', [0xc0], null],
    ['false', [0xc2], false],
    ['a byte', [0xcc, 200], 200],
    ['a short', [0xcd, 1, 0], 256],
    ['a long', [0xce, 0, 1, 0, 0], 65_536],
    ['a quad', [0xcf, 0, 0, 0, 1, 0, 0, 0, 0], 4_294_967_296],
    ['a signed byte', [0xd0, 0x80], -128],
    ['a signed short', [0xd1, 0xff, 0], -256],
    ['a signed long', [0xd2, 0xff, 0xff, 0, 0], -65_536],
    ['a signed quad', [0xd3, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0], -4_294_967_296],
    ['a float', [0xca, 0x3f, 0xc0, 0, 0], 1.5],
    ['a double', [0xcb, 0x3f, 0xf8, 0, 0, 0, 0, 0, 0], 1.5],
    ['a text', [0xa2, 0x68, 0x69], 'hi'],
    ['a long text', [0xd9, 2, 0x68, 0x69], 'hi'],
    ['a longer text', [0xda, 0, 2, 0x68, 0x69], 'hi'],
    ['the longest text', [0xdb, 0, 0, 0, 2, 0x68, 0x69], 'hi'],
    ['a list', [0x92, 1, 0xc3], [1, true]],
    ['a long list', [0xdc, 0, 1, 1], [1]],
    ['the longest list', [0xdd, 0, 0, 0, 1, 1], [1]],
    ['a map', [0x81, 0xa1, 0x61, 1], { a: 1 }],
    ['a long map', [0xde, 0, 1, 0xa1, 0x61, 1], { a: 1 }],
    ['the longest map', [0xdf, 0, 0, 0, 1, 0xa1, 0x61, 1], { a: 1 }],
    ['bytes', [0xc4, 1, 9], new Uint8Array([9])],
    ['what is unknown', [0xd4, 0, 0], UNKNOWN],
    ['what is unknown, with what is known of it', [0xc7, 2, 12, 1, 2], UNKNOWN],
  ])('has %s', (_, bytes, value) => {
    expect(decodeMsgpack(Uint8Array.from(bytes))).toEqual(value);
  });

  it('that is cut short is none', () => {
    for (const bytes of [[], [0xa2, 0x68], [0x92, 1], [0xcb, 0], [0xc1], [0xc7, 9, 0]]) {
      expect(() => decodeMsgpack(Uint8Array.from(bytes))).toThrow(RangeError);
    }
  });
});

it('a protobuf message that is cut short is none', () => {
  for (const bytes of [[0x0a], [0x0a, 5, 1], [0x09, 1], [0x0b], [0x80]]) {
    expect(() => readFields(Uint8Array.from(bytes))).toThrow(RangeError);
  }
});
