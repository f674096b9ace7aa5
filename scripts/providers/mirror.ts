import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { BUILDS, type ProviderBuild } from './builds.ts';

/** Real providers where Terraform finds them, and nowhere else. */
export interface Mirror {
  readonly directory: string;
  /** What `TF_CLI_CONFIG_FILE` is set to. */
  readonly configuration: string;
  /** Of providers that are running already: `TF_REATTACH_PROVIDERS`. */
  readonly attached?: Readonly<Record<string, string>>;
  /** Versions by source. */
  readonly versions: ReadonlyMap<string, readonly string[]>;
}

/** Kept between runs: the largest of the builds take a quarter of an hour. */
const DIRECTORY = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'prebuild-guard', 'providers');

const HOST = 'registry.terraform.io';

/**
 * Builds what is not there yet. Further mirrors, made by `terraform providers
 * mirror`, can be named in `PROVIDER_MIRRORS`: for a provider that is not built
 * here, such as `hashicorp/aws`, or for another version of one.
 */
export function prepareMirror(tell: (text: string) => void): Mirror {
  for (const mirror of (process.env['PROVIDER_MIRRORS'] ?? '').split(':').filter((path) => path !== '')) {
    addFrom(resolve(mirror));
  }
  for (const build of BUILDS) {
    const executable = executableOf(build);
    if (existsSync(executable)) continue;
    if (build.isLarge && process.env['LARGE_PROVIDERS'] !== '1') {
      tell(`${build.source} is not built: it is large; set LARGE_PROVIDERS=1 to have it`);
      continue;
    }
    tell(`building ${build.source} ${build.version}`);
    const problem = buildProvider(build, executable);
    if (problem !== undefined) tell(`${build.source} cannot be built: ${problem}`);
  }
  const configuration = join(DIRECTORY, 'terraform.rc');
  mkdirSync(DIRECTORY, { recursive: true });
  writeFileSync(
    configuration,
    `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(DIRECTORY)}\n  }\n}\n`,
  );
  return { directory: DIRECTORY, configuration, versions: versionsIn(DIRECTORY) };
}

/** Whether a program can be started. */
export function isThere(program: string, ...args: readonly string[]): boolean {
  return spawnSync(program, args).error === undefined;
}

function versionsIn(directory: string): ReadonlyMap<string, readonly string[]> {
  const versions = new Map<string, string[]>();
  for (const executable of executablesIn(directory)) {
    const [namespace = '', type = '', version = ''] = executable.split('/').slice(-5);
    const source = `${namespace}/${type}`;
    versions.set(source, [...(versions.get(source) ?? []), version]);
  }
  return versions;
}

function addFrom(mirror: string): void {
  for (const executable of executablesIn(mirror)) {
    const target = join(DIRECTORY, HOST, ...executable.split('/').slice(-5));
    if (existsSync(target)) continue;
    mkdirSync(dirname(target), { recursive: true });
    symlinkSync(executable, target);
  }
}

function executablesIn(mirror: string): readonly string[] {
  return globSync(`${mirror}/${HOST}/*/*/*/*/terraform-provider-*`).sort();
}

function executableOf({ source, version }: ProviderBuild): string {
  const platform = `${process.platform}_${process.arch === 'x64' ? 'amd64' : process.arch}`;
  const name = `terraform-provider-${basename(source)}_v${version}`;
  return join(DIRECTORY, HOST, source, version, platform, name);
}

/**
 * The provider's own main package, in a module of ours that replaces what it
 * declares by what is published: `go install` refuses a module whose name is
 * another than its path.
 */
function buildProvider(build: ProviderBuild, executable: string): string | undefined {
  const { module, publishedAs = module, moduleVersion, sums } = build;
  const directory = mkdtempSync(join(tmpdir(), 'build-provider-'));
  const go = (...args: readonly string[]) =>
    spawnSync('go', args, {
      cwd: directory,
      encoding: 'utf8',
      env: { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-buildvcs=false -trimpath -mod=mod' },
    });
  try {
    const requirement =
      publishedAs === module
        ? `require ${module} ${moduleVersion}`
        : `require ${module} v0.0.0-00010101000000-000000000000\nreplace ${module} => ${publishedAs} ${moduleVersion}`;
    writeFileSync(join(directory, 'go.mod'), `module build\n\ngo 1.24\n\n${requirement}\n`);
    if (sums !== undefined) {
      const [ofModule, ofGoMod] = sums;
      const lines = [
        `${publishedAs} ${moduleVersion} ${ofModule}`,
        `${publishedAs} ${moduleVersion}/go.mod ${ofGoMod}`,
      ];
      writeFileSync(join(directory, 'go.sum'), `${lines.join('\n')}\n`);
    }
    mkdirSync(dirname(executable), { recursive: true });
    const { status, stderr, error } = go('build', '-ldflags=-s -w', '-o', executable, module);
    if (status === 0) return undefined;
    return error?.message ?? stderr.trim().split('\n').at(-1);
  } finally {
    rmSync(directory, { recursive: true });
  }
}
