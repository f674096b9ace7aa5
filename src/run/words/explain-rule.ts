import type { Rule } from '../../model/judgement/rule.ts';
import { UserError } from '../../model/user-error.ts';
import { readRulePage } from './rule-page.ts';

/** The page of the rule. Throws a `UserError` for an unknown id. */
export function explainRule(rules: readonly Pick<Rule, 'id'>[], id: string): string {
  if (!rules.some((rule) => rule.id === id)) {
    const names = rules.map((rule) => `\`${rule.id}\``).join(', ');
    throw new UserError(`\`${id}\` is not a rule; use one of ${names}.`);
  }
  return readRulePage(id);
}
