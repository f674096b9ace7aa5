import type { CoderAccess } from '../../gather/requests.ts';
import { UserError } from '../../model/user-error.ts';
import type { CheckedValues } from './table.ts';

const REQUEST_TIMEOUT_MS = 15_000;
const DEADLINE_MS = 120_000;

/**
 * Undefined where no Coder is named. Throws a `UserError` for an address or a
 * token that cannot work, and quotes neither: both may hold a secret.
 */
export function coderAccess(checked: CheckedValues): CoderAccess | undefined {
  const { 'coder-url': url, 'coder-session-token': token, 'max-concurrency': maxConcurrency } = checked.values;
  if (url === undefined) return undefined;
  const baseUrl = baseUrlOf(url, checked);
  if (token === undefined) return { kind: 'token-missing' };
  if (!HEADER_VALUE.test(token)) {
    throw new UserError(
      `${checked.subject('coder-session-token')} contains characters that no token has. Give only the output of \`coder tokens create\`.`,
    );
  }
  return {
    kind: 'connection',
    connection: { baseUrl, token, maxConcurrency, requestTimeoutMs: REQUEST_TIMEOUT_MS, deadlineMs: DEADLINE_MS },
  };
}

function baseUrlOf(text: string, checked: CheckedValues): URL {
  const subject = checked.subject('coder-url');
  if (!URL.canParse(text)) {
    throw new UserError(`${subject} is not a URL. Write it in full, such as \`https://coder.example.com\`.`);
  }
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') {
    const token = checked.named('coder-session-token');
    throw new UserError(`${subject} contains a user or a password. Give the token as ${token} instead.`);
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new UserError(`${subject} starts with \`${url.protocol}//\`. Use \`https://\`.`);
  }
  if (url.protocol === 'http:' && !checked.values['allow-http'] && !isLoopback(url.hostname)) {
    throw new UserError(
      `${subject} is plain HTTP, so anyone on the network could read the token. Use \`https://\`, or set ${checked.named('allow-http')} if the network is private.`,
    );
  }
  url.search = '';
  url.hash = '';
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url;
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || LOOPBACK_V4.test(hostname);
}

const LOOPBACK_V4 = /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/;
const HEADER_VALUE = /^[\x21-\x7e]{1,512}$/;
