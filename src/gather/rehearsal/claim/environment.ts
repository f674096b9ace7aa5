import { createHash } from 'node:crypto';
import type { Persona, Role } from './persona.ts';
import { PREBUILDS_USER } from './persona.ts';

export type Environment = Readonly<Record<string, string>>;

/** What both builds of a rehearsal have in common. */
export interface WorkspaceIdentity {
  readonly id: string;
  readonly accessUrl: string;
  readonly templateId: string;
  readonly templateName: string;
  readonly templateVersion: string;
}

/** Every value is made up; the id is fixed, because without it each plan reads a new one. */
export const REHEARSED_WORKSPACE: WorkspaceIdentity = {
  id: '5e0e0a75-a15a-4c1a-9000-000000000001',
  accessUrl: 'https://coder.rehearsal.invalid',
  templateId: '5e0e0a75-a15a-4c1a-9000-000000000002',
  templateName: 'rehearsal',
  templateVersion: 'rehearsal',
};

/** Values by name of a `coder_parameter`. */
export type ParameterValues = ReadonlyMap<string, string>;

/** What Coder gives the provider when it builds a prebuild. */
export function prebuildEnvironment(workspace: WorkspaceIdentity, parameters: ParameterValues): Environment {
  return {
    ...commonEnvironment(workspace, parameters),
    ...ownerEnvironment(PREBUILDS_USER),
    CODER_WORKSPACE_IS_PREBUILD: 'true',
  };
}

export interface Claim {
  readonly persona: Persona;
  /** Values of this build. */
  readonly parameters: ParameterValues;
  /** Values that the prebuild was built with. */
  readonly previous: ParameterValues;
  /** Undefined unless the workspace has exactly one agent: only then can Coder keep its token. */
  readonly agentToken: string | undefined;
}

/** What Coder gives the provider when somebody claims that prebuild. */
export function claimEnvironment(workspace: WorkspaceIdentity, claim: Claim): Environment {
  return {
    ...commonEnvironment(workspace, claim.parameters),
    ...ownerEnvironment(claim.persona),
    ...named('CODER_PARAMETER_PREVIOUS_', claim.previous),
    CODER_WORKSPACE_IS_PREBUILD_CLAIM: 'true',
    ...runningAgentToken(claim.agentToken),
  };
}

/** Coder sends a single agent's token under the empty agent id. */
export function runningAgentToken(token: string | undefined): Environment {
  return token === undefined ? {} : { [`CODER_RUNNING_WORKSPACE_AGENT_TOKEN_${sha256('')}`]: token };
}

/**
 * `CODER_WORKSPACE_BUILD_ID` is left out on purpose: where it is set, every
 * `coder_secret` of the template becomes required.
 */
function commonEnvironment(workspace: WorkspaceIdentity, parameters: ParameterValues): Environment {
  return {
    CODER_AGENT_URL: workspace.accessUrl,
    CODER_WORKSPACE_TRANSITION: 'start',
    CODER_WORKSPACE_ID: workspace.id,
    CODER_WORKSPACE_TEMPLATE_ID: workspace.templateId,
    CODER_WORKSPACE_TEMPLATE_NAME: workspace.templateName,
    CODER_WORKSPACE_TEMPLATE_VERSION: workspace.templateVersion,
    CODER_TASK_ID: '',
    CODER_TASK_PROMPT: '',
    ...AGENT_SCRIPTS,
    ...named('CODER_PARAMETER_', parameters),
  };
}

/** Groups and roles are JSON: an empty string in their place is an error of the provider. */
function ownerEnvironment(owner: Persona): Environment {
  const externalAuth = [...owner.externalAuth].map(([id, token]) => [`CODER_EXTERNAL_AUTH_ACCESS_TOKEN_${id}`, token]);
  return {
    CODER_WORKSPACE_NAME: owner.workspace,
    CODER_WORKSPACE_OWNER: owner.username,
    CODER_WORKSPACE_OWNER_NAME: owner.fullName,
    CODER_WORKSPACE_OWNER_EMAIL: owner.email,
    CODER_WORKSPACE_OWNER_ID: owner.id,
    CODER_WORKSPACE_OWNER_GROUPS: JSON.stringify(owner.groups),
    CODER_WORKSPACE_OWNER_RBAC_ROLES: JSON.stringify(owner.roles.map(wireRole)),
    CODER_WORKSPACE_OWNER_SSH_PUBLIC_KEY: owner.sshPublicKey,
    CODER_WORKSPACE_OWNER_SSH_PRIVATE_KEY: owner.sshPrivateKey,
    CODER_WORKSPACE_OWNER_SESSION_TOKEN: owner.sessionToken,
    CODER_WORKSPACE_OWNER_OIDC_ACCESS_TOKEN: owner.oidcAccessToken,
    CODER_WORKSPACE_OWNER_LOGIN_TYPE: owner.loginType,
    ...Object.fromEntries(externalAuth),
  };
}

function wireRole({ name, organizationId }: Role): { name: string; org_id: string } {
  return { name, org_id: organizationId };
}

function named(prefix: string, values: ParameterValues): Environment {
  return Object.fromEntries([...values].map(([name, value]) => [`${prefix}${sha256(name)}`, value]));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * It stays, as an agent does: a container whose main process ends at once is no
 * prebuild. A shell ends by the first request, also as the first process of a
 * container, where a signal without a trap is ignored.
 */
const AGENT_SCRIPT = `#!/bin/sh
# rehearsal \${ACCESS_URL} \${AUTH_TYPE}
trap 'exit 0' TERM INT
while :; do sleep 3600 & wait $!; done
`;

const AGENT_SCRIPT_WINDOWS = `# rehearsal \${ACCESS_URL} \${AUTH_TYPE}
while ($true) { Start-Sleep -Seconds 3600 }
`;

const AGENT_SCRIPTS: Environment = Object.fromEntries(
  ['linux', 'darwin', 'windows'].flatMap((os) =>
    ['amd64', 'arm64', 'armv7'].map((arch) => [
      `CODER_AGENT_SCRIPT_${os}_${arch}`,
      os === 'windows' ? AGENT_SCRIPT_WINDOWS : AGENT_SCRIPT,
    ]),
  ),
);
