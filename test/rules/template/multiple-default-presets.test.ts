import { describe, expect, it } from 'vitest';
import type { Preset } from '../../../src/model/template/template.ts';
import { multipleDefaultPresets as rule } from '../../../src/rules/template/multiple-default-presets.ts';
import { preset, snapshot, template } from '../../support/builders.ts';
import { decided, said } from '../../support/rule.ts';

function judge(...presets: readonly Partial<Preset>[]) {
  return snapshot({
    template: template({ presets: presets.map((each, index) => preset({ name: `P${index}`, ...each })) }),
  });
}

describe('multiple-default-presets', () => {
  it.each<{ presets: readonly Partial<Preset>[]; found: string[]; open: string[]; because: string }>([
    { presets: [{}, {}], found: [], open: [], because: 'none is the default' },
    { presets: [{ isDefault: true }, {}], found: [], open: [], because: 'one is' },
    {
      presets: [{ isDefault: true }, { isDefault: true, prebuilds: undefined }],
      found: ['error template'],
      open: [],
      because: 'two are',
    },
    {
      presets: [{ isDefault: true }, { unknown: ['default'] }],
      found: [],
      open: ['preset-not-known'],
      because: 'it may be two',
    },
    { presets: [{}, { unknown: ['default'] }], found: [], open: [], because: 'it is one at most' },
  ])('finds $found and leaves $open open, because $because', ({ presets, found, open }) => {
    expect(decided(rule, judge(...presets))).toEqual({ found, open });
  });

  it('explains itself', () => {
    expect(said(rule, judge({ isDefault: true }, { isDefault: true }, { isDefault: true }))).toMatchInlineSnapshot(`
      "3 presets are marked as the default: \`P0\`, \`P1\` and \`P2\`.
      Coder accepts at most one default and refuses to import the template version. Terraform does not notice.
      Keep \`default = true\` on only one of them."
    `);
  });
});
