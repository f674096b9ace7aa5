/** A signal ended the run, and everything that it had started. */
export class Interruption extends Error {
  override readonly name = 'Interruption';
  readonly signal: NodeJS.Signals;

  constructor(signal: NodeJS.Signals) {
    super(`The run was ended by ${signal}.`);
    this.signal = signal;
  }
}

/** What a terminal and a runner send to end a job. */
const ENDING: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** A signal aborts the work, which then clears away after itself. */
export async function interruptible<Result>(work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const abort = new AbortController();
  const end = (signal: NodeJS.Signals): void => abort.abort(new Interruption(signal));
  for (const signal of ENDING) process.once(signal, end);
  try {
    return await work(abort.signal);
  } finally {
    for (const signal of ENDING) process.removeListener(signal, end);
  }
}
