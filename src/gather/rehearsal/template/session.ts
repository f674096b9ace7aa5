import { randomUUID } from 'node:crypto';
import { constants, cp, mkdir, rm, symlink } from 'node:fs/promises';
import { dirname, isAbsolute, join, normalize, relative, sep } from 'node:path';

/** A directory that one build runs in. */
export interface Session {
  readonly directory: string;
  remove(): Promise<void>;
}

/**
 * A copy of the template as Coder's provisioner unpacks it for each build:
 * without anything that an earlier build wrote, and under another path. What
 * `terraform init` installed is shared. `template` lies in `tree`, with the
 * modules beside it that it refers to.
 */
export async function openSession(tree: string, template: string, into: string): Promise<Session> {
  const id = randomUUID();
  const root = join(into, id);
  const place = relative(tree, template);
  const directory = join(root, dirname(place), `Session${id}`);
  await mkdir(dirname(directory), { recursive: true, mode: 0o700 });
  await cp(tree, root, { ...COPYING, filter: (source) => !isWithin(template, source) });
  await cp(template, directory, { ...COPYING, filter: (source) => source !== join(template, INSTALLED) });
  // A junction needs no privilege on Windows.
  await symlink(join(template, INSTALLED), join(directory, INSTALLED), 'junction');
  return { directory, remove: () => rm(root, { recursive: true, force: true, maxRetries: 5 }) };
}

/**
 * Whether a path of a build, as a provider would resolve it, lies in the
 * directory of that build: `./init.sh`, or an absolute path in any session below
 * `sessions`.
 */
export function isOfSession(path: string, sessions: string): boolean {
  if (isAbsolute(path)) return isWithin(sessions, normalize(path));
  return !normalize(path).startsWith('..');
}

const INSTALLED = '.terraform';

const COPYING = { recursive: true, mode: constants.COPYFILE_FICLONE } as const;

function isWithin(directory: string, path: string): boolean {
  return path === directory || path.startsWith(`${directory}${sep}`);
}
