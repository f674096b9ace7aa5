import { describe, expect, it } from 'vitest';
import { ownerDefaults } from '../../src/explain/owner-default.ts';
import { read } from '../../src/model/judgement/outcome.ts';
import { claimContext, claimPlan, parameter, plan, snapshot } from '../support/builders.ts';
import { templateOf } from '../support/template.ts';

async function inFiles(hcl: string): Promise<readonly string[]> {
  return [...ownerDefaults(snapshot({ configuration: read([await templateOf(hcl)]) }))];
}

const OWNER = 'data "coder_workspace_owner" "me" {}\n';

describe('the parameters whose default depends on the owner', () => {
  it.each([
    { because: 'it names the owner', value: 'data.coder_workspace_owner.me.name', found: ['user'] },
    { because: 'it does so through a local', value: 'local.user', found: ['user'] },
    { because: 'it is a constant', value: '"alice"', found: [] },
    { because: 'it names another parameter', value: 'data.coder_parameter.other.value', found: [] },
  ])('are $found, because $because', async ({ value, found }) => {
    const hcl = `${OWNER}locals {
  user = lower(data.coder_workspace_owner.me.name)
}
data "coder_parameter" "other" {
  name    = "other"
  default = "x"
}
data "coder_parameter" "user" {
  name        = "user"
  description = data.coder_workspace_owner.me.email
  default     = ${value}
}`;
    expect(await inFiles(hcl)).toEqual(found);
  });

  it('are those that two claimants of one preset see with another default', () => {
    const seen = (persona: string, preset: string, value: string) =>
      claimPlan({
        context: claimContext({ persona, preset }),
        plan: plan({ parameters: [parameter({ default: value })] }),
      });
    const among = (...claims: readonly ReturnType<typeof seen>[]) => [
      ...ownerDefaults(snapshot({ claims: read(claims) })),
    ];
    expect(among(seen('a', 'Small', 'small'), seen('b', 'Small', 'large'))).toEqual(['size']);
    expect(among(seen('a', 'Small', 'small'), seen('b', 'Small', 'small'))).toEqual([]);
    // Another preset may give another default for reasons of its own.
    expect(among(seen('a', 'Small', 'small'), seen('b', 'Large', 'large'))).toEqual([]);
  });
});
