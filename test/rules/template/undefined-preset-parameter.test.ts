import { describe, expect, it } from 'vitest';
import { read } from '../../../src/model/judgement/outcome.ts';
import type { Snapshot, Template } from '../../../src/model/judgement/snapshot.ts';
import { undefinedPresetParameter as rule } from '../../../src/rules/template/undefined-preset-parameter.ts';
import { claimContext, claimPlan, parameter, plan, preset, snapshot, template } from '../../support/builders.ts';
import { decided, said } from '../../support/rule.ts';

const finding = 'parameter ["region","Small"]';

function judge(given: Partial<Template> = {}, rest: Partial<Snapshot> = {}) {
  const parameters = new Map([
    ['size', 'small'],
    ['region', 'eu'],
  ]);
  return snapshot({ template: template({ presets: [preset({ parameters })], ...given }), ...rest });
}

const block = { address: 'data.coder_parameter.region', name: 'region', conditional: true };

describe('undefined-preset-parameter', () => {
  it.each<{ given: Partial<Template>; found: string[]; because: string }>([
    { given: {}, found: [`error ${finding}`], because: 'the template has no such parameter' },
    { given: { parameters: [parameter(), parameter({ name: 'region' })] }, found: [], because: 'it has' },
    {
      given: { parameters: [parameter(), parameter({ name: 'Region' })] },
      found: [`error ${finding}`],
      because: 'names differ by case',
    },
    { given: { declaredParameters: [block] }, found: [`notice ${finding}`], because: 'it is there under a condition' },
    {
      given: { declaredParameters: [{ ...block, name: undefined }] },
      found: [`notice ${finding}`],
      because: 'a computed name may be this one',
    },
    {
      given: { declaredParameters: [{ ...block, name: undefined, conditional: false }] },
      found: [`error ${finding}`],
      because: 'what is always there is in the plan with its name',
    },
    {
      given: { parameters: [parameter(), parameter({ name: 'x', unknown: ['name'] })] },
      found: [`notice ${finding}`],
      because: 'a name that is not known yet may be this one',
    },
  ])('finds $found, because $because', ({ given, found }) => {
    expect(decided(rule, judge(given))).toEqual({ found, open: [] });
  });

  it('is certain where the preset was rehearsed with its own values', () => {
    const claims = (names: readonly string[]) =>
      read([
        claimPlan({
          plan: plan({ parameters: names.map((name) => parameter({ name })) }),
          context: claimContext({ preset: 'Small' }),
        }),
      ]);
    const given = { declaredParameters: [block] };
    expect(decided(rule, judge(given, { claims: claims(['size']) })).found).toEqual([`error ${finding}`]);
    expect(decided(rule, judge(given, { claims: claims(['size', 'region']) })).found).toEqual([]);
  });

  it('is not checked where the preset may set more', () => {
    expect(decided(rule, judge({ presets: [preset({ unknown: ['parameters'] })] })).open).toEqual(['preset-not-known']);
  });

  it.each([
    { flow: 'dynamic', found: 'error', because: 'the push is refused' },
    { flow: undefined, found: 'error', because: 'that is the default' },
    { flow: 'classic', found: 'warning', because: 'the value is dropped, and the prebuild is healthy' },
  ] as const)('is $found in the flow $flow, because $because', ({ flow, found }) => {
    expect(decided(rule, judge({}, flow === undefined ? {} : { flow })).found).toEqual([`${found} ${finding}`]);
  });

  it('says what each flow makes of it', () => {
    expect([said(rule, judge({}, { flow: 'dynamic' })), said(rule, judge({}, { flow: 'classic' }))]).toMatchSnapshot();
  });

  it('explains itself', () => {
    expect(said(rule, judge())).toMatchInlineSnapshot(`
      "Preset \`Small\` sets \`region\`, which the template does not define.
      With dynamic parameters, the default: Coder checks presets when the version is pushed, and refuses it with an error 400. With classic parameters: Coder drops the value and reports this only in its server log. It never picks the preset on its own either, since nobody can choose a value that does not exist.
      Define \`region\`, or remove it from the preset."
    `);
    expect(said(rule, judge({ parameters: [parameter(), parameter({ name: 'Region' })] }))).toMatchInlineSnapshot(`
      "Preset \`Small\` sets \`region\`, which the template does not define.
      With dynamic parameters, the default: Coder checks presets when the version is pushed, and refuses it with an error 400. With classic parameters: Coder drops the value and reports this only in its server log. It never picks the preset on its own either, since nobody can choose a value that does not exist.
      Write \`Region\` if you mean that parameter. Define \`region\`, or remove it from the preset."
    `);
    expect(said(rule, judge({ declaredParameters: [block] }))).toMatchInlineSnapshot(`
      "Preset \`Small\` sets \`region\`, which is not in this plan.
      The template declares it under a condition that this plan does not meet. With dynamic parameters, the default: Coder checks presets when the version is pushed, and refuses it with an error 400. With classic parameters: Coder drops the value and reports this only in its server log. It never picks the preset on its own either, since nobody can choose a value that does not exist.
      Rehearse the template: a rehearsal plans each preset with its own values."
    `);
    expect(said(rule, judge({ declaredParameters: [{ ...block, name: undefined }] }))).toMatchInlineSnapshot(`
      "Preset \`Small\` sets \`region\`, which is not in this plan.
      The template declares a parameter whose name is computed. With dynamic parameters, the default: Coder checks presets when the version is pushed, and refuses it with an error 400. With classic parameters: Coder drops the value and reports this only in its server log. It never picks the preset on its own either, since nobody can choose a value that does not exist.
      Rehearse the template: a rehearsal plans each preset with its own values."
    `);
  });
});
