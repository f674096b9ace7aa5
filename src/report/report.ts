import type { FixProof } from '../explain/fix/choose-fixes.ts';
import type { HistoryReading } from '../model/history/history-reading.ts';
import type { Finding } from '../model/judgement/finding.ts';
import type { UntriedChoice } from '../model/judgement/rehearsal.ts';
import type { InputError, Notice, RuleResult, Verdict } from '../model/judgement/verdict.ts';
import type { ResourceChange } from '../model/plan/plan.ts';
import type { PlanKind } from '../model/plan/plan-kind.ts';
import type { PresetRow } from '../model/template/preset-table.ts';
import type { Preset } from '../model/template/template.ts';
import type { Text } from '../model/text.ts';

/** The whole run, explained. Every output is made from this and from nothing else. */
export interface Report {
  readonly toolVersion: string;
  readonly verdict: Verdict;
  readonly plans: readonly PlanReport[];
  /** Gravest first, then by template, rule and subject. */
  readonly findings: readonly Finding[];
  readonly rules: readonly RuleResult[];
  readonly errors: readonly InputError[];
  readonly notices: readonly Notice[];
  /** What was written into templates; absent where the run was not to write. */
  readonly fixes?: readonly TemplateFix[];
  /** Absent where no Coder was asked. */
  readonly history?: HistoryReading;
}

/** What was written into the files of one template. */
export interface TemplateFix {
  readonly template: string;
  /** In the order in which they were written: each applies after the one before. */
  readonly diffs: readonly string[];
  readonly tradeOffs: readonly Text[];
  readonly proof: FixProof;
  /** Why nothing of it is in the files; absent where it is. */
  readonly unwritten?: 'dry-run' | 'taken-back';
}

/** One template of the run, and the plan that it was judged by. */
export interface PlanReport {
  readonly name: string;
  /** What kind of plan was given, or that the claims were rehearsed. */
  readonly kind: PlanKind | 'rehearsal';
  readonly terraformVersion: string | undefined;
  /** Undefined where the plan does not say. */
  readonly prebuildEnabled: boolean | undefined;
  readonly presets: readonly Preset[];
  /** A row for each preset, in their order. */
  readonly presetTable: readonly PresetRow[];
  /** Every replaced resource, whether or not a rule reports it. */
  readonly replacements: readonly ResourceChange[];
  readonly removals: readonly Removal[];
  /** Addresses of what a prebuild, or whatever the plan builds, holds. Absent where the plan does not list all of it. */
  readonly resources?: readonly string[] | undefined;
  /** Absent for a plan that was given. */
  readonly rehearsal?: RehearsalReport;
}

/** How the claims of a template were rehearsed. */
export interface RehearsalReport {
  /** Undefined where it could not be found out. */
  readonly product: 'Terraform' | 'OpenTofu' | undefined;
  /** Those whose control experiment came to an end. */
  readonly presets: readonly RehearsedPreset[];
}

export interface RehearsedPreset {
  /** Undefined where the template was rehearsed without a preset. */
  readonly preset: string | undefined;
  /** How often the same prebuild was planned until nothing changed. */
  readonly rounds: number;
  /** The control experiment: planning the same prebuild again changes nothing. */
  readonly isStable: boolean;
  /** Who claimed it. */
  readonly claimants: readonly string[];
  /** Parameters that a claimant chose otherwise, each in a claim of its own. */
  readonly choices: readonly { readonly name: string; readonly value: string }[];
  readonly untried: readonly UntriedChoice[];
}

/** A resource that the plan deletes without making it again at that address. */
export interface Removal {
  readonly address: string;
  readonly actionReason: string | undefined;
  /** The template gates it on `prebuild_count` or `is_prebuild`, so it goes on purpose. */
  readonly byDesign: boolean;
}

/** The verdict in one line, without the tool's name. */
export function headline(report: Report): string {
  const { conclusion, blocking } = report.verdict;
  if (conclusion === 'fail') {
    const templates = new Set(blocking.map((finding) => finding.template)).size;
    const where = report.plans.length > 1 ? ` in ${counted(templates, 'template')}` : '';
    return `${counted(blocking.length, 'blocking finding')}${where}`;
  }
  if (report.errors.length > 0) return `${counted(report.errors.length, 'input')} could not be read`;
  if (conclusion === 'inconclusive') {
    const open = report.rules.filter((rule) => rule.state.kind === 'not-checked').length;
    return `${counted(open, 'rule')} could not be checked`;
  }
  if (report.plans.length > 0 && report.plans.every((plan) => plan.prebuildEnabled === false)) {
    return report.plans.length === 1 ? 'the template has no prebuilds' : 'no template has prebuilds';
  }
  const milder = report.findings.length;
  if (milder > 0) return `nothing blocks, ${counted(milder, 'finding')}`;
  // Without a template it was the history in Coder alone that was judged.
  return report.plans.length === 0 ? 'no prebuilds fail' : 'claims are clean';
}

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
