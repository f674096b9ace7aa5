import { execFile } from 'node:child_process';
import { UserError } from '../../model/user-error.ts';

export type HostEnvironment = Readonly<Record<string, string | undefined>>;

export interface GitOptions {
  readonly host: HostEnvironment;
  /** Ends whatever runs. */
  readonly signal: AbortSignal;
}

export interface GitRun {
  readonly directory: string;
  readonly arguments: readonly string[];
  /** An index of its own, so that the one of the checkout is neither read nor written. */
  readonly index?: string;
}

export type GitExit =
  | { readonly kind: 'done'; readonly stdout: string }
  | { readonly kind: 'refused'; readonly stderr: string };

/** Runs Git without a terminal, hooks of the file system or optional writes. Rejects with the signal's reason. */
export function runGit(run: GitRun, { host, signal }: GitOptions): Promise<GitExit> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    execFile(
      'git',
      [...QUIET, ...run.arguments],
      {
        cwd: run.directory,
        env: environmentOf(host, run.index),
        signal,
        maxBuffer: MAX_OUTPUT_BYTES,
        windowsHide: true,
      },
      (error, stdout, stderr) => {
        if (error === null) resolve({ kind: 'done', stdout });
        else if (signal.aborted) reject(signal.reason);
        else if (error.code === 'ENOENT') reject(new UserError(NO_GIT));
        else resolve({ kind: 'refused', stderr });
      },
    );
  });
}

const NO_GIT = 'Git is not installed, so `baseline` cannot be a ref; give the path of a plan, or `coder`.';

/** Writes files as they are in the commit. For large files their pointers are enough. */
const QUIET: readonly string[] = [
  'core.fsmonitor=false',
  'core.autocrlf=false',
  'filter.lfs.smudge=',
  'filter.lfs.process=',
  'filter.lfs.required=false',
].flatMap((setting) => ['-c', setting]);

/**
 * What Git needs to find itself, its settings and, for a clone without all
 * objects, its server. Not the host's `GIT_DIR` and its like: inside a hook they
 * would lead elsewhere.
 */
function environmentOf(host: HostEnvironment, index: string | undefined): NodeJS.ProcessEnv {
  const kept = Object.fromEntries(Object.entries(host).filter(([name]) => PASSED.test(name)));
  return {
    ...kept,
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    ...(index === undefined ? {} : { GIT_INDEX_FILE: index }),
  };
}

const PASSED =
  /^(?:PATH|Path|HOME|USERPROFILE|HOMEDRIVE|HOMEPATH|APPDATA|XDG_CONFIG_HOME|SYSTEMROOT|SystemRoot|TMPDIR|TMP|TEMP|SSL_CERT_(?:FILE|DIR)|(?:HTTPS?|NO|ALL)_PROXY|(?:https?|no|all)_proxy|SSH_AUTH_SOCK|GIT_(?:SSH|SSH_COMMAND|ASKPASS|CONFIG_\w+))$/;

/** The list of a repository's files is the longest that is asked for. */
const MAX_OUTPUT_BYTES = 256 * 1024 * 1024;
