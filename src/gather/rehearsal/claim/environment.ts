import { createHash } from 'node:crypto';
import { type CoderRelease, isUpTo } from '../../../model/template/coder-release.ts';
import { type Build, ENVIRONMENT, type Row, transitionOf, type Value, valueAt } from './environment-table.ts';
import { NOBODY, type Persona, PREBUILDS_USER, type Role } from './persona.ts';

export type Environment = Readonly<Record<string, string>>;

/** What all builds of a rehearsal have in common. */
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

const NO_VALUES: ParameterValues = new Map();

/** Everything that a build is told. */
export interface BuildFacts {
  readonly workspace: WorkspaceIdentity;
  readonly owner: Persona;
  /** Values of this build. */
  readonly parameters: ParameterValues;
  /** Values that the build before it had. */
  readonly previous: ParameterValues;
  /** Undefined unless Coder knows exactly one agent of the prebuild: only then can it hand the token over. */
  readonly agentToken: string | undefined;
}

/** Terraform is run twice for a build, and an apply is told less than the plan. */
export type Phase = 'plan' | 'apply';

/**
 * What Coder's provisioner adds to the environment of Terraform. Without a
 * release it is what any of them adds: a provider takes a variable that tells of
 * no task for one that is not there.
 */
export function buildEnvironment(build: Build, phase: Phase, facts: BuildFacts, release?: CoderRelease): Environment {
  const rows = ENVIRONMENT.filter((row) => sendsRow(release, row) && !(phase === 'apply' && row.isPlanOnly === true));
  return Object.assign({}, ...rows.map((row) => variablesOf(row, build, facts)));
}

/** A template that is pushed: Coder plans it without a workspace, and without an owner. */
export function importEnvironment(
  { accessUrl }: WorkspaceIdentity,
  transition: 'start' | 'stop',
  release?: CoderRelease,
  /** Those of a preset, for what Coder's own evaluation of a template shows beside; an import has none. */
  parameters: ParameterValues = NO_VALUES,
): Environment {
  const workspace = { ...REHEARSED_WORKSPACE, accessUrl };
  const facts = { workspace, owner: NOBODY, parameters: NO_VALUES, previous: NO_VALUES, agentToken: undefined };
  return {
    ...buildEnvironment(transition === 'start' ? 'import' : 'import-stop', 'plan', facts, release),
    ...named('CODER_PARAMETER_', parameters, sha256),
  };
}

/** What Coder gives the provider when it builds a prebuild. */
export function prebuildEnvironment(
  workspace: WorkspaceIdentity,
  parameters: ParameterValues,
  phase: Phase = 'plan',
  release?: CoderRelease,
): Environment {
  const facts = { workspace, owner: PREBUILDS_USER, parameters, previous: NO_VALUES, agentToken: undefined };
  return buildEnvironment('prebuild', phase, facts, release);
}

export interface Claim {
  readonly persona: Persona;
  /** Values of this build. */
  readonly parameters: ParameterValues;
  /** Values that the prebuild was built with. */
  readonly previous: ParameterValues;
  readonly agentToken: string | undefined;
}

/** What Coder gives the provider when somebody claims that prebuild. */
export function claimEnvironment(
  workspace: WorkspaceIdentity,
  { persona, ...claim }: Claim,
  release?: CoderRelease,
): Environment {
  return buildEnvironment('claim', 'plan', { workspace, owner: persona, ...claim }, release);
}

/** Coder sends a single agent's token under the empty agent id. */
export function runningAgentToken(token: string | undefined): Environment {
  return token === undefined ? {} : { [`CODER_RUNNING_WORKSPACE_AGENT_TOKEN_${sha256('')}`]: token };
}

function sendsRow(release: CoderRelease | undefined, { until }: Row): boolean {
  return until === undefined || release === undefined || isUpTo(release, until);
}

/** Nothing, one variable, or one for each that a family has. */
function variablesOf(row: Row, build: Build, facts: BuildFacts): Environment {
  const value = valueAt(row, build);
  switch (value) {
    case 'parameters':
      return named(row.name, facts.parameters, sha256);
    case 'previous-parameters':
      return named(row.name, facts.previous, sha256);
    case 'external-auth':
      return named(row.name, facts.owner.externalAuth, String);
    case 'secrets':
      return named(row.name, facts.owner.secrets, String);
    case 'agent-token':
      return runningAgentToken(facts.agentToken);
    case 'unset':
      return {};
    default:
      return { [row.name]: textOf(value, build, facts) };
  }
}

type Plain = Exclude<
  Value,
  'parameters' | 'previous-parameters' | 'external-auth' | 'secrets' | 'agent-token' | 'unset'
>;

function textOf(value: Plain, build: Build, { workspace, owner }: BuildFacts): string {
  switch (value) {
    case 'empty':
      return '';
    case 'true':
    case 'null':
      return value;
    case 'everyone':
      return JSON.stringify(['Everyone']);
    case 'access-url':
      return workspace.accessUrl;
    case 'script':
      return AGENT_SCRIPT;
    case 'windows-script':
      return AGENT_SCRIPT_WINDOWS;
    case 'build-id':
      return madeUpBuildId(build);
    case 'workspace-id':
      return workspace.id;
    case 'workspace-name':
      return owner.workspace;
    case 'template-id':
      return workspace.templateId;
    case 'template-name':
      return workspace.templateName;
    case 'template-version':
      return workspace.templateVersion;
    case 'transition':
      return transitionOf(build);
    case 'task-id':
      return owner.task?.id ?? NO_TASK;
    case 'task-prompt':
      return owner.task?.prompt ?? '';
    case 'owner':
      return owner.username;
    case 'owner-id':
      return owner.id;
    case 'owner-name':
      return owner.fullName;
    case 'owner-email':
      return owner.email;
    case 'owner-groups':
      return JSON.stringify(owner.groups);
    case 'owner-roles':
      return JSON.stringify(owner.roles.map(wireRole));
    case 'owner-login-type':
      return owner.loginType;
    case 'owner-session-token':
      return owner.sessionToken;
    case 'owner-oidc-token':
      return owner.oidcAccessToken;
    case 'owner-ssh-public-key':
      return owner.sshPublicKey;
    case 'owner-ssh-private-key':
      return owner.sshPrivateKey;
  }
}

const NO_TASK = '00000000-0000-0000-0000-000000000000';

/** A role of the whole site has no organization in Coder's JSON, not an empty one. */
function wireRole({ name, organizationId }: Role): object {
  return organizationId === undefined ? { name } : { name, org_id: organizationId };
}

/** Every build has another; no data source of Coder's shows it. */
function madeUpBuildId(build: Build): string {
  return `5e0e0a75-a15a-4c1b-9000-${sha256(build).slice(0, 12)}`;
}

function named(prefix: string, values: ParameterValues, suffixOf: (name: string) => string): Environment {
  return Object.fromEntries([...values].map(([name, value]) => [`${prefix}${suffixOf(name)}`, value]));
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
