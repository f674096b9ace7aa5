import type { Location } from '../domain/finding.ts';
import type { Severity } from '../domain/severity.ts';

/** One thing to publish, complete: whoever publishes it decides nothing about its content. */
export type Publication =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'annotation'; readonly annotation: Annotation }
  | { readonly kind: 'summary'; readonly markdown: string }
  | { readonly kind: 'comment'; readonly comment: CommentDraft }
  | { readonly kind: 'file'; readonly path: string; readonly content: string }
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
}

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

/** The first line of a comment's body, by which it is found again. */
export function commentMarker(key: string): string {
  return `<!-- prebuild-guard ${JSON.stringify({ key, v: 1 }).replace(ACTIVE, escapeCharacter)} -->`;
}

/** What could end the comment, and what cannot be seen. */
const ACTIVE = /[<>-]|\p{C}/gu;

function escapeCharacter(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}
