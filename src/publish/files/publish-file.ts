import { lstat, mkdir, realpath, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, relative, resolve } from 'node:path';

/** The path would leave the workspace through a symbolic link. */
export class LeadsOutside extends Error {
  override readonly name = 'LeadsOutside';
}

/**
 * Writes a file that the workflow asked for. Where its path reads as inside the
 * workspace it must be inside: the checkout may bring links that lead to other
 * files of the machine. A path elsewhere is the workflow author's own choice.
 */
export async function publishFile(workspace: string, path: string, content: string): Promise<void> {
  const target = resolve(workspace, path);
  if (isInside(workspace, target)) await refuseLinks(workspace, target);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, content);
}

async function refuseLinks(workspace: string, target: string): Promise<void> {
  if (await isLink(target)) throw new LeadsOutside();
  const real = await realpath(workspace);
  if (!isInside(real, await existingAncestor(dirname(target)))) throw new LeadsOutside();
}

async function isLink(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isSymbolicLink();
  } catch {
    return false;
  }
}

/** The nearest directory above that is there already, without links. */
async function existingAncestor(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (dirname(path) === path) throw error;
    return existingAncestor(dirname(path));
  }
}

function isInside(directory: string, path: string): boolean {
  const way = relative(directory, path);
  return way === '' || (!isAbsolute(way) && way.split(/[\\/]/)[0] !== '..');
}
