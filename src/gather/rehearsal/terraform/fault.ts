import { causeOf } from './cause-of.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Failure } from './failure.ts';

/**
 * Who is to blame for a plan that failed on no made-up value: the template, which
 * fails on a real server too, or the place where it was rehearsed. `unclear` is
 * for words that nobody knows.
 */
export type Fault = 'template' | 'place' | 'unclear';

export function faultOf(diagnostics: readonly Diagnostic[]): Fault {
  // One mistake of the template is enough to refuse the build, whatever else the place lacks.
  if (diagnostics.some(({ summary }) => EXPRESSION_FAILS.test(summary))) return 'template';
  switch (causeOf(diagnostics)) {
    case 'template-refused':
    case 'configuration-invalid':
    case 'condition-failed':
    case 'unknown-repetition':
      return 'template';
    case 'terraform-failed':
      return 'unclear';
    default:
      return 'place';
  }
}

/** The same for a step that failed; one that came to no answer is no fault of the template. */
export function faultOfFailure({ cause, diagnostics }: Failure): Fault {
  return cause === 'terraform-crashed' || diagnostics.length === 0 ? 'place' : faultOf(diagnostics);
}

/** Summaries of Terraform's own evaluator (hashicorp/hcl, hclsyntax; internal/lang), which no provider writes. */
const EXPRESSION_FAILS =
  /^(?:Attempt to (?:get attribute from|index) null value|Call to unknown function|Can't (?:expand|use) .*|Condition is null|Duplicate (?:map|object) key|Error in function call|Incorrect (?:attribute value|condition|key|value) type|Inconsistent conditional result types|Invalid (?:'for' .*|condition|expanding argument value|function argument|index|object key|operand|template (?:control|directive|interpolation) .*|value for (?:module|input).*)|Instance cannot be destroyed|Iteration over (?:non-iterable|null) value|Missing map element|Null (?:condition|value .*)|Operation failed|Splat of null value|Unsuitable value .*|Unsupported (?:attribute|operator))/;
