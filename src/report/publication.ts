import type { Location } from '../model/configuration/location.ts';
import type { Severity } from '../model/judgement/severity.ts';
import type { Hindrance } from '../model/pull-request/changed-lines.ts';
import type { SuggestionDraft } from '../model/pull-request/suggestion-draft.ts';

/** One thing to publish, complete: whoever publishes it decides nothing about its content. */
export type Publication =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'annotation'; readonly annotation: Annotation }
  | { readonly kind: 'summary'; readonly markdown: string }
  | { readonly kind: 'comment'; readonly comment: CommentDraft }
  | { readonly kind: 'notification'; readonly notification: NotificationDraft }
  | { readonly kind: 'suggestions'; readonly suggestions: SuggestionsDraft }
  | { readonly kind: 'file'; readonly path: string; readonly content: string }
  /** For `history --save`. */
  | { readonly kind: 'saved-history'; readonly path: string; readonly content: string }
  | { readonly kind: 'output'; readonly name: string; readonly value: string };

export interface Annotation {
  readonly level: Severity;
  readonly title: string;
  readonly message: string;
  readonly location: Location | undefined;
}

/** The sticky comment of a pull request. */
export interface CommentDraft {
  /** One comment for each key. */
  readonly key: string;
  /** Starts with `commentMarker(key)` and fits into `COMMENT_LIMIT`. */
  readonly body: string;
  /** False where only a comment that is already there is brought up to date. */
  readonly create: boolean;
  /** What the comment remembers already goes into the new body, which has none of its own. */
  readonly keepsState: boolean;
}

/** A new comment, which reaches people where an edit does not. */
export interface NotificationDraft {
  /** Of the sticky comment that remembers it. Nobody is told what will not be remembered. */
  readonly key: string;
  readonly body: string;
}

/** Every suggestion that the pull request shall have of one key. */
export type SuggestionsDraft =
  | {
      readonly kind: 'drafts';
      readonly key: string;
      readonly drafts: readonly SuggestionDraft[];
      /** A suggestion of one of these rules that is not in `drafts` is needed no more. */
      readonly decidedRules: readonly string[];
    }
  /** Which lines the pull request shows is not known: what is there stays. */
  | { readonly kind: 'withheld'; readonly because: Hindrance };

/** What became of a publication. */
export interface Receipt {
  readonly kind: Publication['kind'];
  readonly outcome: 'published' | 'unchanged' | 'skipped' | 'not-published';
  /** For a person, where there is something to know: a missing permission, for instance. */
  readonly detail: string | undefined;
  /** Where it can be seen. */
  readonly url?: string;
}

/** GitHub's limit for the body of a comment. Counted in bytes here, which is never more than GitHub allows. */
export const COMMENT_LIMIT = 65_536;
