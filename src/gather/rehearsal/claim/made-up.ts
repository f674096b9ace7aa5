/**
 * Values of made-up people. At no place do they share a character with those of
 * the prebuilds user or of another claimant, nor whether it is a digit or a
 * letter with the prebuilds user: else a `substr`, a `regex` or an `upper` of them
 * might come out equal by chance, and a replacement would not show.
 */

/** Coder's own, the same on every server. */
export const PREBUILDS_USER_ID = 'c42fdf75-3097-471c-8c33-fb52454d81c0';

const VERSION_AT = 14;
const VARIANT_AT = 19;

/** An id of a user, which is a random UUID: what every one of those has is left. */
export function madeUpId(person: number): string {
  return [...PREBUILDS_USER_ID]
    .map((character, place) => {
      if (character === '-' || place === VERSION_AT) return character;
      if (place === VARIANT_AT) return pick('ba9', person);
      return /\d/.test(character) ? pick('abcdef', person + place) : pick('0123456789', person + place);
    })
    .join('');
}

/** What a token of the prebuilds user consists of, and what that of a claimant does. */
const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const UPPER_OR_DIGIT = 'A1B2C3D4E5F6G7H8I9JKLMNOPQRSTUVWXYZ0';

/** A session token in Coder's form: an id, a dash, a secret. */
export function madeUpSession(person: number | 'prebuilds'): string {
  const [id, secret] = [text(person, 10, 1), text(person, 22, 2)];
  return `${id}-${secret}`;
}

/** Any other secret. `purpose` keeps those of one person apart. */
export function madeUpSecret(person: number, purpose: string): string {
  return text(
    person,
    40,
    [...purpose].reduce((sum, letter) => sum + letter.charCodeAt(0), 3),
  );
}

function text(person: number | 'prebuilds', length: number, offset: number): string {
  const places = Array.from({ length }, (_, place) => 7 * place + offset);
  return places
    .map((place) => (person === 'prebuilds' ? pick(LOWER, place) : pick(UPPER_OR_DIGIT, place + 5 * person)))
    .join('');
}

function pick(alphabet: string, at: number): string {
  return alphabet[at % alphabet.length] ?? '';
}
