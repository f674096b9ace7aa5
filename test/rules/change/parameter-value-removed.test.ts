import { describe, expect, it } from 'vitest';
import { type LiveWorkspaces, questionKey, type WorkspaceCount } from '../../../src/model/change/live-workspaces.ts';
import { read, type Source } from '../../../src/model/judgement/outcome.ts';
import type { Snapshot } from '../../../src/model/judgement/snapshot.ts';
import type { Parameter, Preset } from '../../../src/model/template/template.ts';
import { parameterValueRemoved as rule } from '../../../src/rules/change/parameter-value-removed.ts';
import { notChecked, parameter, preset, snapshot, template } from '../../support/builders.ts';
import { decided, said } from '../../support/rule.ts';

/** `size` with these options, mutable unless it says otherwise. */
function options(...values: readonly string[]): Partial<Parameter> {
  return { mutable: true, options: values.map((value) => ({ name: value, value })) };
}

const text: Partial<Parameter> = { mutable: true, options: [], formType: 'input' };
const number = (min?: number, max?: number): Partial<Parameter> => ({
  ...text,
  type: 'number',
  default: '3',
  validation: { min, max, monotonic: undefined, regex: undefined, error: undefined },
});
const list = (...values: readonly string[]): Partial<Parameter> => ({
  ...options(...values),
  type: 'list(string)',
  formType: 'multi-select',
  default: '["a"]',
});

interface Case {
  readonly before: Partial<Parameter>;
  readonly after: Partial<Parameter>;
  /** What the preset of the baseline sets; undefined where it leaves the parameter open. */
  readonly set?: string | undefined;
  readonly presets?: readonly Preset[];
  readonly overrides?: Partial<Snapshot>;
}

function judge({ before, after, set, presets, overrides = {} }: Case): Snapshot {
  const own = new Map(set === undefined ? [] : [['size', set]]);
  return snapshot({
    template: template({ parameters: [parameter(after)], presets: [] }),
    baseline: read([
      {
        origin: ['the base branch'],
        parameters: [parameter(before)],
        presets: presets ?? [preset({ parameters: own })],
      },
    ]),
    ...overrides,
  });
}

function count(total: number, running = 0, names: readonly string[] = []): WorkspaceCount {
  return { total, running, isWhole: true, names };
}

/** Seven workspaces, and how many of them have each value. */
function live(counts: Readonly<Record<string, WorkspaceCount>>): Source<LiveWorkspaces> {
  const entries = Object.entries(counts).map(
    ([value, own]) => [questionKey({ parameter: 'size', value: value === '' ? undefined : value }), own] as const,
  );
  return read([{ all: count(7, 4), versions: [], counts: new Map(entries) }]);
}

const error = 'error parameter ["size",null]';
const warning = 'warning parameter ["size",null]';
const open = { presets: [] };

describe('parameter-value-removed', () => {
  it.each<Case & { readonly found: string[]; readonly because: string }>([
    { before: options('a', 'b'), after: options('a', 'b', 'c'), set: 'b', found: [], because: 'nothing is taken away' },
    { before: options('a', 'b'), after: options('a'), set: 'b', found: [error], because: 'a preset had the option' },
    { before: options('a', 'b'), after: options('a'), set: 'a', found: [warning], because: 'no preset had it' },
    {
      before: { ...options('a', 'b'), mutable: false },
      after: { ...options('a'), mutable: false },
      set: 'b',
      found: [error],
      because: 'an immutable value is gone as well',
    },
    {
      before: { ...options('a', 'b'), default: 'b' },
      after: { ...options('a'), default: 'a' },
      found: [error],
      because: 'a preset that left it open had the default',
    },
    {
      before: { ...options('a', 'b'), default: 'b' },
      after: { ...options('a'), default: 'a' },
      ...open,
      found: [warning],
      because: 'without a preset nobody is known to have the default',
    },
    {
      before: { ...options('a', 'b'), default: 'a' },
      after: { ...options('a', 'b'), default: 'b' },
      found: [],
      because: 'another default takes no value away',
    },
    {
      before: number(1, 8),
      after: number(1, 4),
      set: '8',
      found: [error],
      because: 'a preset had more than the maximum',
    },
    { before: number(1, 8), after: number(1, 4), set: '3', found: [warning], because: 'people may have entered more' },
    { before: number(1, 8), after: number(2, 8), set: '3', found: [warning], because: 'people may have entered less' },
    { before: number(1, 8), after: number(1, 9), set: '3', found: [], because: 'a wider range takes nothing away' },
    { before: number(1, 8), after: number(), set: '8', found: [], because: 'no range takes nothing away' },
    { before: text, after: number(), set: 'abc', found: [error], because: 'what a preset had is no number' },
    {
      before: { ...text, default: '7' },
      after: number(),
      set: '8',
      found: [warning],
      because: 'what people entered may be no number',
    },
    { before: number(), after: text, set: '8', found: [], because: 'every number is a text' },
    {
      before: { ...text, type: 'bool', default: 'true' },
      after: text,
      set: 'true',
      found: [],
      because: 'every boolean is a text',
    },
    {
      before: { ...text, default: 'a' },
      after: { ...options('a'), default: 'a' },
      set: 'a',
      found: [warning],
      because: 'people could enter anything, and may choose now',
    },
    {
      before: { ...text, default: 'a' },
      after: {
        ...text,
        default: 'a',
        validation: { min: undefined, max: undefined, monotonic: undefined, regex: '^a', error: 'Begin with a.' },
      },
      set: 'a',
      found: [warning],
      because: 'people could enter anything, and there is a pattern now',
    },
    { before: list('a', 'b'), after: list('a'), set: '["a","b"]', found: [error], because: 'an element is gone' },
    { before: list('a', 'b'), after: list('a'), set: '["a"]', found: [warning], because: 'no preset had the element' },
    { before: list('a'), after: list('a', 'b'), set: '["a"]', found: [], because: 'one more element is harmless' },
    {
      before: { ...options('a', 'b'), ephemeral: true, default: 'a' },
      after: { ...options('a'), ephemeral: true, default: 'a' },
      set: 'b',
      found: [],
      because: 'no workspace keeps the value of an ephemeral parameter',
    },
  ])('finds $found, because $because', ({ found, ...given }) => {
    expect(decided(rule, judge(given))).toEqual({ found, open: [] });
  });

  it.each([
    { counts: { b: count(3, 2) }, found: [error], because: 'a workspace has it' },
    { counts: { b: count(0) }, found: [warning], because: 'no workspace has it' },
    { counts: { '': count(5) }, found: [warning], because: 'who has the parameter need not have the value' },
  ])('finds $found in Coder, because $because', ({ counts, found }) => {
    const given = { before: options('a', 'b'), after: options('a'), set: 'a', overrides: { workspaces: live(counts) } };
    expect(decided(rule, judge(given)).found).toEqual(found);
  });

  it('is not checked where Coder could not be asked and nobody is known to have the value', () => {
    const workspaces = read<LiveWorkspaces>([], [notChecked()]);
    const given = (set: string) =>
      judge({ before: options('a', 'b'), after: options('a'), set, overrides: { workspaces } });
    expect(decided(rule, given('a')).open).toEqual(['plan-without-state']);
    expect(decided(rule, given('b'))).toEqual({ found: [error], open: [] });
  });

  it('is not configured without a baseline, and not checked where an attribute is hidden', () => {
    expect(decided(rule, snapshot()).open).toBe('not-configured');
    const hidden = judge({ before: options('a', 'b'), after: { ...options('a'), unknown: ['option'] }, set: 'b' });
    expect(decided(rule, hidden)).toEqual({ found: [], open: ['parameter-not-known'] });
  });

  describe('explains', () => {
    const given = (overrides: Partial<Snapshot> = {}, mutable = true) =>
      judge({
        before: { ...options('a', 'b'), mutable },
        after: { ...options('a'), mutable },
        set: 'b',
        overrides,
      });

    it('who has the value, and that a refused autostart tells nobody', () => {
      expect(said(rule, given({ flow: 'dynamic', workspaces: live({ b: count(3, 2) }) }))).toMatchInlineSnapshot(`
        "Parameter \`size\` no longer accepts \`b\`, which it accepted in the base branch. Preset \`Small\` had \`b\`. This breaks 3 of 7 workspaces, 2 of them running.
        Coder refuses to start such a workspace on the new version (400). This lasts until its owner chooses another value. An autostart or an automatic update that Coder refuses leaves no build and tells nobody.
        Keep the value legal until nobody has it, or tell the owners before you promote the version: each has to choose another value of \`size\`."
      `);
    });

    it('that an immutable value is stuck on the old version, and names nobody unless values may be shown', () => {
      const workspaces = live({ b: count(1, 0, ['alice/dev']) });
      expect(said(rule, given({ flow: 'dynamic', workspaces }, false))).toMatchInlineSnapshot(`
        "Parameter \`size\` no longer accepts \`b\`, which it accepted in the base branch. Preset \`Small\` had \`b\`. This breaks 1 of 7 workspaces, none of them running (\`alice/dev\`).
        Coder refuses to start such a workspace on the new version (400). The parameter is immutable, so no other value can be chosen: the workspace is stuck on the old version. An autostart or an automatic update that Coder refuses leaves no build and tells nobody.
        Let \`size\` accept the earlier values too, or define a new parameter with another name: a new parameter may take any value."
      `);
    });

    it('in words whom it hits where no Coder was asked, and both flows where they differ', () => {
      expect(said(rule, judge({ before: number(1, 8), after: number(1, 4), set: '8' }))).toMatchInlineSnapshot(`
        "Parameter \`size\` no longer accepts \`8\`, which it accepted in the base branch. Preset \`Small\` had \`8\`. Every workspace that has this value is affected.
        Coder refuses to start such a workspace on the new version (400). This lasts until its owner chooses another value. An autostart or an automatic update that Coder refuses leaves no build and tells nobody. In the classic parameter flow Coder lets the build begin and Terraform fails it; start, stop and delete then fail on the new version.
        Keep the value legal until nobody has it, or tell the owners before you promote the version: each has to choose another value of \`size\`."
      `);
    });

    it('that start, stop and delete fail in the classic flow', () => {
      const classic = judge({
        before: { ...number(1, 8), mutable: false },
        after: { ...number(1, 4), mutable: false },
        set: '3',
        overrides: { flow: 'classic', workspaces: live({ '': count(5, 1) }) },
      });
      expect(said(rule, classic)).toMatchInlineSnapshot(`
        "The maximum of \`size\` falls from 8 to 4, compared with the base branch. 5 of 7 workspaces have the parameter, 1 of them running. Those with such a value break.
        Coder lets the build begin, and Terraform fails it. From then on the workspace is on the new version, where start, stop and delete fail too. The parameter is immutable, so no other value can be chosen: only a build that names the old version works.
        Let \`size\` accept the earlier values too, or define a new parameter with another name: a new parameter may take any value."
      `);
    });
  });
});
