import { describe, expect, it } from 'vitest';
import {
  type BuildKind,
  factsAfterUpdate,
  isMutation,
  judgeMutation,
  judgingVersion,
  MUTATION_FACTS,
  type MutationFact,
} from '../../../src/model/template/parameter-mutation.ts';
import type { Parameter } from '../../../src/model/template/template.ts';
import { parameter } from '../../support/builders.ts';

const KINDS = {
  mutable: parameter({ name: 'n', type: 'number', options: [], mutable: true, default: '3' }),
  immutable: parameter({ name: 'n', type: 'number', options: [], mutable: false, default: '3' }),
  ephemeral: parameter({ name: 'n', type: 'number', options: [], mutable: true, ephemeral: true, default: '3' }),
  monotonic: parameter({
    name: 'n',
    type: 'number',
    options: [],
    mutable: true,
    default: '3',
    validation: { min: undefined, max: undefined, monotonic: 'increasing', regex: undefined, error: undefined },
  }),
} as const satisfies Record<string, Parameter>;

/** What is given, against a previous 5; `new` is a parameter that the last build did not have. */
const GIVEN = {
  equal: { previous: '5', given: '5' },
  more: { previous: '5', given: '6' },
  less: { previous: '5', given: '4' },
  absent: { previous: '5', given: undefined },
  new: { previous: undefined, given: '4' },
  'new and absent': { previous: undefined, given: undefined },
} as const;

type Row = readonly [kind: keyof typeof KINDS, value: keyof typeof GIVEN, fact: MutationFact];

/** Stop, claim and delete are checked like a start over a start; only a first build is not. */
const LATER_BUILDS: readonly Row[] = [
  ['mutable', 'equal', 'equal-value'],
  ['mutable', 'more', 'mutable'],
  ['mutable', 'less', 'mutable'],
  ['mutable', 'absent', 'previous-kept'],
  ['mutable', 'new', 'new-parameter'],
  ['mutable', 'new and absent', 'default-taken'],
  ['immutable', 'equal', 'equal-value'],
  ['immutable', 'more', 'immutable-changed'],
  ['immutable', 'less', 'immutable-changed'],
  ['immutable', 'absent', 'previous-kept'],
  ['immutable', 'new', 'new-parameter'],
  ['immutable', 'new and absent', 'default-taken'],
  ['ephemeral', 'equal', 'equal-value'],
  ['ephemeral', 'more', 'mutable'],
  ['ephemeral', 'less', 'mutable'],
  ['ephemeral', 'absent', 'default-taken'],
  ['ephemeral', 'new', 'new-parameter'],
  ['ephemeral', 'new and absent', 'default-taken'],
  ['monotonic', 'equal', 'equal-value'],
  ['monotonic', 'more', 'mutable'],
  ['monotonic', 'less', 'against-direction'],
  ['monotonic', 'absent', 'previous-kept'],
  ['monotonic', 'new', 'new-parameter'],
  ['monotonic', 'new and absent', 'default-taken'],
];

const FIRST_BUILD: readonly Row[] = (Object.keys(KINDS) as (keyof typeof KINDS)[]).flatMap((kind) => [
  [kind, 'equal', 'first-build'],
  [kind, 'more', 'first-build'],
  [kind, 'less', 'first-build'],
  [kind, 'absent', 'default-taken'],
  [kind, 'new', 'first-build'],
  [kind, 'new and absent', 'default-taken'],
]);

const ROWS = (['create', 'start', 'stop', 'claim', 'delete'] as const).flatMap((build) =>
  (build === 'create' ? FIRST_BUILD : LATER_BUILDS).map(([kind, value, fact]) => ({
    build,
    kind,
    value,
    fact,
    verdict: MUTATION_FACTS[fact].accepted ? 'accepted' : 'refused',
    because: MUTATION_FACTS[fact].because,
    source: MUTATION_FACTS[fact].source,
  })),
);

describe('A build that gives a parameter a value', () => {
  it.each(ROWS)('$build, $kind, $value: $verdict. $because DOMAIN.md $source', ({ build, kind, value, fact }) => {
    expect(judgeMutation({ build, parameter: KINDS[kind], ...GIVEN[value] })).toBe(fact);
  });

  it('is refused in these cases alone', () => {
    const refused = ROWS.filter(({ verdict }) => verdict === 'refused').map(({ build, kind, value }) =>
      [build, kind, value].join(' '),
    );
    expect(refused).toEqual(
      ['start', 'stop', 'claim', 'delete'].flatMap((build) => [
        `${build} immutable more`,
        `${build} immutable less`,
        `${build} monotonic less`,
      ]),
    );
  });

  it('is told apart for every kind of build, of parameter and of value', () => {
    const rows = new Set(ROWS.map(({ build, kind, value }) => [build, kind, value].join(' ')));
    expect(rows.size).toBe(5 * Object.keys(KINDS).length * Object.keys(GIVEN).length);
    expect(ROWS).toHaveLength(rows.size);
    expect(ROWS.every(({ source }) => /^4\.[145]: /.test(source))).toBe(true);
  });

  it('is refused without a default, a value and a previous one', () => {
    const required = parameter({ default: undefined });
    expect(judgeMutation({ build: 'create', parameter: required, previous: undefined, given: undefined })).toBe(
      'required',
    );
    expect(judgeMutation({ build: 'start', parameter: required, previous: undefined, given: undefined })).toBe(
      'required',
    );
    expect(judgeMutation({ build: 'start', parameter: required, previous: 'small', given: undefined })).toBe(
      'previous-kept',
    );
  });

  it('loses a value that the version has no parameter for', () => {
    expect(judgeMutation({ build: 'start', parameter: undefined, previous: 'a', given: 'b' })).toBe('not-defined');
  });

  it.each<{ previous: string | undefined; next: string; mutation: boolean; because: string }>([
    { previous: 'a', next: 'a', mutation: false, because: 'old equal to new is not a mutation' },
    { previous: 'a', next: 'b', mutation: true, because: 'the value differs' },
    { previous: undefined, next: 'b', mutation: false, because: 'there was no value' },
    { previous: '', next: 'b', mutation: true, because: 'an empty value is a value' },
    { previous: '1', next: '1.0', mutation: true, because: 'values are compared as text' },
  ])('mutates $previous to $next: $mutation, because $because', ({ previous, next, mutation }) => {
    expect(isMutation(previous, next)).toBe(mutation);
  });

  it.each<{
    earlier: keyof typeof KINDS | undefined;
    later: keyof typeof KINDS | undefined;
    given: string;
    facts: object;
    because: string;
  }>([
    {
      earlier: 'immutable',
      later: 'immutable',
      given: '6',
      facts: { start: 'immutable-changed', stop: 'immutable-changed', claim: 'equal-value', delete: 'previous-kept' },
      because: 'a claim finds prebuilds of the new version alone, and a delete runs on that of the last build',
    },
    {
      earlier: 'immutable',
      later: 'immutable',
      given: '5',
      facts: { start: 'equal-value', stop: 'equal-value', claim: 'equal-value', delete: 'previous-kept' },
      because: 'old equal to new is not a mutation, for no build',
    },
    {
      earlier: 'mutable',
      later: 'immutable',
      given: '6',
      facts: { start: 'immutable-changed', stop: 'immutable-changed', claim: 'equal-value', delete: 'previous-kept' },
      because: 'the mutability is that of the new version',
    },
    {
      earlier: 'immutable',
      later: 'mutable',
      given: '6',
      facts: { start: 'mutable', stop: 'mutable', claim: 'equal-value', delete: 'previous-kept' },
      because: 'the mutability is that of the new version',
    },
    {
      earlier: 'monotonic',
      later: 'monotonic',
      given: '4',
      facts: { start: 'against-direction', stop: 'against-direction', claim: 'equal-value', delete: 'previous-kept' },
      because: 'it only ever increases',
    },
    {
      earlier: 'ephemeral',
      later: undefined,
      given: '6',
      facts: { start: 'not-defined', stop: 'not-defined', claim: 'not-defined', delete: 'default-taken' },
      because: 'the earlier version still has it',
    },
  ])('of $given after $earlier becomes $later gives $facts, because $because', ({ earlier, later, given, facts }) => {
    const rules = (kind: keyof typeof KINDS | undefined) => (kind === undefined ? undefined : KINDS[kind]);
    const found = factsAfterUpdate({ earlier: rules(earlier), later: rules(later), previous: '5', given });
    expect(Object.fromEntries(found)).toEqual(facts);
  });

  it.each<{ build: BuildKind; version: string }>([
    { build: 'delete', version: 'last-build' },
    { build: 'claim', version: 'active' },
    { build: 'start', version: 'requested' },
    { build: 'stop', version: 'requested' },
    { build: 'create', version: 'requested' },
  ])('is judged by the $version version for a $build', ({ build, version }) => {
    expect(judgingVersion(build)).toBe(version);
  });
});
