import type { Claimant } from '../../requests.ts';

/** Who builds or claims: what a `coder_workspace_owner` is read from. */
export interface Persona {
  readonly username: string;
  readonly fullName: string;
  readonly email: string;
  readonly id: string;
  readonly groups: readonly string[];
  readonly roles: readonly Role[];
  readonly loginType: string;
  readonly sshPublicKey: string;
  readonly sshPrivateKey: string;
  readonly sessionToken: string;
  readonly oidcAccessToken: string;
  /** The name that the workspace gets. */
  readonly workspace: string;
  /** Access tokens by the id of the external authentication. */
  readonly externalAuth: ReadonlyMap<string, string>;
}

export interface Role {
  readonly name: string;
  /** Empty for a role of the whole site. */
  readonly organizationId: string;
}

/** Coder's system user that owns every prebuild. */
export const PREBUILDS_USER: Persona = {
  username: 'prebuilds',
  fullName: 'Prebuilds Owner',
  email: 'prebuilds@system',
  id: 'c42fdf75-3097-471c-8c33-fb52454d81c0',
  groups: ['Everyone', 'prebuilds'],
  roles: [],
  loginType: 'none',
  sshPublicKey: '',
  sshPrivateKey: '',
  sessionToken: '',
  oidcAccessToken: '',
  workspace: 'prebuild-rehearsal',
  externalAuth: new Map(),
};

/** A claimant made up from little: every value that a claim changes differs from that of any other. */
export function claimant(options: Claimant, index: number): Persona {
  const { username } = options;
  const ordinal = String(index + 1).padStart(12, '0');
  return {
    username,
    fullName: `${username.slice(0, 1).toUpperCase()}${username.slice(1)} Claimant`,
    email: options.email ?? `${username}@example.com`,
    id: `c1a1a1a1-0000-4000-8000-${ordinal}`,
    groups: options.groups ?? ['Everyone'],
    roles: (options.roles ?? []).map((name) => ({ name, organizationId: '' })),
    loginType: options.loginType ?? 'password',
    sshPublicKey: `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${username}`,
    sshPrivateKey: `rehearsal-ssh-key-of-${username}`,
    sessionToken: `rehearsal-session-of-${username}`,
    oidcAccessToken: options.loginType === 'oidc' ? `rehearsal-oidc-of-${username}` : '',
    workspace: `${username}-workspace`,
    externalAuth: new Map((options.externalAuth ?? []).map((id) => [id, `rehearsal-access-of-${username}`])),
  };
}
