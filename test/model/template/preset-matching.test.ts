import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Choice, choiceOfBoth, matchedPresets, tieBetween } from '../../../src/model/template/preset-matching.ts';
import type { Preset } from '../../../src/model/template/template.ts';
import { preset } from '../../support/builders.ts';

function named(name: string, parameters: Record<string, string | undefined>): Preset {
  return preset({ name, parameters: new Map(Object.entries(parameters)) });
}

const presets = [
  named('none', {}),
  named('small', { size: 's' }),
  named('small in a', { size: 's', zone: 'a' }),
  named('a for b', { zone: 'a', team: 'b' }),
  named('unknown', { size: undefined }),
];

describe('The preset that Coder takes for a request that names none', () => {
  it.each<{ choice: Record<string, string>; names: string[]; because: string }>([
    { choice: {}, names: ['none'], because: 'a preset without values matches everyone' },
    { choice: { size: 'l' }, names: ['none'], because: 'another value does not match' },
    { choice: { size: 's' }, names: ['small'], because: 'more values win' },
    {
      choice: { size: 's', zone: 'b' },
      names: ['small'],
      because: 'all values of the preset must be chosen, and no more',
    },
    { choice: { size: 's', zone: 'a' }, names: ['small in a'], because: 'most values win' },
    {
      choice: { size: 's', zone: 'a', team: 'b' },
      names: ['small in a', 'a for b'],
      because: 'of equals it takes any',
    },
  ])('is $names for $choice, because $because', ({ choice, names }) => {
    expect(matchedPresets(presets, new Map(Object.entries(choice))).map(({ name }) => name)).toEqual(names);
  });

  it('is none where none matches', () => {
    expect(matchedPresets([named('small', { size: 's' })], new Map())).toEqual([]);
  });

  it('is one of two only for choices that hold all values of both', () => {
    const values = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('1', '2'));
    fc.assert(
      fc.property(values, values, values, (one, other, third) => {
        const presets = [named('one', one), named('other', other), named('third', third)] as const;
        const isTie = (choice: Choice) => {
          const names = matchedPresets(presets, choice).map(({ name }) => name);
          return names.includes('one') && names.includes('other');
        };
        const [first, second] = presets;
        const ties = product(['a', 'b', 'c'], [undefined, '1', '2']).some(isTie);
        const compatible = tieBetween(first, second) !== 'none';
        expect(compatible && isTie(choiceOfBoth(first, second))).toBe(ties);
      }),
    );
  });

  it('is a tie for some choice exactly where two presets are said to tie', () => {
    const values = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('1', '2'));
    fc.assert(
      fc.property(values, values, (one, other) => {
        const pair = [named('one', one), named('other', other)] as const;
        const choices = product(['a', 'b', 'c'], [undefined, '1', '2']);
        const ties = choices.some((choice) => matchedPresets(pair, choice).length === 2);
        expect(tieBetween(...pair) !== 'none').toBe(ties);
        expect(tieBetween(...pair) === 'same').toBe(JSON.stringify(sorted(one)) === JSON.stringify(sorted(other)));
      }),
    );
  });
});

function product(names: readonly string[], values: readonly (string | undefined)[]): ReadonlyMap<string, string>[] {
  return names.reduce<ReadonlyMap<string, string>[]>(
    (choices, name) =>
      choices.flatMap((choice) =>
        values.map((value) => (value === undefined ? choice : new Map([...choice, [name, value]]))),
      ),
    [new Map()],
  );
}

function sorted(values: Record<string, string>): [string, string][] {
  return Object.entries(values).toSorted(([left], [right]) => (left < right ? -1 : 1));
}
