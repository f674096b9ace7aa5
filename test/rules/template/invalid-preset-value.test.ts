import { describe, expect, it } from 'vitest';
import type { Parameter, ParameterValidation, Preset } from '../../../src/model/template/template.ts';
import { invalidPresetValue as rule } from '../../../src/rules/template/invalid-preset-value.ts';
import { parameter, preset, snapshot, template } from '../../support/builders.ts';
import { decided, said } from '../../support/rule.ts';

function validation(given: Partial<ParameterValidation>): ParameterValidation {
  return { min: undefined, max: undefined, monotonic: undefined, regex: undefined, error: undefined, ...given };
}

function judge(given: Partial<Parameter>, value: string | undefined, of: Partial<Preset> = {}) {
  const parameters = new Map([['size', value]]);
  return snapshot({
    template: template({
      presets: [preset({ parameters, ...of })],
      parameters: [parameter({ formType: undefined, ...given })],
    }),
  });
}

const number = { type: 'number', options: [] };
const list = { type: 'list(string)', options: [] };
const finding = 'error parameter ["size","Small"]';

const NO_VALIDATION = { min: undefined, max: undefined, monotonic: undefined, regex: undefined, error: undefined };

describe('invalid-preset-value', () => {
  it.each<{ given: Partial<Parameter>; value: string; found: string[]; because: string }>([
    { given: {}, value: 'large', found: [], because: 'it is an option' },
    { given: {}, value: 'Large', found: [finding], because: 'that is only the name of an option' },
    { given: number, value: '1.5', found: [], because: 'without validation any float is a number' },
    {
      given: { ...number, validation: validation({}) },
      value: '1.5',
      found: [finding],
      because: 'with it integers only',
    },
    {
      given: { ...number, validation: validation({ min: 1 }) },
      value: '0',
      found: [finding],
      because: 'it is too small',
    },
    {
      given: { ...number, validation: validation({ min: 0, max: 0 }) },
      value: '0',
      found: [],
      because: 'a limit of 0 is one',
    },
    { given: { type: 'bool', options: [] }, value: '1', found: [], because: 'Go reads 1 as true' },
    {
      given: { type: 'bool', options: [], validation: validation({}) },
      value: '1',
      found: [finding],
      because: 'with validation it must be spelled out',
    },
    { given: list, value: '["a"]', found: [], because: 'a list is JSON' },
    { given: list, value: 'a,b', found: [finding], because: 'and nothing else' },
    {
      given: { validation: validation({ regex: '^(?i)L', error: 'no' }) },
      value: 'large',
      found: [],
      because: 'flags may stand in the middle in Go',
    },
  ])('finds $found for $value, because $because', ({ given, value, found }) => {
    expect(decided(rule, judge(given, value))).toEqual({ found, open: [] });
  });

  it('is milder where the parameter may not be there, or nothing is prebuilt in the classic flow', () => {
    const mild = ['warning parameter ["size","Small"]'];
    const bare = judge({}, 'x', { prebuilds: undefined });
    expect(decided(rule, { ...bare, flow: 'classic' }).found).toEqual(mild);
    expect(decided(rule, judge({ conditional: true }, 'x')).found).toEqual(mild);
    // With dynamic parameters the push is refused, whatever the preset is for.
    expect(decided(rule, bare).found).toEqual(['error parameter ["size","Small"]']);
  });

  it('says what each flow makes of it', () => {
    const option = judge({}, 'x');
    const range = judge(
      { type: 'number', formType: 'input', options: [], validation: { ...NO_VALIDATION, max: 3 } },
      '4',
    );
    const flows = ['dynamic', 'classic', undefined] as const;
    const words = [option, range].flatMap((given) =>
      flows.map((flow) => said(rule, flow === undefined ? given : { ...given, flow })),
    );
    expect(words).toMatchSnapshot();
  });

  it('leaves a name that is not defined to another rule', () => {
    expect(decided(rule, judge({ name: 'other' }, 'x'))).toEqual({ found: [], open: [] });
  });

  it('needs not know the value where the parameter takes any text', () => {
    expect(decided(rule, judge({ options: [] }, undefined))).toEqual({ found: [], open: [] });
    const bounded = { options: [], validation: validation({ regex: '^x' }) };
    expect(decided(rule, judge(bounded, undefined)).open).toEqual(['preset-not-known']);
  });

  it.each<{ given: Partial<Parameter>; value?: string; of?: Partial<Preset>; open: string; because: string }>([
    { given: {}, open: 'preset-not-known', because: 'the value is not known' },
    {
      given: {},
      value: 'small',
      of: { unknown: ['parameters'] },
      open: 'preset-not-known',
      because: 'there may be more',
    },
    { given: { unknown: ['option'] }, value: 'x', open: 'parameter-not-known', because: 'the options are not known' },
    { given: { type: 'set' }, value: 'x', open: 'parameter-type-not-known', because: 'a later provider knows it' },
    {
      given: { options: [], validation: validation({ regex: '\\p{Letter}', error: 'no' }) },
      value: 'x',
      open: 'regex-not-checkable',
      because: 'versions of Go differ',
    },
  ])('is not checked, because $because', ({ given, value, of, open }) => {
    expect(decided(rule, judge(given, value, of))).toEqual({ found: [], open: [open] });
  });

  it('explains itself', () => {
    const cases = [
      judge({}, 'huge'),
      judge({}, 'huge', { prebuilds: undefined }),
      judge({ conditional: true }, 'huge'),
      judge({ ...list, formType: 'multi-select', options: [{ name: 'A', value: 'a' }] }, '["a","b"]'),
      judge(list, 'a'),
      judge(number, 'a'),
      judge({ ...number, validation: validation({}) }, '1.5'),
      judge({ ...number, validation: validation({ min: 2 }) }, '1'),
      judge({ ...number, validation: validation({ max: 2 }) }, '3'),
      judge({ type: 'bool', options: [] }, 'yes'),
      judge({ type: 'bool', options: [], validation: validation({}) }, 'yes'),
      judge({ options: [], validation: validation({ regex: '^a$', error: 'Only a.' }) }, 'b'),
      judge({ options: [], validation: validation({ regex: '(' }) }, 'b'),
    ];
    expect(said(rule, cases[0] ?? judge({}, ''))).toMatchInlineSnapshot(`
      "Preset \`Small\` sets \`size\` to \`huge\`, which is not one of its options: \`small\` and \`large\`.
      With dynamic parameters, the default: Coder checks presets when the version is pushed, and refuses it with an error 400. With classic parameters: Coder refuses every prebuild of the preset before it is built, and keeps no record of that.
      Set a value that \`size\` accepts, or change \`size\` to accept this one."
    `);
    expect(
      cases
        .slice(1)
        .map((each) => said(rule, each).split('\n').slice(0, 2).join(' '))
        .join('\n'),
    ).toMatchInlineSnapshot(`
      "Preset \`Small\` sets \`size\` to \`huge\`, which is not one of its options: \`small\` and \`large\`. With dynamic parameters, the default: Coder checks presets when the version is pushed, and refuses it with an error 400. With classic parameters: Nobody can create a workspace from the preset. It has no prebuilds, so no pool is lost.
      Preset \`Small\` sets \`size\` to \`huge\`, which is not one of its options: \`small\` and \`large\`. With dynamic parameters, the default: Coder checks presets when the version is pushed, and refuses it with an error 400. With classic parameters: Coder refuses every prebuild of the preset before it is built, and keeps no record of that. The parameter exists only under a condition, which the preset may not meet.
      Preset \`Small\` sets \`size\` to \`["a","b"]\`, which has elements that are not options: \`b\`. With dynamic parameters, the default: Coder checks presets when the version is pushed, and refuses it with an error 400. With classic parameters: Coder refuses every prebuild of the preset before it is built, and keeps no record of that.
      Preset \`Small\` sets \`size\` to \`a\`, which is not a JSON list of strings, such as \`["a"]\`. With dynamic parameters, the default: Coder checks presets when the version is pushed, and refuses it with an error 400. With classic parameters: Coder refuses every prebuild of the preset before it is built, and keeps no record of that.
      Preset \`Small\` sets \`size\` to \`a\`, which is not a number. With dynamic parameters, the default: Coder checks presets when the version is pushed, and refuses it with an error 400. With classic parameters: Coder refuses every prebuild of the preset before it is built, and keeps no record of that.
      Preset \`Small\` sets \`size\` to \`1.5\`, which is not an integer, as a \`validation\` block requires. With dynamic parameters, the default: Coder checks presets when the version is pushed, and refuses it with an error 400. With classic parameters: Coder refuses every prebuild of the preset before it is built, and keeps no record of that.
      Preset \`Small\` sets \`size\` to \`1\`, which is less than the minimum of 2. With dynamic parameters, the default: Coder checks presets when the version is pushed, and refuses it with an error 400. With classic parameters: Every prebuild of the preset fails, and after three failures Coder stops creating them.
      Preset \`Small\` sets \`size\` to \`3\`, which is more than the maximum of 2. With dynamic parameters, the default: Coder checks presets when the version is pushed, and refuses it with an error 400. With classic parameters: Every prebuild of the preset fails, and after three failures Coder stops creating them.
      Preset \`Small\` sets \`size\` to \`yes\`, which is not a boolean. With dynamic parameters, the default: Coder checks presets when the version is pushed, and refuses it with an error 400. With classic parameters: Coder refuses every prebuild of the preset before it is built, and keeps no record of that.
      Preset \`Small\` sets \`size\` to \`yes\`, but with a \`validation\` block it must be \`true\` or \`false\`. With dynamic parameters, the default: Coder checks presets when the version is pushed, and refuses it with an error 400. With classic parameters: Coder refuses every prebuild of the preset before it is built, and keeps no record of that.
      Preset \`Small\` sets \`size\` to \`b\`, which does not match \`^a$\` (\`Only a.\`). With dynamic parameters, the default: Coder checks presets when the version is pushed, and refuses it with an error 400. With classic parameters: Coder refuses every prebuild of the preset before it is built, and keeps no record of that.
      Preset \`Small\` sets \`size\` to \`b\`, but the provider refuses every value: its regular expression does not compile. With dynamic parameters, the default: Coder checks presets when the version is pushed, and refuses it with an error 400. With classic parameters: Coder refuses every prebuild of the preset before it is built, and keeps no record of that."
    `);
  });
});
