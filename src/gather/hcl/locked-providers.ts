import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The versions that `terraform init` chose, by source without the registry's
 * host: `kreuzwerker/docker`. From the directory where it ran, else from the
 * lock file that is kept beside the template; empty where there is none.
 */
export async function lockedProviders(directories: readonly string[]): Promise<ReadonlyMap<string, string>> {
  for (const directory of directories) {
    const text = await readFile(join(directory, '.terraform.lock.hcl'), 'utf8').catch(() => undefined);
    if (text !== undefined) return parseLockFile(text);
  }
  return new Map();
}

/** Terraform writes the file itself, always in this form. */
export function parseLockFile(text: string): ReadonlyMap<string, string> {
  const found = [...text.matchAll(/^provider "[^"/]*\/([^"]+)" \{\r?\n\s*version\s*=\s*"([^"]+)"/gm)];
  return new Map(found.map(([, source = '', version = '']) => [source, version]));
}
