import type { ClaimPlan } from '../../model/judgement/claim-plan.ts';
import type { Outcome } from '../../model/judgement/outcome.ts';
import { judge } from '../../model/judgement/outcome.ts';
import type { Violation } from '../../model/judgement/rule.ts';
import type { Snapshot } from '../../model/judgement/snapshot.ts';
import { isCoderResource, isCountedByCoder, isReplacement, type ResourceChange } from '../../model/plan/plan.ts';

/** Judges every claim plan of the snapshot by the same eye; what several claims show is one violation. */
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
 * What a claim replaces: Coder's rules A and B together, and the replacements
 * that orphan the old object, which Coder does not see. Coder's own resources
 * are left out, as there.
 */
export function replacedResources(claim: ClaimPlan): readonly ResourceChange[] {
  return claim.plan.changes.filter(
    (change) => (isReplacement(change) && !isCoderResource(change)) || isCountedByCoder(change),
  );
}

/** The user gave the plan, so there is no telling which claim it is. */
function isGiven({ context }: ClaimPlan): boolean {
  return context.preset === undefined && context.persona === undefined && context.parameter === undefined;
}
