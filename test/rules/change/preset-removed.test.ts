import { describe, expect, it } from 'vitest';
import { read } from '../../../src/model/judgement/outcome.ts';
import type { Preset } from '../../../src/model/template/template.ts';
import { presetRemoved as rule } from '../../../src/rules/change/preset-removed.ts';
import { preset, snapshot, template } from '../../support/builders.ts';
import { decided, said } from '../../support/rule.ts';

function judge(before: readonly Partial<Preset>[], after: readonly Partial<Preset>[]) {
  return snapshot({
    template: template({ presets: after.map(preset) }),
    baseline: read([{ origin: ['the base branch'], presets: before.map(preset), parameters: [] }]),
  });
}

const other = { name: 'Other', parameters: new Map([['size', 'large']]) };

describe('preset-removed', () => {
  it.each<{ before: readonly Partial<Preset>[]; after: readonly Partial<Preset>[]; found: string[]; because: string }>([
    { before: [{}], after: [{}, other], found: [], because: 'it is still there' },
    { before: [{}, other], after: [other], found: ['notice preset Small'], because: 'it is gone' },
    {
      before: [{}],
      after: [{ name: 'Tiny' }],
      found: ['notice preset Small'],
      because: 'a name is all that identifies it',
    },
    {
      before: [{}],
      after: [{ prebuilds: undefined }, other],
      found: ['notice preset Small'],
      because: 'its pool is gone',
    },
    { before: [{ prebuilds: undefined }], after: [other], found: [], because: 'it never had a pool' },
    { before: [{}], after: [{ parameters: new Map() }], found: [], because: 'its values may change' },
  ])('finds $found, because $because', ({ before, after, found }) => {
    expect(decided(rule, judge(before, after))).toEqual({ found, open: [] });
  });

  it('is not checked where the baseline does not tell whether the preset that is gone had prebuilds', () => {
    const untold = { prebuilds: undefined, unknown: ['prebuilds'] };
    expect(decided(rule, judge([untold], [other]))).toEqual({ found: [], open: ['prebuilds-untold'] });
    expect(decided(rule, judge([untold], [{}]))).toEqual({ found: [], open: [] });
    expect(decided(rule, judge([{ unknown: ['prebuilds'] }], [other]))).toEqual({
      found: ['notice preset Small'],
      open: [],
    });
  });

  it('is not configured without a baseline', () => {
    expect(decided(rule, snapshot()).open).toBe('not-configured');
  });

  it('explains itself', () => {
    expect(said(rule, judge([{}], [other]))).toMatchInlineSnapshot(`
      "Preset \`Small\` had prebuilds in the base branch and is gone.
      Once the version is promoted, Coder deletes the prebuilds of the preset. Scripts and links that name it no longer work. Under another name, its failure history starts again.
      Keep the name \`Small\` if people or scripts use it. Otherwise there is nothing to do."
    `);
    expect(said(rule, judge([{}], [{ name: 'Tiny' }])).split('\n')[0]).toMatchInlineSnapshot(
      `"Preset \`Small\` had prebuilds in the base branch and now seems to be called \`Tiny\`, which sets all its values."`,
    );
    expect(said(rule, judge([{}], [{ prebuilds: undefined }])).split('\n')[0]).toMatchInlineSnapshot(
      `"Preset \`Small\` had prebuilds in the base branch and has none now."`,
    );
    const both = [{}, { name: 'Tiny' }];
    expect(said(rule, judge(both, [{ name: 'Tiny' }])).split('\n')[0]).toMatchInlineSnapshot(
      `"Preset \`Small\` had prebuilds in the base branch and is gone."`,
    );
  });
});
