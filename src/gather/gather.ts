import type { Configuration } from '../model/configuration/configuration.ts';
import { NOT_CONFIGURED, type Source } from '../model/judgement/outcome.ts';
import type { PlanOrigin } from '../model/judgement/plan-origin.ts';
import type { Snapshot } from '../model/judgement/snapshot.ts';
import type { InputError, Notice } from '../model/judgement/verdict.ts';
import { BASELINE_IN_CODER, type Baseline } from '../model/template/baseline.ts';
import type { PrebuildQuota } from '../model/template/quota.ts';
import { UserError } from '../model/user-error.ts';
import type { ConfigurationReader, EarlierTemplates, PlanReader, Rehearser, ValuePolicy } from './ports.ts';
import { baselineOfEarlier, isNewText, noRefForPlan } from './subject/baseline-at-ref.ts';
import { baselineOfPlan, type PlanJudgement, snapshotOfPlan } from './subject/snapshot-of-plan.ts';
import { snapshotOfRehearsal } from './subject/snapshot-of-rehearsal.ts';

export interface GatherSettings {
  /** Paths of plans; `-` is standard input. */
  readonly plans: readonly string[];
  /** Directories of templates whose claims are rehearsed. */
  readonly templates: readonly string[];
  /** Directory of the template that the plans are of; undefined where it is looked for beside each. */
  readonly configuration: string | undefined;
  readonly assumePrebuild: boolean;
  readonly values: ValuePolicy;
  readonly persistentTypes: readonly string[];
  readonly baseline: string | undefined;
  readonly maxPrebuilds: number | undefined;
  readonly prebuildGrowthFactor: number | undefined;
}

export interface Sources {
  readonly plans: PlanReader;
  readonly rehearser: Rehearser;
  /** Absent where the files of a template are not to be read. */
  readonly configurations?: ConfigurationReader;
  /** Absent where no file but a plan can be a baseline. */
  readonly earlier?: EarlierTemplates;
  /** What Coder told of the active version; absent where nobody asked it. */
  readonly live?: LiveTemplate;
}

/** The template as it is in Coder now. */
export interface LiveTemplate {
  readonly baseline: Source<Baseline>;
  readonly quota: Source<PrebuildQuota>;
}

/** For a run that names no template. */
export const NO_REHEARSER: Rehearser = {
  rehearse: (directory) => Promise.reject(new Error(`Nobody was there to rehearse ${directory}.`)),
};

/** Everything of a run, before anything is decided. */
export interface Gathered {
  readonly subjects: readonly JudgedTemplate[];
  readonly errors: readonly InputError[];
  readonly notices: readonly Notice[];
}

/** One template: what the rules see of it, and what it was read from. */
export interface JudgedTemplate {
  readonly snapshot: Snapshot;
  readonly origin: PlanOrigin;
}

/** Reads every plan and rehearses every template. What cannot be read is an error that hides nothing of the others. */
export async function gather(
  settings: GatherSettings,
  { plans, rehearser, earlier, configurations = NO_CONFIGURATIONS, live = NOT_LIVE }: Sources,
): Promise<Gathered> {
  const subjects: JudgedTemplate[] = [];
  const errors: InputError[] = [];
  const notices: Notice[] = [];

  const attempt = async <T>(input: string, work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      // Many templates may ask for one ref that is not there.
      if (errors.every(({ message }) => message !== error.message)) errors.push({ input, message: error.message });
      return undefined;
    }
  };

  // A template whose files cannot be read is judged by its plan all the same.
  const readTemplate = async (directory: string | undefined, initialised?: string): Promise<Source<Configuration>> => {
    if (directory === undefined) return NOT_CONFIGURED;
    return (await attempt(directory, () => configurations.readConfiguration(directory, initialised))) ?? NOT_CONFIGURED;
  };

  const shared = settings.configuration === undefined ? undefined : await readTemplate(settings.configuration);
  const baselineAt = async (ref: string, directory: string): Promise<Source<Baseline>> => {
    const found = await attempt(ref, async () => earlier?.planAt(ref, directory));
    if (found?.kind === 'absent') notices.push({ input: directory, text: isNewText(ref) });
    return found === undefined ? NOT_CONFIGURED : baselineOfEarlier(ref, found);
  };

  const ref = refOf(settings, earlier);
  if (ref !== undefined && settings.plans.length > 0) errors.push(noRefForPlan(ref));
  const compared = ref === undefined ? await readBaseline(settings, plans, live, attempt) : NOT_CONFIGURED;
  const judgement = judgementOf(settings, compared, live);
  for (const input of settings.plans) {
    await attempt(input, async () => {
      const { plan, notices: overlooked } = await plans.readPlan(input, settings.values);
      const name = input === '-' ? 'standard input' : input;
      const configuration = shared ?? (await readTemplate(configurations.templateOf(input)));
      const snapshot = { ...snapshotOfPlan(name, plan, judgement), configuration };
      subjects.push({ snapshot, origin: { kind: 'plan', plan } });
      notices.push(...overlooked.map((text) => ({ input: name, text })));
    });
  }
  for (const directory of settings.templates) {
    await attempt(directory, async () => {
      let fetched: Source<Configuration> | undefined;
      const rehearsal = await rehearser.rehearse(directory, async (initialised) => {
        fetched = await readTemplate(directory, initialised);
        return fetched;
      });
      const configuration = fetched ?? (await readTemplate(directory));
      const baseline = ref === undefined ? compared : await baselineAt(ref, directory);
      const snapshot = { ...snapshotOfRehearsal(directory, rehearsal, { ...judgement, baseline }), configuration };
      subjects.push({ snapshot, origin: { kind: 'rehearsal', rehearsal } });
    });
  }
  return { subjects, errors, notices };
}

/** Undefined where the baseline is none of Git's. */
function refOf({ baseline }: GatherSettings, earlier: EarlierTemplates | undefined): string | undefined {
  if (baseline === undefined || baseline === BASELINE_IN_CODER || earlier === undefined) return undefined;
  return earlier.isFile(baseline) ? undefined : baseline;
}

/** A baseline that cannot be read leaves the rules that compare without one, and the run with an error. */
async function readBaseline(
  { baseline, values }: GatherSettings,
  reader: PlanReader,
  live: LiveTemplate,
  attempt: <T>(input: string, work: () => Promise<T>) => Promise<T | undefined>,
): Promise<Source<Baseline>> {
  if (baseline === undefined) return NOT_CONFIGURED;
  if (baseline === BASELINE_IN_CODER) return live.baseline;
  const reading = await attempt(baseline, () => reader.readPlan(baseline, values));
  return reading === undefined ? NOT_CONFIGURED : baselineOfPlan(baseline, reading.plan);
}

function judgementOf(settings: GatherSettings, baseline: Source<Baseline>, { quota }: LiveTemplate): PlanJudgement {
  const { assumePrebuild, persistentTypes, maxPrebuilds, prebuildGrowthFactor } = settings;
  return { assumePrebuild, baseline, quota, policy: { persistentTypes, maxPrebuilds, prebuildGrowthFactor } };
}

const NOT_LIVE: LiveTemplate = { baseline: NOT_CONFIGURED, quota: NOT_CONFIGURED };

const NO_CONFIGURATIONS: ConfigurationReader = {
  templateOf: () => undefined,
  readConfiguration: () => Promise.resolve(NOT_CONFIGURED),
};
