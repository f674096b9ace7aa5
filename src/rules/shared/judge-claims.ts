import type { ClaimPlan } from '../../model/judgement/claim-plan.ts';
import type { Outcome } from '../../model/judgement/outcome.ts';
import { judge } from '../../model/judgement/outcome.ts';
import type { Violation } from '../../model/judgement/rule.ts';
import type { Snapshot } from '../../model/judgement/snapshot.ts';
import { isCoderResource, isCountedByCoder, isReplacement, type ResourceChange } from '../../model/plan/plan.ts';

/** Asks the same question of every claim plan, and notes on each violation which claim showed it. */
export function judgeClaims<Data>(
  snapshot: Snapshot,
  violationsOf: (claim: ClaimPlan) => readonly Violation<Data>[],
): Outcome<Violation<Data>> {
  return judge(snapshot.claims, (claims) =>
    claims.flatMap((claim) =>
      violationsOf(claim).map((violation) => ({
        ...violation,
        details: { ...violation.details, seenIn: isGiven(claim) ? [] : [claim.context] },
      })),
    ),
  );
}

/**
 * The resources that a claim replaces: by Coder's rules A and B together, and
 * by replacements that orphan the old object, which Coder does not see. Like
 * Coder, it leaves out Coder's own resources.
 */
export function replacedResources(claim: ClaimPlan): readonly ResourceChange[] {
  return claim.plan.changes.filter(
    (change) => (isReplacement(change) && !isCoderResource(change)) || isCountedByCoder(change),
  );
}

/** The user gave the plan, so it is not known which claim it is. */
function isGiven({ context }: ClaimPlan): boolean {
  return context.preset === undefined && context.persona === undefined && context.parameter === undefined;
}
