import type { ClaimContext, ClaimPlan } from '../../../model/judgement/claim-plan.ts';
import type { UntriedChoice } from '../../../model/judgement/rehearsal.ts';
import { otherValue } from '../../../model/template/other-value.ts';
import type { Parameter } from '../../../model/template/template.ts';

export type Choice = NonNullable<ClaimContext['parameter']>;

/** Another legal value of an open parameter, and whose form offers it. */
export interface Candidate {
  readonly choice: Choice;
  /** The place of the claimant among the others. */
  readonly claimant: number;
}

export interface Candidates {
  readonly candidates: readonly Candidate[];
  readonly untried: readonly UntriedChoice[];
}

/**
 * One claim for each parameter that a claimant may set otherwise, as many as are
 * allowed; the rest is told. `seen` is what each claimant's own plan shows: a
 * parameter may be there for one of them alone.
 */
export function chooseOtherwise(
  seen: readonly (readonly Parameter[])[],
  preset: ReadonlyMap<string, string>,
  most: number,
): Candidates {
  const open = new Map<string, { readonly parameter: Parameter; readonly claimant: number }>();
  for (const [claimant, parameters] of seen.entries()) {
    for (const parameter of parameters) {
      const isOpen = parameter.mutable && !preset.has(parameter.name);
      if (isOpen && !open.has(parameter.name)) open.set(parameter.name, { parameter, claimant });
    }
  }
  const judged = [...open.values()].map((each) => ({ ...each, other: otherValue(each.parameter) }));
  const possible = judged.flatMap(({ parameter: { name }, claimant, other }) =>
    other.kind === 'value' ? [{ choice: { name, value: other.value }, claimant }] : [],
  );
  const impossible = judged.flatMap(({ parameter: { name }, other }): readonly UntriedChoice[] =>
    other.kind === 'value' ? [] : [{ parameter: name, because: other.kind }],
  );
  return {
    candidates: possible.slice(0, most),
    untried: [
      ...impossible,
      ...possible.slice(most).map(({ choice }) => ({ parameter: choice.name, because: 'bounded' as const })),
    ],
  };
}

/** A claim that could not be planned tells nothing of what the choice replaces. */
export function isTried(claim: ClaimPlan | undefined): claim is ClaimPlan {
  return claim !== undefined && !claim.plan.errored;
}
