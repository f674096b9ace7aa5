import type { Environment } from '../claim/environment.ts';

export type HostEnvironment = Readonly<Record<string, string | undefined>>;

/** What Terraform is told beside the variables of the build. */
const ALWAYS: Environment = { TF_IN_AUTOMATION: '1', TF_INPUT: '0', CHECKPOINT_DISABLE: '1' };

export interface HostPolicy {
  readonly platform: string;
  /** Further names that the user lets through. */
  readonly pass: readonly string[];
}

/**
 * The part of the host's environment that Terraform and its providers get: an
 * allow-list, because a pull request's own code runs in it. Never let through,
 * not even by name: the host's `CODER_*` (the build's are ours), what belongs to
 * the job (`GITHUB_*`, `ACTIONS_*`, `INPUT_*`, `RUNNER_*`), and switches that
 * change what Terraform does or writes (`TF_CLI_ARGS`, `TF_LOG`, `TF_DATA_DIR`,
 * `TF_WORKSPACE`).
 */
export function providerEnvironment(host: HostEnvironment, policy: HostPolicy): Environment {
  return { ...ALWAYS, ...pick(host, policy, (name) => isPassed(name) || policy.pass.includes(name)) };
}

/** `init` runs no code of the template, and needs credentials of registries and Git that no provider may see. */
export function installEnvironment(host: HostEnvironment, policy: HostPolicy): Environment {
  return { ...providerEnvironment(host, policy), ...pick(host, policy, (name) => INSTALL_ONLY.test(name)) };
}

/** What a value may be a secret of: nothing that holds one of these is ever shown. */
export function secretsOfHost(host: HostEnvironment, policy: HostPolicy): readonly string[] {
  const passed = installEnvironment(host, policy);
  return Object.entries(passed)
    .filter(([name]) => MAY_BE_SECRET.test(name) || policy.pass.includes(name))
    .map(([, value]) => value);
}

function pick(host: HostEnvironment, { platform }: HostPolicy, isWanted: (name: string) => boolean): Environment {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(host)) {
    if (value === undefined) continue;
    // Windows knows one variable under any case.
    const known = platform === 'win32' ? name.toUpperCase() : name;
    if (!NEVER.test(known) && (isWanted(name) || (platform === 'win32' && isWanted(known)))) kept[name] = value;
  }
  return kept;
}

function isPassed(name: string): boolean {
  return SYSTEM.test(name) || TERRAFORM.test(name) || CLOUD.test(name);
}

const NEVER =
  /^(?:CODER_|GITHUB_|GH_|ACTIONS_|INPUT_|RUNNER_|CI_JOB_TOKEN$|TF_CLI_ARGS|TF_LOG|TF_DATA_DIR$|TF_WORKSPACE$|NODE_)/;

const SYSTEM =
  /^(?:PATH|HOME|USER|LOGNAME|LANG|LC_\w+|TZ|TMPDIR|TMP|TEMP|XDG_\w+|SSL_CERT_(?:FILE|DIR)|(?:HTTPS?|NO|ALL|FTP)_PROXY|(?:https?|no|all|ftp)_proxy|SYSTEMROOT|SYSTEMDRIVE|WINDIR|COMSPEC|PATHEXT|USERPROFILE|APPDATA|LOCALAPPDATA|PROGRAMDATA|PROGRAMFILES(?:\(X86\))?|PROCESSOR_ARCHITECTURE|NUMBER_OF_PROCESSORS)$/;

const TERRAFORM =
  /^(?:TF_VAR_.+|TF_CLI_CONFIG_FILE|TERRAFORM_CONFIG|TOFU_CLI_CONFIG_FILE|TF_PLUGIN_CACHE_DIR|TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE|TF_REGISTRY_\w+|TF_PROVIDER_DOWNLOAD_RETRY|TF_REATTACH_PROVIDERS|TF_DISABLE_PLUGIN_TLS|TF_SKIP_PROVIDER_VERIFY|TF_ENCRYPTION)$/;

/** Credentials and endpoints of the clouds that templates build in, by the prefixes that their providers read. */
const CLOUD =
  /^(?:AWS|ARM|AZURE|GOOGLE|GCLOUD|CLOUDSDK|GCP|DOCKER|KUBE|KUBERNETES|HELM|DIGITALOCEAN|SPACES|HCLOUD|LINODE|VULTR|SCW|EXOSCALE|OS|OCI|ALICLOUD|ALIBABA_CLOUD|TENCENTCLOUD|IBMCLOUD|IC|YC|OVH|UPCLOUD|CIVO|EQUINIX|METAL|FLY|RAILWAY|NOMAD|CONSUL|VAULT|VSPHERE|VCD|NUTANIX|PROXMOX_VE|PROXMOX|PM|INCUS|LXD|LIBVIRT|CLOUDFLARE|TAILSCALE|ENVBUILDER)_\w+$|^KUBECONFIG$/;

const INSTALL_ONLY =
  /^(?:TF_TOKEN_.+|NETRC|SSH_AUTH_SOCK|SSH_AGENT_PID|GIT_(?:SSH|SSH_COMMAND|ASKPASS|CONFIG_\w+|TERMINAL_PROMPT))$/;

const MAY_BE_SECRET =
  /^TF_VAR_|^TF_TOKEN_|^TF_ENCRYPTION$|^GIT_CONFIG_|KEY|TOKEN|SECRET|PASS|CREDENTIAL|AUTH|PROXY|proxy|CONNECTION|SAS$/;
