import { isAgainst } from './parameter-value.ts';
import type { Parameter } from './template.ts';

/** What a build does with the workspace; a claim starts it over its running self. */
export type BuildKind = 'create' | 'start' | 'stop' | 'claim' | 'delete';

/** What decides whether a value may change. */
export type ParameterRules = Pick<Parameter, 'mutable' | 'ephemeral' | 'default' | 'hasHiddenDefault' | 'validation'>;

export interface ParameterBuild {
  readonly build: BuildKind;
  /** As the version that judges the build defines it; undefined where it has no such parameter. */
  readonly parameter: ParameterRules | undefined;
  /** What the build before had; undefined for a first build, and for a parameter that is new. */
  readonly previous: string | undefined;
  /** What this build is given, by the user or by the preset, which wins; undefined where neither says. */
  readonly given: string | undefined;
}

export type MutationFact = keyof typeof MUTATION_FACTS;

/**
 * Why a build is accepted or refused, each as Coder states or implements it.
 * `source` is the section of DOMAIN.md, the reference that the project is built
 * on, with the words there.
 */
export const MUTATION_FACTS = {
  'first-build': {
    accepted: true,
    because: 'A first build has nothing that could change.',
    source: '4.4: first builds have no mutability check',
  },
  'new-parameter': {
    accepted: true,
    because: 'A parameter without a previous value may take any, immutable or not (coder/coder#18579).',
    source: '4.4: new immutable parameter (no previous)',
  },
  'equal-value': {
    accepted: true,
    because: 'Setting a parameter to the value it already has is not a mutation (coder/coder#17624).',
    source: '4.4: an equal value is no change',
  },
  mutable: {
    accepted: true,
    because: 'A mutable parameter may change with every build.',
    source: '4.4: immutable changed',
  },
  'previous-kept': {
    accepted: true,
    because: 'A build that is given no value keeps the previous one.',
    source: '4.4: precedence',
  },
  'default-taken': {
    accepted: true,
    because: 'Without a value and a previous one, which an ephemeral parameter never has, the default counts.',
    source: '4.4: precedence',
  },
  'not-defined': {
    accepted: true,
    because: 'A value that the version has no parameter for is dropped.',
    source: '4.4: unknown names dropped',
  },
  'immutable-changed': {
    accepted: false,
    because:
      'An immutable parameter keeps its value; the mutability is that of the judging version (coder/coder#18583).',
    source: '4.4: immutable changed',
  },
  'against-direction': {
    accepted: false,
    because: 'A monotonic parameter moves in its direction only; the same value is allowed.',
    source: '4.1: monotonic',
  },
  required: {
    accepted: false,
    because: 'A parameter without a default, a value and a previous one is required.',
    source: '4.4: missing',
  },
} as const;

/**
 * Whether Coder accepts a build as far as one parameter changes. Whether the
 * value itself is legal is `judgeValue`'s matter.
 */
export function judgeMutation({ build, parameter, previous, given }: ParameterBuild): MutationFact {
  if (parameter === undefined) return 'not-defined';
  const before = build === 'create' ? undefined : previous;
  if (given === undefined) {
    if (before !== undefined && !parameter.ephemeral) return 'previous-kept';
    const hasDefault = parameter.default !== undefined || parameter.hasHiddenDefault === true;
    return hasDefault ? 'default-taken' : 'required';
  }
  if (before === undefined) return build === 'create' ? 'first-build' : 'new-parameter';
  if (!isMutation(before, given)) return 'equal-value';
  if (!parameter.mutable) return 'immutable-changed';
  const direction = parameter.validation?.monotonic;
  return direction !== undefined && isAgainst(direction, before, given) ? 'against-direction' : 'mutable';
}

/** Setting a parameter to the value it already has is not a mutation (coder/coder#17624). */
export function isMutation(previous: string | undefined, next: string): boolean {
  return previous !== undefined && previous !== next;
}

/**
 * Whose definition counts. A delete is passed no version, so it runs on that of
 * the workspace's last build; a claim runs on the active one.
 */
export function judgingVersion(build: BuildKind): 'last-build' | 'active' | 'requested' {
  if (build === 'delete') return 'last-build';
  return build === 'claim' ? 'active' : 'requested';
}

/** A workspace of an earlier version, whose preset means another value in the version that follows. */
export interface PresetUpdate {
  readonly earlier: ParameterRules | undefined;
  readonly later: ParameterRules | undefined;
  /** What the workspace has. */
  readonly previous: string | undefined;
  /** What the preset of the later version gives it. */
  readonly given: string | undefined;
}

/** What the later version says to each build that can follow. */
export function factsAfterUpdate({
  earlier,
  later,
  previous,
  given,
}: PresetUpdate): ReadonlyMap<BuildKind, MutationFact> {
  const factOf = (build: BuildKind): MutationFact => {
    switch (judgingVersion(build)) {
      // It is passed no values either.
      case 'last-build':
        return judgeMutation({ build, parameter: earlier, previous, given: undefined });
      // A prebuild of an earlier version is deleted, so that what is claimed was built with these very values.
      case 'active':
        return judgeMutation({ build, parameter: later, previous: given, given });
      case 'requested':
        return judgeMutation({ build, parameter: later, previous, given });
    }
  };
  return new Map(LATER_BUILDS.map((build) => [build, factOf(build)]));
}

const LATER_BUILDS = ['start', 'stop', 'claim', 'delete'] as const satisfies readonly BuildKind[];
