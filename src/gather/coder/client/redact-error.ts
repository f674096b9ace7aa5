const HIDDEN = '(hidden)';

/** What may be a credential inside text that a provider or a server wrote. Addresses, ids and digests stay. */
const CREDENTIALS: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [/-----BEGIN [A-Z0-9 ]*-----[\s\S]*?(?:-----END [A-Z0-9 ]*-----|$)/g, HIDDEN],
  [/\b([a-z][a-z0-9+.-]*:\/\/)[^\s/@'"]+@/gi, `$1${HIDDEN}@`],
  [/\b(bearer|basic|token)(\s+)[\w.~+/=-]{8,}/gi, `$1$2${HIDDEN}`],
  [
    /((?:pass(?:word|wd|phrase)?|secret|token|api[_-]?key|access[_-]?key|private[_-]?key|credential|authorization|signature|sig)[\w-]{0,40}["']?\s*[:=]\s*)(?:"[^"\n]*"|'[^'\n]*'|[^\s,;&'"]+)/gi,
    `$1${HIDDEN}`,
  ],
  [/\b(?:AKIA|ASIA|AROA|AIDA)[A-Z0-9]{12,}\b/g, HIDDEN],
  [/\b(?:gh[pousr]_|github_pat_|glpat-|xox[abeprs]-|sk-|hvs\.|dop_v1_|npm_|AIza)[\w-]{8,}/g, HIDDEN],
  [/\beyJ[\w-]{5,}\.[\w-]+(?:\.[\w-]*)?/g, HIDDEN],
];

/** Words of this length that mix letters and digits are keys more often than names. */
const LONG_WORD = /(?<![\w/+=:-])[\w/+=-]{32,}(?![\w/+=-])/g;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const ERROR_LENGTH = 300;
const SEARCHED_LENGTH = 4000;

/** One line of at most `ERROR_LENGTH` characters without colours, and without what may be a credential. */
export function redactError(text: string, scrub: (text: string) => string): string {
  let redacted = scrub(shortened(text));
  for (const [pattern, replacement] of CREDENTIALS) redacted = redacted.replace(pattern, replacement);
  redacted = redacted
    .replace(LONG_WORD, (word) => (looksLikeKey(word) ? HIDDEN : word))
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

/** Paths and resource names have separators and no mix of cases and digits in one piece. */
function looksLikeKey(word: string): boolean {
  if (UUID.test(word)) return false;
  return word.split(/[/_=-]/).some((piece) => piece.length >= 20 && /[a-z]/i.test(piece) && /\d/.test(piece));
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours in a build log start with the escape character.
const ANSI = /\u001b\[[0-9;?]*[ -/]*[@-~]/g;
