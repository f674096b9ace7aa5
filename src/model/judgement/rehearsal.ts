import type { Plan, ResourceChange } from '../plan/plan.ts';
import type { ClaimPlan } from './claim-plan.ts';
import type { Source } from './outcome.ts';

/** What rehearsing the claims of one template showed. */
export interface Rehearsal {
  /** Undefined where it could not be found out. */
  readonly terraform: TerraformVersion | undefined;
  /** The template as the prebuilds user plans it; undefined where not even that could be planned. */
  readonly plan: Plan | undefined;
  /** Every claim that was planned: of each preset, by each claimant. */
  readonly claims: Source<ClaimPlan>;
  /** One for each preset whose control experiment came to an end. */
  readonly control: Source<RehearsalControl>;
}

/** Terraform or OpenTofu. */
export interface TerraformVersion {
  readonly product: 'Terraform' | 'OpenTofu';
  readonly version: string;
}

/** What rehearsing one preset showed beside its claim plans. */
export interface RehearsalControl {
  /** Undefined where the template was rehearsed without a preset. */
  readonly preset: string | undefined;
  /** `measured` where the prebuild was applied, and read again. */
  readonly evidence: 'measured' | 'rehearsed';
  /** How often the same prebuild was planned until nothing changed any more. */
  readonly rounds: number;
  /** What planning the very same prebuild again still changes; empty where the control experiment was clean. */
  readonly unstable: readonly ResourceChange[];
  /** Claims with another legal value of a mutable parameter that the preset leaves open, one parameter at a time. */
  readonly choices: readonly ClaimPlan[];
  /** Parameters that a claimant may choose and that no claim was planned for. */
  readonly untried: readonly UntriedChoice[];
}

export interface UntriedChoice {
  readonly parameter: string;
  readonly because: UntriedReason;
}

/**
 * `single-value`: no other value is legal. `no-legal-value`: none could be made
 * up, because of a regular expression or an unknown type. `bounded`: the number
 * of claims is bounded. `plan-failed`: Terraform could not plan that claim.
 */
export type UntriedReason = 'single-value' | 'no-legal-value' | 'bounded' | 'plan-failed';
