import type { Rule } from '../../model/judgement/rule.ts';

/** Every rule with its severity and its problem, in columns. */
export function listRules(rules: readonly Pick<Rule, 'id' | 'severity' | 'summary'>[]): string {
  const ids = Math.max(...rules.map(({ id }) => id.length));
  const severities = Math.max(...rules.map(({ severity }) => severity.length));
  return rules
    .map(({ id, severity, summary }) => `${id.padEnd(ids)}  ${severity.padEnd(severities)}  ${summary}\n`)
    .join('');
}
