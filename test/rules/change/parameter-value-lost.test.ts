import { describe, expect, it } from 'vitest';
import { questionKey } from '../../../src/model/change/live-workspaces.ts';
import { read } from '../../../src/model/judgement/outcome.ts';
import type { Parameter } from '../../../src/model/template/template.ts';
import { parameterValueLost as rule } from '../../../src/rules/change/parameter-value-lost.ts';
import { parameter, snapshot, template } from '../../support/builders.ts';
import { decided, said } from '../../support/rule.ts';

function judge(before: readonly Parameter[], after: readonly Parameter[], declared?: readonly string[]) {
  return snapshot({
    template: template({
      presets: [],
      parameters: after,
      ...(declared && {
        declaredParameters: declared.map((name) => ({
          address: `data.coder_parameter.${name}`,
          name,
          conditional: true,
        })),
      }),
    }),
    baseline: read([{ origin: ['the base branch'], presets: [], parameters: before, declaredParameters: [] }]),
  });
}

const free: Partial<Parameter> = { options: [], formType: 'input', mutable: true };
const p = parameter({ ...free, name: 'p', address: 'data.coder_parameter.p' });
const q = parameter({ ...free, name: 'q', address: 'data.coder_parameter.q' });
const other = parameter({
  ...free,
  name: 'other',
  address: 'data.coder_parameter.other',
  type: 'number',
  default: '1',
});
const notice = 'notice parameter ["p",null]';
const warning = 'warning parameter ["p",null]';

describe('parameter-value-lost', () => {
  it.each([
    { before: [p], after: [p], found: [], because: 'nothing is gone' },
    { before: [p], after: [p, q], found: [], because: 'a new one takes nothing' },
    { before: [p], after: [], found: [notice], because: 'it is removed on purpose' },
    { before: [p], after: [q], found: [warning], because: 'the only other one is like it' },
    { before: [p], after: [other], found: [notice], because: 'the only other one has another type' },
    {
      before: [p],
      after: [{ ...q, default: 'else', address: p.address }],
      found: [warning],
      because: 'the same block has another name',
    },
    {
      before: [parameter({ name: 'p', address: 'a' })],
      after: [parameter({ name: 'q', address: 'b', default: 'large' }), other],
      found: [warning],
      because: 'another one has the same options',
    },
    { before: [p], after: [{ ...p, ephemeral: true }], found: [warning], because: 'no build keeps it any longer' },
    { before: [{ ...p, ephemeral: true }], after: [], found: [], because: 'no build kept it before' },
  ])('finds $found, because $because', ({ before, after, found }) => {
    expect(decided(rule, judge(before, after))).toEqual({ found, open: [] });
  });

  it('takes a parameter that is declared behind a condition for one that is there', () => {
    expect(decided(rule, judge([p], [], ['p'])).found).toEqual([]);
  });

  it('is not configured without a baseline', () => {
    expect(decided(rule, snapshot()).open).toBe('not-configured');
  });

  it('explains that a rename loses the value silently', () => {
    const all = { total: 7, running: 3, isWhole: true, names: [] };
    const counts = new Map([[questionKey({ parameter: 'p', value: undefined }), { ...all, total: 5 }]]);
    const workspaces = read([{ all, versions: [], counts }]);
    expect(said(rule, { ...judge([p], [{ ...q, mutable: false }]), workspaces })).toMatchInlineSnapshot(`
      "Parameter \`p\` of the base branch is gone, and seems to be called \`q\` now. 5 of 7 workspaces have a value of it, 3 of them running.
      To Coder these are two parameters. The next start on the new version succeeds, silently drops the value, and gives the new parameter its default. The new parameter is immutable, so that workspaces that were updated cannot be given their old value back.
      Keep the name \`p\` and change \`display_name\` instead, which is free to change."
    `);
    expect(said(rule, judge([p], []))).toMatchInlineSnapshot(`
      "Parameter \`p\` of the base branch is gone.
      The next start on the new version silently drops the value.
      If people still need their value, keep \`p\` as it was. Otherwise there is nothing to do."
    `);
    expect(said(rule, judge([p], [{ ...p, ephemeral: true }]))).toMatchInlineSnapshot(`
      "Parameter \`p\` becomes ephemeral; in the base branch workspaces kept its value.
      Coder keeps no value of an ephemeral parameter: a start that gives none silently takes the default.
      If people still need their value, keep \`p\` as it was. Otherwise there is nothing to do."
    `);
  });
});
