import { describe, expect, it } from 'vitest';
import { listed, plain, say, visible } from '../../src/model/text.ts';

describe('a sentence', () => {
  it('keeps what comes from outside in code spans', () => {
    expect(say`${'a`b'} is replaced ${2} times`).toEqual([{ code: 'a`b' }, ' is replaced ', '2', ' times']);
  });

  it('takes a text over as it is', () => {
    expect(plain(say`because of ${say`${'env'} and more`}.`)).toBe('because of `env` and more.');
  });
});

it.each([
  [[], 'none'],
  [['a'], '`a`'],
  [['a', 'b'], '`a` and `b`'],
  [['a', 'b', 'c'], '`a`, `b` and `c`'],
  [['a', 'b', 'c', 'd', 'e', 'f', 'g'], '`a`, `b`, `c`, `d`, `e` and 2 more'],
])('%j is listed as %s', (names, text) => {
  expect(plain(listed(names))).toBe(text);
});

it.each([
  ['a\nb', 'a\\nb'],
  ['\u001b[31mred', '\\u001b[31mred'],
  ['left\u202eright', 'left\\u202eright'],
  ['zero\u200bwidth', 'zero\\u200bwidth'],
  ['\u0000', '\\u0000'],
  ['uni✓ größe 🎉', 'uni✓ größe 🎉'],
])('%j is made visible as %j', (value, shown) => {
  expect(visible(value)).toBe(shown);
});
