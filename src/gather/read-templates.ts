import type { Configuration } from '../model/configuration/configuration.ts';
import { NOT_CONFIGURED, type Source } from '../model/judgement/outcome.ts';
import { unprovenVersion } from '../model/judgement/proven-versions.ts';
import type { TerraformVersion } from '../model/judgement/rehearsal.ts';
import type { InputError, Notice } from '../model/judgement/verdict.ts';
import type { Plan } from '../model/plan/plan.ts';
import { BASELINE_IN_CODER, type Baseline } from '../model/template/baseline.ts';
import { UserError } from '../model/user-error.ts';
import type { JudgedTemplate } from './gathered.ts';
import type { ConfigurationReader, EarlierTemplates, LiveTemplate, PlanReader, Sources } from './ports.ts';
import type { GatherRequest } from './requests.ts';
import { baselineOfEarlier, isNewText, noRefForPlan } from './subject/baseline-at-ref.ts';
import { baselineOfPlan, type Circumstances, snapshotOfPlan } from './subject/snapshot-of-plan.ts';
import { snapshotOfRehearsal } from './subject/snapshot-of-rehearsal.ts';

export interface ReadTemplates {
  readonly subjects: readonly JudgedTemplate[];
  readonly errors: readonly InputError[];
  readonly notices: readonly Notice[];
}

/** Reads every plan and rehearses every template. What cannot be read is an error that hides nothing of the others. */
export async function readTemplates(
  request: GatherRequest,
  live: LiveTemplate,
  { plans, rehearser, earlier, configurations = NO_CONFIGURATIONS }: Sources,
): Promise<ReadTemplates> {
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

  const shared = request.configuration === undefined ? undefined : await readTemplate(request.configuration);
  const baselineAt = async (ref: string, directory: string): Promise<Source<Baseline>> => {
    const found = await attempt(ref, async () => earlier?.planAt(ref, directory));
    if (found?.kind === 'absent') notices.push({ input: directory, text: isNewText(ref) });
    return found === undefined ? NOT_CONFIGURED : baselineOfEarlier(ref, found);
  };

  const ref = refOf(request, earlier);
  if (ref !== undefined && request.plans.length > 0) errors.push(noRefForPlan(ref));
  const compared = ref === undefined ? await readBaseline(request, plans, live, attempt) : NOT_CONFIGURED;
  const circumstances = circumstancesOf(request, compared, live);
  const given: { readonly input: string; readonly name: string; readonly plan: Plan }[] = [];
  for (const input of request.plans) {
    await attempt(input, async () => {
      const { plan, notices: overlooked } = await plans.readPlan(input, request.values);
      const name = input === '-' ? 'standard input' : input;
      given.push({ input, name, plan });
      notices.push(...overlooked.map((text) => ({ input: name, text })));
    });
  }
  // Only together do the plans of several presets cover a template.
  const together = given.map(({ plan }) => plan);
  for (const { input, name, plan } of given) {
    const configuration = shared ?? (await readTemplate(configurations.templateOf(input)));
    const snapshot = { ...snapshotOfPlan(name, plan, circumstances, together), configuration };
    subjects.push({ snapshot, origin: { kind: 'plan', plan } });
  }
  for (const directory of request.templates) {
    await attempt(directory, async () => {
      let fetched: Source<Configuration> | undefined;
      const rehearsal = await rehearser.rehearse(directory, async (initialised) => {
        fetched = await readTemplate(directory, initialised);
      });
      const configuration = fetched ?? (await readTemplate(directory));
      const baseline = ref === undefined ? compared : await baselineAt(ref, directory);
      const snapshot = { ...snapshotOfRehearsal(directory, rehearsal, { ...circumstances, baseline }), configuration };
      subjects.push({ snapshot, origin: { kind: 'rehearsal', rehearsal } });
      notices.push(...versionNotices(rehearsal.terraform, notices));
    });
  }
  return { subjects, errors, notices };
}

/** Once in a run: all templates are rehearsed with one program. */
function versionNotices(terraform: TerraformVersion | undefined, given: readonly Notice[]): readonly Notice[] {
  if (terraform === undefined) return [];
  const input = `${terraform.product} ${terraform.version}`;
  return given.some((notice) => notice.input === input)
    ? []
    : unprovenVersion(terraform).map((text) => ({ input, text }));
}

/** Undefined where the baseline is none of Git's. */
function refOf({ baseline }: GatherRequest, earlier: EarlierTemplates | undefined): string | undefined {
  if (baseline === undefined || baseline === BASELINE_IN_CODER || earlier === undefined) return undefined;
  return earlier.isFile(baseline) ? undefined : baseline;
}

/** A baseline that cannot be read leaves the rules that compare without one, and the run with an error. */
async function readBaseline(
  { baseline, values }: GatherRequest,
  reader: PlanReader,
  live: LiveTemplate,
  attempt: <T>(input: string, work: () => Promise<T>) => Promise<T | undefined>,
): Promise<Source<Baseline>> {
  if (baseline === undefined) return NOT_CONFIGURED;
  if (baseline === BASELINE_IN_CODER) return live.baseline;
  const reading = await attempt(baseline, () => reader.readPlan(baseline, values));
  return reading === undefined ? NOT_CONFIGURED : baselineOfPlan(baseline, reading.plan);
}

function circumstancesOf(request: GatherRequest, baseline: Source<Baseline>, { quota }: LiveTemplate): Circumstances {
  const { assumePrebuild, persistentTypes, maxPrebuilds, prebuildGrowthFactor } = request;
  return { assumePrebuild, baseline, quota, policy: { persistentTypes, maxPrebuilds, prebuildGrowthFactor } };
}

const NO_CONFIGURATIONS: ConfigurationReader = {
  templateOf: () => undefined,
  readConfiguration: () => Promise.resolve(NOT_CONFIGURED),
};
