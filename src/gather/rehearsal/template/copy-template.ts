import type { Dirent } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { isConfigurationFile } from '../../../model/configuration/configuration-files.ts';

/** Where the copy of a template lies, and what its files mention. */
export interface TemplateCopy {
  readonly directory: string;
  /** The configuration of every directory that was copied, to look for words in. */
  readonly configuration: string;
}

/** Nothing of the template could be used: `path` is what is wrong. */
export class UncopyableTemplate extends Error {
  override readonly name = 'UncopyableTemplate';
  readonly path: string;

  constructor(path: string) {
    super('The template could not be copied.');
    this.path = path;
  }
}

/** More than this is no template, but somebody's home directory. */
const MAX_FILES = 20_000;
const MAX_BYTES = 512 * 1024 * 1024;

/**
 * Copies a template below `into`, with everything outside of its directory that
 * its files refer to (`source = "../modules/x"`), in the same place relative to
 * it. State, and what `init` has left behind, stay where they are.
 */
export async function copyTemplate(template: string, into: string): Promise<TemplateCopy> {
  const root = await realDirectory(template);
  const copied = new Map<string, string>();
  const wanted = [root];
  const quota = { files: 0, bytes: 0 };
  const found: { readonly source: string; readonly isDirectory: boolean }[] = [];

  while (wanted.length > 0) {
    const source = wanted.shift();
    if (source === undefined || [...copied.keys()].some((known) => isWithin(known, source))) continue;
    const isDirectory = (await stat(source)).isDirectory();
    const text = isDirectory ? await configurationIn(source) : '';
    copied.set(source, text);
    found.push({ source, isDirectory });
    wanted.push(...(await referencesOf(source, text)));
  }

  const base = commonAncestor(found.map(({ source, isDirectory }) => (isDirectory ? source : dirname(source))));
  const placeOf = (source: string): string => join(into, relative(base, source));
  await mkdir(into, { recursive: true, mode: 0o700 });
  for (const { source, isDirectory } of found) {
    if (isDirectory) await copyTree(source, placeOf(source), into, quota, []);
    else {
      await mkdir(dirname(placeOf(source)), { recursive: true, mode: 0o700 });
      await copyFile(source, placeOf(source));
    }
  }
  return {
    directory: placeOf(root),
    configuration: [...copied.values()].join('\n'),
  };
}

async function realDirectory(path: string): Promise<string> {
  try {
    const real = await realpath(path);
    const entries = await readdir(real);
    if (!entries.some(isConfigurationFile)) throw new UncopyableTemplate(path);
    return real;
  } catch (error) {
    throw error instanceof UncopyableTemplate ? error : new UncopyableTemplate(path);
  }
}

/** The text of all configuration in a directory and below it, as far as one wants to go; none where there is no directory. */
export async function configurationIn(
  directory: string,
  isWanted = (name: string) => !isLeftOut(name),
): Promise<string> {
  const texts: string[] = [];
  const walk = async (current: string): Promise<void> => {
    for (const entry of await entriesOf(current)) {
      const path = join(current, entry.name);
      if (entry.isDirectory() && isWanted(entry.name)) await walk(path);
      else if (isConfigurationFile(entry.name) && !entry.isDirectory()) texts.push(await readText(path));
    }
  };
  await walk(directory);
  return texts.join('\n');
}

async function entriesOf(directory: string): Promise<readonly Dirent[]> {
  try {
    return await readdir(directory, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** A link that leads nowhere is Terraform's to complain of. */
async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    return '';
  }
}

/**
 * What lies outside and is named in a string: modules, and files that functions
 * read. Seen from every directory below, because a nested module counts its `..`
 * from where it is; what is not there is passed over.
 */
async function referencesOf(directory: string, text: string): Promise<readonly string[]> {
  const references = new Set<string>();
  const mentioned = [...text.matchAll(OUTWARD)].map((match) => match[1] ?? '');
  if (mentioned.length === 0) return [];
  const limit = await repositoryOf(directory);
  for (const from of await directoriesIn(directory)) {
    for (const path of mentioned) {
      const target = resolve(from, path);
      if (isWithin(directory, target) || !isWithin(limit, target) || target === limit) continue;
      if (isWithin(target, directory)) continue;
      if (await exists(target)) references.add(target);
    }
  }
  return [...references];
}

async function directoriesIn(directory: string): Promise<readonly string[]> {
  const found = [directory];
  for (const entry of await readdir(directory, { withFileTypes: true })) {
    if (entry.isDirectory() && !isLeftOut(entry.name))
      found.push(...(await directoriesIn(join(directory, entry.name))));
  }
  return found;
}

/** The nearest directory above that Git knows; where there is none, four levels up are enough. */
async function repositoryOf(directory: string): Promise<string> {
  for (let current = directory; dirname(current) !== current; current = dirname(current)) {
    if (await exists(join(current, '.git'))) return current;
  }
  return resolve(directory, '..', '..', '..', '..');
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    return false;
  }
}

interface Quota {
  files: number;
  bytes: number;
}

/** Links are followed, so that the copy stands alone; one that leads into itself ends there. */
async function copyTree(
  source: string,
  target: string,
  into: string,
  quota: Quota,
  above: readonly string[],
): Promise<void> {
  const real = await realpath(source);
  // The private directory itself may lie below what is copied.
  if (above.includes(real) || isWithin(await realpath(into), real)) return;
  await mkdir(target, { recursive: true, mode: 0o700 });
  for (const entry of await readdir(source)) {
    if (isLeftOut(entry)) continue;
    const from = join(source, entry);
    const facts = await stat(from).catch(() => undefined);
    if (facts?.isDirectory()) await copyTree(from, join(target, entry), into, quota, [...above, real]);
    else if (facts?.isFile()) {
      quota.files++;
      quota.bytes += facts.size;
      if (quota.files > MAX_FILES || quota.bytes > MAX_BYTES) throw new UncopyableTemplate(source);
      await copyFile(from, join(target, entry)).catch(() => {
        throw new UncopyableTemplate(from);
      });
    }
  }
}

function isLeftOut(name: string): boolean {
  return LEFT_OUT.test(name);
}

function isWithin(directory: string, path: string): boolean {
  return path === directory || path.startsWith(directory.endsWith(sep) ? directory : `${directory}${sep}`);
}

function commonAncestor(directories: readonly string[]): string {
  let common = directories[0] ?? sep;
  while (!directories.every((directory) => isWithin(common, directory))) common = dirname(common);
  // A template that stands alone keeps its name, which `path.cwd` may be asked for.
  return directories.length === 1 ? join(common, '..') : basename(common) === '' ? common : join(common, '..');
}

const LEFT_OUT =
  /^(?:\.terraform|\.git|node_modules|.*\.tfstate(?:\..*)?|.*\.tfplan|\.terraform\.tfstate\.lock\.info|crash(?:\..*)?\.log)$/;

/** A string that climbs: `"../modules/x"`, `"./../x"`, `"${path.module}/../x"`. */
const OUTWARD = /"(?:\$\{path\.(?:module|root|cwd)\}\/)?((?:\.\/)*(?:[\w.-]+\/)*\.\.\/[^"$\n]*?)\/?(?:\/\/[^"]*)?"/g;
