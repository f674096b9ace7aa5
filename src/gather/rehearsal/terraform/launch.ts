import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import type { Environment } from '../claim/environment.ts';

/** One process to run to its end. */
export interface Command {
  readonly executable: string;
  readonly arguments: readonly string[];
  readonly directory: string;
  readonly environment: Environment;
  readonly timeoutMs: number;
  /** How long it may take to end once it is asked to, where that is more than a moment. */
  readonly graceMs?: number;
  /** Awaited right before it starts. */
  readonly beforehand?: () => Promise<void>;
  /** Where its output goes, where that may be large; otherwise it is kept as text. */
  readonly outputFile?: string;
}

export type Exit =
  | { readonly kind: 'exited'; readonly code: number; readonly stdout: string; readonly stderr: string }
  /** It was killed by a signal, or wrote more than anybody could read. */
  | { readonly kind: 'crashed'; readonly stderr: string }
  | { readonly kind: 'timed-out' }
  | { readonly kind: 'not-found' };

/** Runs a command. Rejects with the signal's reason once that aborts, and leaves no process behind either way. */
export type Launch = (command: Command, signal: AbortSignal) => Promise<Exit>;

/** Told of every process group that is there, so that it can be ended should this process be killed. */
export interface GroupWatch {
  /** What every process bears, so that one can be found that is on no list. */
  readonly mark: Environment;
  started(group: number): void;
  ended(group: number): void;
}

/** Beyond this a stream of events is no plan's. */
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;

/** Between asking a process to end and ending it. */
const GRACE_MS = 2_000;

/** How long the output of a process that has ended is waited for. */
const LAST_WORDS_MS = 1_000;

/**
 * Starts processes in groups of their own: a Ctrl-C on the terminal reaches us
 * alone, and whatever a process has started ends with it.
 */
export function createLaunch(watch: GroupWatch): Launch {
  return async (command, signal) => {
    signal.throwIfAborted();
    const output = command.outputFile === undefined ? 'pipe' : openSync(command.outputFile, 'w', 0o600);
    try {
      return await run(command, output, signal, watch);
    } catch (error) {
      const start = startError(error);
      if (start === undefined) throw error;
      return start;
    } finally {
      if (typeof output === 'number') closeSync(output);
    }
  };
}

/** What kept a program from being started: it is not there, or the system has no room for it or for what it is given. */
function startError(error: unknown): Exit | undefined {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return undefined;
  if (!String(error.syscall).startsWith('spawn')) return undefined;
  if (error.code === 'ENOENT' || error.code === 'EACCES') return { kind: 'not-found' };
  return { kind: 'crashed', stderr: `Error: The program could not be started (${String(error.code)})` };
}

function run(command: Command, output: 'pipe' | number, signal: AbortSignal, watch: GroupWatch): Promise<Exit> {
  return new Promise<Exit>((resolve, reject) => {
    const child = spawn(command.executable, command.arguments, {
      cwd: command.directory,
      env: { ...command.environment, ...watch.mark },
      stdio: ['ignore', output, 'pipe'],
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    const group = child.pid;
    if (group !== undefined) watch.started(group);

    const stdout = collector(() => stop('crashed'));
    const stderr = collector(() => {});
    child.stdout?.on('data', stdout.add);
    child.stderr?.on('data', stderr.add);

    let stopped: 'aborted' | 'timed-out' | 'crashed' | undefined;
    let patience: NodeJS.Timeout | undefined;
    const stop = (because: 'aborted' | 'timed-out' | 'crashed'): void => {
      stopped ??= because;
      askToEnd(child);
      patience ??= setTimeout(() => endGroup(group, 'SIGKILL'), command.graceMs ?? GRACE_MS);
    };
    const onAbort = (): void => stop('aborted');
    const deadline = setTimeout(() => stop('timed-out'), command.timeoutMs);
    signal.addEventListener('abort', onAbort, { once: true });

    const done = (): void => {
      clearTimeout(deadline);
      clearTimeout(patience);
      clearTimeout(lastWords);
      signal.removeEventListener('abort', onAbort);
      // A plugin may outlive the Terraform that started it.
      endGroup(group, 'SIGKILL');
      if (group !== undefined) watch.ended(group);
    };
    child.once('error', (error) => {
      if (child.pid !== undefined) return;
      done();
      reject(error);
    });
    let lastWords: NodeJS.Timeout | undefined;
    child.once('exit', () => {
      // A grandchild that holds the pipes open would keep `close` from coming.
      endGroup(group, 'SIGKILL');
      // One that has left the group is beyond reach, and holds them open all the same.
      lastWords = setTimeout(() => {
        child.stdout?.destroy();
        child.stderr?.destroy();
      }, LAST_WORDS_MS);
    });
    child.once('close', (code) => {
      done();
      if (stopped === 'aborted') reject(signal.reason);
      else if (stopped === 'timed-out') resolve({ kind: 'timed-out' });
      else if (stopped === 'crashed' || code === null) resolve({ kind: 'crashed', stderr: stderr.text() });
      else resolve({ kind: 'exited', code, stdout: stdout.text(), stderr: stderr.text() });
    });
  });
}

function collector(onOverflow: () => void): { add(chunk: Buffer): void; text(): string } {
  const chunks: Buffer[] = [];
  let size = 0;
  return {
    add(chunk) {
      size += chunk.length;
      if (size <= MAX_OUTPUT_BYTES) chunks.push(chunk);
      else onOverflow();
    },
    text: () => Buffer.concat(chunks).toString('utf8'),
  };
}

/**
 * The program alone: Terraform then tells its providers to stop, and writes down
 * what they still answer. A provider that got the signal itself would leave what
 * it is making behind, and nobody would know of it.
 */
function askToEnd(child: ChildProcess): void {
  // Windows knows no such request.
  if (process.platform === 'win32') endGroup(child.pid, 'SIGTERM');
  else child.kill('SIGTERM');
}

function endGroup(group: number | undefined, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (group === undefined) return;
  if (process.platform === 'win32') {
    spawn('taskkill', ['/pid', String(group), '/T', '/F'], { stdio: 'ignore', windowsHide: true }).on(
      'error',
      () => {},
    );
    return;
  }
  try {
    process.kill(-group, signal);
  } catch (error) {
    // Nobody is left in it; macOS says so of a group that has ended and was not waited for yet.
    if (!['ESRCH', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}
