import type { ValuePolicy } from '../../gather/ports.ts';
import { type CoderRelease, parseCoderRelease } from '../../model/template/coder-release.ts';
import { UserError } from '../../model/user-error.ts';
import { parseDuration } from './history-settings.ts';
import { count, flag, given, lines, oneOf, type RawSettings } from './settings.ts';

/** How claims are to be rehearsed. */
export interface RehearsalSettings {
  /** Path or name of Terraform or OpenTofu; undefined for the first on the `PATH`. */
  readonly executable: string | undefined;
  readonly variableFiles: readonly string[];
  readonly overrideFiles: readonly string[];
  readonly claimants: readonly Claimant[];
  /** How many claimants there may be in all, where the template's conditions ask for further ones. */
  readonly maxClaimants: number;
  readonly maxChoices: number;
  readonly assumePrebuild: boolean;
  readonly values: ValuePolicy;
  /** For each process. */
  readonly timeoutMs: number;
  /** How many processes run at once; undefined for one on each processor. */
  readonly parallelism: number | undefined;
  readonly pass: readonly string[];
  readonly apply: boolean;
  readonly state: StateOrigin;
  /** Version of the Coder server whose provisioner is meant; undefined where any may be. */
  readonly coderRelease: CoderRelease | undefined;
}

/** Where the values come from that a plan does not know: made up, a state file, or the live prebuilds in Coder. */
export type StateOrigin =
  | { readonly kind: 'none' }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'coder' };

/** Somebody who claims; what is not said is made up from the name. */
export interface Claimant {
  readonly username: string;
  readonly groups?: readonly string[];
  readonly roles?: readonly string[];
  readonly loginType?: string;
  readonly email?: string;
  readonly externalAuth?: readonly string[];
}

/**
 * Two who differ in all that a template may ask of an owner, so that no condition
 * on one of them hides: somebody new to the server, and somebody who has all there is.
 */
export const DEFAULT_CLAIMANTS: readonly Claimant[] = [
  { username: 'alice', groups: ['Everyone'], loginType: 'password' },
  {
    username: 'bob',
    groups: ['Everyone', 'developers', 'platform'],
    roles: ['template-admin', 'organization-auditor'],
    loginType: 'oidc',
  },
];

/** Throws a `UserError` for the first setting that is not usable. */
export function parseRehearsalSettings(raw: RawSettings): RehearsalSettings {
  const claimants = lines(raw['claimants']).map(parseClaimant);
  const apply = flag(raw, 'apply', false);
  const state = stateOf(given(raw['state']));
  const release = given(raw['coder-release']);
  if (apply && state.kind !== 'none') {
    throw new UserError('Inputs `apply` and `state` exclude each other: an applied prebuild has a state of its own.');
  }
  return {
    executable: given(raw['terraform']),
    variableFiles: lines(raw['var-file']),
    overrideFiles: lines(raw['override']),
    claimants: claimants.length === 0 ? DEFAULT_CLAIMANTS : claimants,
    // Who names the claimants means them and no others.
    maxClaimants: claimants.length === 0 ? count(raw, 'max-claimants', 6, DEFAULT_CLAIMANTS.length) : claimants.length,
    maxChoices: count(raw, 'max-choices', 8, 0),
    assumePrebuild: flag(raw, 'assume-prebuild', false),
    // What a rehearsal makes up is no secret; what an apply made may be one.
    values: oneOf(raw, 'values', ['none', 'safe'], apply ? 'none' : 'safe'),
    timeoutMs: parseDuration('timeout', given(raw['timeout']) ?? '10m'),
    parallelism: given(raw['parallelism']) === undefined ? undefined : count(raw, 'parallelism', 1, 1),
    pass: lines(raw['pass-env']?.replaceAll(',', '\n')),
    apply,
    state,
    coderRelease: release === undefined ? undefined : parseCoderRelease(release),
  };
}

function stateOf(value: string | undefined): StateOrigin {
  if (value === undefined) return { kind: 'none' };
  return value === 'coder' ? { kind: 'coder' } : { kind: 'file', path: value };
}

/** `alice groups=Everyone,developers login-type=oidc`. */
function parseClaimant(line: string): Claimant {
  const [username = '', ...facts] = line.split(/\s+/);
  if (!USERNAME.test(username)) throw notAClaimant(line);
  const claimant: Record<string, unknown> = { username };
  for (const fact of facts) {
    const [name = '', value] = fact.split(/=(.*)/s);
    const key = FACTS.get(name);
    if (key === undefined || value === undefined || value === '') throw notAClaimant(line);
    claimant[key.name] = key.isList ? value.split(',') : value;
  }
  return claimant as unknown as Claimant;
}

function notAClaimant(line: string): UserError {
  return new UserError(
    `Input \`claimants\` has \`${line}\`; write a user name and then facts, such as \`alice groups=Everyone,developers roles=member login-type=oidc\`.`,
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
