import type { NotChecked } from '../../model/judgement/outcome.ts';
import type { RuleResult } from '../../model/judgement/verdict.ts';
import { plain } from '../../model/text.ts';
import { counted } from '../report.ts';

/** One reason why something was not checked, with all rules and templates that it holds for. */
export interface ReasonGroup {
  readonly reason: NotChecked;
  readonly rules: readonly string[];
  readonly templates: readonly string[];
}

/** Equal reasons together, in the order in which they come. */
export function reasonGroups(rules: readonly RuleResult[]): readonly ReasonGroup[] {
  const groups = new Map<string, { reason: NotChecked; rules: Set<string>; templates: Set<string> }>();
  for (const { id, state } of rules) {
    if (state.kind !== 'not-checked') continue;
    for (const reason of state.reasons) {
      const key = JSON.stringify([reason.code, plain(reason.detail), plain(reason.remedy)]);
      const group = groups.get(key) ?? { reason, rules: new Set(), templates: new Set() };
      groups.set(key, group);
      group.rules.add(id);
      group.templates.add(reason.template);
    }
  }
  return [...groups.values()].map((group) => ({
    reason: group.reason,
    rules: [...group.rules],
    templates: [...group.templates],
  }));
}

/** `11 rules not configured` */
export function notConfiguredText({ length }: readonly string[]): string {
  return `${counted(length, 'rule')} not configured`;
}

/** The ids of the rules in this state. */
export function rulesThatAre(rules: readonly RuleResult[], kind: RuleResult['state']['kind']): readonly string[] {
  return rules.filter(({ state }) => state.kind === kind).map(({ id }) => id);
}
