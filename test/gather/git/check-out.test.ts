import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AbsentTemplate, checkOut } from '../../../src/gather/git/check-out.ts';
import { UserError } from '../../../src/model/user-error.ts';

const TEMPLATE = 'templates/docker';

let world: string;
let origin: string;
let seed: string;
beforeAll(() => {
  seed = mkdtempSync(join(tmpdir(), 'prebuild-guard-git-seed-'));
  world = seed;
  origin = join(world, 'origin');
  git(world, 'init', '--quiet', '--initial-branch=main', 'origin');
  commit('first', { [`${TEMPLATE}/main.tf`]: 'first', 'modules/agent/main.tf': 'module', 'README.md': 'read me' });
  git(origin, 'tag', 'v1');
  commit('second', { [`${TEMPLATE}/main.tf`]: 'second' });
  git(origin, 'switch', '--quiet', '-c', 'change');
  commit('third', { [`${TEMPLATE}/main.tf`]: 'third', 'templates/new/main.tf': 'new' });
});
afterAll(() => rmSync(seed, { recursive: true }));
beforeEach(() => {
  world = mkdtempSync(join(tmpdir(), 'prebuild-guard-git-'));
  origin = join(world, 'origin');
  cpSync(join(seed, 'origin'), origin, { recursive: true });
});
afterEach(() => rmSync(world, { recursive: true, force: true }));

/** Git by itself, with settings of nobody in particular. */
function git(directory: string, ...words: readonly string[]): string {
  return execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...words], {
    cwd: directory,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: world, GIT_CONFIG_NOSYSTEM: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim();
}

function write(repository: string, files: Readonly<Record<string, string>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(repository, path)), { recursive: true });
    writeFileSync(join(repository, path), content);
  }
}

function commit(message: string, files: Readonly<Record<string, string>>): void {
  write(origin, files);
  git(origin, 'add', '--all');
  git(origin, 'commit', '--quiet', '--message', message);
}

function clone(...options: readonly string[]): string {
  git(world, 'clone', '--quiet', ...options, `file://${origin}`, 'clone');
  return join(world, 'clone');
}

interface Request {
  readonly in: string;
  readonly template?: string;
  readonly host?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

function checkedOut(ref: string, { in: repository, template = TEMPLATE, host = {}, signal }: Request): Promise<string> {
  return checkOut(ref, join(repository, template), join(world, 'private'), {
    host: { PATH: process.env['PATH'], HOME: world, ...host },
    signal: signal ?? new AbortController().signal,
  });
}

async function refusal(ref: string, request: Request): Promise<string> {
  try {
    await checkedOut(ref, request);
  } catch (error) {
    if (error instanceof UserError) return error.message.replaceAll(world, '');
    throw error;
  }
  throw new Error('It was not refused.');
}

function mainIn(directory: string): string {
  return readFileSync(join(directory, 'main.tf'), 'utf8');
}

/** Every file below, with the moment it was last written. */
function contentsOf(directory: string): readonly string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => `${relative(directory, path)} ${statSync(path).mtimeMs} ${statSync(path).size}`)
    .toSorted();
}

describe('A template as it is in another commit', () => {
  it.each([
    { ref: 'HEAD~1', content: 'second' },
    { ref: 'main', content: 'second' },
    { ref: 'v1', content: 'first' },
    { ref: 'HEAD', content: 'third' },
    { ref: 'v1^{commit}', content: 'first' },
  ])('is $content for $ref', async ({ ref, content }) => {
    expect(mainIn(await checkedOut(ref, { in: origin }))).toBe(content);
  });

  it('is found by its commit, in full and abbreviated', async () => {
    const sha = git(origin, 'rev-parse', 'v1');
    expect(mainIn(await checkedOut(sha, { in: origin }))).toBe('first');
    rmSync(join(world, 'private'), { recursive: true });
    expect(mainIn(await checkedOut(sha.slice(0, 9), { in: origin }))).toBe('first');
  });

  it('is found in a clone by the branch of its origin, also without the name of the origin', async () => {
    const repository = clone('--branch=change');
    expect(mainIn(await checkedOut('origin/main', { in: repository }))).toBe('second');
    rmSync(join(world, 'private'), { recursive: true });
    expect(mainIn(await checkedOut('main', { in: repository }))).toBe('second');
  });

  it('has what was committed, whatever lies in the checkout', async () => {
    write(origin, { [`${TEMPLATE}/main.tf`]: 'not committed', [`${TEMPLATE}/other.tf`]: 'not committed' });
    git(origin, 'add', '--all');
    const directory = await checkedOut('HEAD', { in: origin });
    expect(mainIn(directory)).toBe('third');
    expect(existsSync(join(directory, 'other.tf'))).toBe(false);
  });

  it('comes with the modules that it may use, and with the end of its repository', async () => {
    const directory = await checkedOut('main', { in: origin });
    expect(readFileSync(join(directory, '../../modules/agent/main.tf'), 'utf8')).toBe('module');
    expect(existsSync(join(directory, '../../.git'))).toBe(true);
  });

  it('may be the whole repository, and may lie in a linked worktree', async () => {
    commit('root', { 'main.tf': 'root' });
    expect(mainIn(await checkedOut('HEAD', { in: origin, template: '.' }))).toBe('root');
    rmSync(join(world, 'private'), { recursive: true });
    git(origin, 'worktree', 'add', '--quiet', '../linked', 'main');
    expect(mainIn(await checkedOut('v1', { in: join(world, 'linked') }))).toBe('first');
  });

  it('leaves the checkout as it is, to the last file of Git', async () => {
    write(origin, { [`${TEMPLATE}/main.tf`]: 'not committed' });
    const before = contentsOf(origin);
    await checkedOut('main', { in: origin });
    expect(contentsOf(origin)).toEqual(before);
  });

  it('is what the commit says inside of a hook as well', async () => {
    const elsewhere = { GIT_DIR: join(world, 'nowhere'), GIT_INDEX_FILE: join(world, 'nowhere'), GIT_WORK_TREE: world };
    expect(mainIn(await checkedOut('main', { in: origin, host: elsewhere }))).toBe('second');
  });

  it('has the pointers of large files, and asks no filter for more', async () => {
    commit('large', { '.gitattributes': '*.bin filter=lfs', [`${TEMPLATE}/large.bin`]: 'pointer' });
    git(origin, 'config', 'filter.lfs.smudge', 'false');
    git(origin, 'config', 'filter.lfs.required', 'true');
    expect(readFileSync(join(await checkedOut('HEAD', { in: origin }), 'large.bin'), 'utf8')).toBe('pointer');
  });

  it('is absent from a commit before it was there', async () => {
    await expect(checkedOut('main', { in: origin, template: 'templates/new' })).rejects.toThrow(AbsentTemplate);
    expect(existsSync(join(world, 'private'))).toBe(false);
  });

  it('is absent where the commit has the directory without configuration in it', async () => {
    commit('later', { 'modules/main.tf': 'x' });
    await expect(checkedOut('v1', { in: origin, template: 'modules' })).rejects.toThrow(AbsentTemplate);
  });
});

describe('A ref that cannot be had is refused with one sentence', () => {
  it('in a shallow clone, which says how it gets whole', async () => {
    const repository = clone('--depth=1', '--branch=change');
    expect(await refusal('origin/main', { in: repository })).toMatchInlineSnapshot(
      `"Baseline \`origin/main\` is not a file, and it is not in this clone, which has only the newest commits; check out with \`fetch-depth: 0\`, or fetch the ref first."`,
    );
  });

  it('where there is no such ref', async () => {
    expect(await refusal('no-such-branch', { in: origin })).toMatchInlineSnapshot(
      `"Baseline \`no-such-branch\` is neither a file nor a commit, branch or tag of this repository; give the path of a plan, a ref such as \`origin/main\`, or \`coder\`."`,
    );
  });

  it.each(['--output=x', '-h', '', 'main:templates', 'main^{tree}', 'a b', 'main\u0000x'])('for %j', async (ref) => {
    expect(await refusal(ref, { in: origin })).toContain('is neither a file nor a commit');
  });

  it('outside of a repository, and where there is no directory', async () => {
    mkdirSync(join(world, 'plain', TEMPLATE), { recursive: true });
    expect(await refusal('main', { in: join(world, 'plain') })).toMatchInlineSnapshot(
      `"\`/plain/templates/docker\` is not in a Git repository, so there is no \`main\` to compare it with; give the path of a plan as \`baseline\`, or \`coder\`."`,
    );
    expect(await refusal('main', { in: join(world, 'gone') })).toMatchInlineSnapshot(
      `"\`/gone/templates/docker\` is not a directory, so it cannot be compared with \`main\`."`,
    );
  });

  it('without Git', async () => {
    expect(await refusal('main', { in: origin, host: { PATH: world } })).toMatchInlineSnapshot(
      `"Git is not installed, so \`baseline\` cannot be a ref; give the path of a plan, or \`coder\`."`,
    );
  });

  it('where objects are missing', async () => {
    const blob = git(origin, 'rev-parse', `v1:${TEMPLATE}/main.tf`);
    rmSync(join(origin, '.git/objects', blob.slice(0, 2), blob.slice(2)), { force: true });
    expect(await refusal('v1', { in: origin })).toMatchInlineSnapshot(
      `"The files of \`v1\` could not be read from this clone; check out with \`fetch-depth: 0\` and without a filter."`,
    );
  });
});

it('A signal ends the checkout with its own reason', async () => {
  const abort = new AbortController();
  const reason = new Error('SIGINT');
  const pending = checkedOut('main', { in: origin, signal: abort.signal });
  abort.abort(reason);
  await expect(pending).rejects.toBe(reason);
  await expect(checkedOut('main', { in: origin, signal: abort.signal })).rejects.toBe(reason);
});
