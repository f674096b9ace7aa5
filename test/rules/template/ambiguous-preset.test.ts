import { describe, expect, it } from 'vitest';
import type { Preset } from '../../../src/model/template/template.ts';
import { ambiguousPreset as rule } from '../../../src/rules/template/ambiguous-preset.ts';
import { parameter, preset, snapshot, template } from '../../support/builders.ts';
import { decided, said } from '../../support/rule.ts';

function named(name: string, parameters: Record<string, string | undefined>, rest: Partial<Preset> = {}): Preset {
  return preset({ name, parameters: new Map(Object.entries(parameters)), ...rest });
}

function judge(presets: readonly Preset[], parameters = [parameter()]) {
  return snapshot({ template: template({ presets, parameters }) });
}

describe('ambiguous-preset', () => {
  it.each<{ presets: readonly Preset[]; found: string[]; because: string }>([
    {
      presets: [named('A', { size: 's' }), named('B', { size: 'l' })],
      found: [],
      because: 'one choice fits one preset',
    },
    {
      presets: [named('A', { size: 's', zone: 'a' }), named('B', { zone: 'a', size: 's' })],
      found: ['warning preset B'],
      because: 'both set the same',
    },
    {
      presets: [named('A', { size: 's' }), named('B', { size: 's', zone: 'a' })],
      found: [],
      because: 'the one with more values wins',
    },
    {
      presets: [named('A', { size: 's' }), named('B', { zone: 'a' })],
      found: ['notice preset B'],
      because: 'who chooses both values matches both presets',
    },
    {
      presets: [named('A', { size: 's' }), named('B', { zone: 'a' }), named('C', { size: 's', zone: 'a' })],
      found: [],
      because: 'a third preset fits whoever chooses both values better',
    },
    {
      presets: [
        named('A', { size: 's' }),
        named('B', { zone: 'a' }),
        named('C', { size: 's', zone: 'a' }, { prebuilds: undefined }),
      ],
      found: [],
      because: 'one without prebuilds fits better, too',
    },
    {
      presets: [named('A', { size: 's' }), named('B', { zone: 'a' }), named('C', { size: 's', zone: 'a', team: 'w' })],
      found: ['notice preset B'],
      because: 'the third fits only whoever chooses a third value',
    },
    { presets: [named('A', {})], found: ['warning preset A'], because: 'it matches everyone' },
    {
      presets: [named('A', {}), named('B', {})],
      found: ['warning preset A', 'warning preset B'],
      because: 'both match everyone',
    },
    {
      presets: [named('A', { size: 's' }), named('B', { size: 's' }, { prebuilds: undefined })],
      found: [],
      because: 'only one of them has a pool',
    },
  ])('finds $found, because $because', ({ presets, found }) => {
    expect(decided(rule, judge(presets))).toEqual({ found, open: [] });
  });

  it('lets a template without parameters have one preset without values', () => {
    expect(decided(rule, judge([named('A', {})], []))).toEqual({ found: [], open: [] });
    expect(decided(rule, judge([named('A', {}), named('B', {})], [])).found).toEqual(['warning preset B']);
  });

  it('is not checked where a value decides that is not known', () => {
    const one = named('A', { size: undefined });
    expect(decided(rule, judge([one, named('B', { size: 's' })])).open).toEqual(['preset-not-known']);
    expect(decided(rule, judge([one, named('B', { size: 's', zone: 'a' })])).open).toEqual([]);
    expect(decided(rule, judge([named('A', {}, { unknown: ['parameters'] })])).open).toEqual(['preset-not-known']);
  });

  it('explains itself', () => {
    expect(
      said(rule, judge([named('A', { size: 's' }), named('B', { size: 's' }), named('C', { zone: 'a' })])),
    ).toMatchInlineSnapshot(`
      "Preset \`B\` sets the same values as \`A\`.
      If a request names no preset, Coder takes a preset whose values were all chosen. Of several it takes the one with the most values, and among equals any. The user may then get a prebuild of the wrong preset.
      Change a value in \`B\`, or merge the presets.

      For a request with \`size = s\` and \`zone = a\`, Coder takes any of \`A\`, \`B\` and \`C\`.
      If a request names no preset, Coder takes a preset whose values were all chosen. Of several it takes the one with the most values, and among equals any. The user may then get a prebuild of the wrong preset.
      Set all of these parameters in each of the presets, with different values."
    `);
    expect(said(rule, judge([named('A', {})]))).toMatchInlineSnapshot(`
      "Preset \`A\` sets no parameter, so Coder uses it for every request that fits no other preset.
      If a request names no preset, Coder takes a preset whose values were all chosen. Of several it takes the one with the most values, and among equals any. The user may then get a prebuild of the wrong preset.
      Set the parameters in \`A\` that tell it apart from the others."
    `);
  });
});
