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
