import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { delimiter, isAbsolute, join, resolve } from 'node:path';
import type { HostEnvironment } from './host-environment.ts';

/** The names to look for, the preferred one first: Coder itself runs Terraform. */
const NAMES = ['terraform', 'tofu'] as const;

/**
 * The program that plans: the one that was asked for, by path or by name, or the
 * first on the `PATH`. Undefined where it is not there.
 */
export async function findTerraform(
  asked: string | undefined,
  host: HostEnvironment,
  platform: string,
): Promise<string | undefined> {
  if (asked !== undefined && /[\\/]/.test(asked)) {
    const path = resolve(asked);
    return (await isExecutable(path)) ? path : undefined;
  }
  const directories = (host['PATH'] ?? host['Path'] ?? '')
    .split(delimiter)
    .filter((directory) => isAbsolute(directory));
  const endings = platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
  for (const name of asked === undefined ? NAMES : [asked]) {
    for (const directory of directories) {
      for (const ending of endings) {
        const path = join(directory, `${name}${ending}`);
        if (await isExecutable(path)) return path;
      }
    }
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
