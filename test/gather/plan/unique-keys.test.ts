import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasUniqueKeys } from '../../../src/gather/plan/text/unique-keys.ts';

const isUnique = (text: string) => hasUniqueKeys(text, JSON.parse(text));

describe('Keys', () => {
  it.each([
    ['{}', true, 'there are none'],
    ['{"a":1,"b":1}', true, 'they differ'],
    ['{"a":1,"a":1}', false, 'they are the same, and so are the values'],
    ['[{"x":{"a":[],"b":0,"a":null}}]', false, 'it lies deep'],
    ['{"a":{"b":1},"b":{"a":1}}', true, 'they are of other objects'],
    ['{"a":"\\":","b":1}', true, 'a colon in a string makes no key'],
    ['{"a\\\\":1,"a\\\\":2}', false, 'a backslash before the quote is itself escaped'],
    ['{"a":1,"\\u0061":2}', false, 'they are written otherwise and are the same'],
    ['{"__proto__":1,"constructor":2}', true, 'a key is a key'],
    ['{"__proto__":1,"__proto__":2}', false, 'a key is a key'],
    ['{ "a" \t\r\n : 1 , "b":2 }', true, 'blanks are allowed'],
    ['{"2":1,"1":2}', true, 'numbers are sorted when they are parsed'],
    ['{"a":1e2}', true, 'a number may be written in several ways'],
    ['{\n  "a": "<>&"\n}\n', true, 'jq escapes nothing'],
    ['{"a":"\\u003c\\u003e\\u0026"}\n', true, 'Go escapes'],
    ['"a"', true, 'it is no object'],
  ])('of %s are there once: %s, because %s', (text, unique) => {
    expect(isUnique(text)).toBe(unique);
  });

  it('of 20,000 levels are counted, too', () => {
    expect(isUnique(`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`)).toBe(true);
    expect(isUnique(`${'{"a":'.repeat(20_000)}{"b":1,"b":2}${'}'.repeat(20_000)}`)).toBe(false);
  });

  it('of anything that JSON can hold are there once, and no more when one is written again', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 1, 2), fc.string(), (value, indent, key) => {
        const text = JSON.stringify(value, undefined, indent);
        expect(isUnique(text)).toBe(true);
        const twice = `{${JSON.stringify(key)}:${text},${JSON.stringify(key)}:${text}}`;
        expect(isUnique(twice)).toBe(false);
      }),
    );
  });
});
