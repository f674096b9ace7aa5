import { describe, expect, it } from 'vitest';
import { NOT_CONFIGURED, read } from '../../../src/model/judgement/outcome.ts';
import type { Parameter, Preset } from '../../../src/model/template/template.ts';
import { immutableParameterChanged as rule } from '../../../src/rules/change/immutable-parameter-changed.ts';
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

interface Version {
  readonly parameters: readonly Parameter[];
  readonly presets: readonly Preset[];
}

function version(
  given: Partial<Parameter> = {},
  value: string | undefined = 'small',
  of: Partial<Preset> = {},
): Version {
  return {
    parameters: [parameter(given)],
    presets: [preset({ parameters: value === undefined ? new Map() : new Map([['size', value]]), ...of })],
  };
}

function judge(before: Version, after: Version) {
  return snapshot({
    template: template(after),
    baseline: read([{ origin: ['the base branch'], ...before }]),
  });
}

const inPreset = 'parameter ["size","Small"]';
const itself = 'parameter ["size",null]';
const free: Partial<Parameter> = { options: [], formType: 'input' };
const number: Partial<Parameter> = { type: 'number', options: [], formType: 'input', default: '1' };

describe('immutable-parameter-changed', () => {
  it.each<{ before: Version; after: Version; found: string[]; because: string }>([
    { before: version(), after: version(), found: [], because: 'old equal to new is not a mutation' },
    { before: version(), after: version({}, 'large'), found: [`error ${inPreset}`], because: 'the value differs' },
    {
      before: version({}, 'small'),
      after: version({ mutable: true }, 'large'),
      found: [],
      because: 'the mutability is that of the new version',
    },
    {
      before: version({ mutable: true }, 'small'),
      after: version({}, 'large'),
      found: [`error ${inPreset}`, `error ${itself}`],
      because: 'it became immutable, and the preset gives another value',
    },
    {
      before: version({ mutable: true }),
      after: version(),
      found: [`error ${itself}`],
      because: 'the preset gives its value to workspaces that chose another one',
    },
    {
      before: version({ mutable: true }, undefined, { parameters: new Map() }),
      after: version({}, undefined, { parameters: new Map() }),
      found: [`notice ${itself}`],
      because: 'no build gives it another value',
    },
    {
      before: { parameters: [], presets: [preset({ parameters: new Map() })] },
      after: version(),
      found: [],
      because: 'a new immutable parameter is allowed',
    },
    {
      before: version({}, undefined, { parameters: new Map() }),
      after: version(),
      found: [],
      because: 'the preset now sets what the default was',
    },
    {
      before: version({}, undefined, { parameters: new Map() }),
      after: version({}, 'large'),
      found: [`error ${inPreset}`],
      because: 'workspaces of the preset have the old default',
    },
    {
      before: version({}, undefined, { parameters: new Map() }),
      after: version({ default: 'large', value: 'large' }, undefined, { parameters: new Map() }),
      found: [],
      because: 'a previous value goes before a default',
    },
    {
      before: version(),
      after: version({}, undefined, { parameters: new Map() }),
      found: [],
      because: 'the previous value is kept',
    },
    {
      before: version(),
      after: version({}, 'large', { name: 'Other' }),
      found: [],
      because: 'a preset of another name is another preset',
    },
    {
      before: version(),
      after: version({ options: [{ name: 'Small', value: 'small' }] }),
      found: [`error ${itself}`],
      because: 'who chose the option that is gone cannot choose another one',
    },
    {
      before: version(),
      after: version({ mutable: true, options: [{ name: 'Small', value: 'small' }] }),
      found: [],
      because: 'who chose the option that is gone chooses another one',
    },
    {
      before: version(),
      after: version({ options: [...parameter().options, { name: 'Huge', value: 'huge' }] }),
      found: [],
      because: 'another option takes nothing away',
    },
    {
      before: version({ ...free, default: 'x' }, 'small'),
      after: version(number, undefined, { parameters: new Map() }),
      found: [`error ${itself}`],
      because: 'what people have is no number',
    },
    {
      before: version({ ...free, default: '7' }, '8'),
      after: version(number, '8'),
      found: [`warning ${itself}`],
      because: 'what is known is a number, what people entered may not be',
    },
    {
      before: version({ options: [{ name: 'One', value: '1' }], default: '1' }, '1'),
      after: version(number, '1'),
      found: [],
      because: 'nothing but a number could be chosen',
    },
  ])('finds $found, because $because', ({ before, after, found }) => {
    expect(decided(rule, judge(before, after))).toEqual({ found, open: [] });
  });

  it('is not configured without a baseline, and not checked with a gap in it', () => {
    expect(decided(rule, snapshot()).open).toBe('not-configured');
    expect(decided(rule, snapshot({ baseline: NOT_CONFIGURED })).open).toBe('not-configured');
    expect(decided(rule, snapshot({ baseline: read([], [notChecked({ code: 'no-base' })]) })).open).toEqual([
      'no-base',
    ]);
  });

  it('is not checked where a definition or the values of a preset are not known', () => {
    const unknown = version({ unknown: ['mutable'] }, 'large');
    expect(decided(rule, judge(version(), unknown))).toEqual({ found: [], open: ['parameter-not-known'] });
    const preset = version({}, 'small', { unknown: ['parameters'] });
    expect(decided(rule, judge(preset, version())).open).toEqual(['preset-not-known']);
  });

  describe('of a parameter behind a condition', () => {
    const declaredParameters = [{ address: 'data.coder_parameter.size', name: 'size', conditional: true }];
    const sets = (value: string) => [preset({ parameters: new Map([['size', value]]) })];
    const seen = [parameter({ conditional: true })];

    it.each<{ before: string; earlier: boolean; now: boolean; open: string[]; because: string }>([
      { before: 'large', earlier: true, now: true, open: [], because: 'both plans have it' },
      {
        before: 'large',
        earlier: true,
        now: false,
        open: ['parameter-not-seen'],
        because: 'it may have become mutable',
      },
      {
        before: 'large',
        earlier: false,
        now: true,
        open: ['parameter-not-seen'],
        because: 'it was there, or it is new',
      },
      { before: 'large', earlier: false, now: false, open: ['parameter-not-seen'], because: 'no plan has it' },
      {
        before: 'small',
        earlier: false,
        now: false,
        open: [],
        because: 'old equal to new is no mutation for any parameter',
      },
    ])('is told by $open, because $because', ({ before, earlier, now, open }) => {
      const given = snapshot({
        template: template({ presets: sets('small'), parameters: now ? seen : [], declaredParameters }),
        baseline: read([
          { origin: ['main'], presets: sets(before), parameters: earlier ? seen : [], declaredParameters },
        ]),
      });
      const found = earlier && now ? [`error ${inPreset}`] : [];
      expect(decided(rule, given)).toEqual({ found, open });
    });

    it.each([
      { conditional: true, open: ['parameter-not-seen'], because: 'it was probably there under the same condition' },
      { conditional: false, open: [], because: 'it is new' },
    ])('that a baseline of Coder lacks is told by $open, because $because', ({ conditional, open }) => {
      const given = snapshot({
        template: template({ presets: sets('small'), parameters: [parameter({ conditional })] }),
        baseline: read([{ origin: ['the active version'], presets: sets('large'), parameters: [] }]),
      });
      expect(decided(rule, given)).toEqual({ found: [], open });
    });

    it('is judged in the plans that were made with the values of the preset', () => {
      const mutable = [parameter({ mutable: true })];
      const rehearsed = (parameters: readonly Parameter[]) =>
        snapshot({
          template: template({ presets: sets('small'), parameters: [], declaredParameters }),
          claims: read([claimPlan({ plan: plan({ parameters }), context: claimContext({ preset: 'Small' }) })]),
          baseline: read([
            {
              origin: ['main'],
              presets: sets('large'),
              parameters: [],
              underPresets: new Map([['Small', seen]]),
              declaredParameters,
            },
          ]),
        });
      expect(decided(rule, rehearsed(seen))).toEqual({ found: [`error ${inPreset}`], open: [] });
      expect(decided(rule, rehearsed(mutable))).toEqual({ found: [], open: [] });
      // Both are known to lack it, so nothing is open.
      expect(decided(rule, rehearsed([parameter({ name: 'other' })]))).toEqual({ found: [], open: [] });
      const narrower = [parameter({ options: [{ name: 'Small', value: 'small' }] })];
      expect(decided(rule, rehearsed(narrower)).found).toContain(`error ${itself}`);
    });
  });

  it('is not checked where a single value of a preset is not known', () => {
    const unknown = (value: string | undefined) => version({}, value, { parameters: new Map([['size', value]]) });
    expect(decided(rule, judge(unknown(undefined), unknown('large'))).open).toEqual(['preset-not-known']);
    expect(decided(rule, judge(unknown('large'), unknown(undefined))).open).toEqual(['preset-not-known']);
    const mutable = { ...unknown(undefined), parameters: [parameter({ mutable: true })] };
    expect(decided(rule, judge(unknown('large'), mutable)).open).toEqual([]);
  });

  it('explains itself', () => {
    expect(said(rule, judge(version({ mutable: true }), version({}, 'large')))).toMatchInlineSnapshot(`
      "Preset \`Small\` sets the immutable parameter \`size\` to \`large\`; in the base branch it was \`small\`.
      A workspace made from the preset keeps its old value, so Coder refuses to start or stop it on this version with the preset. A delete runs on the version of the last build and is not refused.
      Keep \`small\` and add a preset with another name for \`large\`, or make \`size\` mutable.

      Parameter \`size\` becomes immutable; in the base branch people could change it.
      A workspace keeps the value of an immutable parameter for good. If a build gives it another value, or the value is no longer valid, Coder refuses the build. Setting the value that a workspace already has is not a change.
      Leave \`size\` mutable, or remove it from the presets, so that no build gives it another value."
    `);
    expect(
      said(rule, judge(version(), version({ options: [{ name: 'Small', value: 'small' }] }))),
    ).toMatchInlineSnapshot(`
      "The immutable parameter \`size\` no longer accepts \`large\`, which it accepted in the base branch.
      A workspace keeps the value of an immutable parameter for good. If a build gives it another value, or the value is no longer valid, Coder refuses the build. Setting the value that a workspace already has is not a change.
      Let \`size\` accept the earlier values too, or define a new parameter with another name: a new parameter may take any value."
    `);
    expect(said(rule, judge(version({ ...free, default: '7' }, '8'), version(number, '8')))).toMatchInlineSnapshot(`
      "The type of the immutable parameter \`size\` changes from \`string\` to \`number\`; values that people entered in the base branch may not fit it.
      A workspace keeps the value of an immutable parameter for good. If a build gives it another value, or the value is no longer valid, Coder refuses the build. Setting the value that a workspace already has is not a change.
      Let \`size\` accept the earlier values too, or define a new parameter with another name: a new parameter may take any value."
    `);
  });
});
