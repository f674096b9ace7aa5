import { HIDDEN, withoutCredentials } from '../../../model/credentials.ts';

/** Hides what may be a secret in a text that a provider or Terraform wrote. */
export type Conceal = (text: string) => string;

/**
 * `secrets` are hidden wherever they occur, also in base64, in hex, in a URL and
 * in JSON; beyond them, whatever looks like a credential. The text is put on one
 * line and cut.
 */
export function concealer(secrets: readonly string[], limit = 400): Conceal {
  const known = [...new Set(secrets.flatMap(writings))].sort((left, right) => right.length - left.length);
  return (text) => {
    let concealed = text;
    for (const secret of known) concealed = concealed.replaceAll(secret, HIDDEN);
    concealed = withoutCredentials(concealed).replaceAll(/\s+/g, ' ').trim();
    return concealed.length > limit ? `${concealed.slice(0, limit)}…` : concealed;
  };
}

/** The strings within a value that was given as JSON or HCL, and the value itself. */
export function secretTexts(value: string): readonly string[] {
  const inner = [...value.matchAll(/"((?:[^"\\]|\\.)*)"/g)].flatMap(([quoted, text = '']) => [text, unquoted(quoted)]);
  const lines = value.split('\n').map((line) => line.trim());
  return [value, ...inner, ...lines].filter((text) => text.length >= SHORTEST);
}

/** Shorter ones occur in any text; hiding them would hide everything and protect nothing. */
const SHORTEST = 5;

/** What the string means; empty where it is none that JSON knows. */
function unquoted(quoted: string): string {
  try {
    return String(JSON.parse(quoted));
  } catch {
    return '';
  }
}

function writings(secret: string): readonly string[] {
  return secretTexts(secret).flatMap((text) => {
    const bytes = Buffer.from(text);
    const hex = bytes.toString('hex');
    return [
      text,
      ...inJson(text),
      ...inUrl(text),
      ...[0, 1, 2].flatMap((at) => inBase64(bytes, at)),
      hex,
      hex.toUpperCase(),
    ];
  });
}

/** Once and twice; Go escapes what HTML knows, too. */
function inJson(text: string): readonly string[] {
  const once = JSON.stringify(text).slice(1, -1);
  const byGo = once.replaceAll(/[<>&]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);
  return [once, byGo, JSON.stringify(once).slice(1, -1)];
}

/** JavaScript leaves some signs as they are that others do not; a query may have a plus for a space. */
function inUrl(text: string): readonly string[] {
  const loose = encodeURIComponent(text);
  const strict = loose.replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  const written = [loose, strict, strict.replaceAll('%20', '+')];
  return [...written, ...written.map((url) => url.replaceAll(/%../g, (code) => code.toLowerCase()))];
}

/** Without the signs at both ends that depend on what stands beside it; `at` is its place in a group of three bytes. */
function inBase64(bytes: Buffer, at: number): readonly string[] {
  const padded = Buffer.concat([Buffer.alloc(at), bytes]);
  const [start, end] = [Math.ceil((at * 8) / 6), Math.floor((padded.length * 8) / 6)];
  return [padded.toString('base64').slice(start, end), padded.toString('base64url').slice(start, end)];
}
