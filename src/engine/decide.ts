import type { Finding } from '../model/judgement/finding.ts';
import { isAtLeast, type Severity } from '../model/judgement/severity.ts';
import type { InputError, RuleResult, Verdict } from '../model/judgement/verdict.ts';

export interface DecisionPolicy {
  /** Findings of this severity or a graver one block. */
  readonly failOn: Severity | 'never';
  /** `warn` lets an inconclusive run exit with 0; its conclusion stays. */
  readonly onInconclusive: 'fail' | 'warn';
}

export interface Decidable {
  readonly findings: readonly Finding[];
  readonly rules: readonly RuleResult[];
  readonly errors: readonly InputError[];
}

/**
 * The verdict. A finding that blocks outweighs what could not be checked, and an
 * input that could not be read is never forgiven: what it would have shown is
 * not known.
 */
export function decide({ findings, rules, errors }: Decidable, policy: DecisionPolicy): Verdict {
  const { failOn } = policy;
  const blocking =
    failOn === 'never'
      ? []
      : findings.filter(({ severity, details }) => details.waiver === undefined && isAtLeast(severity, failOn));
  if (blocking.length > 0) return { conclusion: 'fail', exitCode: 1, blocking };
  if (errors.length > 0) return { conclusion: 'inconclusive', exitCode: 2, blocking };
  if (rules.some(({ state }) => state.kind === 'not-checked')) {
    return { conclusion: 'inconclusive', exitCode: policy.onInconclusive === 'warn' ? 0 : 2, blocking };
  }
  return { conclusion: 'pass', exitCode: 0, blocking };
}
