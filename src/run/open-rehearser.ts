import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { EarlierTemplates, Rehearser, StateReader } from '../gather/ports.ts';
import { UserError } from '../model/user-error.ts';
import { parseHistorySettings } from './settings/history-settings.ts';
import { parseRehearsalSettings, type StateOrigin } from './settings/rehearsal-settings.ts';
import type { RawSettings } from './settings/settings.ts';

export interface RehearsingEffects {
  /** Tells a person how far it is. */
  tell(text: string): void;
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
export function rehearserOf(raw: RawSettings, { tell }: RehearsingEffects): Rehearser {
  return {
    async rehearse(directory, whileInitialised) {
      const { state, ...options } = optionsOf(raw);
      const { createRehearser } = await import(/* webpackMode: "eager" */ '../gather/rehearsal/create-rehearser.ts');
      const states = await statesOf(state, raw);
      return interruptible((signal) =>
        createRehearser(options, { ...hostOf(signal), tell, ...(states === undefined ? {} : { states }) }).rehearse(
          directory,
          whileInitialised,
        ),
      );
    },
  };
}

/** Plans templates as they are in other commits. The rooms for it are entered with the first one. */
export function earlierTemplatesOf(raw: RawSettings, { tell }: RehearsingEffects): EarlierTemplates {
  return {
    isFile: (path) => path === '-' || statSync(path, { throwIfNoEntry: false })?.isDirectory() === false,
    async planAt(ref, directory) {
      const { state: _, ...options } = optionsOf(raw);
      const [{ planTemplateOnce }, { AbsentTemplate, checkOut }] = await Promise.all([
        import(/* webpackMode: "eager" */ '../gather/rehearsal/create-rehearser.ts'),
        import(/* webpackMode: "eager" */ '../gather/git/check-out.ts'),
      ]);
      try {
        return await interruptible(async (signal) => {
          const effects = hostOf(signal);
          const place = (into: string): Promise<string> => checkOut(ref, directory, into, effects);
          const plans = await planTemplateOnce(`${directory} in ${ref}`, place, options, { ...effects, tell });
          return { kind: 'planned' as const, ...plans };
        });
      } catch (error) {
        if (error instanceof AbsentTemplate) return { kind: 'absent' };
        throw error;
      }
    },
  };
}

function optionsOf(raw: RawSettings) {
  const { parallelism, ...settings } = parseRehearsalSettings(raw);
  return { ...settings, parallelism: parallelism ?? availableParallelism() };
}

function hostOf(signal: AbortSignal) {
  return { host: process.env, platform: process.platform, signal };
}

/** A signal aborts the work, which then clears away after itself. */
async function interruptible<Result>(work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const abort = new AbortController();
  const end = (signal: NodeJS.Signals): void => abort.abort(new Interruption(signal));
  for (const signal of ENDING) process.once(signal, end);
  try {
    return await work(abort.signal);
  } finally {
    for (const signal of ENDING) process.removeListener(signal, end);
  }
}

async function statesOf(state: StateOrigin, raw: RawSettings): Promise<StateReader | undefined> {
  switch (state.kind) {
    case 'none':
      return undefined;
    case 'file': {
      const { stateFileReader } = await import(
        /* webpackMode: "eager" */ '../gather/rehearsal/state/state-file-reader.ts'
      );
      return stateFileReader(state.path);
    }
    case 'coder': {
      const { request } = parseHistorySettings(raw, false);
      if (request.kind !== 'coder' || request.template.kind !== 'one') throw new UserError(NO_CODER);
      const [{ connectionOf }, { connectToCoder }, { liveStates }] = await Promise.all([
        import(/* webpackMode: "eager" */ '../gather/coder/gather-coder.ts'),
        import(/* webpackMode: "eager" */ '../gather/coder/client/connect.ts'),
        import(/* webpackMode: "eager" */ '../gather/coder/live-states.ts'),
      ]);
      const connection = connectionOf(request.connection);
      return liveStates(() => connectToCoder(connection), request.template);
    }
  }
}

const NO_CODER =
  'Input `state` is `coder`, but no Coder server is set: give `coder-template`, `coder-url` and `coder-session-token`.';
