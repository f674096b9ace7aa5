import type { Fault } from './fault.ts';
import { ProxyRefusal } from './proxy-refusal.ts';

/** What the rejection of `fetch`, or of reading its body, means. Its message is not kept: it may hold the address. */
export function networkFault(error: unknown): Fault {
  if (error instanceof ProxyRefusal) return { kind: 'proxy-refused', status: error.status };
  const code = codeOf(error);
  if (code !== undefined && NOT_TLS.has(code)) return { kind: 'not-tls', code };
  if (code !== undefined && HANDSHAKE.test(code)) return { kind: 'tls', code };
  if (code !== undefined && CERTIFICATE.test(code)) return { kind: 'certificate', code };
  if (isCut(error, code)) return { kind: 'cut' };
  return { kind: 'unreachable', code };
}

/** Node wraps the cause: `TypeError: fetch failed` around the socket's error, or around several. */
function codeOf(error: unknown, depth = 0): string | undefined {
  if (typeof error !== 'object' || error === null || depth > 4) return undefined;
  if ('code' in error && typeof error.code === 'string' && CODE.test(error.code)) return error.code;
  if ('cause' in error) return codeOf(error.cause, depth + 1);
  return 'errors' in error && Array.isArray(error.errors) ? codeOf(error.errors[0], depth + 1) : undefined;
}

/** Undici says `terminated` when a body ends before its time. */
function isCut(error: unknown, code: string | undefined): boolean {
  if (code !== undefined && CUT_CODES.has(code)) return true;
  return error instanceof Error && error.message === 'terminated';
}

const CUT_CODES: ReadonlySet<string> = new Set([
  'ECONNRESET',
  'EPIPE',
  'UND_ERR_SOCKET',
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
]);
/** What OpenSSL makes of bytes that are no TLS record, as a plain HTTP server sends them; which one hangs on its version. */
const NOT_TLS: ReadonlySet<string> = new Set([
  'ERR_SSL_WRONG_VERSION_NUMBER',
  'ERR_SSL_PACKET_LENGTH_TOO_LONG',
  'ERR_SSL_RECORD_LAYER_FAILURE',
  'ERR_SSL_UNKNOWN_PROTOCOL',
  'ERR_SSL_HTTP_REQUEST',
  'EPROTO',
]);
/** The other side speaks TLS and says no: another version of it, no common cipher, a certificate of the client. */
const HANDSHAKE = /^ERR_SSL_/;
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|ERR_TLS/;
const CODE = /^[A-Z][A-Z0-9_]{1,63}$/;
