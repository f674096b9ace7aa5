import { createHash, randomBytes, randomUUID } from 'node:crypto';

export type Environment = Readonly<Record<string, string>>;
/** Values by the name of a `coder_parameter`. */
export type Values = ReadonlyMap<string, string>;

/**
 * Who builds, as a real server of January 2026 told it to Terraform. Written
 * from its recordings, and on purpose not with what a rehearsal uses: a proof
 * that shares its inputs proves nothing of them.
 */
export interface Person {
  readonly username: string;
  /** Empty unless the user has set one; the provider then reads `default`. */
  readonly fullName: string;
  readonly email: string;
  readonly id: string;
  readonly groups: readonly string[];
  /** On top of those that everybody has. */
  readonly roles: readonly string[];
  readonly loginType: string;
  readonly hasKeys: boolean;
  readonly oidcAccessToken: string;
  /** External authentications that are linked. */
  readonly links: readonly string[];
  readonly workspace: string;
}

/** Owns every prebuild. */
export const PREBUILDS: Person = {
  username: 'prebuilds',
  fullName: 'Prebuilds Owner',
  email: 'prebuilds@system',
  id: 'c42fdf75-3097-471c-8c33-fb52454d81c0',
  groups: ['Everyone', 'coderprebuiltworkspaces'],
  roles: [],
  loginType: 'none',
  hasKeys: false,
  oidcAccessToken: '',
  links: [],
  workspace: 'prebuild-k5x2mq7hzt3wbn4',
};

/** An ordinary user who never touched the profile. */
export const ALICE: Person = {
  username: 'alice',
  fullName: '',
  email: 'alice@example.com',
  id: '7e57ab1e-0000-4000-8000-000000000001',
  groups: ['Everyone'],
  roles: [],
  loginType: 'password',
  hasKeys: true,
  oidcAccessToken: '',
  links: [],
  workspace: 'alice-ws',
};

/** Has all that a user can have. */
export const BOB: Person = {
  username: 'bobby',
  fullName: 'Bob Builder',
  email: 'bobby@example.org',
  id: '1b0bb1e5-2222-4222-9222-00000000000b',
  groups: ['Everyone', 'platform', 'backend'],
  roles: ['template-admin'],
  loginType: 'oidc',
  hasKeys: true,
  oidcAccessToken: 'oidc-access-of-bobby',
  links: ['github'],
  workspace: 'tinker-box',
};

/** Before any build: nobody owns anything, and no parameter has a value. */
export function importEnvironment(transition: 'start' | 'stop'): Environment {
  const empty = ['ID', 'NAME', 'BUILD_ID', 'TEMPLATE_ID', 'TEMPLATE_NAME', 'TEMPLATE_VERSION'].map((name) => [
    `CODER_WORKSPACE_${name}`,
    '',
  ]);
  const ofNobody = OF_AN_OWNER.map((name) => [`CODER_WORKSPACE_OWNER${name}`, '']);
  return {
    ...SCRIPTS,
    ...Object.fromEntries([...empty, ...ofNobody]),
    CODER_AGENT_URL: ACCESS_URL,
    CODER_TASK_ID: '',
    CODER_TASK_PROMPT: '',
    CODER_WORKSPACE_TRANSITION: transition,
    CODER_WORKSPACE_OWNER_GROUPS: '["Everyone"]',
    CODER_WORKSPACE_OWNER_RBAC_ROLES: 'null',
  };
}

export function prebuildEnvironment(workspaceId: string, values: Values): Environment {
  return {
    ...buildEnvironment(PREBUILDS, workspaceId),
    ...parameters('CODER_PARAMETER_', values),
    CODER_WORKSPACE_IS_PREBUILD: 'true',
  };
}

/** `agentToken` is that of the only agent that Coder has stored. */
export function claimEnvironment(
  person: Person,
  workspaceId: string,
  values: Values,
  previous: Values,
  agentToken: string | undefined,
): Environment {
  return {
    ...buildEnvironment(person, workspaceId),
    ...parameters('CODER_PARAMETER_', values),
    ...parameters('CODER_PARAMETER_PREVIOUS_', previous),
    ...links(person),
    CODER_WORKSPACE_IS_PREBUILD_CLAIM: 'true',
    ...(agentToken === undefined ? {} : { [`CODER_RUNNING_WORKSPACE_AGENT_TOKEN_${sha256('')}`]: agentToken }),
  };
}

/** What Coder tells an apply: no parameter, no earlier value, no external authentication. */
export function applyEnvironment(plan: Environment): Environment {
  return Object.fromEntries(Object.entries(plan).filter(([name]) => !/PARAMETER|EXTERNAL_AUTH|GIT_AUTH/.test(name)));
}

function buildEnvironment(person: Person, workspaceId: string): Environment {
  return {
    ...SCRIPTS,
    CODER_AGENT_URL: ACCESS_URL,
    CODER_TASK_ID: '00000000-0000-0000-0000-000000000000',
    CODER_TASK_PROMPT: '',
    CODER_WORKSPACE_BUILD_ID: randomUUID(),
    CODER_WORKSPACE_ID: workspaceId,
    CODER_WORKSPACE_NAME: person.workspace,
    CODER_WORKSPACE_TEMPLATE_ID: 'd7a3c9e0-4444-4444-8444-000000000004',
    CODER_WORKSPACE_TEMPLATE_NAME: 'proof',
    CODER_WORKSPACE_TEMPLATE_VERSION: 'v1',
    CODER_WORKSPACE_TRANSITION: 'start',
    CODER_WORKSPACE_OWNER: person.username,
    CODER_WORKSPACE_OWNER_NAME: person.fullName,
    CODER_WORKSPACE_OWNER_EMAIL: person.email,
    CODER_WORKSPACE_OWNER_ID: person.id,
    CODER_WORKSPACE_OWNER_GROUPS: JSON.stringify(person.groups),
    CODER_WORKSPACE_OWNER_RBAC_ROLES: JSON.stringify([
      ...person.roles.map((name) => ({ name })),
      { name: 'member' },
      { name: 'organization-member', org_id: ORGANIZATION },
    ]),
    CODER_WORKSPACE_OWNER_LOGIN_TYPE: person.loginType,
    CODER_WORKSPACE_OWNER_OIDC_ACCESS_TOKEN: person.oidcAccessToken,
    // Minted at every start, for the prebuilds user too.
    CODER_WORKSPACE_OWNER_SESSION_TOKEN: `${randomText(10)}-${randomText(22)}`,
    CODER_WORKSPACE_OWNER_SSH_PUBLIC_KEY: person.hasKeys ? `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5${person.username}\n` : '',
    CODER_WORKSPACE_OWNER_SSH_PRIVATE_KEY: person.hasKeys ? `a private key of ${person.username}\n` : '',
  };
}

function links({ links: ids, username }: Person): Environment {
  return Object.fromEntries(
    ids.flatMap((id) => [
      [`CODER_EXTERNAL_AUTH_ACCESS_TOKEN_${id}`, `access-${id}-${username}`],
      [`CODER_GIT_AUTH_ACCESS_TOKEN_${id}`, `access-${id}-${username}`],
    ]),
  );
}

function parameters(prefix: string, values: Values): Environment {
  return Object.fromEntries([...values].map(([name, value]) => [`${prefix}${sha256(name)}`, value]));
}

function randomText(length: number): string {
  return randomBytes(length).toString('base64url').slice(0, length);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

const ACCESS_URL = 'https://coder.example.com';
const ORGANIZATION = '9f0f0a75-a15a-4c1a-9000-000000000009';
const OF_AN_OWNER = [
  '',
  '_NAME',
  '_EMAIL',
  '_ID',
  '_LOGIN_TYPE',
  '_OIDC_ACCESS_TOKEN',
  '_SESSION_TOKEN',
  '_SSH_PUBLIC_KEY',
  '_SSH_PRIVATE_KEY',
];

const PLATFORMS = ['darwin_amd64', 'darwin_arm64', 'linux_amd64', 'linux_arm64', 'linux_armv7', 'windows_amd64'];
const SCRIPTS: Environment = Object.fromEntries(
  [...PLATFORMS, 'windows_arm64'].map((platform) => [
    `CODER_AGENT_SCRIPT_${platform}`,
    `#!/bin/sh\n# \${ACCESS_URL} \${AUTH_TYPE}\n`,
  ]),
);
