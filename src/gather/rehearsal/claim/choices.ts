import type { ClaimContext, ClaimPlan } from '../../../model/judgement/claim-plan.ts';
import type { UntriedChoice } from '../../../model/judgement/rehearsal.ts';
import { otherValue } from '../../../model/template/other-value.ts';
import type { Parameter } from '../../../model/template/template.ts';
import { allEnded } from '../all-ended.ts';

type Choice = NonNullable<ClaimContext['parameter']>;

export interface Choices {
  readonly choices: readonly ClaimPlan[];
  readonly untried: readonly UntriedChoice[];
}

/** One claim for each open parameter with another legal value, as many as are allowed; the rest is told. */
export async function chooseOtherwise(
  open: readonly Parameter[],
  most: number,
  plan: (choice: Choice) => Promise<ClaimPlan | undefined>,
): Promise<Choices> {
  const judged = open.map((parameter) => ({ name: parameter.name, other: otherValue(parameter) }));
  const possible = judged.flatMap(({ name, other }) => (other.kind === 'value' ? [{ name, value: other.value }] : []));
  const impossible = judged.flatMap(({ name, other }): readonly UntriedChoice[] =>
    other.kind === 'value' ? [] : [{ parameter: name, because: other.kind }],
  );
  const planned = await allEnded(
    possible.slice(0, most).map(async (choice) => ({ choice, claim: await plan(choice) })),
  );
  return {
    choices: planned.flatMap(({ claim }) => (claim === undefined || claim.plan.errored ? [] : [claim])),
    untried: [
      ...impossible,
      ...possible.slice(most).map(({ name }) => ({ parameter: name, because: 'bounded' as const })),
      ...planned
        .filter(({ claim }) => claim === undefined || claim.plan.errored)
        .map(({ choice }) => ({ parameter: choice.name, because: 'plan-failed' as const })),
    ],
  };
}
