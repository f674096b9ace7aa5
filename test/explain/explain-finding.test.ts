import { describe, expect, it } from 'vitest';
import { explainAll, fixAll } from '../../src/explain/explain-finding.ts';
import { applyPatches } from '../../src/model/configuration/patch.ts';
import type { Finding, FindingDetails } from '../../src/model/judgement/finding.ts';
import type { AttributePath } from '../../src/model/plan/attribute-path.ts';
import { plain } from '../../src/model/text.ts';
import { attributeChange, chain, claimContext, finding } from '../support/builders.ts';
import { type TemplateFiles, templateOf } from '../support/template.ts';

const HCL = `data "coder_workspace_owner" "me" {}
locals {
  who = data.coder_workspace_owner.me.name
}
resource "example" "a" {
  image = "fixed"
  name  = local.who
  labels {
    label = "fixed"
    value = "fixed"
  }
  labels {
    label = "owner"
    value = local.who
  }
}
resource "example" "follows" {
  x = example.a.id
}
`;

function about(address: string, paths: readonly AttributePath[], overrides: Partial<Finding> = {}): Finding {
  return finding({
    subject: { kind: 'resource', address },
    ...overrides,
    details: { attributes: paths.map((path) => attributeChange({ path })), ...overrides.details },
  });
}

async function enriched(found: Finding, files: TemplateFiles = HCL): Promise<FindingDetails> {
  const [only] = explainAll(await templateOf(files), [found]);
  return only?.details ?? {};
}

const place = ({ location }: FindingDetails) =>
  location === undefined ? undefined : `${location.file}:${location.line}`;

describe('a finding is shown', () => {
  it.each<{ paths: readonly AttributePath[]; at: string; because: string }>([
    { paths: [['name']], at: 'main.tf:7', because: 'the attribute is written there' },
    { paths: [['image'], ['name']], at: 'main.tf:7', because: 'of two, the one that a claim changes' },
    { paths: [['image']], at: 'main.tf:6', because: 'it varies for a reason that is not seen' },
    { paths: [['labels']], at: 'main.tf:14', because: 'of a set, the element that a claim changes' },
    { paths: [['labels', null, 'value']], at: 'main.tf:14', because: 'a set has no positions' },
    { paths: [['id']], at: 'main.tf:5', because: 'what is computed is not written, but the resource is' },
    { paths: [], at: 'main.tf:5', because: 'nothing forces it' },
  ])('at $at for $paths: $because', async ({ paths, at }) => {
    expect(place(await enriched(about('example.a[0]', paths)))).toBe(at);
  });

  it('in the file of the resource before that of an override', async () => {
    const files = {
      'main.tf': HCL,
      'z_override.tf': 'resource "example" "a" {\n  other = data.coder_workspace_owner.me.name\n}\n',
    };
    expect(place(await enriched(about('example.a', [['other'], ['name']]), files))).toBe('main.tf:7');
  });

  it.each<{ found: Finding; because: string }>([
    { found: finding({ subject: { kind: 'preset', name: 'x' } }), because: 'it is about no resource' },
    { found: about('example.gone', [['name']]), because: 'the files do not have the resource' },
    {
      found: about('example.a', [['name']], { details: { location: { file: 'other.tf', line: 1 } } }),
      because: 'the rule itself said where it is',
    },
    {
      found: about('example.a', [['name']], { evidence: 'predicted' }),
      because: 'it was predicted from these very files',
    },
  ])('as it was, where $because', async ({ found }) => {
    expect(await enriched(found)).toEqual(found.details);
  });
});

describe('the chains of a finding', () => {
  it('begin where those of the plan do, and so does its line, where it names no attribute', async () => {
    const found = finding({
      subject: { kind: 'resource', address: 'example.a[0]' },
      ruleId: 'claim-update',
      details: { chains: [chain('example.a.name', 'local.who')] },
    });
    const { chains, location } = await enriched(found);
    expect(location?.line).toBe(7);
    expect(chains?.map((links) => links.map(({ reference }) => reference))).toEqual([
      ['example.a.name', 'local.who', 'data.coder_workspace_owner.me.name'],
    ]);
  });

  it('go through locals, which a plan does not have, and name the lines', async () => {
    const { chains } = await enriched(
      about('example.a', [['name']], { details: { chains: [chain('example.a.name', 'local.who')] } }),
    );
    expect(chains).toEqual([
      [
        { reference: 'example.a.name', location: { file: 'main.tf', line: 7, column: 3 } },
        { reference: 'local.who', location: { file: 'main.tf', line: 3, column: 3 } },
        { reference: 'data.coder_workspace_owner.me.name', location: { file: 'main.tf', line: 3, column: 9 } },
      ],
    ]);
  });

  it('are those of the plan, where the files tell less', async () => {
    const chains = [chain('example.a.image', 'docker_image.x')];
    expect((await enriched(about('example.a', [['image']], { details: { chains } }))).chains).toEqual(chains);
  });

  it('begin at what makes the instances, where no attribute forces it', async () => {
    const hcl = `data "coder_workspace_owner" "me" {}
resource "example" "a" {
  for_each = toset([data.coder_workspace_owner.me.name])
}
`;
    const { chains, location } = await enriched(
      about('example.a["prebuilds"]', [], { ruleId: 'resource-removal' }),
      hcl,
    );
    expect(chains?.map((links) => links.map(({ reference, location: at }) => `${reference}@${at?.line}`))).toEqual([
      ['example.a.for_each@3', 'data.coder_workspace_owner.me.name@3'],
    ]);
    expect(location?.line).toBe(3);
  });

  it('begin at the call, where the module is what is repeated', async () => {
    const files = {
      'main.tf': `data "coder_workspace_owner" "me" {}
module "box" {
  source   = "./box"
  for_each = toset([data.coder_workspace_owner.me.name])
}
`,
      'box/main.tf': 'resource "example" "a" {\n}\n',
    };
    const { chains } = await enriched(about('module.box["x"].example.a', [], { ruleId: 'resource-removal' }), files);
    expect(chains?.map((links) => links.map(({ reference, location: at }) => `${reference}@${at?.line}`))).toEqual([
      ['module.box.for_each@4', 'data.coder_workspace_owner.me.name@4'],
    ]);
  });

  it('begin at a trigger', async () => {
    const hcl = `data "coder_workspace_owner" "me" {}
resource "null_resource" "who" {
  triggers = { owner = data.coder_workspace_owner.me.id }
}
resource "example" "a" {
  lifecycle {
    replace_triggered_by = [null_resource.who]
  }
}
`;
    const { chains } = await enriched(about('example.a', []), hcl);
    expect(chains?.[0]?.map(({ reference, location }) => `${reference}@${location?.line}`)).toEqual([
      'example.a.replace_triggered_by@7',
      'null_resource.who.triggers.owner@3',
      'data.coder_workspace_owner.me.id@3',
    ]);
  });

  it('end at a parameter that the claimant chose, for the claims that show it', async () => {
    const hcl =
      'data "coder_parameter" "p" {\n  name = "size"\n}\nresource "example" "a" {\n  x = data.coder_parameter.p.value\n}\n';
    const seenIn = (name: string) => [claimContext({ parameter: { name, value: 'large' } })];
    const of = async (name: string) =>
      (await enriched(about('example.a', [['x']], { details: { seenIn: seenIn(name) } }), hcl)).chains;
    expect(await of('size')).toHaveLength(1);
    expect(await of('other')).toBeUndefined();
  });
});

describe('the fix of a finding', () => {
  it('is a patch of the file, and the block to read', async () => {
    const { fix, snippet } = await enriched(about('example.a', [['name']]));
    expect(snippet).toBe('resource "example" "a" {\n  lifecycle {\n    ignore_changes = [name]\n  }\n}');
    expect(fix).toMatchObject({
      kind: 'patch',
      patches: [{ file: 'main.tf', line: 16, endLine: 16 }],
    });
    expect(applyPatches(HCL, fix?.kind === 'patch' ? fix.patches : [])).toContain(
      '  }\n\n  lifecycle {\n    ignore_changes = [name]\n  }\n}\nresource "example" "follows"',
    );
  });

  it('is that of the resource that it follows, and is not written twice', async () => {
    const { fix, snippet } = await enriched(about('example.follows', [['x']], { details: { root: 'example.a' } }));
    expect(fix).toBeUndefined();
    expect(snippet).toBeUndefined();
  });

  it('is not there for what no edit of the resource fixes', async () => {
    const { fix } = await enriched(about('example.a', [['name']], { ruleId: 'agent-token-loss' }));
    expect(fix).toBeUndefined();
  });

  it('says why there is none', async () => {
    const { fix, snippet } = await enriched(about('example.a', [['id']], { details: { snippet: 'of the plan' } }));
    expect(fix?.kind === 'none' ? plain(fix.because) : '').toContain('`id`');
    expect(snippet).toBeUndefined();
  });

  it('is the same when it is asked for again', async () => {
    const hcl = `data "coder_workspace" "me" {}
data "coder_workspace_owner" "me" {}
resource "example" "a" {
  for_each = toset([data.coder_workspace_owner.me.name])
}
`;
    const configuration = await templateOf(hcl);
    const removal = finding({ ruleId: 'resource-removal', subject: { kind: 'resource', address: 'example.a["x"]' } });
    const found = explainAll(configuration, [removal]);
    expect(applyPatches(hcl, fixAll(configuration, found))).toContain('toset([data.coder_workspace.me.id])');
  });

  it('of several findings is one, each line written once', async () => {
    const configuration = await templateOf(HCL);
    const patches = fixAll(configuration, [
      about('example.a', [['name']]),
      about('example.a', [['labels']], { ruleId: 'persistent-data-loss' }),
      about('example.follows', [['x']]),
    ]);
    expect(applyPatches(HCL, patches)).toBe(
      HCL.replace(
        '    value = local.who\n  }\n}',
        '    value = local.who\n  }\n\n  lifecycle {\n    ignore_changes = [name, labels]\n  }\n}',
      ),
    );
  });
});
