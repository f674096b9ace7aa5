import type { Snapshot } from '../domain/snapshot.ts';
import type { Verdict } from '../domain/verdict.ts';
import { decide } from '../engine/decide.ts';
import { evaluate, type SeverityPolicy } from '../engine/evaluate.ts';
import type { Report } from '../report/report.ts';
import { RULES } from '../rules/index.ts';
import { type CheckSettings, type Gathered, gather, type Sources } from './gather.ts';
import { VERSION } from './version.ts';

export interface Judgement {
  readonly verdict: Verdict;
  readonly report: Report;
}

/** Gathers what is to be judged, asks the rules about it and about what was gathered elsewhere, decides. Publishes nothing. */
export async function check(
  settings: CheckSettings,
  sources: Sources,
  further: readonly Snapshot[] = [],
): Promise<Judgement> {
  return judge(await gather(settings, sources), settings, further);
}

function judge(
  { subjects, errors, notices }: Gathered,
  settings: CheckSettings,
  further: readonly Snapshot[],
): Judgement {
  const snapshots = [...subjects.map(({ snapshot }) => snapshot), ...further];
  const { findings, rules } = evaluate(snapshots, RULES, OWN_SEVERITIES);
  const verdict = decide({ findings, rules, errors }, settings);
  const plans = subjects.map(({ report }) => report);
  return { verdict, report: { toolVersion: VERSION, verdict, plans, findings, rules, errors, notices } };
}

const OWN_SEVERITIES: SeverityPolicy = new Map();
