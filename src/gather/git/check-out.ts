import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../../model/user-error.ts';
import { type GitOptions, type GitRun, runGit } from './run-git.ts';

/** The commit has no template in that directory: it is new. */
export class AbsentTemplate extends Error {
  override readonly name = 'AbsentTemplate';
}

/**
 * Writes a template as it is in a commit below `into`, together with the rest of
 * the repository, whose modules it may use. Returns its directory there. Nothing
 * of the user's checkout is written, neither a file nor the index nor a ref.
 *
 * Throws a `UserError` for a ref that cannot be had.
 */
export async function checkOut(ref: string, directory: string, into: string, options: GitOptions): Promise<string> {
  const { top, prefix, isShallow } = await repositoryOf(directory, ref, options);
  const commit = await commitOf(ref, { top, isShallow }, options);
  const files = await filesIn(commit, top, options);
  if (!files.some((path) => isConfiguration(path, prefix))) {
    throw new AbsentTemplate(`${ref} has no template in ${directory}.`);
  }

  await mkdir(into, { recursive: true, mode: 0o700 });
  const index = `${into}.index`;
  const what = files.length <= MAX_FILES ? [commit] : [`--prefix=${prefix}`, `${commit}:${prefix}`];
  await expectGit({ directory: top, arguments: ['read-tree', ...what], index }, ref, options);
  await expectGit(
    { directory: top, arguments: ['checkout-index', '--all', '--force', `--prefix=${into}/`], index },
    ref,
    options,
  );
  // Marks where the repository ends, for whoever follows a path that climbs.
  await writeFile(join(into, '.git'), '');
  return join(into, prefix);
}

interface Repository {
  readonly top: string;
  /** The directory within it: empty, or with a slash at its end. */
  readonly prefix: string;
  readonly isShallow: boolean;
}

async function repositoryOf(directory: string, ref: string, options: GitOptions): Promise<Repository> {
  if (!(await isDirectory(directory))) {
    throw new UserError(`\`${directory}\` is not a directory, so it cannot be compared with \`${ref}\`.`);
  }
  const exit = await runGit(
    { directory, arguments: ['rev-parse', '--show-toplevel', '--show-prefix', '--is-shallow-repository'] },
    options,
  );
  if (exit.kind === 'done') {
    const [top = '', prefix = '', shallow = ''] = exit.stdout.split('\n');
    return { top, prefix, isShallow: shallow === 'true' };
  }
  if (/dubious ownership/.test(exit.stderr)) {
    throw new UserError(
      `Git does not trust the owner of \`${directory}\`, so \`${ref}\` cannot be read there; add the directory to \`safe.directory\`.`,
    );
  }
  throw new UserError(
    `\`${directory}\` is not in a Git repository, so there is no \`${ref}\` to compare it with; give the path of a plan as \`baseline\`, or \`coder\`.`,
  );
}

async function isDirectory(path: string): Promise<boolean> {
  const facts = await stat(path).catch(() => undefined);
  return facts?.isDirectory() ?? false;
}

/** As Git reads it, or else as a branch of `origin`: on a runner no other branches are there. */
async function commitOf(
  ref: string,
  { top, isShallow }: Pick<Repository, 'top' | 'isShallow'>,
  options: GitOptions,
): Promise<string> {
  for (const candidate of isName(ref) ? [ref, `refs/remotes/origin/${ref}`] : []) {
    const exit = await runGit(
      { directory: top, arguments: ['rev-parse', '--verify', '--quiet', '--end-of-options', `${candidate}^{commit}`] },
      options,
    );
    if (exit.kind === 'done') return exit.stdout.trim();
  }
  throw new UserError(
    isShallow
      ? `Baseline \`${ref}\` is not a file, and it is not in this clone, which has only the newest commits; check out with \`fetch-depth: 0\`, or fetch the ref first.`
      : `Baseline \`${ref}\` is neither a file nor a commit, branch or tag of this repository; give the path of a plan, a ref such as \`origin/main\`, or \`coder\`.`,
  );
}

/** No option of Git's, and nothing that no name has in it. */
function isName(ref: string): boolean {
  return /^[^-\s\p{C}][^\s\p{C}]*$/u.test(ref);
}

/** Without their sizes, for which a clone without all objects would have to get them. */
async function filesIn(commit: string, top: string, options: GitOptions): Promise<readonly string[]> {
  const words = ['ls-tree', '-r', '-z', '--name-only', '--full-tree', commit];
  const listing = await expectGit({ directory: top, arguments: words }, commit, options);
  return listing.split('\0').slice(0, -1);
}

/** Directly in the directory, as Terraform reads it. */
function isConfiguration(path: string, prefix: string): boolean {
  return path.startsWith(prefix) && /^[^/]*\.(?:tf|tofu)(?:\.json)?$/.test(path.slice(prefix.length));
}

/** Of a repository with more only the template's own directory is written. */
const MAX_FILES = 20_000;

async function expectGit(run: GitRun, ref: string, options: GitOptions): Promise<string> {
  const exit = await runGit(run, options);
  if (exit.kind === 'done') return exit.stdout;
  throw new UserError(
    `The files of \`${ref}\` could not be read from this clone; check out with \`fetch-depth: 0\` and without a filter.`,
  );
}
