import type { Configuration } from '../model/configuration/configuration.ts';
import type { NotChecked, Source } from '../model/judgement/outcome.ts';
import type { Rehearsal } from '../model/judgement/rehearsal.ts';
import type { Plan } from '../model/plan/plan.ts';
import type { ChangedFiles } from '../model/pull-request/changed-lines.ts';
import type { Text } from '../model/text.ts';

/** Reads one plan. Throws a `UserError` for what is not a plan. */
export interface PlanReader {
  readPlan(input: string, values: ValuePolicy): Promise<PlanReading>;
}

/**
 * Whether values of attributes are shown: `safe` shows those that nothing marks
 * as sensitive, `none` shows none.
 */
export type ValuePolicy = 'none' | 'safe';

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
   * is still there. What the template's conditions ask of an owner is rehearsed as
   * far as it answers with the files.
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

/** Reads what an earlier run wrote. Never throws for a comment that cannot be read. */
export interface CommentReader {
  readComment(key: string): Promise<CommentReading>;
}

export type CommentReading =
  | { readonly kind: 'no-pull-request' }
  | { readonly kind: 'absent' }
  | { readonly kind: 'present'; readonly body: string }
  | { readonly kind: 'unreadable'; readonly detail: string };

/** Answers with the template's files, where they could be read. */
export type WhileInitialised = (initialised: string) => Promise<Source<Configuration>>;

/** Reads the state of a real prebuild of a preset. It is secret: kept in memory, or in the private directory of a rehearsal. */
export interface StateReader {
  readState(preset: string | undefined): Promise<StateReading>;
}

export type StateReading =
  | { readonly kind: 'state'; readonly text: string }
  | { readonly kind: 'gap'; readonly reason: NotChecked };

/** Reads which lines of these files the pull request shows. Never throws: what stood in the way is in the answer. */
export interface ChangedFilesReader {
  readChangedFiles(wanted: readonly string[]): Promise<ChangedFiles>;
}
