import type { CoderRelease } from '../../../model/template/coder-release.ts';

/** Builds that Coder's provisioner runs Terraform for. A claim is a build of a prebuild that has got an owner. */
export type Build =
  | 'import'
  | 'import-stop'
  | 'dry-run'
  | 'prebuild'
  | 'claim'
  | 'create'
  | 'stop'
  | 'start'
  | 'update'
  | 'delete'
  /** An administrator stops and starts a prebuild; no flag says then that it is one. */
  | 'prebuild-stop'
  | 'prebuild-start'
  /** The reconciler deletes one, and says so. */
  | 'prebuild-delete';

/** What stands behind a variable. `unset` is not in the environment at all, `empty` is there with nothing in it. */
export type Value =
  | 'unset'
  | 'empty'
  | 'true'
  | 'null'
  | 'everyone'
  | 'access-url'
  | 'script'
  | 'windows-script'
  | 'build-id'
  | 'workspace-id'
  | 'workspace-name'
  | 'template-id'
  | 'template-name'
  | 'template-version'
  | 'transition'
  | 'task-id'
  | 'task-prompt'
  | 'owner'
  | 'owner-id'
  | 'owner-name'
  | 'owner-email'
  | 'owner-groups'
  | 'owner-roles'
  | 'owner-login-type'
  | 'owner-session-token'
  | 'owner-oidc-token'
  | 'owner-ssh-public-key'
  | 'owner-ssh-private-key'
  | 'parameters'
  | 'previous-parameters'
  | 'agent-token'
  | 'external-auth'
  | 'secrets';

/** One variable, or a family of them whose names end in what they are about. */
export interface Row {
  readonly name: string;
  readonly value: Value;
  /** Builds that differ. */
  readonly except?: Readonly<Partial<Record<Build, Value>>>;
  /** Coder gives it to `terraform plan` alone: what is read during an apply has defaults. */
  readonly isPlanOnly?: true;
  /** The last release line of the server that sends it; the newest does where absent. */
  readonly until?: CoderRelease;
  readonly source: string;
}

/** Tasks left the server with the line after this. */
export const LAST_WITH_TASKS: CoderRelease = [2, 36];

const EMPTY_AT_IMPORT = { import: 'empty', 'import-stop': 'empty' } as const;
const UNSET_AT_IMPORT = { import: 'unset', 'import-stop': 'unset' } as const;
/** Neither an import nor a dry run has a workspace. */
const EMPTY_BEFORE_A_BUILD = { ...EMPTY_AT_IMPORT, 'dry-run': 'empty' } as const;
const UNSET_BEFORE_A_BUILD = { ...UNSET_AT_IMPORT, 'dry-run': 'unset' } as const;

const BUILD = 'provisionEnv';
const OWNER = 'provisionEnv; provisionerdserver.acquireProtoJob';

/**
 * Everything that Coder's provisioner tells Terraform, measured on a real server
 * of January 2026 (`fixtures/environment.md`, which a test compares with this);
 * the functions that write it are named beside.
 */
export const ENVIRONMENT: readonly Row[] = [
  { name: 'CODER_AGENT_URL', value: 'access-url', source: BUILD },
  { name: 'CODER_WORKSPACE_TRANSITION', value: 'transition', source: BUILD },
  { name: 'CODER_WORKSPACE_ID', value: 'workspace-id', except: EMPTY_AT_IMPORT, source: BUILD },
  { name: 'CODER_WORKSPACE_NAME', value: 'workspace-name', except: EMPTY_AT_IMPORT, source: BUILD },
  { name: 'CODER_WORKSPACE_BUILD_ID', value: 'build-id', except: EMPTY_BEFORE_A_BUILD, source: BUILD },
  {
    name: 'CODER_WORKSPACE_IS_PREBUILD',
    value: 'unset',
    except: { prebuild: 'true', 'prebuild-delete': 'true' },
    source: 'provisionEnv; provider.IsPrebuildEnvironmentVariable',
  },
  {
    name: 'CODER_WORKSPACE_IS_PREBUILD_CLAIM',
    value: 'unset',
    except: { claim: 'true' },
    source: 'provisionEnv; provider.IsPrebuildClaimEnvironmentVariable',
  },
  { name: 'CODER_WORKSPACE_TEMPLATE_ID', value: 'template-id', except: EMPTY_BEFORE_A_BUILD, source: BUILD },
  { name: 'CODER_WORKSPACE_TEMPLATE_NAME', value: 'template-name', except: EMPTY_BEFORE_A_BUILD, source: BUILD },
  { name: 'CODER_WORKSPACE_TEMPLATE_VERSION', value: 'template-version', except: EMPTY_BEFORE_A_BUILD, source: BUILD },
  { name: 'CODER_WORKSPACE_OWNER', value: 'owner', except: EMPTY_AT_IMPORT, source: OWNER },
  { name: 'CODER_WORKSPACE_OWNER_ID', value: 'owner-id', except: EMPTY_AT_IMPORT, source: OWNER },
  { name: 'CODER_WORKSPACE_OWNER_NAME', value: 'owner-name', except: EMPTY_BEFORE_A_BUILD, source: OWNER },
  { name: 'CODER_WORKSPACE_OWNER_EMAIL', value: 'owner-email', except: EMPTY_BEFORE_A_BUILD, source: OWNER },
  {
    name: 'CODER_WORKSPACE_OWNER_GROUPS',
    value: 'owner-groups',
    except: { import: 'everyone', 'import-stop': 'everyone', 'dry-run': 'everyone' },
    source: OWNER,
  },
  {
    name: 'CODER_WORKSPACE_OWNER_RBAC_ROLES',
    value: 'owner-roles',
    except: { import: 'null', 'import-stop': 'null', 'dry-run': 'null' },
    source: OWNER,
  },
  { name: 'CODER_WORKSPACE_OWNER_LOGIN_TYPE', value: 'owner-login-type', except: EMPTY_BEFORE_A_BUILD, source: OWNER },
  {
    name: 'CODER_WORKSPACE_OWNER_SESSION_TOKEN',
    value: 'owner-session-token',
    except: {
      ...EMPTY_BEFORE_A_BUILD,
      stop: 'empty',
      delete: 'empty',
      'prebuild-stop': 'empty',
      'prebuild-delete': 'empty',
    },
    source: 'provisionEnv; provisionerdserver.regenerateSessionToken, at every start',
  },
  {
    name: 'CODER_WORKSPACE_OWNER_OIDC_ACCESS_TOKEN',
    value: 'owner-oidc-token',
    except: EMPTY_BEFORE_A_BUILD,
    source: 'provisionEnv; provisionerdserver.obtainOIDCAccessToken',
  },
  {
    name: 'CODER_WORKSPACE_OWNER_SSH_PUBLIC_KEY',
    value: 'owner-ssh-public-key',
    except: EMPTY_BEFORE_A_BUILD,
    source: 'provisionEnv; ssh.MarshalAuthorizedKey ends it with a line break',
  },
  {
    name: 'CODER_WORKSPACE_OWNER_SSH_PRIVATE_KEY',
    value: 'owner-ssh-private-key',
    except: EMPTY_BEFORE_A_BUILD,
    source: 'provisionEnv; gitsshkey.Generate writes OpenSSH PEM',
  },
  {
    name: 'CODER_TASK_ID',
    value: 'task-id',
    except: EMPTY_BEFORE_A_BUILD,
    until: LAST_WITH_TASKS,
    source: 'provisionEnv; the nil UUID where there is no task; tasks left the server with 2.37',
  },
  {
    name: 'CODER_TASK_PROMPT',
    value: 'task-prompt',
    except: EMPTY_BEFORE_A_BUILD,
    until: LAST_WITH_TASKS,
    source: 'provisionEnv; tasks left the server with 2.37',
  },
  {
    name: 'CODER_PARAMETER_',
    value: 'parameters',
    except: UNSET_AT_IMPORT,
    isPlanOnly: true,
    source: 'provisionEnv; provider.ParameterEnvironmentVariable hashes the name',
  },
  {
    name: 'CODER_PARAMETER_PREVIOUS_',
    value: 'previous-parameters',
    except: { ...UNSET_BEFORE_A_BUILD, prebuild: 'unset', create: 'unset' },
    isPlanOnly: true,
    source: 'provisionEnv; provider.ParameterEnvironmentVariablePrevious hashes the name',
  },
  {
    name: 'CODER_EXTERNAL_AUTH_ACCESS_TOKEN_',
    value: 'external-auth',
    except: UNSET_BEFORE_A_BUILD,
    isPlanOnly: true,
    source: 'provisionEnv; provider.ExternalAuthAccessTokenEnvironmentVariable; unset without a link',
  },
  {
    name: 'CODER_GIT_AUTH_ACCESS_TOKEN_',
    value: 'external-auth',
    except: UNSET_BEFORE_A_BUILD,
    isPlanOnly: true,
    source: 'provisionEnv; the same token under its old name',
  },
  {
    name: 'CODER_SECRET_',
    value: 'secrets',
    except: UNSET_BEFORE_A_BUILD,
    isPlanOnly: true,
    source:
      'provider.SecretEnvEnvironmentVariable, SecretFileEnvironmentVariable; provider 2.16 and 2.17 alone read them',
  },
  {
    name: 'CODER_RUNNING_WORKSPACE_AGENT_TOKEN_',
    value: 'unset',
    except: { claim: 'agent-token' },
    source: 'provisionEnv; provider.RunningAgentTokenEnvironmentVariable; exactly one agent goes under the empty id',
  },
  ...[
    'darwin_amd64',
    'darwin_arm64',
    'linux_amd64',
    'linux_arm64',
    'linux_armv7',
    'windows_amd64',
    'windows_arm64',
  ].map(
    (platform): Row => ({
      name: `CODER_AGENT_SCRIPT_${platform}`,
      value: platform.startsWith('windows') ? 'windows-script' : 'script',
      source: 'provisionersdk.AgentScriptEnv',
    }),
  ),
];

/** Plan and apply alike. */
export function valueAt({ value, except }: Row, build: Build): Value {
  return except?.[build] ?? value;
}

export function transitionOf(build: Build): 'start' | 'stop' | 'destroy' {
  switch (build) {
    case 'import-stop':
    case 'stop':
    case 'prebuild-stop':
      return 'stop';
    case 'delete':
    case 'prebuild-delete':
      return 'destroy';
    default:
      return 'start';
  }
}
