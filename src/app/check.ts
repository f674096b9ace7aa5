import type { Baseline } from '../domain/baseline.ts';
import { NOT_CONFIGURED, type Source } from '../domain/outcome.ts';
import type { Snapshot } from '../domain/snapshot.ts';
import { UserError } from '../domain/user-error.ts';
import type { InputError, Verdict } from '../domain/verdict.ts';
import { type DecisionPolicy, decide } from '../engine/decide.ts';
import { evaluate, type SeverityPolicy } from '../engine/evaluate.ts';
import type { Notice, Report } from '../report/report.ts';
import { RULES } from '../rules/index.ts';
import { buildReport, type Judged } from './build-report.ts';
import type { PlanReader, ValuePolicy } from './ports.ts';
import { baselineOfPlan, type PlanJudgement, snapshotOfPlan } from './snapshot-of-plan.ts';

export interface CheckSettings extends DecisionPolicy {
  readonly assumePrebuild: boolean;
  readonly values: ValuePolicy;
  readonly persistentTypes: readonly string[];
  readonly baseline: string | undefined;
  readonly maxPrebuilds: number | undefined;
  readonly prebuildGrowthFactor: number | undefined;
}

/** Reads the plans, asks the rules about them and about what was gathered elsewhere, decides. Publishes nothing. */
export async function check(
  inputs: readonly string[],
  settings: CheckSettings,
  reader: PlanReader,
  further: readonly Snapshot[] = [],
): Promise<{ readonly verdict: Verdict; readonly report: Report }> {
  const judged: Judged[] = [];
  const errors: InputError[] = [];
  const notices: Notice[] = [];

  const baseline = await readBaseline(settings, reader, errors);
  for (const input of inputs) {
    try {
      const { plan, notices: overlooked } = await reader.readPlan(input, settings.values);
      const name = input === '-' ? 'standard input' : input;
      judged.push({ plan, snapshot: snapshotOfPlan(name, plan, judgement(settings, baseline)) });
      notices.push(...overlooked.map((text) => ({ input: name, text })));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      errors.push({ input, message: error.message });
    }
  }

  const evaluation = evaluate([...judged.map(({ snapshot }) => snapshot), ...further], RULES, OWN_SEVERITIES);
  const verdict = decide({ ...evaluation, errors }, settings);
  return { verdict, report: buildReport(judged, evaluation, verdict, errors, notices) };
}

const OWN_SEVERITIES: SeverityPolicy = new Map();

/** A baseline that cannot be read leaves the rules that compare without one, and the run with an error. */
async function readBaseline(
  { baseline, values }: CheckSettings,
  reader: PlanReader,
  errors: InputError[],
): Promise<Source<Baseline>> {
  if (baseline === undefined) return NOT_CONFIGURED;
  try {
    const { plan } = await reader.readPlan(baseline, values);
    return baselineOfPlan(baseline, plan);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    errors.push({ input: baseline, message: error.message });
    return NOT_CONFIGURED;
  }
}

function judgement(settings: CheckSettings, baseline: Source<Baseline>): PlanJudgement {
  const { assumePrebuild, persistentTypes, maxPrebuilds, prebuildGrowthFactor } = settings;
  return { assumePrebuild, baseline, policy: { persistentTypes, maxPrebuilds, prebuildGrowthFactor } };
}
