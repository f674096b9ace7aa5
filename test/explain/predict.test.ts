import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { predictChanges, unreadModules } from '../../src/explain/predict.ts';
import { claimTracing } from '../../src/explain/trace/tracer.ts';
import { parseAddress } from '../../src/model/configuration/resource-address.ts';
import { formatPath } from '../../src/model/plan/attribute-path.ts';
import { fixtureTemplate, knowing, templateOf } from '../support/template.ts';

const DATA = `
data "coder_workspace" "me" {}
data "coder_workspace_owner" "me" {}
`;

/** `a.b name, env`: what may be replaced, and why; `keys` and `triggers` beside the arguments. */
async function predicted(hcl: string): Promise<readonly string[]> {
  return predictChanges(claimTracing(await templateOf(DATA + hcl))).map(({ address, leaves, triggers, keys }) => {
    const parts = [
      ...leaves.map(({ leaf }) => formatPath(leaf.path)),
      ...(triggers.length > 0 ? ['triggers'] : []),
      ...(keys.length > 0 ? ['keys'] : []),
    ];
    return `${address} ${parts.join(', ')}`;
  });
}

describe('a prediction', () => {
  it.each([
    { hcl: 'x = data.coder_workspace_owner.me.name', found: ['x'], because: 'the owner is another one' },
    {
      hcl: 'x = data.coder_workspace.me.name',
      found: ['x'],
      because: 'the workspace gets the name that was asked for',
    },
    { hcl: 'x = data.coder_workspace.me.id', found: [], because: 'a claim keeps the id' },
    { hcl: 'x = data.coder_workspace.me.start_count', found: [], because: 'it is 1 at both builds' },
    { hcl: 'x = data.coder_workspace.me.template_version', found: [], because: 'a claim needs the active version' },
    { hcl: 'x = data.coder_workspace.me', found: ['x'], because: 'the whole object has the name in it' },
    { hcl: 'x = data.coder_parameter.region.value', found: [], because: 'the prebuild’s value is kept' },
    {
      hcl: 'x = data.coder_parameter.region.id',
      found: ['x'],
      because: 'the id of a parameter is random on every read',
    },
    { hcl: 'x = data.coder_parameter.region.default', found: ['x'], because: 'what is configured is computed anew' },
    { hcl: 'x = uuid()', found: ['x'], because: 'it is another one on every build' },
    { hcl: 'x = uuidv5("dns", "example.com")', found: [], because: 'it is computed from what stays' },
    {
      hcl: 'y = { a = 1 }\n  x = { b = data.coder_workspace_owner.me.name }',
      found: ['x.b'],
      because: 'an entry varies',
    },
    { hcl: 'x = local.who.id', found: [], because: 'only what is asked of a local counts' },
    { hcl: 'x = local.who.name', found: ['x'], because: 'a local only passes it on' },
    { hcl: 'x = local.who', found: ['x'], because: 'the whole local has it' },
    {
      hcl: 'x = merge(local.who, { name = "fixed" }).name',
      found: ['x'],
      because: 'which of the two wins is not looked at',
    },
    { hcl: 'x = lookup(local.who, "id", "")', found: [], because: 'a lookup is of one key' },
    { hcl: 'x = [for k, v in local.who : k]', found: [], because: 'the keys stay the same' },
    { hcl: 'x = [for k, v in local.who : v]', found: ['x'], because: 'one of the values does not' },
    { hcl: 'x = data.coder_workspace.me.is_prebuild ? "a" : "a"', found: [], because: 'both branches are alike' },
    { hcl: 'x = data.coder_workspace.me.is_prebuild ? "a" : "b"', found: ['x'], because: 'the flag decides' },
    {
      hcl: 'x = data.coder_workspace.me.start_count > 0 ? "a" : "b"',
      found: [],
      because: 'the condition holds at both builds',
    },
    {
      hcl: 'lifecycle {\n    ignore_changes = [x]\n  }\n  x = data.coder_workspace.me.name',
      found: [],
      because: 'it is ignored',
    },
    {
      hcl: 'lifecycle {\n    ignore_changes = [x["a"]]\n  }\n  x = { a = data.coder_workspace.me.name, b = data.coder_workspace.me.name }',
      found: ['x.b'],
      because: 'only one entry is ignored',
    },
    { hcl: 'depends_on = [data.coder_workspace_owner.me]', found: [], because: 'an order is no value' },
    { hcl: 'provider = example.of[data.coder_workspace_owner.me.name]', found: [], because: 'a provider is no value' },
  ])('of $hcl is $found: $because', async ({ hcl, found }) => {
    const resource = `
locals {
  who = { id = data.coder_workspace.me.id, name = data.coder_workspace_owner.me.name }
}
data "coder_parameter" "region" {
  name    = "region"
  default = data.coder_workspace_owner.me.name
}
resource "example" "a" {
  ${hcl}
}
`;
    expect(await predicted(resource)).toEqual(found.length === 0 ? [] : [`example.a ${found.join(', ')}`]);
  });

  it.each([
    {
      hcl: 'count = data.coder_workspace.me.prebuild_count',
      found: [],
      because: 'it goes on purpose',
    },
    {
      hcl: 'count = data.coder_workspace_owner.me.name == "prebuilds" ? 0 : 1',
      found: ['example.a keys'],
      because: 'the owner decides whether it is there',
    },
    {
      hcl: 'for_each = toset([data.coder_workspace_owner.me.name])\n  x = each.key',
      found: ['example.a keys'],
      because: 'the key is another one, so the instance is, too',
    },
    {
      hcl: 'for_each = { a = data.coder_workspace_owner.me.name }\n  x = each.value',
      found: ['example.a x'],
      because: 'the key stays and the value does not',
    },
    {
      hcl: `for_each = "\${{ a = data.coder_workspace_owner.me.name }}"\n  x = each.key`,
      found: [],
      because: 'quotes around an expression, as in JSON, change nothing',
    },
    {
      hcl: 'for_each = { a = data.coder_workspace_owner.me.name }\n  x = each.key',
      found: [],
      because: 'a key of a map is not its value',
    },
    {
      hcl: 'for_each = data.coder_workspace.me.is_prebuild ? toset(["a"]) : toset(["b"])',
      found: ['example.a keys'],
      because: 'what the prebuild had is made again under another key',
    },
    {
      hcl: 'for_each = data.coder_workspace.me.is_prebuild ? toset(["a", "b"]) : toset(["b"])',
      found: [],
      because: 'what is gone is not made again',
    },
    {
      hcl: 'for_each = { for k in ["a"] : k => k if data.coder_workspace.me.is_prebuild }',
      found: [],
      because: 'it goes on purpose',
    },
    {
      hcl: 'count = data.coder_workspace.me.is_prebuild ? 1 : 0\n  x = data.coder_workspace_owner.me.name',
      found: [],
      because: 'nothing is left that could be replaced',
    },
    {
      hcl: 'count = data.coder_workspace.me.is_prebuild ? 2 : 1\n  x = data.coder_workspace_owner.me.name',
      found: ['example.a x'],
      because: 'the first instance is there before and after',
    },
  ])('of a resource with $hcl is $found: $because', async ({ hcl, found }) => {
    expect(await predicted(`resource "example" "a" {\n  ${hcl}\n}\n`)).toEqual(found);
  });

  it('follows a resource through what it computes', async () => {
    const hcl = `
resource "example" "root" {
  x = data.coder_workspace_owner.me.name
}
resource "example" "follows" {
  x = example.root.id
}
resource "example" "copies" {
  x = example.root.x
}
resource "example" "stays" {
  x = example.root.y
  lifecycle {
    ignore_changes = all
  }
}
`;
    expect(await predicted(hcl)).toEqual(['example.root x', 'example.follows x', 'example.copies x']);
  });

  it('does not follow a resource that ignores what varies', async () => {
    const hcl = `
resource "example" "root" {
  x = data.coder_workspace_owner.me.name
  lifecycle {
    ignore_changes = [x]
  }
}
resource "example" "follows" {
  x = example.root.id
  y = example.root.x
}
`;
    expect(await predicted(hcl)).toEqual([]);
  });

  it('takes a data source for what it is asked with', async () => {
    const hcl = `
data "lookup" "by_owner" {
  name = data.coder_workspace_owner.me.name
}
data "lookup" "fixed" {
  name = "fixed"
}
resource "example" "a" {
  x = data.lookup.by_owner.result
  y = data.lookup.fixed.result
}
`;
    expect(await predicted(hcl)).toEqual(['example.a x']);
  });

  it('takes a data source for unknown that waits for what a claim changes', async () => {
    const hcl = `
resource "example" "root" {
  x = data.coder_workspace_owner.me.name
}
data "lookup" "later" {
  name       = "fixed"
  depends_on = [example.root]
}
resource "example" "a" {
  x = data.lookup.later.result
}
`;
    expect(await predicted(hcl)).toEqual(['example.root x', 'example.a x']);
  });

  it('follows a trigger, for which what is ignored counts as well', async () => {
    const hcl = `
resource "example" "who" {
  x = data.coder_workspace_owner.me.name
}
resource "example" "a" {
  lifecycle {
    ignore_changes       = all
    replace_triggered_by = [example.who]
  }
}
`;
    expect(await predicted(hcl)).toEqual(['example.who x', 'example.a triggers']);
  });

  it('leaves out what the provider is known to change in place', async () => {
    const hcl = `${DATA}resource "example" "a" {
  memory = data.coder_workspace.me.name
  name   = data.coder_workspace.me.name
  other  = data.coder_workspace.me.name
}
`;
    const table = knowing('example', { replacing: ['name'], updating: ['memory'] });
    const [change] = predictChanges(claimTracing(await templateOf(hcl, table)));
    expect(change?.leaves.map(({ leaf }) => formatPath(leaf.path))).toEqual(['name', 'other']);
  });

  it.each([
    { value: 'true', found: ['user_data'], because: 'it is told to replace' },
    { value: 'var.replace', found: ['user_data'], because: 'it may be told to replace' },
    { value: 'false', found: [], because: 'it is told not to' },
  ])('believes no answer that another argument overrules: $value, $because', async ({ value, found }) => {
    const hcl = `${DATA}resource "example" "a" {
  user_data                   = data.coder_workspace.me.name
  other                       = data.coder_workspace.me.name
  user_data_replace_on_change = ${value}
}
`;
    const table = knowing('example', { updating: ['user_data', 'other', 'user_data_replace_on_change'] });
    const changes = predictChanges(claimTracing(await templateOf(hcl, table)));
    expect(changes.flatMap(({ leaves }) => leaves.map(({ leaf }) => formatPath(leaf.path)))).toEqual(found);
  });

  it('takes an instance of a module for another one where the module’s key is', async () => {
    const files = {
      'main.tf': `${DATA}module "box" {
  source   = "./box"
  for_each = toset([data.coder_workspace_owner.me.name])
}
`,
      'box/main.tf': 'resource "example" "a" {\n}\n',
    };
    const [change] = predictChanges(claimTracing(await templateOf(files)));
    expect(change).toMatchObject({ address: 'module.box.example.a', leaves: [], keys: [{ variation: 'identity' }] });
  });
});

describe('a module whose files are not there', () => {
  it.each([
    { argument: 'data.coder_workspace_owner.me.name', because: 'it is given what a claim changes' },
    { argument: '"fixed"', because: 'it may read the owner by itself' },
  ])('with $argument leaves the prediction open, for $because', async ({ argument }) => {
    const hcl = `${DATA}module "box" {\n  source = "example.com/box"\n  owner = ${argument}\n}\n`;
    expect(unreadModules(await templateOf(hcl)).map(({ code }) => code)).toEqual(['module-not-read']);
  });
});

interface Expected {
  /** Instances that a claim replaces. */
  readonly expect: readonly string[];
  /** `address:action` of what it deletes or creates under another key. */
  readonly also: readonly string[];
}

const RECORDED = readdirSync('fixtures/templates', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .filter((name) => readdirSync(`fixtures/templates/${name}`).includes('expect.json'));

/** Of a claim that deletes by design, nothing is to be predicted. */
const BY_DESIGN: ReadonlySet<string> = new Set(['docker_volume.only_prebuild[0]']);

/** May only go down: a table of what the providers answer sharpens the prediction. */
const FALSE_ALARMS = 0;

describe('the prediction of the recorded templates', () => {
  it('has them all', () => expect(RECORDED).toHaveLength(26));

  it('misses no replacement that the rehearsal showed', async () => {
    const misses: string[] = [];
    const alarms: string[] = [];
    for (const name of RECORDED) {
      const { expect: replaced, also } = JSON.parse(
        readFileSync(`fixtures/templates/${name}/expect.json`, 'utf8'),
      ) as Expected;
      const removed = also.filter((each) => each.endsWith(':delete')).map((each) => each.slice(0, -':delete'.length));
      const real = new Set([...replaced, ...removed.filter((address) => !BY_DESIGN.has(address))].map(blockOf));
      const found = new Set(predictChanges(claimTracing(await fixtureTemplate(name))).map(({ address }) => address));
      misses.push(...[...real].filter((address) => !found.has(address)).map((address) => `${name}: ${address}`));
      alarms.push(...[...found].filter((address) => !real.has(address)).map((address) => `${name}: ${address}`));
    }
    console.log(`${alarms.length} false alarms of the prediction:\n${alarms.map((alarm) => `  ${alarm}`).join('\n')}`);
    expect(misses).toEqual([]);
    expect(alarms.length).toBeLessThanOrEqual(FALSE_ALARMS);
  });
});

/** The address without instance keys. */
function blockOf(address: string): string {
  const parsed = parseAddress(address);
  if (parsed === undefined) throw new Error(`${address} is no address.`);
  return [...parsed.calls.map(({ name }) => `module.${name}`), parsed.type, parsed.name].join('.');
}
