import type { ChangedFile } from '../../model/pull-request/changed-lines.ts';
import type { SuggestionDraft } from '../../model/pull-request/suggestion-draft.ts';

/** A comment of the pull request. */
export interface Comment {
  readonly id: number;
  /** Login of its author; undefined where the account is gone. */
  readonly author: string | undefined;
  readonly body: string;
  readonly url: string;
}

/** The comments of one pull request. Every call may throw what `explainFailure` can word. */
export interface CommentApi {
  /** All of them, on all pages. */
  list(): Promise<readonly Comment[]>;
  /** Login of the token's owner; undefined where GitHub does not tell. */
  viewer(): Promise<string | undefined>;
  create(body: string): Promise<Comment>;
  update(id: number, body: string): Promise<Comment>;
}

/** A comment on a line of the pull request. */
export interface ReviewComment {
  readonly id: number;
  /** Login of its author; undefined where the account is gone. */
  readonly author: string | undefined;
  readonly body: string;
  /** The comment that it answers. */
  readonly answers: number | undefined;
  /** The line that it was written on is not in the diff any more: GitHub does not apply it. */
  readonly isOutdated: boolean;
}

/** The conversation that a review comment begins. */
export interface ReviewThread {
  readonly id: string;
  /** Of its first comment. */
  readonly comment: number;
  readonly isResolved: boolean;
}

/** The review comments of one pull request. Every call may throw what `explainFailure` can word. */
export interface ReviewApi {
  /** All of them, on all pages. */
  list(): Promise<readonly ReviewComment[]>;
  /** All conversations; none where GitHub does not tell. */
  threads(): Promise<readonly ReviewThread[]>;
  /** Login of the token's owner; undefined where GitHub does not tell. */
  viewer(): Promise<string | undefined>;
  /** One review with all of them; where GitHub refuses one it takes none. */
  create(drafts: readonly SuggestionDraft[]): Promise<void>;
  update(id: number, body: string): Promise<void>;
  remove(id: number): Promise<void>;
  /** False where the token may not. */
  resolve(thread: ReviewThread): Promise<boolean>;
}

/** The files of one pull request. May throw what `explainFailure` can word. */
export interface ChangedFilesApi {
  /** All of them, on all pages; GitHub lists 3,000 at most. */
  files(): Promise<readonly ChangedFile[]>;
}
