/** Hides what may be a secret in a text that a provider or Terraform wrote. */
export type Conceal = (text: string) => string;

/**
 * `secrets` are hidden wherever they occur, also in base64 and in a URL; beyond
 * them, whatever looks like a credential. The text is put on one line and cut.
 */
export function concealer(secrets: readonly string[], limit = 400): Conceal {
  const known = [...new Set(secrets.flatMap(writings))].sort((left, right) => right.length - left.length);
  return (text) => {
    let concealed = text;
    for (const secret of known) concealed = concealed.replaceAll(secret, HIDDEN);
    for (const [pattern, replacement] of CREDENTIALS) concealed = concealed.replace(pattern, replacement);
    concealed = concealed.replaceAll(/\s+/g, ' ').trim();
    return concealed.length > limit ? `${concealed.slice(0, limit)}…` : concealed;
  };
}

/** The strings within a value that was given as JSON or HCL, and the value itself. */
export function secretTexts(value: string): readonly string[] {
  const inner = [...value.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((match) => match[1] ?? '');
  const lines = value.split('\n').map((line) => line.trim());
  return [value, ...inner, ...lines].filter((text) => text.length >= SHORTEST);
}

/** Shorter ones occur in any text; hiding them would hide everything and protect nothing. */
const SHORTEST = 5;

const HIDDEN = '(hidden)';

function writings(secret: string): readonly string[] {
  return secretTexts(secret).flatMap((text) => [
    text,
    encodeURIComponent(text),
    JSON.stringify(text).slice(1, -1),
    Buffer.from(text).toString('base64').replace(/=+$/, ''),
  ]);
}

const CREDENTIALS: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN [\s\S]*?(?:-----END [^-]*-----|$)/g, HIDDEN],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, HIDDEN],
  [/\b(?:gh[pousr]_|github_pat_|glpat-|xox[abprs]-|sk-|AKIA|ASIA|hvs\.|dop_v1_|ya29\.)[\w.-]{8,}/g, HIDDEN],
  [/(:\/\/)[^\s/@:]+:[^\s/@]+@/g, `$1${HIDDEN}@`],
  [/\b(authorization|bearer|basic)([:\s]+)(?:(?:bearer|basic)\s+)?[\w+/=.~-]{6,}/gi, `$1$2${HIDDEN}`],
  [
    /\b([\w-]*(?:password|passwd|secret|token|api[_-]?key|access[_-]?key|credential)[\w-]*["']?\s*[:=]\s*)(?:"[^"]*"|'[^']*'|[^\s,;})]+)/gi,
    `$1${HIDDEN}`,
  ],
  // Long runs of mixed letters and digits are keys more often than words.
  [/\b(?=[\w+/=-]*\d)(?=[\w+/=-]*[A-Z])(?=[\w+/=-]*[a-z])[\w+/=-]{32,}/g, HIDDEN],
];
