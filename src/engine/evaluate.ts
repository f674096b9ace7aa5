import { type Finding, type FindingDetails, subjectKey } from '../model/judgement/finding.ts';
import type { Outcome } from '../model/judgement/outcome.ts';
import type { Rule, Violation } from '../model/judgement/rule.ts';
import { atMost, SEVERITIES, type Severity } from '../model/judgement/severity.ts';
import type { Snapshot } from '../model/judgement/snapshot.ts';
import type { RuleResult, RuleState, TemplateReason } from '../model/judgement/verdict.ts';

export interface Evaluation {
  /** Gravest first, then in the order of templates, rules and subjects, whatever order they were found in. */
  readonly findings: readonly Finding[];
  /** In the order of the rules. */
  readonly rules: readonly RuleResult[];
}

/** What the user said of a rule, by its id; a rule that is not named keeps its own severity. */
export type SeverityPolicy = ReadonlyMap<string, Severity | 'off'>;

/** Asks every rule about every template. */
export function evaluate(
  snapshots: readonly Snapshot[],
  rules: readonly Rule[],
  severities: SeverityPolicy,
): Evaluation {
  const results = rules.map((rule) => {
    const severity = severities.get(rule.id);
    if (severity === 'off') return { id: rule.id, state: { kind: 'off' } as const, findings: [] };
    const outcomes = snapshots.map((snapshot) => ({ snapshot, outcome: outcomeOf(rule, snapshot) }));
    return {
      id: rule.id,
      state: stateOf(outcomes),
      findings: outcomes.flatMap(({ snapshot, outcome }) => findingsOf(rule, snapshot, outcome, severity)),
    };
  });
  return {
    findings: sorted(
      results.flatMap(({ findings }) => findings),
      rules,
    ),
    rules: results.map(({ id, state }) => ({ id, state })),
  };
}

/** Rules are about prebuilds: a template that is known to have none cannot break one. */
function outcomeOf(rule: Rule, snapshot: Snapshot): Outcome<Violation> {
  if (snapshot.groups !== undefined && !snapshot.groups.includes(rule.group))
    return { kind: 'not-configured', items: [] };
  return snapshot.template.prebuildEnabled === false ? { kind: 'checked', items: [] } : rule.evaluate(snapshot);
}

function stateOf(outcomes: readonly { snapshot: Snapshot; outcome: Outcome<Violation> }[]): RuleState {
  const reasons: TemplateReason[] = outcomes.flatMap(({ snapshot, outcome }) =>
    outcome.kind === 'not-checked' ? outcome.reasons.map((reason) => ({ ...reason, template: snapshot.name })) : [],
  );
  if (reasons.length > 0) return { kind: 'not-checked', reasons };
  return outcomes.some(({ outcome }) => outcome.kind !== 'not-configured')
    ? { kind: 'checked' }
    : { kind: 'not-configured' };
}

function findingsOf(
  rule: Rule,
  snapshot: Snapshot,
  outcome: Outcome<Violation>,
  chosen: Severity | undefined,
): readonly Finding[] {
  return merged(outcome.items).map((violation) => ({
    ruleId: rule.id,
    severity: severityOf(chosen ?? violation.severity ?? rule.severity, violation),
    evidence: violation.evidence,
    template: snapshot.name,
    subject: violation.subject,
    ...rule.explain(violation),
    details: violation.details ?? {},
  }));
}

/** What no provider confirmed does not block on its own. */
function severityOf(severity: Severity, violation: Violation): Severity {
  return violation.evidence === 'predicted' ? atMost(severity, 'warning') : severity;
}

/** One violation for each subject: that of the claim that shows most, and all claims that show any. */
function merged(violations: readonly Violation[]): readonly Violation[] {
  const bySubject = new Map<string, Violation>();
  for (const violation of violations) {
    const key = subjectKey(violation.subject);
    const before = bySubject.get(key);
    bySubject.set(key, before === undefined ? violation : mergedPair(before, violation));
  }
  return [...bySubject.values()];
}

function mergedPair(first: Violation, second: Violation): Violation {
  const richer = attributeCount(second) > attributeCount(first) ? second : first;
  const seenIn: NonNullable<FindingDetails['seenIn']> = [
    ...(first.details?.seenIn ?? []),
    ...(second.details?.seenIn ?? []),
  ];
  return { ...richer, details: { ...richer.details, seenIn } };
}

function attributeCount({ details }: Violation): number {
  return details?.attributes?.length ?? 0;
}

/** Gravest first, then by template, rule and subject: a total order, so that no input order shows. */
function sorted(findings: readonly Finding[], rules: readonly Rule[]): readonly Finding[] {
  const ruleOrder = new Map(rules.map(({ id }, index) => [id, index]));
  return findings.toSorted(
    (left, right) =>
      SEVERITIES.indexOf(right.severity) - SEVERITIES.indexOf(left.severity) ||
      compare(left.template, right.template) ||
      (ruleOrder.get(left.ruleId) ?? 0) - (ruleOrder.get(right.ruleId) ?? 0) ||
      compare(subjectKey(left.subject), subjectKey(right.subject)),
  );
}

/** By code unit: the same on every machine, whatever its locale. */
function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
