import type { Claimant } from '../../gather/requests.ts';
import type { UserError } from '../../model/user-error.ts';
import { type Given, refused } from './layers.ts';

/** Two who differ in all that a template may ask of an owner, so that no condition on one of them hides. */
export const DEFAULT_CLAIMANTS: readonly Claimant[] = [
  { username: 'alice', groups: ['Everyone', 'developers'], roles: ['member'], loginType: 'oidc' },
  { username: 'bob', groups: ['Everyone'], roles: ['member', 'template-admin'], loginType: 'password' },
];

/** `alice groups=Everyone,developers login-type=oidc`. Throws a `UserError` for anything else. */
export function parseClaimant(given: Given): Claimant {
  const [username = '', ...facts] = given.value.split(/\s+/);
  if (!USERNAME.test(username)) throw notAClaimant(given);
  const claimant: Record<string, unknown> = { username };
  for (const fact of facts) {
    const [name = '', value] = fact.split(/=(.*)/s);
    const key = FACTS.get(name);
    if (key === undefined || value === undefined || value === '') throw notAClaimant(given);
    claimant[key.name] = key.isList ? value.split(',') : value;
  }
  return claimant as unknown as Claimant;
}

function notAClaimant(given: Given): UserError {
  return refused(
    given,
    'write a user name and then facts about the user, such as `alice groups=Everyone,developers roles=member login-type=oidc`',
  );
}

/** As Coder allows it. */
const USERNAME = /^[a-zA-Z0-9]+(?:-[a-zA-Z0-9]+)*$/;

const FACTS: ReadonlyMap<string, { readonly name: keyof Claimant; readonly isList: boolean }> = new Map([
  ['groups', { name: 'groups', isList: true }],
  ['roles', { name: 'roles', isList: true }],
  ['external-auth', { name: 'externalAuth', isList: true }],
  ['login-type', { name: 'loginType', isList: false }],
  ['email', { name: 'email', isList: false }],
]);
