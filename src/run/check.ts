import { type DecisionPolicy, decide } from '../engine/decide.ts';
import { evaluate, type SeverityPolicy } from '../engine/evaluate.ts';
import { explainFindings } from '../explain/explain-findings.ts';
import { type Gathered, type GatherSettings, gather, type Sources } from '../gather/gather.ts';
import { DEFAULT_HISTORY_POLICY } from '../model/history/history.ts';
import { decidePreset, type PresetStatus } from '../model/history/preset-status.ts';
import type { Snapshot } from '../model/judgement/snapshot.ts';
import type { Notice, Verdict } from '../model/judgement/verdict.ts';
import { presetTable } from '../model/template/preset-table.ts';
import { planFacts } from '../report/plan-facts.ts';
import type { Report } from '../report/report.ts';
import { RULES } from '../rules/index.ts';
import { VERSION } from './version.ts';

export interface CheckSettings extends GatherSettings, DecisionPolicy {
  /** Milliseconds since 1970 when the run began; undefined where the moment shall not show in the report. */
  readonly now?: number | undefined;
}

export interface Judgement {
  readonly verdict: Verdict;
  readonly report: Report;
}

/** Gathers what is to be judged, asks the rules about it and about what was gathered elsewhere, decides. Publishes nothing. */
export async function check(
  settings: CheckSettings,
  sources: Sources,
  further: readonly Snapshot[] = [],
  notices: readonly Notice[] = [],
): Promise<Judgement> {
  const gathered = await gather(settings, sources);
  return judge({ ...gathered, notices: [...gathered.notices, ...notices] }, settings, further);
}

function judge(
  { subjects, errors, notices }: Gathered,
  settings: CheckSettings,
  further: readonly Snapshot[],
): Judgement {
  const snapshots = [...subjects.map(({ snapshot }) => snapshot), ...further];
  const { findings: found, rules } = evaluate(snapshots, RULES, OWN_SEVERITIES);
  const findings = explainFindings(found, snapshots);
  const verdict = decide({ findings, rules, errors }, settings);
  const shared = subjects.length === 1 ? statusesOf(further) : new Map<string, PresetStatus>();
  const plans = subjects.map(({ snapshot, origin }) => ({
    ...planFacts(snapshot, origin),
    presetTable: presetTable(snapshot, { at: settings.now, statuses: new Map([...shared, ...statusesOf([snapshot])]) }),
  }));
  return { verdict, report: { toolVersion: VERSION, verdict, plans, findings, rules, errors, notices } };
}

const OWN_SEVERITIES: SeverityPolicy = new Map();

/**
 * How the presets of the one template that Coder was asked about fare there.
 * Names alone are the same over versions, and only within a template.
 */
function statusesOf(snapshots: readonly Snapshot[]): ReadonlyMap<string, PresetStatus> {
  const read = snapshots.flatMap(({ histories, policy }) =>
    histories?.kind === 'read' ? histories.items.map((history) => ({ history, policy: policy.history })) : [],
  );
  const [only] = read;
  if (only === undefined || read.length > 1) return new Map();
  const { history, policy = DEFAULT_HISTORY_POLICY } = only;
  return new Map(history.presets.map((preset) => [preset.name, decidePreset(history, preset, policy).status]));
}
