import { goStringList } from '../go/go-literals.ts';
import type { Baseline } from '../template/baseline.ts';
import { optionsAreElements } from '../template/parameter-definition.ts';
import { judgeValue, type ValueProblem } from '../template/parameter-value.ts';
import type { Parameter } from '../template/template.ts';
import type { Change } from './update-matrix.ts';

/** A value that the earlier version accepts and the later one refuses. */
export interface TakenValue {
  /** An element, where the options are what the elements of a list may be. */
  readonly value: string;
  readonly problem: ValueProblem;
  /** Presets of the earlier version whose workspaces have it, by the preset or by the default. */
  readonly presets: readonly string[];
  readonly isDefault: boolean;
}

/** Legal values have become fewer, in a way that says nothing of any value that is known. */
export type Narrowing =
  | { readonly kind: 'minimum' | 'maximum'; readonly from: number | undefined; readonly to: number }
  | { readonly kind: 'pattern'; readonly regex: string }
  | { readonly kind: 'options' }
  | { readonly kind: 'type'; readonly from: string; readonly to: string };

/** What people may have chosen, and can no longer have. */
export interface TakenAway {
  readonly values: readonly TakenValue[];
  readonly narrowings: readonly Narrowing[];
}

/** Nothing is kept of an ephemeral parameter from one build to the next, so nothing can be taken away. */
export function takenAway(
  { presets }: Baseline,
  before: Parameter,
  after: Parameter,
  ownerDefaults: ReadonlySet<string> = new Set(),
): TakenAway {
  if (before.ephemeral || after.ephemeral) return { values: [], narrowings: [] };
  const ownDefault = ownerDefaults.has(before.name) ? undefined : before.default;
  const hasByDefault = presets.filter(({ parameters }) => !parameters.has(before.name));
  const holders = (matches: (value: string) => boolean): readonly string[] =>
    presets
      .filter(({ parameters }) => {
        const own = parameters.get(before.name);
        return own !== undefined && matches(own);
      })
      .map(({ name }) => name);
  const set = presets.flatMap(({ parameters }) => parameters.get(before.name) ?? []);
  const whole = wholeValues(before, set, ownDefault);
  const values = whole.flatMap((value): readonly TakenValue[] => {
    const verdict = judgeValue(after, value);
    if (verdict.kind !== 'refused') return [];
    const isDefault = value === ownDefault;
    const open = isDefault ? hasByDefault.map(({ name }) => name) : [];
    return [{ value, problem: verdict.problem, presets: [...holders((own) => own === value), ...open], isDefault }];
  });
  const elements = takenElements(before, after).map(({ value, problem }): TakenValue => {
    const contains = (list: string) => goStringList(list)?.includes(value) ?? false;
    const isDefault = ownDefault !== undefined && contains(ownDefault);
    const open = isDefault ? hasByDefault.map(({ name }) => name) : [];
    return { value, problem, presets: [...holders(contains), ...open], isDefault };
  });
  return { values: elements.length > 0 ? elements : values, narrowings: narrowings(before, after) };
}

/** Values that are written down: what could be chosen, what presets set, and the default. */
function wholeValues(before: Parameter, set: readonly string[], ownDefault: string | undefined): readonly string[] {
  const options = optionsAreElements(before) ? [] : before.options.map(({ value }) => value);
  const values = [...options, ...set, ...(ownDefault === undefined ? [] : [ownDefault])];
  return [...new Set(values)].filter((value) => judgeValue(before, value).kind === 'accepted');
}

function takenElements(
  before: Parameter,
  after: Parameter,
): readonly { readonly value: string; readonly problem: ValueProblem }[] {
  if (!optionsAreElements(before) || !optionsAreElements(after)) return [];
  const left = new Set(after.options.map(({ value }) => value));
  return before.options
    .filter(({ value }) => !left.has(value))
    .map(({ value }) => ({ value, problem: { kind: 'elements-not-options', missing: [value] } }));
}

/** Only where people could enter a value of their own. */
function narrowings(before: Parameter, after: Parameter): readonly Narrowing[] {
  if (before.options.length > 0 && !optionsAreElements(before)) return [];
  if (before.options.length === 0 && after.options.length > 0) return [{ kind: 'options' }];
  if (before.type !== after.type && after.type !== 'string') {
    return [{ kind: 'type', from: before.type, to: after.type }];
  }
  const { min, max, regex } = after.validation ?? {};
  const earlier = before.validation;
  const isNumber = after.type === 'number';
  return [
    ...(isNumber && min !== undefined && (earlier?.min === undefined || earlier.min < min)
      ? [{ kind: 'minimum' as const, from: earlier?.min, to: min }]
      : []),
    ...(isNumber && max !== undefined && (earlier?.max === undefined || earlier.max > max)
      ? [{ kind: 'maximum' as const, from: earlier?.max, to: max }]
      : []),
    ...(after.type === 'string' && regex !== undefined && regex !== '' && regex !== earlier?.regex
      ? [{ kind: 'pattern' as const, regex }]
      : []),
  ];
}

/** Integers that a narrower range leaves out, where they are few enough to be asked for one by one. */
export function leftOutIntegers(narrowing: Narrowing, limit: number): readonly string[] {
  if (narrowing.kind !== 'minimum' && narrowing.kind !== 'maximum') return [];
  const { kind, from, to } = narrowing;
  if (from === undefined || !Number.isInteger(from) || !Number.isInteger(to) || Math.abs(to - from) > limit) return [];
  const first = kind === 'minimum' ? from : to + 1;
  return Array.from({ length: Math.abs(to - from) }, (_, index) => String(first + index));
}

/** The row of the measurement that a refusal belongs to. */
export function changeOfProblem({ kind }: ValueProblem): Change {
  switch (kind) {
    case 'elements-not-options':
      return 'element-removed';
    case 'not-an-option':
    case 'regex':
    case 'bad-definition':
      // Coder checks options and expressions itself in both flows.
      return 'option-removed';
    case 'below-minimum':
    case 'above-maximum':
    case 'not-monotonic':
      return 'bound-narrowed';
    case 'not-a-list':
    case 'not-a-number':
    case 'not-an-integer':
    case 'not-a-bool':
    case 'not-true-or-false':
      return 'type-changed';
  }
}

export function changeOfNarrowing({ kind }: Narrowing): Change {
  switch (kind) {
    case 'minimum':
    case 'maximum':
      return 'bound-narrowed';
    case 'type':
      return 'type-changed';
    case 'pattern':
    case 'options':
      return 'option-removed';
  }
}
