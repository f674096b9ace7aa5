import type { Rehearser } from './app/ports.ts';
import { parseRehearsalSettings } from './app/rehearsal-settings.ts';
import type { RawSettings } from './app/settings.ts';
import { UserError } from './domain/user-error.ts';
import type { ReadState } from './rehearsal/rehearse-template.ts';

export interface RehearsingEffects {
  /** Tells a person how far it is. */
  tell(text: string): void;
  /** States of the live prebuilds in Coder; asked for only where the settings want them. */
  readonly liveStates?: ReadState;
}

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

/** The rehearser of a run. Its room is entered when the first template is rehearsed, so that a run without one does not load it. */
export function rehearserOf(raw: RawSettings, { tell, liveStates }: RehearsingEffects): Rehearser {
  return {
    async rehearse(directory) {
      const { state, parallelism, ...settings } = parseRehearsalSettings(raw);
      const [{ createRehearser }, { readStateFile }, { availableParallelism }] = await Promise.all([
        import(/* webpackMode: "eager" */ './rehearsal/create-rehearser.ts'),
        import(/* webpackMode: "eager" */ './rehearsal/read-state-file.ts'),
        import('node:os'),
      ]);
      const readState =
        state.kind === 'file' ? readStateFile(state.path) : state.kind === 'coder' ? liveStates : undefined;
      if (state.kind === 'coder' && readState === undefined) throw new UserError(NO_CODER);

      const abort = new AbortController();
      const end = (signal: NodeJS.Signals): void => abort.abort(new Interruption(signal));
      for (const signal of ENDING) process.once(signal, end);
      try {
        return await createRehearser(
          { ...settings, parallelism: parallelism ?? availableParallelism() },
          {
            host: process.env,
            platform: process.platform,
            signal: abort.signal,
            tell,
            ...(readState === undefined ? {} : { readState }),
          },
        ).rehearse(directory);
      } finally {
        for (const signal of ENDING) process.removeListener(signal, end);
      }
    },
  };
}

const NO_CODER =
  'Input `state` is `coder`, and there is no Coder to ask: give `coder-template`, `coder-url` and `coder-session-token`.';
