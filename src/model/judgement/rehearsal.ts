import type { Plan, ResourceChange } from '../plan/plan.ts';
import type { Text } from '../text.ts';
import type { ClaimContext, ClaimPlan } from './claim-plan.ts';
import type { Source } from './outcome.ts';

/** What rehearsing the claims of one template showed. */
export interface Rehearsal {
  /** Undefined where it could not be found out. */
  readonly terraform: TerraformVersion | undefined;
  /**
   * The template as Coder imports it, which is where the server's presets and
   * parameters come from; undefined where not even that could be planned.
   */
  readonly plan: Plan | undefined;
  /** Every claim that was planned: of each preset, by each claimant. A parameter that the preset leaves open keeps the prebuild's value. */
  readonly claims: Source<ClaimPlan>;
  /** One for each preset whose control experiment came to an end. */
  readonly control: Source<RehearsalControl>;
  /** Builds that fail by fault of the template, so that they fail on a real server too. */
  readonly refusals: Source<RefusedBuild>;
  /** What the template's conditions ask of an owner, and no claimant that was planned had. */
  readonly unmet: readonly UnmetCondition[];
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
  /** Claims with another legal value of a parameter that the preset leaves open, one parameter at a time. */
  readonly choices: readonly ClaimPlan[];
  /** Parameters that a claimant may choose and that no claim was planned for. */
  readonly untried: readonly UntriedChoice[];
  /**
   * Claims through the dashboard's form, where they differ from `claims`: the
   * form sends the default of an open mutable parameter as the claimant sees it.
   */
  readonly forms: readonly ClaimPlan[];
  /** The import with the values of this preset: who creates a workspace without a prebuild is shown the same parameters. */
  readonly imported: Plan;
  /** The prebuild, as the prebuilds user plans it on no state. */
  readonly prebuild: Plan;
  readonly agents: PrebuildAgents;
  /** Files that the prebuild writes into the directory of its build, which is gone at the claim: addresses. */
  readonly lostFiles: readonly string[];
}

/** Which agents Coder knows of a prebuild. */
export interface PrebuildAgents {
  /** Addresses of every `coder_agent` of the prebuild. */
  readonly declared: readonly string[];
  /**
   * Of these, the ones that a resource uses, directly or through anything else.
   * Coder stores no other agent: without a stored one a prebuild is never ready.
   */
  readonly stored: readonly string[];
  /** Addresses of `coder_devcontainer`: each runs an agent of its own, which Coder counts. */
  readonly subAgents: readonly string[];
  /** Coder hands the token over at the claim, which it does for exactly one agent. */
  readonly isTokenKept: boolean;
}

/** A build that Terraform refuses, and would refuse on a real server. */
export interface RefusedBuild {
  readonly build: 'import' | 'prebuild' | 'claim';
  /** Coder imports twice: as a start, then as a stop. */
  readonly transition: 'start' | 'stop';
  /** Whose claim it is, of which preset, with which choice. */
  readonly context: ClaimContext;
  /** Terraform's own words; secrets are concealed. */
  readonly words: Text;
}

/** A condition on an owner that decided nothing in the rehearsal, because no claimant met it. */
export interface UnmetCondition {
  /** What it asks for: `groups`, `name`, `login_type`. */
  readonly attribute: string;
  /** What it compares that with. */
  readonly value: string;
  /** The claimant to give, as the input `claimants` takes it; undefined where no claimant can be given so. */
  readonly claimant: string | undefined;
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
