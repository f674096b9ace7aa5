import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fixContext } from '../../../src/explain/explain-finding.ts';
import type { FixPlan } from '../../../src/explain/fix/fix.ts';
import { planFix } from '../../../src/explain/fix/plan-fix.ts';
import { patchesFor, snippetOf } from '../../../src/explain/fix/render-fix.ts';
import type { ReplacementTable } from '../../../src/model/configuration/known-replacements.ts';
import { applyPatches } from '../../../src/model/configuration/patch.ts';
import type { AttributePath } from '../../../src/model/plan/attribute-path.ts';
import { plain } from '../../../src/model/text.ts';
import { knowing, type TemplateFiles, templateOf } from '../../support/template.ts';

const DATA = `data "coder_workspace" "me" {}
data "coder_workspace_owner" "me" {}
`;

interface Repaired {
  readonly plan: FixPlan;
  /** Text of `main.tf` with the repair; undefined where there is none. */
  readonly after: string | undefined;
}

async function repaired(
  files: TemplateFiles,
  address: string,
  paths: readonly AttributePath[],
  table?: ReplacementTable,
): Promise<Repaired> {
  const configuration = await templateOf(files, table);
  const plan = planFix(fixContext(configuration), address, paths);
  const patches = plan.kind === 'actions' ? patchesFor(configuration, plan.actions) : undefined;
  const text = configuration.texts.get('main.tf') ?? '';
  const own = patches?.filter(({ file }) => file === 'main.tf');
  return { plan, after: own === undefined ? undefined : applyPatches(text, own) };
}

/** What `terraform fmt` makes of it; undefined where Terraform is not there. */
function formatted(text: string): string | undefined {
  const { status, stdout } = spawnSync('terraform', ['fmt', '-'], { input: text, encoding: 'utf8' });
  return status === 0 ? stdout : undefined;
}

const hasTerraform = spawnSync('terraform', ['version']).status === 0;

/** A resource of which `x` and `y` vary, with this in it beside them. */
const resource = (rest: string) => `${DATA}
resource "example" "a" {
  x = data.coder_workspace.me.name
  y = data.coder_workspace_owner.me.name
${rest}}
`;

describe('a repair by `ignore_changes`', () => {
  it.each([
    {
      rest: '',
      wanted: '\n  lifecycle {\n    ignore_changes = [x]\n  }\n',
      because: 'there is no lifecycle block yet',
    },
    {
      rest: '\n  inner {\n    b = 1\n  }\n',
      wanted: '\n  inner {\n    b = 1\n  }\n\n  lifecycle {\n    ignore_changes = [x]\n  }\n',
      because: 'it is the last block',
    },
    {
      rest: '\n  lifecycle {\n  }\n',
      wanted: '\n  lifecycle {\n    ignore_changes = [x]\n  }\n',
      because: 'the block is empty',
    },
    {
      rest: '\n  lifecycle {}\n',
      wanted: '\n  lifecycle {\n    ignore_changes = [x]\n  }\n',
      because: 'the block is empty and on one line',
    },
    {
      rest: '\n  lifecycle { prevent_destroy = true }\n',
      wanted: '\n  lifecycle {\n    prevent_destroy = true\n    ignore_changes  = [x]\n  }\n',
      because: 'a block of one line holds one argument at most',
    },
    {
      rest: '\n  lifecycle {\n    create_before_destroy = true\n  }\n',
      wanted: '\n  lifecycle {\n    create_before_destroy = true\n    ignore_changes        = [x]\n  }\n',
      because: 'arguments are aligned',
    },
    {
      rest: '\n  lifecycle {\n    prevent_destroy = true # why\n    # more\n  }\n',
      wanted: '\n  lifecycle {\n    prevent_destroy = true # why\n    ignore_changes  = [x]\n    # more\n  }\n',
      because: 'comments stay where they are',
    },
    {
      rest: '\n  lifecycle {\n    precondition {\n      condition     = true\n      error_message = "no"\n    }\n  }\n',
      wanted:
        '\n  lifecycle {\n    ignore_changes = [x]\n\n    precondition {\n      condition     = true\n      error_message = "no"\n    }\n  }\n',
      because: 'arguments come before blocks',
    },
    {
      rest: '\n  lifecycle {\n    ignore_changes = []\n  }\n',
      wanted: '\n  lifecycle {\n    ignore_changes = [x]\n  }\n',
      because: 'the list is empty',
    },
    {
      rest: '\n  lifecycle {\n    ignore_changes = [y]\n  }\n',
      wanted: '\n  lifecycle {\n    ignore_changes = [y, x]\n  }\n',
      because: 'the list has one already',
    },
    {
      rest: '\n  lifecycle {\n    ignore_changes = [y, ]\n  }\n',
      wanted: '\n  lifecycle {\n    ignore_changes = [y, x, ]\n  }\n',
      because: 'a comma at the end stays',
      fmt: false,
    },
    {
      rest: '\n  lifecycle {\n    ignore_changes = [\n      y, # why\n    ]\n  }\n',
      wanted: '\n  lifecycle {\n    ignore_changes = [\n      y, # why\n      x,\n    ]\n  }\n',
      because: 'a list of several lines gets another line',
    },
    {
      rest: '\n  lifecycle {\n    ignore_changes = [\n      y # why\n    ]\n  }\n',
      wanted: '\n  lifecycle {\n    ignore_changes = [\n      y, # why\n      x\n    ]\n  }\n',
      because: 'a comma is missing',
    },
    {
      rest: '\n  lifecycle {\n    ignore_changes = [\n      y /* why */,\n    ]\n  }\n',
      wanted: '\n  lifecycle {\n    ignore_changes = [\n      y /* why */,\n      x,\n    ]\n  }\n',
      because: 'a comment stands before the comma',
    },
    {
      rest: '\n  lifecycle {\n    ignore_changes = [\n      y,\n      # tail\n    ]\n  }\n',
      wanted: '\n  lifecycle {\n    ignore_changes = [\n      y,\n      x,\n      # tail\n    ]\n  }\n',
      because: 'a comment stands at the end',
    },
    {
      rest: '\n  lifecycle {\n    ignore_changes = [y\n    ]\n  }\n',
      wanted: '\n  lifecycle {\n    ignore_changes = [y,\n    x\n    ]\n  }\n',
      because: 'the list begins beside its bracket',
      fmt: false,
    },
    {
      rest: '\n  lifecycle {\n    ignore_changes = ["y"]\n  }\n',
      wanted: '\n  lifecycle {\n    ignore_changes = ["y", x]\n  }\n',
      because: 'names in quotes are still understood',
    },
    {
      rest: '  z = <<EOT\n}\nlifecycle {\nEOT\n',
      wanted: '  z = <<EOT\n}\nlifecycle {\nEOT\n\n  lifecycle {\n    ignore_changes = [x]\n  }\n',
      because: 'what looks like a block is text',
    },
  ])('is written where it belongs: $because', async ({ rest, wanted, fmt = true }) => {
    const { after } = await repaired(resource(rest), 'example.a', [['x']]);
    expect(after).toBe(resource(wanted));
    if (hasTerraform && fmt) expect(formatted(after ?? '')).toBe(after);
  });

  it('opens a resource that is written on one line', async () => {
    const { after } = await repaired(
      `${DATA}resource "example" "a" { x = data.coder_workspace.me.name }\n`,
      'example.a',
      [['x']],
    );
    const wanted = `${DATA}resource "example" "a" {
  x = data.coder_workspace.me.name

  lifecycle {
    ignore_changes = [x]
  }
}
`;
    expect(after).toBe(wanted);
    if (hasTerraform) expect(formatted(wanted)).toBe(wanted);
  });

  it('keeps the ends of the lines', async () => {
    const { after } = await repaired(resource('').replaceAll('\n', '\r\n'), 'example.a', [['x']]);
    expect(after).toBe(resource('\n  lifecycle {\n    ignore_changes = [x]\n  }\n').replaceAll('\n', '\r\n'));
  });

  it('is not possible where the list is computed', async () => {
    const { after } = await repaired(resource('  lifecycle {\n    ignore_changes = local.list\n  }\n'), 'example.a', [
      ['x'],
    ]);
    expect(after).toBeUndefined();
  });

  it('names every attribute that forces it, in the order in which they are written', async () => {
    const { after } = await repaired(resource(''), 'example.a', [['y'], ['x']]);
    expect(after).toContain('ignore_changes = [x, y]');
  });

  it('names an attribute that varies for a reason that is not seen', async () => {
    const { after } = await repaired(resource('  z = data.lookup.b.result\n'), 'example.a', [['z']]);
    expect(after).toContain('ignore_changes = [z]');
  });

  it('leaves out an attribute that stays the same beside one that does not', async () => {
    const hcl = `${DATA}
resource "example" "a" {
  labels {
    label = "fixed"
    value = "fixed"
  }
  labels {
    label = "owner"
    value = data.coder_workspace_owner.me.name
  }
}
`;
    const sets = knowing('example', { sets: ['labels'] });
    expect((await repaired(hcl, 'example.a', [['labels']], sets)).after).toContain('ignore_changes = [labels]');
  });
});

describe('a path in `ignore_changes`', () => {
  const NESTED = `${DATA}
resource "example" "a" {
  metadata {
    labels = {
      "com.coder.owner" = data.coder_workspace_owner.me.name
      app               = "fixed"
    }
  }
}
`;

  it.each([
    { table: undefined, wanted: 'metadata', because: 'nothing is known of the type' },
    { table: { replacing: ['metadata.labels'] }, wanted: 'metadata[0].labels', because: 'the block is a list of one' },
    {
      table: { replacing: ['metadata.labels'], maps: ['metadata.labels'] },
      wanted: 'metadata[0].labels["com.coder.owner"]',
      because: 'the argument is a map',
    },
    {
      table: { sets: ['metadata'], maps: ['metadata.labels'] },
      wanted: 'metadata',
      because: 'the block is an element of a set',
    },
  ])('is $wanted where $because', async ({ table, wanted }) => {
    const { after } = await repaired(
      NESTED,
      'example.a',
      [['metadata', 0, 'labels']],
      table === undefined ? undefined : knowing('example', table),
    );
    expect(after).toContain(`ignore_changes = [${wanted}]`);
  });
});

describe('what a fix covers', () => {
  const RANDOM = `${DATA}
resource "random_id" "r" {
  byte_length = 4
  keepers     = { owner = data.coder_workspace_owner.me.id }
}
resource "example" "a" {
  x = random_id.r.hex
}
`;

  it('is the resource that another only follows', async () => {
    const { after } = await repaired(RANDOM, 'example.a', [['x']]);
    expect(after).toBe(RANDOM.replace('me.id }\n', 'me.id }\n\n  lifecycle {\n    ignore_changes = [keepers]\n  }\n'));
  });

  it('is the resource itself, where only an agent is replaced before it', async () => {
    const hcl = `${DATA}
resource "coder_agent" "main" {
  env = { OWNER = data.coder_workspace_owner.me.name }
}
resource "example" "a" {
  env = [coder_agent.main.token]
}
`;
    const { plan, after } = await repaired(hcl, 'example.a', [['env']]);
    expect(after).toContain('  env = [coder_agent.main.token]\n\n  lifecycle {\n    ignore_changes = [env]\n');
    expect(plan.kind === 'actions' ? plain(plan.tradeOff) : '').toMatchInlineSnapshot(
      `"A claimed workspace keeps the values of its prebuild in \`env\`. \`env\` holds the token or script of the agent, so a workspace also keeps its old agent token after a template update (coder/coder#17840)."`,
    );
  });

  it('is what a trigger names', async () => {
    const hcl = `${DATA}
resource "null_resource" "who" {
  triggers = { owner = data.coder_workspace_owner.me.id }
}
resource "example" "a" {
  lifecycle {
    replace_triggered_by = [null_resource.who.id]
  }
}
`;
    const { after } = await repaired(hcl, 'example.a', []);
    expect(after).toContain('me.id }\n\n  lifecycle {\n    ignore_changes = [triggers]\n  }\n}');
  });

  it('is the key of a for_each, written without the owner', async () => {
    const hcl = `${DATA}
resource "example" "a" {
  for_each = toset(["cache", "owner-\${data.coder_workspace_owner.me.name}"])
  x        = each.key
}
`;
    const { plan, after } = await repaired(hcl, 'example.a["owner-prebuilds"]', []);
    expect(after).toBe(hcl.replace('data.coder_workspace_owner.me.name', 'data.coder_workspace.me.id'));
    expect(plan.kind === 'actions' ? plain(plan.tradeOff) : '').toMatchInlineSnapshot(
      `"Existing workspaces get the new key with their next update. They lose the resource under the old key, unless a \`moved\` block moves it."`,
    );
  });

  it('is the key of the module that the resource is in', async () => {
    const files = {
      'main.tf': `${DATA}module "box" {
  source   = "./box"
  for_each = toset([data.coder_workspace_owner.me.name])
}
`,
      'box/main.tf': 'resource "example" "a" {\n}\n',
    };
    const { after } = await repaired(files, 'module.box["prebuilds"].example.a', []);
    expect(after).toBe(files['main.tf'].replace('data.coder_workspace_owner.me.name', 'data.coder_workspace.me.id'));
  });

  it('is written once for a module that is called twice', async () => {
    const files = {
      'main.tf': `${DATA}module "a" {
  source = "./box"
  owner  = data.coder_workspace_owner.me.name
}
module "b" {
  source = "./box"
  owner  = data.coder_workspace_owner.me.name
}
`,
      'box/main.tf': 'variable "owner" {}\nresource "example" "a" {\n  x = var.owner\n}\n',
    };
    const configuration = await templateOf(files);
    const context = fixContext(configuration);
    const actions = ['module.a.example.a', 'module.b.example.a'].flatMap((address) => {
      const plan = planFix(context, address, [['x']]);
      return plan.kind === 'actions' ? plan.actions : [];
    });
    const patches = patchesFor(configuration, actions) ?? [];
    expect(applyPatches(files['box/main.tf'], patches)).toBe(
      'variable "owner" {}\nresource "example" "a" {\n  x = var.owner\n\n  lifecycle {\n    ignore_changes = [x]\n  }\n}\n',
    );
    expect(snippetOf(actions, patches)).toBe(
      'resource "example" "a" {\n  lifecycle {\n    ignore_changes = [x]\n  }\n}',
    );
  });

  it('is never everything', async () => {
    const { after } = await repaired(resource(''), 'example.a', [[]]);
    expect(after ?? '').not.toContain('all');
  });
});

describe('there is no repair', () => {
  it.each([
    { hcl: resource(''), address: 'example.b', paths: [['x']], because: 'the resource is not in the files' },
    { hcl: resource(''), address: 'example.a', paths: [['id']], because: 'the provider computes the attribute' },
    { hcl: resource(''), address: 'example.a', paths: [], because: 'the resource is tainted' },
    {
      hcl: `${DATA}resource "example" "a" {\n  count = length(data.coder_workspace_owner.me.groups)\n}\n`,
      address: 'example.a[1]',
      paths: [],
      because: 'a number of groups has no stable substitute',
    },
    {
      hcl: { 'main.tf.json': `{"resource":{"example":{"a":{"x":"\${data.coder_workspace_owner.me.name}"}}}}` },
      address: 'example.a',
      paths: [['x']],
      because: 'JSON is not edited',
    },
    {
      hcl: {
        'main.tf': 'module "m" {\n  source = "example.com/m"\n}\n',
        '.terraform/modules/modules.json': '{"Modules":[{"Key":"m","Source":"","Dir":".terraform/modules/m"}]}',
        '.terraform/modules/m/main.tf': 'resource "example" "a" {\n  x = 1\n}\n',
      },
      address: 'module.m.example.a',
      paths: [['x']],
      because: 'the module is not of the repository',
    },
  ])('where $because', async ({ hcl, address, paths }) => {
    const { plan } = await repaired(hcl, address, paths);
    expect(plan.kind).toBe('none');
    expect(plan.kind === 'none' ? plain(plan.because) : '').toMatch(/^[^\n]+\.$/);
  });
});

describe('an edit of keys', () => {
  const keyed = (keys: string, rest = '') => `${DATA}resource "example" "a" {\n  for_each = ${keys}\n}\n${rest}`;
  const NAME = 'data.coder_workspace_owner.me.name';
  const ID = 'data.coder_workspace.me.id';

  it.each([
    { keys: `{ (${NAME}) = 1 }`, wanted: `{ (${ID}) = 1 }`, because: 'a key in parentheses stays a value' },
    { keys: `{ ( ( ${NAME} ) ) = 1 }`, wanted: `{ ( ( ${ID} ) ) = 1 }`, because: 'so it does in two of them' },
    { keys: `{ "\${${NAME}}" = 1 }`, wanted: `{ "\${${ID}}" = 1 }`, because: 'it stands in a string' },
    {
      keys: `merge({ "\${${NAME}}" = "a" }, { shared = "b" })`,
      wanted: `merge({ "\${${ID}}" = "a" }, { shared = "b" })`,
      because: 'the other key stays',
    },
    {
      keys: `toset([for n in [${NAME}] : "x-\${n}"])`,
      wanted: `toset([for n in [${ID}] : "x-\${n}"])`,
      because: 'a for passes it on',
    },
    {
      keys: `toset(["a-\${${NAME}}", "b-\${${NAME}}"])`,
      wanted: `toset(["a-\${${ID}}", "b-\${${ID}}"])`,
      because: 'both keys follow one name',
    },
  ])('writes $wanted, because $because', async ({ keys, wanted }) => {
    expect((await repaired(keyed(keys), 'example.a["x"]', [])).after).toBe(keyed(wanted));
  });

  it.each([
    { keys: `toset([${NAME}, data.coder_workspace.me.name])`, because: 'two names could become one id' },
    { keys: `toset([${NAME}, ${ID}])`, because: 'the id is a key already' },
    { keys: `length(${NAME}) > 6 ? toset(["a", "b"]) : toset(["a"])`, because: 'the length of an id is another one' },
    { keys: `toset(${NAME} == "alice" ? ["a"] : ["b"])`, because: 'a condition decides' },
    { keys: `toset([for i in range(length(${NAME})) : tostring(i)])`, because: 'the length decides, further in' },
    { keys: `toset([substr(${NAME}, 0, 1)])`, because: 'the first letter of an id is no name' },
    {
      keys: 'local.names',
      rest: `locals {\n  names = length(local.n) > 3 ? toset([local.n]) : toset([])\n  n = ${NAME}\n}\n`,
      because: 'a local hides the condition',
    },
    {
      keys: 'toset([local.user])',
      rest: `locals {\n  user = ${NAME}\n}\nresource "example" "b" {\n  x = local.user\n}\n`,
      because: 'the local is read elsewhere',
    },
    {
      keys: 'toset([local.user])',
      rest: `locals {\n  user = ${NAME}\n  greeting = "hi \${local.user}"\n}\noutput "g" {\n  value = local.greeting\n}\n`,
      because: 'another local passes it on',
    },
    {
      keys: 'toset([local.user])',
      rest: `locals {\n  user = ${NAME}\n}\nmodule "m" {\n  source = "./m"\n  user = local.user\n}\n`,
      because: 'a module is given it',
    },
    {
      keys: `toset([${NAME}])`,
      rest: `locals {\n  user = ${NAME}\n}\nresource "example" "b" {\n  x = example.a[local.user].id\n}\n`,
      because: 'an instance is named through a local',
    },
    {
      keys: `toset([${NAME}])`,
      rest: 'resource "example" "b" {\n  x = example.a[var.who].id\n}\n',
      because: 'an instance is named by what nobody knows',
    },
  ])('makes none where $because', async ({ keys, rest }) => {
    const { plan, after } = await repaired(keyed(keys, rest), 'example.a["x"]', []);
    expect(after).toBeUndefined();
    expect(plan).toMatchObject({ kind: 'none' });
  });

  it('rewrites who names an instance by its key', async () => {
    const rest = (name: string) =>
      `resource "example" "b" {\n  x = example.a[${name}].id\n  y = example.a["\${${name}}"].id\n  z = [for k, v in example.a : v.id]\n}\n`;
    const { after } = await repaired(keyed(`toset([${NAME}])`, rest(NAME)), 'example.a["x"]', []);
    expect(after).toBe(keyed(`toset([${ID}])`, rest(ID)));
  });

  it('rewrites a local that nothing but keys and indexes read', async () => {
    const rest = (name: string) =>
      `locals {\n  user = lower(${name})\n}\nresource "example" "b" {\n  x = example.a[local.user].id\n}\n`;
    const { after } = await repaired(keyed('toset([local.user])', rest(NAME)), 'example.a["x"]', []);
    expect(after).toBe(keyed('toset([local.user])', rest(ID)));
  });

  it.each([
    { count: `length(${NAME}) > 6 ? 2 : 1` },
    { count: `length(${NAME})` },
    { count: `${NAME} == "alice" ? 1 : 2` },
  ])('computes no count from an id: $count', async ({ count }) => {
    const hcl = `${DATA}resource "example" "a" {\n  count = ${count}\n}\n`;
    const { plan } = await repaired(hcl, 'example.a[1]', []);
    expect(plan).toMatchObject({ kind: 'none' });
  });

  it('says why there is none', async () => {
    const because = async (keys: string, rest = '') => {
      const { plan } = await repaired(keyed(keys, rest), 'example.a["x"]', []);
      return plan.kind === 'none' ? plain(plan.because) : '';
    };
    const local = `locals {\n  user = ${NAME}\n}\nresource "example" "b" {\n  x = local.user\n}\n`;
    expect([
      await because(`toset([${NAME}, data.coder_workspace.me.name])`),
      await because('toset([local.user])', local),
      await because(`toset([${NAME}])`, 'resource "example" "b" {\n  x = example.a[var.who].id\n}\n'),
      await because(`length(${NAME}) > 6 ? toset(["a", "b"]) : toset(["a"])`),
    ]).toMatchSnapshot();
  });
});

describe('an edit of attributes', () => {
  it('is none where only the prebuild flags decide', async () => {
    const hcl = `${DATA}
locals {
  cold = data.coder_workspace.me.is_prebuild
}
resource "example" "a" {
  state = local.cold ? "stopped" : "running"
}
`;
    const { plan } = await repaired(hcl, 'example.a', [['state']]);
    expect(plan.kind === 'none' ? plain(plan.because) : plan).toMatchInlineSnapshot(
      `"Only whether this is a prebuild decides it, so the template means it to change at the claim, and \`ignore_changes\` would undo that."`,
    );
  });

  it('keeps a selector and the labels that it selects together', async () => {
    const hcl = readFileSync('fixtures/reality/k8s-deployment-selector-fix/main.tf', 'utf8');
    const { after } = await repaired(hcl, 'kubernetes_deployment.dev[0]', [['spec', 0, 'selector']]);
    expect(after).toContain('ignore_changes = [spec]');
    const known = knowing('kubernetes_deployment', {
      replacing: ['spec.selector.match_labels'],
      updating: ['spec.template.metadata.labels'],
    });
    const narrow = await repaired(hcl, 'kubernetes_deployment.dev[0]', [['spec', 0, 'selector']], known);
    expect(narrow.after).toContain(
      'ignore_changes = [spec[0].selector[0].match_labels, spec[0].template[0].metadata[0].labels]',
    );
  });
});
