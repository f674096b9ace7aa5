import type { Plan } from '../plan/plan.ts';

/** The plan of one claim. */
export interface ClaimPlan {
  readonly plan: Plan;
  readonly evidence: ClaimEvidence;
  readonly context: ClaimContext;
  /** Addresses of the agents that Coder stores after this claim; absent where the user gave the plan. */
  readonly agents?: readonly string[];
}

/** `measured` on real state, `rehearsed` by the real provider on a synthesised one. */
export type ClaimEvidence = 'measured' | 'rehearsed';

/** Which claim it is; all undefined where the user gave the plan. */
export interface ClaimContext {
  readonly preset: string | undefined;
  readonly persona: string | undefined;
  /** The parameter that the claimant chose otherwise than the prebuild. */
  readonly parameter: { readonly name: string; readonly value: string } | undefined;
}
