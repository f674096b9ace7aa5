import type { Snapshot } from '../judgement/snapshot.ts';
import type { Baseline } from '../template/baseline.ts';
import { parametersUnder } from '../template/preset-parameters.ts';
import type { DeclaredParameter, Parameter } from '../template/template.ts';

/** Every parameter of the two versions, as any plan of either shows it. */
export interface ParameterPairs {
  readonly kept: readonly ParameterPair[];
  /** In the earlier version only. */
  readonly gone: readonly Parameter[];
  /** In the later version only. */
  readonly added: readonly Parameter[];
}

export interface ParameterPair {
  readonly before: Parameter;
  readonly after: Parameter;
}

/**
 * Parameters of one name are one parameter. One that a version declares behind a
 * condition may be there without being seen, so it is neither gone nor added.
 */
export function parameterPairs(snapshot: Snapshot, baseline: Baseline): ParameterPairs {
  const { template } = snapshot;
  const earlier = byName([baseline.parameters, ...(baseline.underPresets?.values() ?? [])]);
  const later = byName([
    template.parameters,
    ...template.presets.map((preset) => parametersUnder(snapshot, preset).parameters),
  ]);
  const mayBeLater = declares(template.declaredParameters);
  const mayBeEarlier = declares(baseline.declaredParameters);
  return {
    kept: [...later].flatMap(([name, after]) => {
      const before = earlier.get(name);
      return before === undefined ? [] : [{ before, after }];
    }),
    gone: [...earlier.values()].filter(({ name }) => !later.has(name) && !mayBeLater(name)),
    // Coder does not tell what a version declares: what is conditional now may have been there.
    added: [...later.values()].filter(
      ({ name, conditional }) =>
        !earlier.has(name) && !mayBeEarlier(name) && !(conditional && baseline.declaredParameters === undefined),
    ),
  };
}

/** A name that is not a constant may be any. */
function declares(declared: readonly DeclaredParameter[] = []): (name: string) => boolean {
  return (name) => declared.some((each) => each.name === undefined || each.name === name);
}

/** The first of a name counts: without the values of a preset, where it is there. */
function byName(lists: readonly (readonly Parameter[])[]): ReadonlyMap<string, Parameter> {
  return new Map(
    lists
      .flat()
      .toReversed()
      .map((parameter) => [parameter.name, parameter]),
  );
}
