import type { Claimant } from '../../requests.ts';
import { madeUpId, madeUpSecret, madeUpSession, PREBUILDS_USER_ID } from './made-up.ts';
import { madeUpSshKey } from './ssh-key.ts';

/** Who builds or claims: what a `coder_workspace_owner` is read from. */
export interface Persona {
  readonly username: string;
  /** Empty unless the user has set one; the provider reads `default` then. */
  readonly fullName: string;
  readonly email: string;
  readonly id: string;
  readonly groups: readonly string[];
  /** In the order in which Coder lists them. */
  readonly roles: readonly Role[];
  readonly loginType: string;
  readonly sshPublicKey: string;
  readonly sshPrivateKey: string;
  readonly sessionToken: string;
  readonly oidcAccessToken: string;
  /** The name that the workspace gets. */
  readonly workspace: string;
  /** Access tokens by the id of the external authentication; without a link there is none. */
  readonly externalAuth: ReadonlyMap<string, string>;
  /** The user's secrets, by the end of their variables' names. */
  readonly secrets: ReadonlyMap<string, string>;
  /** The task that the workspace is made for. */
  readonly task: Task | undefined;
}

export interface Role {
  readonly name: string;
  /** Undefined for a role of the whole site. */
  readonly organizationId: string | undefined;
}

export interface Task {
  readonly id: string;
  readonly prompt: string;
}

const TASK = '0e1d2c3b-4a59-4687-b968-57463524130f';

/** What a template asks of whoever builds it. */
export interface Asked {
  readonly externalAuth: readonly string[];
  /** Ends of the names of variables. */
  readonly secrets: readonly string[];
}

const ORGANIZATION = '5e0e0a75-a15a-4c1a-9000-000000000003';

/** Coder's system user that owns every prebuild: it has no key and no link, but a session as everybody. */
export const PREBUILDS_USER: Persona = {
  username: 'prebuilds',
  fullName: 'Prebuilds Owner',
  email: 'prebuilds@system',
  id: PREBUILDS_USER_ID,
  groups: ['Everyone', 'coderprebuiltworkspaces'],
  roles: rolesOf([]),
  loginType: 'none',
  sshPublicKey: '',
  sshPrivateKey: '',
  sessionToken: madeUpSession('prebuilds'),
  oidcAccessToken: '',
  workspace: 'prebuild-q7rmz2kdx5wuhy4',
  externalAuth: new Map(),
  secrets: new Map(),
  task: undefined,
};

/** An import is nobody's. */
export const NOBODY: Persona = { ...PREBUILDS_USER, username: '', workspace: '', id: '' };

/**
 * A claimant made up from little: every value that a claim changes differs from
 * that of any other. The first of several has neither a full name nor a link to
 * an external service, as most people who are new to a server.
 */
export function claimant(options: Claimant, index: number, asked: Asked, isOnly = false): Persona {
  const { username } = options;
  const isBare = index === 0 && !isOnly;
  const linked = options.externalAuth ?? (isBare ? [] : asked.externalAuth);
  const key = madeUpSshKey(username);
  return {
    username,
    fullName: options.fullName ?? (index === 0 ? '' : fullNameOf(username, index)),
    email: options.email ?? `${username}@${at(DOMAINS, index)}`,
    id: madeUpId(index),
    groups: options.groups ?? ['Everyone'],
    roles: rolesOf(options.roles ?? []),
    loginType: options.loginType ?? 'password',
    sshPublicKey: key.publicKey,
    sshPrivateKey: key.privateKey,
    sessionToken: madeUpSession(index),
    oidcAccessToken: options.loginType === 'oidc' ? madeUpSecret(index, 'oidc') : '',
    workspace: `${username}-${at(WORKSPACES, index)}`,
    externalAuth: new Map(linked.map((id) => [id, madeUpSecret(index, id)])),
    secrets: new Map(asked.secrets.map((name) => [name, madeUpSecret(index, name)])),
    task: options.prompt === undefined ? undefined : { id: TASK, prompt: options.prompt },
  };
}

/** Granted roles of the site, `member`, those in the organization, `organization-member`: as Coder lists them. */
function rolesOf(granted: readonly string[]): readonly Role[] {
  const inOrganization = granted.filter((name) => name.startsWith(IN_ORGANIZATION) && name !== 'organization-member');
  const ofSite = granted.filter((name) => !name.startsWith(IN_ORGANIZATION) && name !== 'member');
  return [
    ...[...ofSite, 'member'].map((name) => ({ name, organizationId: undefined })),
    ...[...inOrganization, 'organization-member'].map((name) => ({ name, organizationId: ORGANIZATION })),
  ];
}

const IN_ORGANIZATION = 'organization-';

function fullNameOf(username: string, index: number): string {
  return `${username.slice(0, 1).toUpperCase()}${username.slice(1)} ${at(SURNAMES, index)}`;
}

function at(values: readonly string[], index: number): string {
  return values[index % values.length] ?? '';
}

/** Of no two the same length or the same first letter, nor any of the prebuilds user's. */
const DOMAINS = ['example.org', 'mail.test', 'corporation.invalid', 'uni.localhost', 'dept.internal.test', 'kx.test'];

const WORKSPACES = ['workspace', 'dev', 'x', 'box-2', 'sandbox-env', 'laboratory-one', 'my-project'];

const SURNAMES = ['Adams', 'Builder', 'Cho', 'de la Fontaine', 'Eriksson', 'Fu', 'Grzybowski'];
