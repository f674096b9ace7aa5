/**
 * Measures what a provider reads back otherwise than it was written: applies
 * each template of `fixtures/read-back` on a real Docker engine, plans again
 * with a refresh as Coder's next build does, and writes down what that changes,
 * for every version of the provider in the mirror. Needs root, Terraform, and
 * Debian's `docker.io`; the engine runs in namespaces of its own.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

const PROBES = 'fixtures/read-back';
const MEASURED = `${PROBES}/measured.json`;
const SOURCE = 'kreuzwerker/docker';
const MIRROR = process.argv[2] ?? join(homedir(), '.cache/prebuild-guard/providers');

/** By version, then by template. */
type Measured = Record<string, Record<string, Observation>>;

interface Observation {
  readonly effect: 'none' | 'updates' | 'replaces' | 'refused';
  /** Where it differs, or the provider's own words. */
  readonly because: readonly string[];
}

const engine = mkdtempSync(join(tmpdir(), 'read-back-engine-'));
const started = execFileSync('bash', ['scripts/providers/docker-engine.sh', 'start', engine], { encoding: 'utf8' });
const host = /^DOCKER_HOST=(.*)$/m.exec(started)?.[1] ?? '';
try {
  const measured: Measured = existsSync(MEASURED) ? (JSON.parse(readFileSync(MEASURED, 'utf8')) as Measured) : {};
  for (const version of readdirSync(join(MIRROR, 'registry.terraform.io', SOURCE))) {
    const probes = readdirSync(PROBES).filter((name) => existsSync(join(PROBES, name, 'main.tf')));
    measured[version] = Object.fromEntries(probes.map((name) => [name, observe(name, version)]));
  }
  writeFileSync(MEASURED, `${JSON.stringify(measured, undefined, 2)}\n`);
} finally {
  execFileSync('bash', ['scripts/providers/docker-engine.sh', 'stop', engine]);
  rmSync(engine, { recursive: true, force: true });
}

function observe(name: string, version: string): Observation {
  const cwd = mkdtempSync(join(tmpdir(), `read-back-${name}-`));
  const rc = join(cwd, 'terraform.rc');
  writeFileSync(rc, `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(MIRROR)}\n  }\n}\n`);
  const terraform = (...words: readonly string[]) =>
    execFileSync('terraform', words, {
      cwd,
      encoding: 'utf8',
      stdio: 'pipe',
      maxBuffer: 2 ** 26,
      env: { ...process.env, DOCKER_HOST: host, TF_CLI_CONFIG_FILE: rc, TF_IN_AUTOMATION: '1' },
    });
  try {
    cpSync(join(PROBES, name, 'main.tf'), join(cwd, 'main.tf'));
    const pinned = `terraform {\n  required_providers {\n    docker = {\n      source  = "${SOURCE}"\n      version = "${version}"\n    }\n  }\n}\n`;
    writeFileSync(join(cwd, 'version_override.tf'), pinned);
    terraform('init', '-input=false');
    terraform('apply', '-input=false', '-auto-approve');
    terraform('plan', '-input=false', '-out=again.tfplan');
    return observed(terraform('show', '-json', 'again.tfplan'));
  } catch (error) {
    return { effect: 'refused', because: wordsOf(error) };
  } finally {
    try {
      terraform('destroy', '-input=false', '-auto-approve');
    } catch {
      // The engine is thrown away with all that is in it.
    }
    rmSync(cwd, { recursive: true, force: true });
  }
}

interface ShownPlan {
  readonly resource_changes: readonly {
    readonly address: string;
    readonly change: {
      readonly actions: readonly string[];
      readonly before: Readonly<Record<string, unknown>>;
      readonly after: Readonly<Record<string, unknown>>;
      readonly replace_paths?: readonly (readonly (string | number)[])[];
    };
  }[];
}

function observed(json: string): Observation {
  const { resource_changes: changes } = JSON.parse(json) as ShownPlan;
  const change = changes.find(({ address }) => address === 'docker_container.workspace')?.change;
  if (change === undefined || change.actions.join() === 'no-op') return { effect: 'none', because: [] };
  if (change.actions.includes('delete')) {
    return { effect: 'replaces', because: (change.replace_paths ?? []).map((path) => path.join('.')) };
  }
  const names = Object.keys(change.after).filter(
    (name) => JSON.stringify(change.before[name]) !== JSON.stringify(change.after[name]),
  );
  return { effect: 'updates', because: names };
}

function wordsOf(error: unknown): readonly string[] {
  const output = (error as { readonly stderr?: string }).stderr ?? String(error);
  return output
    .split('\n')
    .filter((line) => line.includes('Error:'))
    .map((line) => line.replace(/^\W*/, '').trim());
}
