import type { ValueProblem } from '../../model/template/parameter-value.ts';
import { joined, listed, say, type Text } from '../../model/text.ts';

/** Continues a sentence whose subject is the value. */
export function describeProblem(problem: ValueProblem): Text {
  switch (problem.kind) {
    case 'bad-definition':
      return say`which the provider refuses whatever the value is: ${[problem.detail]}`;
    case 'not-an-option':
      return say`which is none of its options: ${listed(problem.options)}`;
    case 'elements-not-options':
      return say`whose elements are not all options: ${listed(problem.missing)}`;
    case 'not-a-list':
      return say`which is no list of strings in JSON, such as ${'["a"]'}`;
    case 'not-a-number':
      return ['which is no number'];
    case 'not-an-integer':
      return say`which is no integer, and with a ${'validation'} block nothing else is a number`;
    case 'not-a-bool':
      return ['which is no boolean'];
    case 'not-true-or-false':
      return say`which must be ${'true'} or ${'false'} where there is a ${'validation'} block`;
    case 'below-minimum':
      return say`which is less than the minimum of ${problem.min}`;
    case 'above-maximum':
      return say`which is more than the maximum of ${problem.max}`;
    case 'regex':
      return joined([
        say`which does not match ${problem.regex}`,
        ...(problem.error === undefined ? [] : [say`(${problem.error})`]),
      ]);
    case 'not-monotonic':
      return say`which is ${[problem.direction === 'increasing' ? 'less' : 'more']} than ${problem.previous}`;
  }
}
