import { describe, expect, it } from 'vitest';
import { read } from '../../../src/model/judgement/outcome.ts';
import type { Parameter, ParameterValidation } from '../../../src/model/template/template.ts';
import { monotonicParameterDecreased as rule } from '../../../src/rules/change/monotonic-parameter-decreased.ts';
import { parameter, preset, snapshot, template } from '../../support/builders.ts';
import { decided, said } from '../../support/rule.ts';

function disk(validation: Partial<ParameterValidation> = {}, rest: Partial<Parameter> = {}): Parameter {
  return parameter({
    name: 'disk',
    type: 'number',
    formType: 'input',
    options: [],
    mutable: true,
    default: '10',
    validation: {
      min: undefined,
      max: undefined,
      monotonic: 'increasing',
      regex: undefined,
      error: undefined,
      ...validation,
    },
    ...rest,
  });
}

function judge(
  before: string | undefined,
  after: string | undefined,
  now: Parameter = disk(),
  then: Parameter | undefined = now,
) {
  const of = (value: string | undefined) =>
    preset({ parameters: new Map(value === undefined ? [] : [['disk', value]]) });
  return snapshot({
    template: template({ presets: [of(after)], parameters: [now] }),
    baseline: read([
      { origin: ['the base branch'], presets: [of(before)], parameters: then === undefined ? [] : [then] },
    ]),
  });
}

const finding = ['error parameter ["disk","Small"]'];
const decreasing = disk({ monotonic: 'decreasing' });

describe('monotonic-parameter-decreased', () => {
  it.each<{ before?: string; after?: string; now?: Parameter; found: string[]; because: string }>([
    { before: '20', after: '20', found: [], because: 'old equal to new is not a mutation' },
    { before: '20', after: '30', found: [], because: 'it grows' },
    { before: '20', after: '9', found: finding, because: 'numbers are compared, not text' },
    { after: '9', found: finding, because: 'workspaces have the old default' },
    { before: '20', found: [], because: 'the previous value is kept' },
    { before: '20', after: '9', now: decreasing, found: [], because: 'that is its direction' },
    { before: '9', after: '20', now: decreasing, found: finding, because: 'the other direction is refused as well' },
    {
      before: '20',
      after: '9',
      now: disk({ monotonic: undefined }),
      found: [],
      because: 'the new version lets it move',
    },
    {
      before: '20',
      after: '9',
      now: disk({}, { mutable: false }),
      found: [],
      because: 'an immutable one is another rule’s',
    },
    { before: 'x', after: '9', found: [], because: 'a previous value that is no integer binds nobody' },
  ])('finds $found from $before to $after, because $because', ({ before, after, now, found }) => {
    expect(decided(rule, judge(before, after, now))).toEqual({ found, open: [] });
  });

  it('lets a new parameter start anywhere', () => {
    const fresh = snapshot({
      template: template({
        presets: [preset({ parameters: new Map([['disk', '1']]) })],
        parameters: [disk()],
      }),
      baseline: read([{ origin: ['the base branch'], presets: [preset({ parameters: new Map() })], parameters: [] }]),
    });
    expect(decided(rule, fresh)).toEqual({ found: [], open: [] });
  });

  it('is not configured without a baseline, and not checked where its direction is not known', () => {
    expect(decided(rule, snapshot()).open).toBe('not-configured');
    expect(decided(rule, judge('20', '20', disk({}, { unknown: ['validation'] }))).open).toEqual([
      'parameter-not-known',
    ]);
  });

  it('explains itself', () => {
    expect(said(rule, judge('20', '9'))).toMatchInlineSnapshot(`
      "Preset \`Small\` sets \`disk\` to \`9\`; in the base branch it was \`20\`, and the parameter is \`increasing\` only.
      Coder accepts a build of such a workspace with the preset, and the build then fails in Terraform. The refused value is kept as the stored one.
      Keep \`20\` or go further in its direction, add a preset with another name, or remove \`monotonic\`."
    `);
    expect(said(rule, judge('20', '9', disk({ max: 15 })))).toMatchInlineSnapshot(`
      "Preset \`Small\` sets \`disk\` to \`9\`; in the base branch it was \`20\`, and the parameter is \`increasing\` only.
      The earlier value is beyond the limit of 15. A workspace can neither keep it nor move back, so every build of it fails in Terraform.
      Keep \`20\` or go further in its direction, add a preset with another name, or remove \`monotonic\`."
    `);
  });
});
