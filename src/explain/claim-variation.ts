/**
 * Why a value differs when a prebuild is claimed: it tells who owns the
 * workspace, or whether it is a prebuild, or it is new on every build, or the
 * claimant chose it, or Coder cannot hand it over.
 */
export type Variation =
  | 'identity'
  | 'prebuild-flag'
  | 'secret'
  | 'every-build'
  | 'parameter'
  | 'lost-token'
  /** Only from one minute, day or month to the next. */
  | 'time'
  /** Not a difference, but what starts an agent. */
  | 'agent-token'
  | 'agent-script';

/** Data sources of Coder whose values differ, by type; those of the workspace differ in part. */
const VARYING_DATA: ReadonlyMap<string, Variation> = new Map([
  ['coder_workspace_owner', 'identity'],
  ['coder_task', 'identity'],
  ['coder_external_auth', 'secret'],
  ['coder_git_auth', 'secret'],
  ['coder_secret', 'secret'],
]);

const OWNER_SECRETS: ReadonlySet<string> = new Set(['session_token', 'oidc_access_token', 'ssh_private_key']);

const WORKSPACE: ReadonlyMap<string, Variation> = new Map([
  ['name', 'identity'],
  // Names that older providers had on the workspace itself.
  ['owner', 'identity'],
  ['owner_id', 'identity'],
  ['owner_name', 'identity'],
  ['owner_email', 'identity'],
  ['owner_groups', 'identity'],
  ['owner_session_token', 'secret'],
  ['owner_oidc_access_token', 'secret'],
  ['is_prebuild', 'prebuild-flag'],
  ['is_prebuild_claim', 'prebuild-flag'],
  ['prebuild_count', 'prebuild-flag'],
]);

/** Their `id` is random on every read. */
const RANDOM_IDS: ReadonlySet<string> = new Set(['coder_parameter', 'coder_workspace_tags', 'coder_provisioner']);

const UNSTABLE_FUNCTIONS: ReadonlySet<string> = new Set(['timestamp', 'uuid', 'plantimestamp', 'bcrypt']);

/**
 * How an attribute of a data source differs between prebuild and claim. Without
 * an attribute, the whole object is meant. Undefined for what stays the same.
 */
export function variationOfData(type: string, attribute: string | undefined): Variation | undefined {
  if (type === 'coder_workspace') return attribute === undefined ? 'identity' : WORKSPACE.get(attribute);
  if (RANDOM_IDS.has(type)) return attribute === undefined || attribute === 'id' ? 'every-build' : undefined;
  if (type === 'coder_workspace_owner' && OWNER_SECRETS.has(attribute ?? '')) return 'secret';
  return VARYING_DATA.get(type);
}

/** How the result of a function differs, whatever it is given. */
export function variationOfFunction(name: string): Variation | undefined {
  return UNSTABLE_FUNCTIONS.has(name.replace(/^core::/, '')) ? 'every-build' : undefined;
}

/** Resources that replace themselves once their time has come, whatever the configuration says. */
const CLOCKS: ReadonlySet<string> = new Set([
  'time_rotating',
  'tls_self_signed_cert',
  'tls_locally_signed_cert',
  'acme_certificate',
]);

export function isClock(type: string): boolean {
  return CLOCKS.has(type);
}

/** Known when the plan is made, and as late as that: what is cut to the day stays the same for the day. */
export function isPlanTime(name: string): boolean {
  return name.replace(/^core::/, '') === 'plantimestamp';
}
