import { subjectKey } from '../../src/model/judgement/finding.ts';
import type { Rule } from '../../src/model/judgement/rule.ts';
import type { Snapshot } from '../../src/model/judgement/snapshot.ts';
import { plain } from '../../src/model/text.ts';

/** What a rule decided, without its words: `warning preset Small`, and the codes of what it could not check. */
export function decided<Data>(
  rule: Rule<Data>,
  snapshot: Snapshot,
): { found: string[]; open: string[] | 'not-configured' } {
  const outcome = rule.evaluate(snapshot);
  return {
    found: outcome.items.map(({ severity, subject }) => `${severity ?? rule.severity} ${subjectKey(subject)}`),
    open:
      outcome.kind === 'not-configured'
        ? 'not-configured'
        : outcome.kind === 'checked'
          ? []
          : outcome.reasons.map(({ code }) => code),
  };
}

/** What a rule says of everything that it found. */
export function said<Data>(rule: Rule<Data>, snapshot: Snapshot): string {
  return rule
    .evaluate(snapshot)
    .items.map((violation) => {
      const { what, why, remedy } = rule.explain(violation);
      return [what, why, remedy].map(plain).join('\n');
    })
    .join('\n\n');
}
