import type { Snapshot } from '../domain/snapshot.ts';
import { UserError } from '../domain/user-error.ts';
import type { InputError, Verdict } from '../domain/verdict.ts';
import { type DecisionPolicy, decide } from '../engine/decide.ts';
import { evaluate, type SeverityPolicy } from '../engine/evaluate.ts';
import type { Notice, Report } from '../report/report.ts';
import { RULES } from '../rules/index.ts';
import { buildReport, type Judged } from './build-report.ts';
import type { PlanReader, ValuePolicy } from './ports.ts';
import { snapshotOfPlan } from './snapshot-of-plan.ts';

export interface CheckSettings extends DecisionPolicy {
  readonly assumePrebuild: boolean;
  readonly values: ValuePolicy;
  readonly persistentTypes: readonly string[];
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

  for (const input of inputs) {
    try {
      const { plan, notices: overlooked } = await reader.readPlan(input, settings.values);
      const name = input === '-' ? 'standard input' : input;
      judged.push({ plan, snapshot: snapshotOfPlan(name, plan, judgement(settings)) });
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

function judgement({ assumePrebuild, persistentTypes }: CheckSettings) {
  return { assumePrebuild, policy: { persistentTypes } };
}
