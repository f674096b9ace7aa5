import { describe, expect, it } from 'vitest';
import { NOT_CONFIGURED, read, type Source } from '../../../src/model/judgement/outcome.ts';
import type { Snapshot } from '../../../src/model/judgement/snapshot.ts';
import { claimVaryingAttribute } from '../../../src/rules/template/claim-varying-attribute.ts';
import { claimPlan, notChecked, snapshot } from '../../support/builders.ts';
import { decided, said } from '../../support/rule.ts';
import { knowing, templateOf } from '../../support/template.ts';

const DATA = 'data "coder_workspace" "me" {}\ndata "coder_workspace_owner" "me" {}\n';

const NOT_SEEN: Source<never> = read([], [notChecked()]);

async function of(hcl: string, overrides: Partial<Snapshot> = {}, table?: Parameters<typeof templateOf>[1]) {
  const configuration = read([await templateOf(DATA + hcl, table)]);
  return snapshot({ claims: NOT_SEEN, configuration, ...overrides });
}

const VARYING = 'resource "docker_container" "a" {\n  name = data.coder_workspace_owner.me.name\n}\n';

describe('a template', () => {
  it.each([
    { hcl: VARYING, found: ['docker_container.a'], because: 'the owner is in the name' },
    { hcl: VARYING.replace('_owner.me.name', '.me.id'), found: [], because: 'a claim keeps the id' },
    {
      hcl: VARYING.replace('\n}', '\n  lifecycle {\n    ignore_changes = [name]\n  }\n}'),
      found: [],
      because: 'it is ignored',
    },
    {
      hcl: 'resource "coder_agent" "a" {\n  dir = data.coder_workspace_owner.me.name\n}\n',
      found: [],
      because: 'an agent is a matter of another rule',
    },
    {
      hcl: 'resource "docker_volume" "a" {\n  for_each = toset([data.coder_workspace_owner.me.name])\n}\n',
      found: ['docker_volume.a'],
      because: 'it goes with the key',
    },
  ])('has $found, because $because', async ({ hcl, found }) => {
    const snapshot = await of(hcl);
    expect(decided(claimVaryingAttribute, snapshot)).toEqual({
      found: found.map((address) => `warning resource ${address}`),
      open: [],
    });
  });

  it('is not predicted where a claim was judged', async () => {
    for (const gaps of [[], [notChecked()]]) {
      const judged = await of(VARYING, { claims: read([claimPlan()], gaps) });
      expect(decided(claimVaryingAttribute, judged)).toEqual({ found: [], open: [] });
    }
  });

  it('is not asked for where its files are not read', () => {
    for (const configuration of [undefined, NOT_CONFIGURED]) {
      const unread = snapshot({ claims: NOT_SEEN, ...(configuration === undefined ? {} : { configuration }) });
      expect(decided(claimVaryingAttribute, unread).open).toBe('not-configured');
    }
  });

  it('is judged as far as its files could be read', async () => {
    const broken = read([await templateOf(DATA + VARYING)], [notChecked({ code: 'broken-configuration' })]);
    expect(decided(claimVaryingAttribute, await of('', { configuration: broken }))).toEqual({
      found: ['warning resource docker_container.a'],
      open: ['broken-configuration'],
    });
    const module = `${VARYING}module "m" {\n  source = "example.com/m"\n}\n`;
    expect(decided(claimVaryingAttribute, await of(module)).open).toEqual(['module-not-read']);
  });

  it('is not told to be replaced by what the provider changes in place', async () => {
    const table = knowing('docker_container', { updating: ['name'] });
    expect(decided(claimVaryingAttribute, await of(VARYING, {}, table)).found).toEqual([]);
  });
});

describe('a finding', () => {
  it('is predicted, has its line and chain, and an edit', async () => {
    const [violation] = claimVaryingAttribute.evaluate(await of(VARYING)).items;
    expect(violation).toMatchObject({
      evidence: 'predicted',
      details: {
        location: { file: 'main.tf', line: 4, column: 3 },
        chains: [
          [
            { reference: 'docker_container.a.name', location: { line: 4 } },
            { reference: 'data.coder_workspace_owner.me.name', location: { line: 4 } },
          ],
        ],
        fix: { kind: 'patch', patches: [{ file: 'main.tf', line: 5 }] },
      },
    });
  });

  it.each([
    { name: 'an argument', hcl: VARYING, table: undefined },
    {
      name: 'an argument that the provider was asked about',
      hcl: VARYING,
      table: knowing('docker_container', { replacing: ['name'] }),
    },
    {
      name: 'several arguments',
      hcl: 'resource "x" "a" {\n  p = data.coder_workspace_owner.me.name\n  q = uuid()\n}\n',
      table: undefined,
    },
    {
      name: 'a key',
      hcl: 'resource "docker_volume" "a" {\n  for_each = toset([data.coder_workspace_owner.me.name])\n}\n',
      table: undefined,
    },
    {
      name: 'a trigger',
      hcl: `resource "null_resource" "who" {
  triggers = { owner = data.coder_workspace_owner.me.id }
  lifecycle {
    ignore_changes = all
  }
}
resource "x" "a" {
  lifecycle {
    replace_triggered_by = [terraform_data.who]
  }
}
resource "terraform_data" "who" {
  input = data.coder_workspace_owner.me.id
}
`,
      table: undefined,
    },
  ])('says of $name what may happen, and that nobody was asked', async ({ hcl, table }) => {
    expect(said(claimVaryingAttribute, await of(hcl, {}, table))).toMatchSnapshot();
  });
});
