import { withoutCredentials } from '../../../model/credentials.ts';

export const ERROR_LENGTH = 300;
const SEARCHED_LENGTH = 4000;

/** One line of at most `ERROR_LENGTH` characters without colours, and without what may be a credential. */
export function redactError(text: string, scrub: (text: string) => string): string {
  const redacted = withoutCredentials(scrub(shortened(text)))
    .replace(ANSI, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  const characters = [...redacted];
  return characters.length <= ERROR_LENGTH ? redacted : `${characters.slice(0, ERROR_LENGTH - 1).join('')}…`;
}

/** Long logs are not searched to the end. What the cut halves could hide a credential from us, so it goes whole. */
function shortened(text: string): string {
  return text.length <= SEARCHED_LENGTH ? text : text.slice(0, SEARCHED_LENGTH).replace(/\S*$/, '');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours in a build log start with the escape character.
const ANSI = /\u001b\[[0-9;?]*[ -/]*[@-~]/g;
