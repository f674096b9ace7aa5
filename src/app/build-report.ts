import { isReplacement, type Plan } from '../domain/plan.ts';
import { planKind } from '../domain/plan-kind.ts';
import { removals } from '../domain/removal.ts';
import type { Snapshot } from '../domain/snapshot.ts';
import type { InputError, Verdict } from '../domain/verdict.ts';
import type { Evaluation } from '../engine/evaluate.ts';
import type { Notice, PlanReport, Report } from '../report/report.ts';
import { VERSION } from './version.ts';

/** One template that was judged, and the plan that was read for it. */
export interface Judged {
  readonly snapshot: Snapshot;
  readonly plan: Plan;
}

export function buildReport(
  judged: readonly Judged[],
  { findings, rules }: Evaluation,
  verdict: Verdict,
  errors: readonly InputError[],
  notices: readonly Notice[],
): Report {
  return { toolVersion: VERSION, verdict, plans: judged.map(planReport), findings, rules, errors, notices };
}

function planReport({ snapshot: { name, template }, plan }: Judged): PlanReport {
  return {
    name,
    kind: planKind(plan),
    terraformVersion: plan.terraformVersion,
    prebuildEnabled: template.prebuildEnabled,
    presets: template.presets,
    replacements: plan.changes.filter(isReplacement),
    removals: removals(plan).map(({ change, byDesign }) => ({
      address: change.address,
      actionReason: change.actionReason,
      byDesign,
    })),
  };
}
