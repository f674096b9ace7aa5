import type { Configuration } from '../model/configuration/configuration.ts';
import type { CanaryResult } from '../model/history/canary.ts';
import type { TemplateHistory } from '../model/history/history.ts';
import type { NotChecked, Source } from '../model/judgement/outcome.ts';
import type { Rehearsal } from '../model/judgement/rehearsal.ts';
import type { Plan } from '../model/plan/plan.ts';
import type { ValuePolicy } from '../model/plan/value-policy.ts';
import type { ChangedFiles } from '../model/pull-request/changed-lines.ts';
import type { Baseline } from '../model/template/baseline.ts';
import type { PrebuildQuota } from '../model/template/quota.ts';
import type { Text } from '../model/text.ts';
import type { FollowRequest, HistoryRequest, LiveRequest } from './requests.ts';

/** Whom a run may ask. One that is absent is not asked, and nothing is known of it. */
export interface Sources {
  readonly plans: PlanReader;
  readonly rehearser: Rehearser;
  /** Absent where paths are no globs. */
  readonly inputs?: InputFinder;
  /** Absent where the files of a template are not to be read. */
  readonly configurations?: ConfigurationReader;
  /** Absent where no file but a plan can be a baseline. */
  readonly earlier?: EarlierTemplates;
  readonly coder?: CoderReader;
  /** Absent where a run has no pull request. */
  readonly pullRequest?: PullRequestReader;
}

/** Finds the inputs that paths and globs name. Throws a `UserError` for a glob that matches nothing. */
export interface InputFinder {
  findPlans(patterns: readonly string[]): readonly string[];
  findTemplates(patterns: readonly string[]): readonly string[];
}

/** Reads one plan. Throws a `UserError` for what is not a plan. */
export interface PlanReader {
  readPlan(input: string, values: ValuePolicy): Promise<PlanReading>;
}

export interface PlanReading {
  readonly plan: Plan;
  /** What had to be overlooked to read it. */
  readonly notices: readonly Text[];
}

/** Reads the files of templates. */
export interface ConfigurationReader {
  /** The directory of the template that a plan lies in; undefined where no `.tf` lies beside it. */
  templateOf(plan: string): string | undefined;
  /**
   * Exactly one configuration, with a gap for each file that could not be read.
   * `initialised` is where `terraform init` ran, if elsewhere. Throws a
   * `UserError` for what is not a directory.
   */
  readConfiguration(directory: string, initialised?: string): Promise<Source<Configuration>>;
}

/** Rehearses the claims of the template in a directory. What it cannot do is a gap; it rejects only when it is interrupted. */
export interface Rehearser {
  /**
   * `whileInitialised` is told where `terraform init` ran, while what it fetched
   * is still there.
   */
  rehearse(directory: string, whileInitialised?: WhileInitialised): Promise<Rehearsal>;
}

/** Looks at a template as it was. */
export interface EarlierTemplates {
  /** A file is meant where there is one, whatever Git has of that name. */
  isFile(path: string): boolean;
  /** Plans the template of a directory as it is in a commit. Throws a `UserError` for a ref that cannot be had. */
  planAt(ref: string, directory: string): Promise<EarlierTemplate>;
}

export type EarlierTemplate =
  /** The commit has no template there: it is new. */
  | { readonly kind: 'absent' }
  | {
      readonly kind: 'planned';
      /** Undefined where it cannot be planned. */
      readonly plan: Plan | undefined;
      /** With the values of a preset, by its name, where those may bring other parameters about. */
      readonly underPresets: ReadonlyMap<string, Plan>;
      readonly gaps: readonly NotChecked[];
    };

/** Asks Coder about a template. What cannot be read is a gap; bad input is a `UserError`. */
export interface CoderReader {
  readTemplate(history: HistoryRequest, live: LiveRequest): Promise<CoderReading>;
  /** Looks at a version again and again until it is ready, fails, or the time is up. */
  followVersion(request: FollowRequest): Promise<CanaryResult>;
}

export interface CoderReading extends LiveTemplate {
  readonly histories: Source<TemplateHistory>;
}

/** The template as it is in Coder now. */
export interface LiveTemplate {
  readonly baseline: Source<Baseline>;
  readonly quota: Source<PrebuildQuota>;
}

/** Reads the pull request that the run is for. Never throws: what stood in the way is in the answer. */
export interface PullRequestReader {
  /** The comment that an earlier run wrote. */
  readComment(key: string): Promise<CommentReading>;
  /** Every file that it changes, with the lines that its diff shows. */
  readChangedFiles(): Promise<ChangedFiles>;
}

export type CommentReading =
  | { readonly kind: 'no-pull-request' }
  | { readonly kind: 'absent' }
  | { readonly kind: 'present'; readonly body: string }
  | { readonly kind: 'unreadable'; readonly detail: string };

export type WhileInitialised = (initialised: string) => Promise<void>;

/** Reads the state of a real prebuild of a preset. It is secret: kept in memory, or in the private directory of a rehearsal. */
export interface StateReader {
  readState(preset: string | undefined): Promise<StateReading>;
}

export type StateReading =
  | { readonly kind: 'state'; readonly text: string }
  | { readonly kind: 'gap'; readonly reason: NotChecked };
