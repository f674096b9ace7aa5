import type { Hindrance } from '../model/judgement/changed-lines.ts';
import type { Location } from '../model/judgement/finding.ts';
import type { Severity } from '../model/judgement/severity.ts';

/** One thing to publish, complete: whoever publishes it decides nothing about its content. */
export type Publication =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'annotation'; readonly annotation: Annotation }
  | { readonly kind: 'summary'; readonly markdown: string }
  | { readonly kind: 'comment'; readonly comment: CommentDraft }
  | { readonly kind: 'notification'; readonly notification: NotificationDraft }
  | { readonly kind: 'suggestions'; readonly suggestions: SuggestionsDraft }
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

/** A review comment on lines of the pull request's head. */
export interface SuggestionDraft {
  /** The same for the same suggestion in every run. */
  readonly id: string;
  readonly rule: string;
  readonly file: string;
  /** Last line that it replaces; the only one without a first. */
  readonly line: number;
  readonly startLine: number | undefined;
  /** Starts with its `suggestionMarker`. */
  readonly body: string;
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
  return hidden('prebuild-guard', { key, v: 1 });
}

/** Something for machines, which Markdown does not show. */
export function hidden(name: string, value: unknown): string {
  return `<!-- ${name} ${JSON.stringify(value).replace(ACTIVE, escapeCharacter)} -->`;
}

/** Of the line with what the comment remembers, its end included. Always kept free in the body. */
export const STATE_LIMIT = 4096;

export const STATE_NAME = 'prebuild-guard-state';

/**
 * The line below the marker with what the comment remembers; empty without one.
 * Nothing further down, which may hold names from outside, can pose as it.
 */
export function stateLineOf(body: string): string {
  const [, second = ''] = body.trimStart().split(/\r?\n/, 2);
  const isState = second.startsWith(`<!-- ${STATE_NAME} {`) && second.endsWith('} -->');
  return isState && second.length < STATE_LIMIT ? `${second}\n` : '';
}

/** The new body with the state of the old one: a run that has nothing to say of it does not forget it. */
export function withStateOf(oldBody: string, newBody: string): string {
  const end = newBody.indexOf('\n') + 1;
  return end === 0 ? newBody : `${newBody.slice(0, end)}${stateLineOf(oldBody)}${newBody.slice(end)}`;
}

/** What a suggestion's marker says of it. */
export interface SuggestionMark {
  readonly id: string;
  readonly key: string;
  readonly rule: string;
}

/** The first line of a suggestion's body. */
export function suggestionMarker({ id, key, rule }: SuggestionMark): string {
  return hidden(SUGGESTION, { id, key, rule, v: 1 });
}

const SUGGESTION = 'prebuild-guard suggestion';

/** What the body's first line says; undefined where it is no suggestion's marker. Anybody can write one. */
export function readSuggestionMark(body: string): SuggestionMark | undefined {
  const [first = ''] = body.trimStart().split(/\r?\n/, 1);
  const json = MARK.exec(first.trimEnd())?.[1];
  if (json === undefined) return undefined;
  try {
    const { id, key, rule } = JSON.parse(json) as Record<string, unknown>;
    const isMark = typeof id === 'string' && typeof key === 'string' && typeof rule === 'string';
    return isMark ? { id, key, rule } : undefined;
  } catch {
    return undefined;
  }
}

const MARK = new RegExp(`^<!-- ${SUGGESTION} (\\{.*\\}) -->$`, 's');

/** What could end the comment, and what cannot be seen. */
const ACTIVE = /[<>-]|\p{C}/gu;

function escapeCharacter(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}
