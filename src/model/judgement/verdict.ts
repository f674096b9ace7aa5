import type { Text } from '../text.ts';
import type { Finding } from './finding.ts';
import type { NotChecked } from './outcome.ts';

export type Conclusion = 'pass' | 'fail' | 'inconclusive';

/** The process's exit code: 0 pass, 1 fail, 2 inconclusive or bad input, 3 a bug of ours. */
export type ExitCode = 0 | 1 | 2 | 3;

/** What will be done. What explains it is in the report. */
export interface Verdict {
  readonly conclusion: Conclusion;
  readonly exitCode: ExitCode;
  /** Findings at or above `fail-on` that nobody waived. */
  readonly blocking: readonly Finding[];
}

/** What became of one rule over all templates of the run. */
export type RuleState =
  | { readonly kind: 'checked' }
  | { readonly kind: 'not-checked'; readonly reasons: readonly TemplateReason[] }
  | { readonly kind: 'off' }
  | { readonly kind: 'not-configured' };

export interface TemplateReason extends NotChecked {
  readonly template: string;
}

export interface RuleResult {
  readonly id: string;
  readonly state: RuleState;
}

/** An input that could not be read: one sentence that names it and says how to fix it. */
export interface InputError {
  readonly input: string;
  readonly message: string;
}

/** Something worth knowing that changes no verdict, such as noise around a plan. */
export interface Notice {
  readonly input: string;
  readonly text: Text;
}
