import { UserError } from '../../../model/user-error.ts';

/** Where Coder is and how it may be asked. Holds the token: never printed, never part of a report. */
export interface CoderConnection {
  /** Ends with a slash, so that paths resolve below it. */
  readonly baseUrl: URL;
  readonly token: string;
  readonly maxConcurrency: number;
  readonly requestTimeoutMs: number;
  /** For all requests of one client together. */
  readonly deadlineMs: number;
}

export interface RawConnection {
  readonly url: string | undefined;
  readonly token: string | undefined;
  readonly allowHttp?: boolean;
  readonly maxConcurrency?: number;
  readonly requestTimeoutMs?: number;
  readonly deadlineMs?: number;
}

export type ConnectionReading =
  | { readonly kind: 'connection'; readonly connection: CoderConnection }
  | { readonly kind: 'not-configured' }
  /** A URL without a token: a pull request from a fork has no secrets. */
  | { readonly kind: 'token-missing' };

export const DEFAULT_MAX_CONCURRENCY = 4;
export const DEFAULT_REQUEST_TIMEOUT_MS = 15_000;
export const DEFAULT_DEADLINE_MS = 120_000;

/** Throws a `UserError` for an address or a token that cannot work. Quotes neither: both may hold a secret. */
export function parseConnection(raw: RawConnection): ConnectionReading {
  const url = raw.url?.trim() ?? '';
  const token = raw.token?.trim() ?? '';
  if (url === '') return { kind: 'not-configured' };
  const baseUrl = parseBaseUrl(url, raw.allowHttp ?? false);
  if (token === '') return { kind: 'token-missing' };
  if (!HEADER_VALUE.test(token)) {
    throw new UserError(
      'Input `coder-session-token` contains characters that no token has. Give only the output of `coder tokens create`.',
    );
  }
  return {
    kind: 'connection',
    connection: {
      baseUrl,
      token,
      maxConcurrency: wholeNumber('max-concurrency', raw.maxConcurrency ?? DEFAULT_MAX_CONCURRENCY),
      requestTimeoutMs: raw.requestTimeoutMs ?? DEFAULT_REQUEST_TIMEOUT_MS,
      deadlineMs: raw.deadlineMs ?? DEFAULT_DEADLINE_MS,
    },
  };
}

function parseBaseUrl(text: string, allowHttp: boolean): URL {
  if (!URL.canParse(text)) {
    throw new UserError('Input `coder-url` is not a URL. Write it in full, such as `https://coder.example.com`.');
  }
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') {
    throw new UserError(
      'Input `coder-url` contains a user or a password. Give the token as `coder-session-token` instead.',
    );
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new UserError(`Input \`coder-url\` starts with \`${url.protocol}//\`. Use \`https://\`.`);
  }
  if (url.protocol === 'http:' && !allowHttp && !isLoopback(url.hostname)) {
    throw new UserError(
      'Input `coder-url` is plain HTTP, so anyone on the network could read the token. Use `https://`, or set `allow-http` if the network is private.',
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

function wholeNumber(name: string, value: number): number {
  if (Number.isInteger(value) && value >= 1 && value <= 64) return value;
  throw new UserError(`Input \`${name}\` is \`${value}\`; use a whole number from 1 to 64.`);
}

const LOOPBACK_V4 = /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/;
const HEADER_VALUE = /^[\x21-\x7e]{1,512}$/;
