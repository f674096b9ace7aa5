import type { NotChecked, Outcome } from '../../model/judgement/outcome.ts';
import { checked, NOT_CONFIGURED } from '../../model/judgement/outcome.ts';
import type { Violation } from '../../model/judgement/rule.ts';
import type { Snapshot } from '../../model/judgement/snapshot.ts';
import { baselineOf } from '../../model/judgement/snapshot.ts';
import type { Baseline } from '../../model/template/baseline.ts';
import { say } from '../../model/text.ts';

/** The problems a rule found in a template, and what it could not see. */
export interface Judgement<Data> {
  readonly violations: readonly Violation<Data>[];
  /** Reasons why the rule could not decide in single cases. */
  readonly open: readonly NotChecked[];
}

/** Judges items one after another, usually presets, and puts the results together. */
export function judgeEach<Item, Data>(items: readonly Item[], judge: (item: Item) => Judgement<Data>): Judgement<Data> {
  const judgements = items.map(judge);
  return {
    violations: judgements.flatMap(({ violations }) => violations),
    open: judgements.flatMap(({ open }) => open),
  };
}

/** Adds the gaps of the template as a whole to a judgement. */
export function templateOutcome<Data>(
  { template }: Snapshot,
  { violations, open }: Judgement<Data>,
): Outcome<Violation<Data>> {
  const gaps = template.gaps ?? [];
  const unseen = template.prebuildEnabled === undefined && gaps.length === 0 ? [TEMPLATE_NOT_SEEN] : [];
  const reasons = distinct([...unseen, ...gaps, ...open]);
  return reasons.length === 0 ? checked(violations) : { kind: 'not-checked', items: violations, reasons };
}

/** The same for a rule that compares two versions. Without a baseline it is not configured. */
export function changeOutcome<Data>(
  snapshot: Snapshot,
  judge: (baseline: Baseline) => Judgement<Data>,
): Outcome<Violation<Data>> {
  const source = baselineOf(snapshot);
  if (source.kind === 'not-configured') return { ...NOT_CONFIGURED, items: [] };
  const { violations, open } = judgeEach(source.items, judge);
  return templateOutcome(snapshot, { violations, open: [...source.gaps, ...open] });
}

/** Keeps the first of several reasons that look the same to the reader. */
function distinct(reasons: readonly NotChecked[]): readonly NotChecked[] {
  return [...new Map(reasons.map((reason) => [JSON.stringify([reason.code, reason.detail]), reason])).values()];
}

const TEMPLATE_NOT_SEEN: NotChecked = {
  code: 'template-not-seen',
  detail: ['The plan does not contain the presets and parameters of the template.'],
  remedy: say`Fix the error that ${'terraform plan'} reports, then plan again.`,
};
