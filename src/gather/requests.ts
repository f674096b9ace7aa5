import type { HistoryPolicy } from '../model/history/history.ts';
import type { ValuePolicy } from '../model/plan/value-policy.ts';

/** What a run is to gather: checked settings, and nothing that was read. */
export interface GatherRequest {
  /** Paths and globs of plans; `-` is standard input. */
  readonly plans: readonly string[];
  /** Directories and globs of templates whose claims are rehearsed. */
  readonly templates: readonly string[];
  /** Directory of the template that the plans are of; undefined where it is looked for beside each. */
  readonly configuration: string | undefined;
  readonly assumePrebuild: boolean;
  readonly values: ValuePolicy;
  readonly persistentTypes: readonly string[];
  /** A plan, a Git ref or `coder`; undefined where nothing is compared. */
  readonly baseline: string | undefined;
  /** The most prebuilds that the template may ask for at once. */
  readonly maxPrebuilds: number | undefined;
  /** By how much that number may grow against the baseline. */
  readonly prebuildGrowthFactor: number | undefined;
  /** Absent where no template of Coder is named. */
  readonly coder?: CoderRequest | undefined;
  /** The run judges a change of a template's own files, which may cure what its active version suffers from. */
  readonly isPullRequest: boolean;
  readonly commentKey: string;
  /** Mentioned when a preset reaches the limit: `@user` or `@organization/team`. */
  readonly notify: readonly string[];
  /** Whether fixes are suggested on the lines of the pull request. */
  readonly suggestions: boolean;
}

/** Everything that Coder is asked, or a file that was saved of it. */
export interface CoderRequest {
  readonly history: HistoryRequest;
  readonly policy: HistoryPolicy;
  readonly live: LiveRequest;
  /** Undefined where nothing is waited for. */
  readonly follow: FollowRequest | undefined;
}

/** Where failure histories come from. */
export type HistoryRequest =
  | { readonly kind: 'file'; readonly path: string; readonly scope: TemplateScope }
  | { readonly kind: 'coder'; readonly access: CoderAccess; readonly scope: TemplateScope }
  | { readonly kind: 'not-configured' };

/** What is read of the template's active version. */
export type LiveRequest =
  | { readonly kind: 'not-configured' }
  | {
      readonly kind: 'coder';
      readonly access: CoderAccess;
      readonly template: TemplateName;
      /** To compare a change with. */
      readonly baseline: boolean;
      readonly quota: boolean;
    };

/** A version that is followed until it is ready, fails, or the time is up. */
export interface FollowRequest extends TemplateName {
  readonly connection: CoderConnection;
  /** By name; the one that is active at the start where it is undefined. */
  readonly version?: string | undefined;
  readonly timeoutMs: number;
  readonly policy: HistoryPolicy;
}

/** One template by its name in Coder, or all that can be seen. */
export type TemplateScope =
  | ({ readonly kind: 'one' } & TemplateName)
  | { readonly kind: 'all'; readonly organization: string | undefined };

export interface TemplateName {
  readonly template: string;
  /** Name or id; needed only where several organizations have a template of that name. */
  readonly organization?: string | undefined;
}

/** A Coder to ask; an address without a token is what a pull request from a fork has. */
export type CoderAccess =
  | { readonly kind: 'connection'; readonly connection: CoderConnection }
  | { readonly kind: 'token-missing' };

/** Where Coder is and how it may be asked. Holds the token: never printed, never part of a report. */
export interface CoderConnection {
  /** Ends with a slash, so that paths resolve below it. */
  readonly baseUrl: URL;
  readonly token: string;
  readonly maxConcurrency: number;
  readonly requestTimeoutMs: number;
  /** For all requests of one client together. */
  readonly deadlineMs: number;
}

/** How claims are to be rehearsed. */
export interface RehearsalOptions {
  /** Path or name of Terraform or OpenTofu; undefined for the first on the `PATH`. */
  readonly executable: string | undefined;
  /** Files of variables, as for `-var-file`. */
  readonly variableFiles: readonly string[];
  /** Files of configuration that are laid over the private copy, as Terraform merges override files. */
  readonly overrideFiles: readonly string[];
  readonly claimants: readonly Claimant[];
  /** How many claims with another parameter value are planned for each preset. */
  readonly maxChoices: number;
  readonly assumePrebuild: boolean;
  readonly values: ValuePolicy;
  /** For each process. */
  readonly timeoutMs: number;
  /** How many processes run at once; undefined for one on each processor. */
  readonly parallelism: number | undefined;
  /** Names of the host's variables that providers get beside those that are always let through. */
  readonly pass: readonly string[];
  /** Whether prebuilds are applied and destroyed again instead of synthesised. */
  readonly apply: boolean;
}

/** Where the values come from that a plan does not know: made up, a state file, or the live prebuilds in Coder. */
export type StateOrigin =
  | { readonly kind: 'none' }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'coder'; readonly access: CoderAccess; readonly template: TemplateName };

/** Somebody who claims; what is not said is made up from the name. */
export interface Claimant {
  readonly username: string;
  readonly groups?: readonly string[];
  readonly roles?: readonly string[];
  readonly loginType?: string;
  readonly email?: string;
  readonly externalAuth?: readonly string[];
}
