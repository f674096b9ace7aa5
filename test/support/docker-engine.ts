import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

/** A Docker engine of a test's own, with the real provider to reach it. */
export interface DockerEngine {
  /** For a process that is to use it. */
  readonly environment: Readonly<Record<string, string>>;
  /** Names of the containers, running or not. */
  containers(): readonly string[];
  volumes(): readonly string[];
  /** Removes them all. */
  clear(): void;
  stop(): void;
}

/** Undefined, with a line that says why, where there can be none. */
export function startDockerEngine(): DockerEngine | undefined {
  const reason = whyNot();
  if (reason !== undefined) {
    console.warn(`Skipped: tests on a real Docker engine need ${reason}.`);
    return undefined;
  }
  const directory = mkdtempSync(join(tmpdir(), 'engine-'));
  const script = (verb: string): string =>
    execFileSync('bash', ['test/support/docker-engine.sh', verb, directory], { encoding: 'utf8', stdio: 'pipe' });
  const host = /^DOCKER_HOST=(\S+)$/m.exec(attempt(() => script('start')) ?? '')?.[1];
  if (host === undefined) {
    console.warn('Skipped: no Docker engine can be started here; namespaces or overlays may be forbidden.');
    rmSync(directory, { recursive: true, force: true });
    return undefined;
  }
  const terraformConfiguration = join(directory, 'terraform.rc');
  writeFileSync(
    terraformConfiguration,
    `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(MIRROR)}\n  }\n}\n`,
  );
  const environment = { DOCKER_HOST: host, TF_CLI_CONFIG_FILE: terraformConfiguration };
  const docker = (...words: readonly string[]): readonly string[] =>
    execFileSync('docker', words, { encoding: 'utf8', env: { ...process.env, ...environment } })
      .split('\n')
      .filter((line) => line !== '');
  const containers = () => docker('ps', '--all', '--format', '{{.Names}}');
  const volumes = () => docker('volume', 'ls', '--format', '{{.Name}}');
  return {
    environment,
    containers,
    volumes,
    clear() {
      for (const container of containers()) docker('rm', '--force', container);
      for (const volume of volumes()) docker('volume', 'rm', '--force', volume);
    },
    stop() {
      attempt(() => script('stop'));
      rmSync(directory, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
    },
  };
}

/** Where `npm run test:providers` builds the real providers. */
const MIRROR = join(homedir(), '.cache', 'prebuild-guard', 'providers');

const PROVIDERS = ['coder/coder', 'kreuzwerker/docker'];

function whyNot(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'Linux and root';
  if (['dockerd', 'docker', 'unshare'].some((program) => !isThere(program)) || !existsSync('/bin/busybox')) {
    return "Debian's `docker.io` and `busybox-static`";
  }
  const missing = PROVIDERS.filter((name) => !existsSync(join(MIRROR, 'registry.terraform.io', name)));
  return missing.length === 0 ? undefined : `${missing.join(' and ')}, which \`npm run test:providers\` builds`;
}

function isThere(program: string): boolean {
  return attempt(() => execFileSync('sh', ['-c', `command -v ${program}`], { stdio: 'pipe' })) !== undefined;
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
