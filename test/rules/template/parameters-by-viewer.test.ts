import { expect, it } from 'vitest';
import { read } from '../../../src/model/judgement/outcome.ts';
import type { Parameter, Preset } from '../../../src/model/template/template.ts';
import { invalidPresetValue } from '../../../src/rules/template/invalid-preset-value.ts';
import { missingRequiredParameter } from '../../../src/rules/template/missing-required-parameter.ts';
import { undefinedPresetParameter } from '../../../src/rules/template/undefined-preset-parameter.ts';
import { unpinnedImmutableParameter } from '../../../src/rules/template/unpinned-immutable-parameter.ts';
import {
  claimContext,
  claimPlan,
  parameter,
  plan,
  preset,
  rehearsalControl,
  snapshot,
  template,
} from '../../support/builders.ts';
import { decided, said } from '../../support/rule.ts';

const options = (...values: readonly string[]) => values.map((value) => ({ name: value, value }));
const region = (overrides: Partial<Parameter> = {}) =>
  parameter({ name: 'r', default: 'eu', options: options('eu', 'us'), ...overrides });
const repo = (overrides: Partial<Parameter> = {}) =>
  parameter({ name: 'repo', default: undefined, formType: 'input', options: [], ...overrides });
const dotfiles = (overrides: Partial<Parameter> = {}) =>
  parameter({ name: 'dotfiles', default: '', formType: 'input', options: [], ...overrides });

interface Seen {
  readonly imported: readonly Parameter[];
  readonly prebuild: readonly Parameter[];
  readonly claimant: readonly Parameter[];
}

/** A gate on the prebuild flags or on the owner's name: the import is no prebuild, and has no owner. */
const people = (given: Parameter, pool: readonly Parameter[] = []): Seen => ({
  imported: [given],
  prebuild: pool,
  claimant: [given],
});
const pool = (given: Parameter): Seen => ({ imported: [], prebuild: [given], claimant: [] });

/** `size` is there for all, and set: a plan without any parameter tells nothing. */
function of({ imported, prebuild, claimant }: Seen, values: Readonly<Record<string, string>>) {
  const given: Preset = preset({ parameters: new Map([['size', 'small'], ...Object.entries(values)]) });
  const planOf = (parameters: readonly Parameter[]) => plan({ parameters: [parameter(), ...parameters] });
  return snapshot({
    template: template({ presets: [given], parameters: [parameter(), ...imported] }),
    rehearsal: read([rehearsalControl({ imported: planOf(imported), prebuild: planOf(prebuild) })]),
    claims: read([
      claimPlan({
        plan: planOf(claimant),
        evidence: 'rehearsed',
        context: claimContext({ preset: 'Small', persona: 'alice' }),
      }),
    ]),
  });
}

const RULES = [unpinnedImmutableParameter, missingRequiredParameter, invalidPresetValue, undefinedPresetParameter];

/** The rows of a table that a real server answered; those that it takes and claims well have no finding. */
it.each<{ row: string; seen: Seen; values?: Readonly<Record<string, string>>; found: readonly string[] }>([
  { row: 'b1 required, for people only', seen: people(repo()), found: ['missing-required-parameter'] },
  { row: 'b2 the same, set', seen: people(repo()), values: { repo: 'x' }, found: [] },
  { row: 'b3 the same, mutable', seen: people(repo({ mutable: true })), found: ['missing-required-parameter'] },
  { row: 'b4 required, for the prebuild only', seen: pool(repo()), found: ['missing-required-parameter'] },
  {
    row: 'c1 people have more options',
    seen: people(region(), [region({ options: options('eu') })]),
    found: ['unpinned-immutable-parameter'],
  },
  {
    row: 'c1m the same, mutable',
    seen: people(region({ mutable: true }), [region({ mutable: true, options: options('eu') })]),
    found: [],
  },
  {
    row: 'c1p the same, set',
    seen: people(region(), [region({ options: options('eu') })]),
    values: { r: 'eu' },
    found: [],
  },
  {
    row: 'c2 mutable in the prebuild only',
    seen: people(region(), [region({ mutable: true })]),
    found: ['unpinned-immutable-parameter'],
  },
  {
    row: 'c5 other options and default',
    seen: people(region({ default: 'us', options: options('us', 'ap') }), [region({ options: options('eu') })]),
    found: ['unpinned-immutable-parameter'],
  },
  { row: 'd1 mutable, for people only', seen: people(dotfiles({ mutable: true })), found: [] },
  { row: 'd3 the same, immutable', seen: people(dotfiles()), found: ['unpinned-immutable-parameter'] },
  {
    row: 'h1 a value for people only',
    seen: people(region(), [region({ options: options('eu') })]),
    values: { r: 'us' },
    found: ['invalid-preset-value'],
  },
  {
    row: 'h3 a value for the pool only',
    seen: people(region({ options: options('us') }), [region({ options: options('eu') })]),
    values: { r: 'eu' },
    found: ['invalid-preset-value'],
  },
  {
    row: 'a value that the claimant alone refuses',
    seen: { imported: [region()], prebuild: [region()], claimant: [region({ options: options('eu') })] },
    values: { r: 'us' },
    found: ['invalid-preset-value'],
  },
  { row: 'z0 nothing gated', seen: people(region(), [region()]), found: ['unpinned-immutable-parameter'] },
  {
    row: 'nobody has it',
    seen: people(region(), [region()]),
    values: { r: 'eu', q: '1' },
    found: ['undefined-preset-parameter'],
  },
])('$row: $found', ({ seen, values = {}, found }) => {
  const given = of(seen, values);
  const decisions = RULES.flatMap((rule) =>
    decided<unknown>(rule, given).found.map((each) => `${each.split(' ')[0]} ${rule.id}`),
  );
  expect(decisions).toEqual(found.map((id) => `error ${id}`));
});

it('says who refuses the value', () => {
  const narrow = region({ options: options('eu') });
  const words = [
    of({ imported: [narrow], prebuild: [narrow], claimant: [narrow] }, { r: 'us' }),
    of(people(region(), [narrow]), { r: 'us' }),
    of({ imported: [region()], prebuild: [region()], claimant: [narrow] }, { r: 'us' }),
  ].map((given) => said(invalidPresetValue, given));
  expect(words).toMatchSnapshot();
});
