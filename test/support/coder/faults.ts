import type { Injection } from './in-process.ts';
import { ADMIN_TOKEN } from './world.ts';

function answer(status: number, body: unknown, headers: Record<string, string> = {}): Injection {
  return { kind: 'answer', answer: { status, body, headers } };
}

const echo = { message: `Refused ${ADMIN_TOKEN}` };

/** Everything that can go wrong with one request. An answer may echo what it was sent. */
export const FAULTS: Readonly<Record<string, Injection>> = {
  'status 401': answer(401, echo),
  'status 403': answer(403, echo),
  'status 404': answer(404, echo),
  'status 409': answer(409, echo),
  'status 429': answer(429, echo, { 'retry-after': '5' }),
  'status 429 for long': answer(429, echo, { 'retry-after': '86400' }),
  'status 500': answer(500, echo),
  'status 502 with a page': answer(502, '<html>Bad gateway</html>', { 'content-type': 'text/html' }),
  'status 503': answer(503, echo),
  'a login page': answer(200, '<!doctype html><title>Sign in</title>', { 'content-type': 'text/html' }),
  'a redirect to a login': answer(302, '', { location: 'https://sso.example.com/' }),
  'half of the JSON': answer(200, '{"workspaces":[{"id'),
  'another shape': answer(200, { unexpected: true }),
  'a number': answer(200, 7),
  'a broken connection': { kind: 'cut' },
  'no connection': { kind: 'no-connection', code: 'ECONNREFUSED' },
  silence: { kind: 'silence' },
  'a body that never ends': { kind: 'slow-body' },
};
