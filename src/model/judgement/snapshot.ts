import type { Configuration } from '../configuration/configuration.ts';
import type { HistoryPolicy, TemplateHistory } from '../history/history.ts';
import type { BuiltWorkspace } from '../plan/built-workspace.ts';
import type { Baseline } from '../template/baseline.ts';
import type { ParameterFlow } from '../template/parameter-flow.ts';
import type { PrebuildQuota } from '../template/quota.ts';
import type { DeclaredParameter, Parameter, Preset } from '../template/template.ts';
import type { ClaimPlan } from './claim-plan.ts';
import { NOT_CONFIGURED, type NotChecked, type Source } from './outcome.ts';
import type { RefusedBuild, RehearsalControl, UnmetCondition } from './rehearsal.ts';

/** What a rule needs before it can decide. */
export type RuleGroup = 'claim' | 'template' | 'change' | 'history';

/** Everything that the rules may look at, of one template, at one moment. Data only. */
export interface Snapshot {
  /** The plan's path as given, or the template's directory. */
  readonly name: string;
  /** The groups of rules that it holds anything for; all of them where absent. */
  readonly groups?: readonly RuleGroup[];
  readonly template: Template;
  /** The plans that tell what a claim does. Gaps where a claim could not be seen, or not whole. */
  readonly claims: Source<ClaimPlan>;
  /** Absent where nothing was rehearsed. */
  readonly rehearsal?: Source<RehearsalControl>;
  /** Absent where nothing was rehearsed. */
  readonly refusals?: Source<RefusedBuild>;
  /** Absent where nothing was rehearsed. */
  readonly unmet?: readonly UnmetCondition[];
  /** Absent where no Coder was asked: then both are possible, and dynamic is the default. */
  readonly flow?: ParameterFlow;
  /** What the template is compared with; not configured where it is missing. At most one item. */
  readonly baseline?: Source<Baseline>;
  /** What the prebuilds may cost; not configured where it is missing. At most one item. */
  readonly quota?: Source<PrebuildQuota>;
  /** Absent where no Coder was asked. */
  readonly histories?: Source<TemplateHistory>;
  /** The template's own files; not configured where it is missing. At most one item. */
  readonly configuration?: Source<Configuration>;
  readonly policy: RulePolicy;
}

export interface Template {
  /** Undefined where the input does not say. */
  readonly prebuildEnabled: boolean | undefined;
  readonly presets: readonly Preset[];
  readonly parameters: readonly Parameter[];
  /** Addresses of the `coder_agent` instances of a built workspace; of a rehearsed one, those that Coder stores. */
  readonly agents: readonly string[];
  /** What one build of a workspace holds. Absent where no plan tells all of it. */
  readonly built?: BuiltWorkspace;
  /** Why presets or parameters may be missing here although the template has them. */
  readonly gaps?: readonly NotChecked[];
  /** Every `coder_parameter` that the configuration declares, whether or not this plan has an instance of it. */
  readonly declaredParameters?: readonly DeclaredParameter[];
}

/** What rules may be told by the user, beside their severity. */
export interface RulePolicy {
  /** Resource types that hold user data, beside those we know. */
  readonly persistentTypes: readonly string[];
  /** Coder's defaults where absent. */
  readonly history?: HistoryPolicy;
  /** The most prebuilds that the template may ask for at once; undefined for no limit. */
  readonly maxPrebuilds?: number | undefined;
  /** By how much that number may grow against the baseline, 2 for twice as many; undefined for no limit. */
  readonly prebuildGrowthFactor?: number | undefined;
}

export function baselineOf({ baseline }: Snapshot): Source<Baseline> {
  return baseline ?? NOT_CONFIGURED;
}

export function quotaOf({ quota }: Snapshot): Source<PrebuildQuota> {
  return quota ?? NOT_CONFIGURED;
}
