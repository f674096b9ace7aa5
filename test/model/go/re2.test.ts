import { describe, expect, it } from 'vitest';
import { matchRe2 } from '../../../src/model/go/re2.ts';

describe('An expression in the syntax of Go', () => {
  it.each([
    { expression: 'b', text: 'abc', result: 'match', because: 'it is not anchored' },
    { expression: 'a\\z', text: 'a\n', result: 'no-match', because: 'the end is the very end' },
    { expression: 'a$', text: 'a\n', result: 'no-match', because: 'the dollar sign is the very end too' },
    { expression: '(?i)k', text: '\u212a', result: 'match', because: 'the Kelvin sign folds to k' },
    { expression: '^\\d$', text: '\u0663', result: 'no-match', because: 'digits are those of ASCII' },
    { expression: '^.$', text: '\u{1f600}', result: 'match', because: 'a character is a code point' },
    { expression: 'a{,2}', text: 'a{,2}', result: 'match', because: 'braces that are no repeat stand for themselves' },
    { expression: '(?=a)', text: 'a', result: 'invalid', because: 'Go has no lookaround' },
    { expression: '(a)\\1', text: 'aa', result: 'invalid', because: 'Go has no backreference' },
    { expression: '(?<=a)b', text: 'ab', result: 'invalid', because: 'nor a look behind' },
    { expression: '(?<n>a)(?P<n>b)', text: 'ab', result: 'invalid', because: 'a name is given twice' },
    { expression: '\\\\pC', text: '\\pC', result: 'match', because: 'the backslash is escaped, and no class is named' },
    { expression: '[\\P{Letter}]', text: '1', result: 'unsupported', because: 'a class may have a name in it, too' },
    { expression: 'a{1001}', text: 'a', result: 'invalid', because: 'Go repeats a thousand times at most' },
    { expression: '\\p{Letter}', text: 'a', result: 'unsupported', because: 'only Go 1.25 knows long names' },
    { expression: '\\pC', text: 'a', result: 'unsupported', because: 'Go 1.25 put unassigned characters into C' },
    { expression: 'a'.repeat(1501), text: 'a', result: 'unsupported', because: 'it is longer than we read' },
    { expression: '(((a{20}){20}){2}b|c){1,30}d', text: 'cd', result: 'invalid', because: 'repeats multiply' },
    { expression: `${'(a{999}|b)'.repeat(25)}`, text: 'b', result: 'unsupported', because: 'its program is too large' },
  ])('$expression on $text: $result, because $because', ({ expression, text, result }) => {
    expect(matchRe2(expression, text)).toBe(result);
  });

  it('takes no longer for an expression that would make a backtracking engine explode', () => {
    expect(matchRe2('^(a+)+$', `${'a'.repeat(5000)}b`)).toBe('no-match');
  });
});
