import { describe, expect, it } from 'vitest';
import type { Parameter, Preset } from '../../../src/model/template/template.ts';
import { ephemeralPresetParameter as rule } from '../../../src/rules/template/ephemeral-preset-parameter.ts';
import { parameter, preset, snapshot, template } from '../../support/builders.ts';
import { decided, said } from '../../support/rule.ts';

function judge(given: Partial<Parameter>, of: Partial<Preset> = {}) {
  return snapshot({
    template: template({
      presets: [preset(of)],
      parameters: [parameter({ mutable: true, ephemeral: true, ...given })],
    }),
  });
}

describe('ephemeral-preset-parameter', () => {
  it.each<{ given: Partial<Parameter>; of?: Partial<Preset>; found: string[]; because: string }>([
    { given: {}, found: ['warning parameter ["size","Small"]'], because: 'it is applied twice' },
    { given: { ephemeral: false }, found: [], because: 'it is kept' },
    { given: {}, of: { parameters: new Map() }, found: [], because: 'the preset leaves it open' },
    { given: {}, of: { prebuilds: undefined }, found: [], because: 'nothing is claimed' },
  ])('finds $found, because $because', ({ given, of, found }) => {
    expect(decided(rule, judge(given, of))).toEqual({ found, open: [] });
  });

  it('is not checked where it is not known whether it is ephemeral, or set', () => {
    expect(decided(rule, judge({ ephemeral: false, unknown: ['ephemeral'] })).open).toEqual(['parameter-not-known']);
    expect(decided(rule, judge({}, { unknown: ['parameters'] })).open).toEqual(['preset-not-known']);
  });

  it('explains itself', () => {
    expect(said(rule, judge({}))).toMatchInlineSnapshot(`
      "Preset \`Small\` sets \`size\`, which is ephemeral.
      An ephemeral value is meant for one build. A preset applies it to the build of the prebuild and again to the claim, so its effect happens twice, the second time while the user waits.
      Remove \`size\` from the preset; both builds then use its default."
    `);
  });
});
