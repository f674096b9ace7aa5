import { existsSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';

/**
 * The directory that locations are relative to, as GitHub shows files: that of
 * the checkout the template is in. Where there is no `.git`, as after a
 * download, the first of `candidates` that holds the template, or else itself.
 */
export function repositoryRoot(template: string, candidates: readonly string[]): string {
  const start = realpathSync(template);
  for (let directory = start; ; directory = dirname(directory)) {
    if (existsSync(join(directory, '.git'))) return directory;
    if (dirname(directory) === directory) break;
  }
  const roots = candidates.filter((candidate) => existsSync(candidate)).map((candidate) => realpathSync(candidate));
  return roots.find((root) => isInside(root, start)) ?? start;
}

export function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
