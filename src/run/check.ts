import { decide } from '../engine/decide.ts';
import { evaluate, type SeverityPolicy } from '../engine/evaluate.ts';
import { explainFindings } from '../explain/explain-findings.ts';
import { gather } from '../gather/gather.ts';
import type { Gathered, GatheredPullRequest } from '../gather/gathered.ts';
import type { Sources } from '../gather/ports.ts';
import type { GatherRequest } from '../gather/requests.ts';
import type { HistoryReading } from '../model/history/history-reading.ts';
import { decidePreset, type PresetStatus } from '../model/history/preset-status.ts';
import type { Verdict } from '../model/judgement/verdict.ts';
import { presetTable } from '../model/template/preset-table.ts';
import { planFacts } from '../report/plan-facts.ts';
import type { PlanReport, Report } from '../report/report.ts';
import { RULES } from '../rules/index.ts';
import type { Settings } from './settings/settings.ts';
import { VERSION } from './version.ts';

export interface CheckSettings extends GatherRequest, Pick<Settings, 'failOn' | 'onInconclusive'> {
  /** Milliseconds since 1970 when the run began; undefined where the moment shall not show in the report. */
  readonly now?: number | undefined;
}

export interface CheckResult {
  readonly verdict: Verdict;
  readonly report: Report;
  /** What the run is to publish to, as it was before. */
  readonly pullRequest: GatheredPullRequest;
}

/** From the first question to the report: gathers, asks the rules, explains, decides. Publishes nothing. */
export async function check(settings: CheckSettings, sources: Sources): Promise<CheckResult> {
  const gathered = await gather(settings, sources);
  const { findings: found, rules } = evaluate(gathered.snapshots, RULES, OWN_SEVERITIES);
  const findings = explainFindings(found, gathered.snapshots);
  const verdict = decide({ findings, rules, errors: gathered.errors }, settings);
  const { errors, notices, history, pullRequest } = gathered;
  const plans = planReports(gathered, settings.now);
  const told = history.histories.kind === 'read' ? { history } : {};
  return {
    verdict,
    report: { toolVersion: VERSION, verdict, plans, findings, rules, errors, notices, ...told },
    pullRequest,
  };
}

const OWN_SEVERITIES: SeverityPolicy = new Map();

/** The one template that Coder was asked about is the one that was judged, if it is one. */
function planReports({ subjects, history }: Gathered, now: number | undefined): readonly PlanReport[] {
  const statuses = subjects.length === 1 ? statusesOf(history) : new Map<string, PresetStatus>();
  return subjects.map(({ snapshot, origin }) => ({
    ...planFacts(snapshot, origin),
    presetTable: presetTable(snapshot, { at: now, statuses }),
  }));
}

/** How presets fare in Coder. Names alone are the same over versions, and only within a template. */
function statusesOf({ histories, policy }: HistoryReading): ReadonlyMap<string, PresetStatus> {
  const [history, ...others] = histories.kind === 'read' ? histories.items : [];
  if (history === undefined || others.length > 0) return new Map();
  return new Map(history.presets.map((preset) => [preset.name, decidePreset(history, preset, policy).status]));
}
