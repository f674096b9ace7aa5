import { describe, expect, it } from 'vitest';
import { read } from '../../../src/model/judgement/outcome.ts';
import type { Parameter, Preset } from '../../../src/model/template/template.ts';
import { unpinnedImmutableParameter as rule } from '../../../src/rules/template/unpinned-immutable-parameter.ts';
import {
  claimContext,
  claimPlan,
  notChecked,
  parameter,
  plan,
  preset,
  snapshot,
  template,
} from '../../support/builders.ts';
import { decided, said } from '../../support/rule.ts';

const open = preset({ parameters: new Map() });
const finding = 'parameter ["size","Small"]';

function judge(given: Partial<Parameter>, of: Preset = open, gaps = [] as const) {
  return snapshot({ template: template({ presets: [of], parameters: [parameter(given)], gaps }) });
}

describe('unpinned-immutable-parameter', () => {
  it.each<{ given: Partial<Parameter>; of?: Preset; found: string[]; because: string }>([
    { given: {}, found: [`error ${finding}`], because: 'the claimant may choose the other option' },
    { given: {}, of: preset(), found: [], because: 'the preset sets it' },
    { given: { mutable: true }, found: [], because: 'a mutable one may be chosen at the claim' },
    { given: { default: undefined }, found: [], because: 'without a default it is missing, which is another rule’s' },
    { given: { options: [{ name: 'Small', value: 'small' }] }, found: [], because: 'nothing else can be chosen' },
    { given: { options: [] }, found: [`error ${finding}`], because: 'anything can be chosen' },
    {
      given: { type: 'list(string)', formType: 'multi-select', options: [{ name: 'A', value: 'a' }] },
      found: [`error ${finding}`],
      because: 'of one element there are two lists',
    },
    { given: { conditional: true }, found: [`warning ${finding}`], because: 'the preset may not meet its condition' },
    {
      given: {},
      of: preset({ parameters: new Map(), prebuilds: undefined }),
      found: [],
      because: 'nothing is prebuilt',
    },
    {
      given: {},
      of: preset({ parameters: new Map([['size', undefined]]) }),
      found: [],
      because: 'it is set, to whatever',
    },
    {
      given: {},
      of: preset({ parameters: new Map([['Size', 'small']]) }),
      found: [`error ${finding}`],
      because: 'names differ by case',
    },
    {
      given: { default: undefined, unknown: ['default'] },
      found: [`error ${finding}`],
      because: 'left open it is wrong with any default',
    },
  ])('finds $found, because $because', ({ given, of, found }) => {
    expect(decided(rule, judge(given, of))).toEqual({ found, open: [] });
  });

  it('is judged in the plan that was rehearsed with the values of the preset', () => {
    const rehearsed = (parameters: readonly Parameter[]) =>
      snapshot({
        template: template({ presets: [open], parameters: [parameter({ conditional: true })] }),
        claims: read([claimPlan({ plan: plan({ parameters }), context: claimContext({ preset: 'Small' }) })]),
      });
    expect(decided(rule, rehearsed([parameter({ conditional: true })])).found).toEqual([`error ${finding}`]);
    expect(decided(rule, rehearsed([parameter({ name: 'other', mutable: true })])).found).toEqual([]);
  });

  it('is not checked where the mutability, the values of the preset or the template are not known', () => {
    expect(decided(rule, judge({ mutable: false, unknown: ['mutable'] }))).toEqual({
      found: [],
      open: ['parameter-not-known'],
    });
    expect(decided(rule, judge({}, preset({ parameters: new Map(), unknown: ['parameters'] })))).toEqual({
      found: [],
      open: ['preset-not-known'],
    });
    const unseen = template({ prebuildEnabled: undefined, presets: [], parameters: [], gaps: [] });
    expect(decided(rule, snapshot({ template: unseen })).open).toEqual(['template-not-seen']);
    const cut = template({ presets: [open], gaps: [notChecked({ code: 'errored-plan' })] });
    expect(decided(rule, snapshot({ template: cut }))).toEqual({ found: [`error ${finding}`], open: ['errored-plan'] });
  });

  it('explains itself', () => {
    expect(said(rule, judge({}))).toMatchInlineSnapshot(`
      "Preset \`Small\` does not set \`size\`, which is immutable and stays at its default \`small\`.
      While a prebuild is ready, a user who chooses another value gets an error 400 and no workspace. When the pool is empty, the same request works.
      Set \`size\` in the \`parameters\` of the preset, with one preset for each value that people need. Or make the parameter mutable."
    `);
    expect(said(rule, judge({ conditional: true, default: undefined, unknown: ['default'] }))).toMatchInlineSnapshot(`
      "Preset \`Small\` does not set \`size\`, which is immutable.
      While a prebuild is ready, a user who chooses another value gets an error 400 and no workspace. When the pool is empty, the same request works. The parameter exists only under a condition, which the preset may not meet.
      Set \`size\` in the \`parameters\` of the preset, with one preset for each value that people need. Or make the parameter mutable."
    `);
  });
});
