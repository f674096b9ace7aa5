import type { NotChecked, Outcome } from '../../model/judgement/outcome.ts';
import { checked, NOT_CONFIGURED } from '../../model/judgement/outcome.ts';
import type { Violation } from '../../model/judgement/rule.ts';
import type { Snapshot } from '../../model/judgement/snapshot.ts';
import { baselineOf } from '../../model/judgement/snapshot.ts';
import type { Baseline } from '../../model/template/baseline.ts';
import { say } from '../../model/text.ts';

/** What a rule saw of a template, and what it could not see. */
export interface Judgement<Data> {
  readonly violations: readonly Violation<Data>[];
  /** What kept the rule from deciding in a single case. */
  readonly open: readonly NotChecked[];
}

/** Judges one after another: presets, as a rule. */
export function judgeEach<Item, Data>(items: readonly Item[], judge: (item: Item) => Judgement<Data>): Judgement<Data> {
  const judgements = items.map(judge);
  return {
    violations: judgements.flatMap(({ violations }) => violations),
    open: judgements.flatMap(({ open }) => open),
  };
}

/** Adds to a judgement what is missing of the template as a whole. */
export function templateOutcome<Data>(
  { template }: Snapshot,
  { violations, open }: Judgement<Data>,
): Outcome<Violation<Data>> {
  const gaps = template.gaps ?? [];
  const unseen = template.prebuildEnabled === undefined && gaps.length === 0 ? [TEMPLATE_NOT_SEEN] : [];
  const reasons = distinct([...unseen, ...gaps, ...open]);
  return reasons.length === 0 ? checked(violations) : { kind: 'not-checked', items: violations, reasons };
}

/** The same for a rule that compares; not configured without a baseline. */
export function changeOutcome<Data>(
  snapshot: Snapshot,
  judge: (baseline: Baseline) => Judgement<Data>,
): Outcome<Violation<Data>> {
  const source = baselineOf(snapshot);
  if (source.kind === 'not-configured') return { ...NOT_CONFIGURED, items: [] };
  const { violations, open } = judgeEach(source.items, judge);
  return templateOutcome(snapshot, { violations, open: [...source.gaps, ...open] });
}

/** Of several reasons that a reader could not tell apart, the first. */
function distinct(reasons: readonly NotChecked[]): readonly NotChecked[] {
  return [...new Map(reasons.map((reason) => [JSON.stringify([reason.code, reason.detail]), reason])).values()];
}

const TEMPLATE_NOT_SEEN: NotChecked = {
  code: 'template-not-seen',
  detail: ['The plan does not hold the presets and parameters of the template.'],
  remedy: say`Mend what ${'terraform plan'} complains about, then plan again.`,
};
