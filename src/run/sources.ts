import { statSync } from 'node:fs';
import { findPlans, findTemplates } from '../gather/plan/find-inputs.ts';
import { createPlanReader } from '../gather/plan/read-plan.ts';
import type { CoderReader, CoderReading, EarlierTemplates, Rehearser, Sources, StateReader } from '../gather/ports.ts';
import type { StateOrigin } from '../gather/requests.ts';
import { visible } from '../model/text.ts';
import { renderCanaryLook } from '../report/text/canary-text.ts';
import { interruptible } from './interruption.ts';
import type { Place } from './ports.ts';
import type { Settings } from './settings/settings.ts';

/**
 * The real sources of a run: the one place that names the rooms of `gather`.
 * Those that are heavy are entered with their first question, so that a run
 * that does not ask them does not load them.
 */
export function openSources({ rehearsal }: Pick<Settings, 'rehearsal'>, place: Place): Omit<Sources, 'configurations'> {
  return {
    inputs: { findPlans, findTemplates },
    plans: createPlanReader(),
    rehearser: rehearserOf(rehearsal, place),
    earlier: earlierTemplatesOf(rehearsal, place),
    coder: coderReaderOf(place),
    ...(place.pullRequest !== undefined && { pullRequest: place.pullRequest }),
  };
}

type Watched = Pick<Place, 'tell' | 'during'>;

function rehearserOf({ state, ...options }: Settings['rehearsal'], { tell, during }: Watched): Rehearser {
  return {
    rehearse: (directory, whileInitialised) =>
      during(`Rehearsing ${visible(directory)}`, async () => {
        const { createRehearser } = await import(/* webpackMode: "eager" */ '../gather/rehearsal/create-rehearser.ts');
        const states = await statesOf(state);
        return interruptible((signal) =>
          createRehearser(options, { ...hostOf(signal), tell, ...(states === undefined ? {} : { states }) }).rehearse(
            directory,
            whileInitialised,
          ),
        );
      }),
  };
}

/** Plans templates as they are in other commits. */
function earlierTemplatesOf({ state: _, ...options }: Settings['rehearsal'], { tell }: Watched): EarlierTemplates {
  return {
    isFile: (path) => path === '-' || statSync(path, { throwIfNoEntry: false })?.isDirectory() === false,
    async planAt(ref, directory) {
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

/** Asked once in a run, however often its templates are rehearsed. */
function coderReaderOf({ tell, during }: Watched): CoderReader {
  const enter = async () => {
    const { createCoderReader } = await import(/* webpackMode: "eager" */ '../gather/coder/coder-reader.ts');
    return createCoderReader((look) => tell(renderCanaryLook(look)));
  };
  let reading: Promise<CoderReading> | undefined;
  return {
    readTemplate(history, live) {
      reading ??= enter().then((reader) => reader.readTemplate(history, live));
      return reading;
    },
    followVersion: (request) =>
      during(`Following ${request.version ?? 'the active version'}`, async () =>
        (await enter()).followVersion(request),
      ),
  };
}

async function statesOf(state: StateOrigin): Promise<StateReader | undefined> {
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
      const { statesInCoder } = await import(/* webpackMode: "eager" */ '../gather/coder/coder-reader.ts');
      return statesInCoder(state.access, state.template);
    }
  }
}

function hostOf(signal: AbortSignal) {
  return { host: process.env, platform: process.platform, signal };
}
