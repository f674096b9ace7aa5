import type { Source } from './outcome.ts';
import type { Plan } from './plan.ts';
import type { RehearsalControl } from './rehearsal.ts';
import type { Parameter, Preset } from './template.ts';

/** Everything that the rules may look at, of one template, at one moment. Data only. */
export interface Snapshot {
  /** The plan's path as given, or the template's directory. */
  readonly name: string;
  readonly template: Template;
  /** The plans that tell what a claim does. Gaps where a claim could not be seen, or not whole. */
  readonly claims: Source<ClaimPlan>;
  /** Absent where nothing was rehearsed. */
  readonly rehearsal?: Source<RehearsalControl>;
  readonly policy: RulePolicy;
}

export interface Template {
  /** Undefined where the input does not say. */
  readonly prebuildEnabled: boolean | undefined;
  readonly presets: readonly Preset[];
  readonly parameters: readonly Parameter[];
  /** Addresses of the `coder_agent` instances of a built workspace. */
  readonly agents: readonly string[];
}

/** The plan of one claim. */
export interface ClaimPlan {
  readonly plan: Plan;
  readonly evidence: ClaimEvidence;
  readonly context: ClaimContext;
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

/** What rules may be told by the user, beside their severity. */
export interface RulePolicy {
  /** Resource types that hold user data, beside those we know. */
  readonly persistentTypes: readonly string[];
}
