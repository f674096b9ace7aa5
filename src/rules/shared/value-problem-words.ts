import type { ValueProblem } from '../../model/template/parameter-value.ts';
import { joined, listed, say, type Text } from '../../model/text.ts';

/** Continues the sentence “Preset P sets X to V, …”. */
export function describeProblem(problem: ValueProblem): Text {
  switch (problem.kind) {
    case 'bad-definition':
      return say`but the provider refuses every value: ${[problem.detail]}`;
    case 'not-an-option':
      return say`which is not one of its options: ${listed(problem.options)}`;
    case 'elements-not-options':
      return say`which has elements that are not options: ${listed(problem.missing)}`;
    case 'not-a-list':
      return say`which is not a JSON list of strings, such as ${'["a"]'}`;
    case 'not-a-number':
      return ['which is not a number'];
    case 'not-an-integer':
      return say`which is not an integer, as a ${'validation'} block requires`;
    case 'not-a-bool':
      return ['which is not a boolean'];
    case 'not-true-or-false':
      return say`but with a ${'validation'} block it must be ${'true'} or ${'false'}`;
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
