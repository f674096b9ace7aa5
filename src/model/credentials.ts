/** Names of attributes and keys whose values are secrets more often than not, whatever the masks say. */
export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name);
}

/** Text that has the form of a credential, or has one in it. */
export function looksLikeCredential(text: string): boolean {
  return SHAPES.some(({ pattern }) => pattern.test(text));
}

/** What stands in the place of a secret in a text that others wrote. */
export const HIDDEN = '(hidden)';

/** A text of a provider or a server without what has the form of a credential, and without words that may be keys. */
export function withoutCredentials(text: string): string {
  return SHAPES.reduce(
    (before, { everywhere, kept = '' }) => before.replace(everywhere, `${kept}${HIDDEN}`),
    text,
  ).replace(LONG_WORD, (word) => (looksLikeKey(word) ? HIDDEN : word));
}

const SECRET_NAME =
  /passw(?:or)?d|passphrase|secret|token|credential|private_?key|api_?key|access_?key|auth_?key|account_?key|client_?key|signing_?key|encryption_?key|ssh_?key|user_?data|custom_?data|kube_?config|docker_?config|connection_?string|bearer|authorization|cookie|startup_script|init_script/i;

interface Shape {
  readonly pattern: RegExp;
  readonly everywhere: RegExp;
  /** What of it may stay, as in a replacement. */
  readonly kept?: string;
}

function shape({ source, flags }: RegExp, kept?: string): Shape {
  const everywhere = new RegExp(source, `${flags}g`);
  return { pattern: new RegExp(source, flags), everywhere, ...(kept !== undefined && { kept }) };
}

/** Nothing that can fail after an unbounded repetition: the texts are not ours. */
const SHAPES: readonly Shape[] = [
  shape(/-----BEGIN [\s\S]*?(?:-----END [^-]{0,60}-----|$)/),
  // A JSON Web Token.
  shape(/\beyJ[\w-]{5,2000}\.[\w-]+(?:\.[\w-]*)?/),
  shape(/\b(?:gh[pousr]_|github_pat_|gl(?:pat|ptt|cbt|rt|dt)-)[\w-]{8,}/),
  shape(/\b(?:AKIA|ASIA|ABIA|ACCA|AROA|AIDA)[A-Z0-9]{12,}/),
  shape(/\b(?:AIza|ya29\.|xox[abeoprs]-|sk-|(?:sk|rk|pk)_(?:live|test)_|hv[sbr]\.)[\w.-]{8,}/),
  shape(/\b(?:npm_|dop_v1_)[\w-]{8,}/),
  shape(/\b(?:dckr_pat_|pypi-|shpat_|tfp_|pul-|SG\.)[\w.-]{16,}/),
  shape(/\bs\.[\w-]{20,}/),
  shape(/\w{0,64}\.atlasv1\.[\w-]{16,}/),
  // A password, or a token in the place of the user, in an address; `git` is nobody's.
  shape(/(:\/\/)(?!git@)[^\s/@'"]{1,600}(?=@)/, '$1'),
  shape(/\b(authorization|bearer|basic)([:\s]{1,8})(?:(?:bearer|basic|token)\s{1,8})?[\w+/=.~-]{6,}/i, '$1$2'),
  shape(/\b(token)(\s{1,8})[\w+/=.~-]{8,}/i, '$1$2'),
  shape(
    /((?:passw(?:or)?d|passphrase|(?<![a-z])(?:pass|sig)(?![a-z])|secret|token|credential|authorization|signature|(?:api|access|private|account|signing|auth|client|encryption)[_-]?key)[\w-]{0,40}["']?\s{0,8}[:=]\s{0,8})(?:"[^"]*(?:"|$)|'[^']*(?:'|$)|[^\s,;'"]+)/i,
    '$1',
  ),
];

/** Words of this length that mix letters and digits are keys more often than names. */
const LONG_WORD = /(?<![\w/+=:-])[\w/+=-]{32,}(?![\w/+=-])/g;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Paths and names of resources have separators, and no mix of cases and digits. */
function looksLikeKey(word: string): boolean {
  if (UUID.test(word)) return false;
  if (/\d/.test(word) && /[a-z]/.test(word) && /[A-Z]/.test(word)) return true;
  return word.split(/[/_=-]/).some((piece) => piece.length >= 20 && /[a-z]/i.test(piece) && /\d/.test(piece));
}
