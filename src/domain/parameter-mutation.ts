import { isAgainst } from './parameter-value.ts';
import type { Parameter } from './template.ts';

/** What a build does with the workspace; a claim starts it over its running self. */
export type BuildKind = 'create' | 'start' | 'stop' | 'claim' | 'delete';

export interface ParameterBuild {
  readonly build: BuildKind;
  /** As the version that judges the build defines it; undefined where it has no such parameter. */
  readonly parameter: Pick<Parameter, 'mutable' | 'ephemeral' | 'default' | 'validation'> | undefined;
  /** What the build before had; undefined for a first build, and for a parameter that is new. */
  readonly previous: string | undefined;
  /** What this build is given, by the user or by the preset, which wins; undefined where neither says. */
  readonly given: string | undefined;
}

export type MutationFact = keyof typeof MUTATION_FACTS;

/** Why a build is accepted or refused, each as Coder states or implements it. */
export const MUTATION_FACTS = {
  'first-build': { accepted: true, because: 'A first build has nothing that could change.' },
  'new-parameter': {
    accepted: true,
    because: 'A parameter without a previous value may take any, immutable or not (coder/coder#18579).',
  },
  'equal-value': {
    accepted: true,
    because: 'Setting a parameter to the value it already has is not a mutation (coder/coder#17624).',
  },
  mutable: { accepted: true, because: 'A mutable parameter may change with every build.' },
  'previous-kept': { accepted: true, because: 'A build that is given no value keeps the previous one.' },
  'default-taken': {
    accepted: true,
    because: 'Without a value and a previous one, which an ephemeral parameter never has, the default counts.',
  },
  'not-defined': { accepted: true, because: 'A value that the version has no parameter for is dropped.' },
  'immutable-changed': {
    accepted: false,
    because:
      'An immutable parameter keeps its value; the mutability is that of the judging version (coder/coder#18583).',
  },
  'against-direction': {
    accepted: false,
    because: 'A monotonic parameter moves in its direction only; the same value is allowed.',
  },
  required: { accepted: false, because: 'A parameter without a default, a value and a previous one is required.' },
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
    return parameter.default === undefined ? 'required' : 'default-taken';
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
