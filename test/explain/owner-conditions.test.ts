import { expect, it } from 'vitest';
import { ownerConditions } from '../../src/explain/owner-conditions.ts';
import { templateOf } from '../support/template.ts';

const DATA = 'data "coder_workspace_owner" "me" {}\n';
const owner = (attribute: string): string => `data.coder_workspace_owner.me.${attribute}`;

async function of(hcl: string): Promise<readonly string[]> {
  const found = ownerConditions(await templateOf(DATA + hcl));
  return found.map(({ attribute, test, value }) => `${attribute} ${test} ${value}`);
}

const local = (expression: string): string => `locals {\n  x = ${expression}\n}\n`;

it.each([
  { hcl: local(`${owner('name')} == "alice"`), found: ['name equals alice'] },
  { hcl: local(`"alice" != ${owner('name')}`), found: ['name equals alice'] },
  { hcl: local(`lower(${owner('login_type')}) == "github" ? 1 : 0`), found: ['login_type equals github'] },
  { hcl: local(`contains(${owner('groups')}, "gpu")`), found: ['groups equals gpu'] },
  { hcl: local(`contains(["a", "b"], ${owner('name')})`), found: ['name equals a', 'name equals b'] },
  {
    hcl: `locals {\n  admins = toset(["a"])\n  x = contains(local.admins, ${owner('name')})\n}\n`,
    found: ['name equals a'],
  },
  {
    hcl: local(`length([for r in ${owner('rbac_roles')} : r if r.name == "organization-admin"]) > 0`),
    found: ['rbac_roles equals organization-admin'],
  },
  { hcl: local(`lookup({ alice = 1 }, ${owner('name')}, 2)`), found: ['name equals alice'] },
  {
    hcl: `locals {\n  sizes = { alice = 1 }\n  x = try(local.sizes[${owner('name')}], 2)\n}\n`,
    found: ['name equals alice'],
  },
  { hcl: local(`startswith(${owner('name')}, "adm")`), found: ['name begins adm'] },
  { hcl: local(`endswith(${owner('email')}, "@corp.example")`), found: ['email ends @corp.example'] },
  { hcl: local(`can(regex("^ops-", ${owner('name')}))`), found: ['name matches ^ops-'] },
  {
    hcl: `locals {\n  who = ${owner('name')}\n}\nresource "terraform_data" "a" {\n  count = local.who == "alice" ? 1 : 0\n}\n`,
    found: ['name equals alice'],
  },
  {
    hcl: `resource "terraform_data" "a" {\n  dynamic "x" {\n    for_each = ${owner('name')} == "alice" ? [1] : []\n    content {}\n  }\n}\n`,
    found: ['name equals alice'],
  },
  { hcl: local(`${owner('name')} == data.coder_workspace_owner.me.email`), found: [] },
  { hcl: local('"a" == "b"'), found: [] },
  { hcl: local(owner('name')), found: [] },
])('$found in $hcl', async ({ hcl, found }) => {
  expect(await of(hcl)).toEqual(found);
});

it('is told once, however often it is written', async () => {
  const hcl = `locals {\n  a = ${owner('name')} == "x"\n  b = ${owner('name')} == "x"\n}\n`;
  expect(await of(hcl)).toEqual(['name equals x']);
});
