import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/model/user-error.ts';
import { DEFAULT_CLAIMANTS } from '../../../src/run/settings/claimants.ts';
import { settings } from '../../support/settings.ts';

const rehearsalOf = (given: Readonly<Record<string, string>>) => settings(given).rehearsal;

describe('the settings of a rehearsal', () => {
  it('have a default for each', () => {
    expect(rehearsalOf({})).toEqual({
      executable: undefined,
      variableFiles: [],
      overrideFiles: [],
      claimants: DEFAULT_CLAIMANTS,
      maxChoices: 8,
      assumePrebuild: false,
      values: 'safe',
      timeoutMs: 600_000,
      parallelism: undefined,
      pass: [],
      apply: false,
      state: { kind: 'none' },
    });
  });

  it.each([
    { given: { terraform: 'tofu' }, gives: { executable: 'tofu' } },
    { given: { terraform: '' }, gives: { executable: undefined } },
    { given: { 'var-file': 'a.tfvars\n\n b.tfvars ' }, gives: { variableFiles: ['a.tfvars', 'b.tfvars'] } },
    { given: { override: 'quiet.tf' }, gives: { overrideFiles: ['quiet.tf'] } },
    { given: { 'max-choices': '0' }, gives: { maxChoices: 0 } },
    { given: { 'assume-prebuild': 'true' }, gives: { assumePrebuild: true } },
    { given: { timeout: '1h30m' }, gives: { timeoutMs: 5_400_000 } },
    { given: { parallelism: '3' }, gives: { parallelism: 3 } },
    { given: { 'pass-env': 'A, B\nC' }, gives: { pass: ['A', 'B', 'C'] } },
    { given: { apply: 'true' }, gives: { apply: true, values: 'none' } },
    { given: { apply: 'true', values: 'safe' }, gives: { apply: true, values: 'safe' } },
    { given: { values: 'none' }, gives: { values: 'none' } },
    {
      given: { state: 'coder', 'coder-url': 'https://c.example.com', 'coder-template': 'docker' },
      gives: { state: { kind: 'coder', access: { kind: 'token-missing' }, template: { template: 'docker' } } },
    },
    { given: { state: 'x.tfstate' }, gives: { state: { kind: 'file', path: 'x.tfstate' } } },
    { given: { claimants: 'carol' }, gives: { claimants: [{ username: 'carol' }] } },
    {
      given: {
        claimants: 'carol groups=Everyone,dev roles=member login-type=oidc email=c@x.org external-auth=gh\nd-2',
      },
      gives: {
        claimants: [
          {
            username: 'carol',
            groups: ['Everyone', 'dev'],
            roles: ['member'],
            loginType: 'oidc',
            email: 'c@x.org',
            externalAuth: ['gh'],
          },
          { username: 'd-2' },
        ],
      },
    },
    { given: { claimants: 'carol email=a=b' }, gives: { claimants: [{ username: 'carol', email: 'a=b' }] } },
  ])('take $given', ({ given, gives }) => {
    expect(rehearsalOf(given)).toMatchObject(gives);
  });

  it.each([
    { given: { claimants: 'carol groups' }, names: 'claimants', value: 'carol groups' },
    { given: { claimants: 'carol groups=' }, names: 'claimants', value: 'carol groups=' },
    { given: { claimants: 'carol colour=red' }, names: 'claimants', value: 'carol colour=red' },
    { given: { claimants: 'groups=x' }, names: 'claimants', value: 'groups=x' },
    { given: { claimants: 'car ol' }, names: 'claimants', value: 'car ol' },
    { given: { claimants: '-carol' }, names: 'claimants', value: '-carol' },
    { given: { 'max-choices': '-1' }, names: 'max-choices', value: '-1' },
    { given: { 'max-choices': 'many' }, names: 'max-choices', value: 'many' },
    { given: { parallelism: '0' }, names: 'parallelism', value: '0' },
    { given: { timeout: '0s' }, names: 'timeout', value: '0s' },
    { given: { timeout: 'soon' }, names: 'timeout', value: 'soon' },
    { given: { apply: 'yes' }, names: 'apply', value: 'yes' },
    { given: { 'assume-prebuild': 'perhaps' }, names: 'assume-prebuild', value: 'perhaps' },
    { given: { values: 'all' }, names: 'values', value: 'all' },
    { given: { apply: 'true', state: 'coder' }, names: 'apply', value: 'state' },
  ])('refuse $given, name the input and what was given, and say how to fix it', ({ given, names, value }) => {
    const refusal = refusalOf(given);
    expect(refusal).toMatch(new RegExp(`^Inputs? \`${names}\``));
    expect(refusal).toContain(`\`${value}\``);
    expect(refusal).toMatch(/[;:] (?:use|write|an applied) .*\.$/);
  });

  it('have two claimants who differ in all that a template may ask of an owner', () => {
    const [alice, bob] = DEFAULT_CLAIMANTS;
    for (const fact of ['username', 'groups', 'roles', 'loginType'] as const)
      expect(alice?.[fact]).not.toEqual(bob?.[fact]);
  });
});

function refusalOf(given: Readonly<Record<string, string>>): string {
  try {
    rehearsalOf(given);
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  return 'nothing is refused';
}
