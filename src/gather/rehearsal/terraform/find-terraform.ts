import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { basename, delimiter, dirname, isAbsolute, join, resolve } from 'node:path';
import type { HostEnvironment } from './host-environment.ts';

/** The names to look for, the preferred one first: Coder itself runs Terraform. */
const NAMES = ['terraform', 'tofu'] as const;

/**
 * Where `hashicorp/setup-terraform` and `opentofu/setup-opentofu` say that they have
 * installed. By default they put a script there in place of the program, which
 * needs the job's own variables and writes its output twice; the program itself
 * lies beside it as `terraform-bin` or `tofu-bin`.
 */
const INSTALLED_IN = { terraform: 'TERRAFORM_CLI_PATH', tofu: 'TOFU_CLI_PATH' } as const;

/**
 * The program that plans: the one that was asked for, by path or by name, or the
 * first on the `PATH`. Undefined where it is not there.
 */
export async function findTerraform(
  asked: string | undefined,
  host: HostEnvironment,
  platform: string,
): Promise<string | undefined> {
  const endings = platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
  if (asked !== undefined && /[\\/]/.test(asked)) {
    const path = resolve(asked);
    if (!(await isExecutable(path))) return undefined;
    return (await wrapped(dirname(path), basename(path).replace(/\.\w+$/, ''), endings)) ?? path;
  }
  const directories = (host['PATH'] ?? host['Path'] ?? '')
    .split(delimiter)
    .filter((directory) => isAbsolute(directory));
  for (const name of asked === undefined ? NAMES : [asked]) {
    const installed = name === 'terraform' || name === 'tofu' ? host[INSTALLED_IN[name]] : undefined;
    const program = installed === undefined ? undefined : await wrapped(installed, name, endings);
    if (program !== undefined) return program;
    for (const directory of directories) {
      const path = await firstExecutable(directory, name, endings);
      if (path !== undefined) return (await wrapped(directory, name, endings)) ?? path;
    }
  }
  return undefined;
}

/** The program that a script of this name stands in for. */
function wrapped(directory: string, name: string, endings: readonly string[]): Promise<string | undefined> {
  return isAbsolute(directory) ? firstExecutable(directory, `${name}-bin`, endings) : Promise.resolve(undefined);
}

async function firstExecutable(
  directory: string,
  name: string,
  endings: readonly string[],
): Promise<string | undefined> {
  for (const ending of endings) {
    const path = join(directory, `${name}${ending}`);
    if (await isExecutable(path)) return path;
  }
  return undefined;
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    // Of a directory that bit says that it may be entered.
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
