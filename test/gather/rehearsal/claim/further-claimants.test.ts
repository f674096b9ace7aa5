import { describe, expect, it } from 'vitest';
import { furtherClaimants } from '../../../../src/gather/rehearsal/claim/further-claimants.ts';
import type { OwnerCondition } from '../../../../src/model/judgement/owner-condition.ts';
import { DEFAULT_CLAIMANTS } from '../../../../src/run/settings/claimants.ts';

const equals = (attribute: OwnerCondition['attribute'], value: string): OwnerCondition => ({
  attribute,
  test: 'equals',
  value,
});

function further(conditions: readonly OwnerCondition[], { most = 6, task = false, given = DEFAULT_CLAIMANTS } = {}) {
  const { claimants, unmet } = furtherClaimants(given, { conditions, task }, most);
  return { further: claimants.slice(given.length), unmet };
}

describe('a claimant is made up for', () => {
  it.each([
    { condition: equals('groups', 'gpu'), person: { username: 'gerd', groups: ['Everyone', 'gpu'] } },
    { condition: equals('name', 'carol'), person: { username: 'carol' } },
    { condition: equals('login_type', 'github'), person: { username: 'gerd', loginType: 'github' } },
    { condition: equals('rbac_roles', 'owner'), person: { username: 'gerd', roles: ['owner'] } },
    { condition: equals('full_name', 'Ada'), person: { username: 'gerd', fullName: 'Ada' } },
    {
      condition: { attribute: 'email', test: 'ends', value: '@corp.example' } as const,
      person: { username: 'gerd', email: 'gerd@corp.example' },
    },
    { condition: { attribute: 'name', test: 'begins', value: 'adm-' } as const, person: { username: 'adm-gerd' } },
  ])('$condition', ({ condition, person }) => {
    expect(further([condition])).toEqual({ further: [person], unmet: [] });
  });

  it('a task', () => {
    expect(further([], { task: true }).further).toMatchObject([
      { username: 'gerd', prompt: expect.stringContaining('\n') },
    ]);
  });
});

describe('nobody is made up for', () => {
  it.each([
    { condition: equals('name', 'prebuilds'), because: 'the prebuilds user meets it' },
    { condition: equals('groups', 'coderprebuiltworkspaces'), because: 'the prebuilds user is in it' },
    { condition: equals('groups', 'Everyone'), because: 'everybody is' },
    { condition: equals('name', 'alice'), because: 'a claimant is called so' },
    { condition: equals('rbac_roles', 'member'), because: 'everybody has it' },
    { condition: equals('full_name', 'default'), because: 'who has no full name is read so' },
  ])('$condition, because $because', ({ condition }) => {
    expect(further([condition])).toEqual({ further: [], unmet: [] });
  });
});

describe('is told', () => {
  it.each([
    { condition: { attribute: 'name', test: 'matches', value: '^x' } as const, claimant: undefined },
    { condition: equals('name', 'not a name'), claimant: undefined },
    { condition: equals('login_type', 'ldap'), claimant: undefined },
  ])('what nobody can be made up for: $condition', ({ condition, claimant }) => {
    expect(further([condition]).unmet).toMatchObject([{ value: condition.value, claimant }]);
  });

  it('whom to give, where the bound is reached', () => {
    const { further: made, unmet } = further([equals('groups', 'a'), equals('groups', 'b')], { most: 3 });
    expect(made).toHaveLength(1);
    expect(unmet).toMatchObject([{ attribute: 'groups', value: 'b', claimant: 'eleanor groups=Everyone,b' }]);
  });

  it('what those who were named lack, and nobody is added to them', () => {
    const given = [{ username: 'carol' }];
    expect(further([equals('groups', 'gpu')], { given, most: 1, task: true })).toMatchObject({
      further: [],
      unmet: [{ attribute: 'task' }, { claimant: 'bob groups=Everyone,gpu' }],
    });
  });
});
