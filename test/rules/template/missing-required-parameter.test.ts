import { describe, expect, it } from 'vitest';
import type { Parameter, Preset } from '../../../src/model/template/template.ts';
import { missingRequiredParameter as rule } from '../../../src/rules/template/missing-required-parameter.ts';
import { parameter, preset, snapshot, template } from '../../support/builders.ts';
import { decided, said } from '../../support/rule.ts';

const open = preset({ parameters: new Map() });
const finding = 'parameter ["size","Small"]';

function judge(given: Partial<Parameter>, of: Preset = open) {
  return snapshot({ template: template({ presets: [of], parameters: [parameter({ default: undefined, ...given })] }) });
}

describe('missing-required-parameter', () => {
  it.each<{ given: Partial<Parameter>; of?: Preset; found: string[]; because: string }>([
    { given: {}, found: [`error ${finding}`], because: 'nothing gives it a value' },
    { given: { mutable: true }, found: [`error ${finding}`], because: 'a mutable one is needed at once, too' },
    { given: { default: 'small' }, found: [], because: 'the default counts' },
    { given: { default: '' }, found: [], because: 'an empty default is one' },
    {
      given: { hasHiddenDefault: true, unknown: ['default'] },
      found: [],
      because: 'a default that may not be shown is one',
    },
    { given: {}, of: preset(), found: [], because: 'the preset sets it' },
    {
      given: {},
      of: preset({ parameters: new Map([['size', undefined]]) }),
      found: [],
      because: 'it is set, to whatever',
    },
    {
      given: {},
      of: preset({ parameters: new Map(), prebuilds: undefined }),
      found: [],
      because: 'a person fills it in',
    },
    { given: { conditional: true }, found: [`warning ${finding}`], because: 'the preset may not meet its condition' },
  ])('finds $found, because $because', ({ given, of, found }) => {
    expect(decided(rule, judge(given, of))).toEqual({ found, open: [] });
  });

  it('is not checked where the default or the values of the preset are not known', () => {
    expect(decided(rule, judge({ unknown: ['default'] }))).toEqual({ found: [], open: ['parameter-not-known'] });
    const unknown = preset({ parameters: new Map(), unknown: ['parameters'] });
    expect(decided(rule, judge({}, unknown))).toEqual({ found: [], open: ['preset-not-known'] });
    expect(decided(rule, judge({ default: 'small' }, unknown))).toEqual({ found: [], open: [] });
  });

  it('explains itself', () => {
    expect(said(rule, judge({}))).toMatchInlineSnapshot(`
      "Preset \`Small\` does not set \`size\`, which has no default.
      A prebuild is built with the values of its preset alone. Coder refuses it before Terraform runs, even where only other builds have the parameter, keeps no record of it and tries again and again. A user who fills it in gets a new workspace, never a prebuild.
      Set \`size\` in the \`parameters\` of the preset, or give it a \`default\`."
    `);
    expect(said(rule, judge({ conditional: true }))).toMatchInlineSnapshot(`
      "Preset \`Small\` does not set \`size\`, which has no default.
      A prebuild is built with the values of its preset alone. Coder refuses it before Terraform runs, even where only other builds have the parameter, keeps no record of it and tries again and again. A user who fills it in gets a new workspace, never a prebuild. The parameter exists only under a condition, which the preset may not meet.
      Set \`size\` in the \`parameters\` of the preset, or give it a \`default\`."
    `);
  });
});
