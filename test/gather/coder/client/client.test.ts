import nock from 'nock';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { CoderClient, type CoderRequest } from '../../../../src/gather/coder/client/client.ts';
import { type HttpEffects, REAL_EFFECTS } from '../../../../src/gather/coder/client/effects.ts';
import { CoderFault, type Fault } from '../../../../src/gather/coder/client/fault.ts';
import { ProxyRefusal } from '../../../../src/gather/coder/client/proxy-refusal.ts';
import type { CoderConnection } from '../../../../src/gather/requests.ts';
import { CODER_URL, connection } from '../../../support/coder/rig.ts';
import { VirtualClock } from '../../../support/coder/virtual-clock.ts';
import { ADMIN_TOKEN } from '../../../support/coder/world.ts';

const anything: CoderRequest = { path: 'thing', asked: 'the thing' };
const named = z.object({ name: z.string() });

type Step = Response | Error | 'silence' | 'endless' | (() => Response);

interface Scene {
  readonly client: CoderClient;
  readonly clock: VirtualClock;
  readonly sent: { readonly url: URL; readonly init: RequestInit; readonly at: number }[];
}

/** A client whose server answers these one after another, the last one again and again. */
function scene(steps: readonly Step[], overrides: Partial<CoderConnection> = {}): Scene {
  const clock = new VirtualClock(0);
  const sent: Scene['sent'][number][] = [];
  const fetch: HttpEffects['fetch'] = async (url, init) => {
    const step = steps[Math.min(sent.length, steps.length - 1)];
    sent.push({ url, init, at: clock.now() });
    if (step instanceof Error) throw step;
    if (step === 'silence') return new Promise(() => undefined);
    if (step === 'endless') return endlessResponse();
    return typeof step === 'function' ? step() : (step as Response).clone();
  };
  return { client: new CoderClient(connection(overrides), clock.effects(fetch)), clock, sent };
}

/** A mebibyte again and again. */
function endlessResponse(): Response {
  const chunk = new Uint8Array(1024 * 1024).fill(32);
  return new Response(new ReadableStream({ pull: (controller) => controller.enqueue(chunk) }), { headers: JSON_TYPE });
}

const JSON_TYPE = { 'content-type': 'application/json' };

function json(value: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(value), { status, headers: { ...JSON_TYPE, ...headers } });
}

function socketError(code: string): Error {
  return Object.assign(new TypeError('fetch failed'), { cause: Object.assign(new Error(ADMIN_TOKEN), { code }) });
}

async function faultOf({ client, clock }: Scene, request = anything): Promise<Fault> {
  const error: unknown = await clock.drive(client.readJson(named, request)).catch((thrown) => thrown);
  if (!(error instanceof CoderFault)) throw new Error(`No fault: ${String(error)}`);
  expect(JSON.stringify(error) + error.stack + error.message).not.toContain(ADMIN_TOKEN);
  return error.fault;
}

describe('an answer', () => {
  it('is parsed, with fields that nobody knows left out', async () => {
    const own = scene([json({ name: 'go', later: true })]);
    expect(await own.clock.drive(own.client.readJson(named, anything))).toEqual({ name: 'go' });
  });

  it.each<[string, Step, Fault]>([
    ['401', json({ message: 'Sign in' }, 401), { kind: 'status', status: 401, message: 'Sign in' }],
    ['403', json({}, 403), { kind: 'status', status: 403, message: undefined }],
    ['404', json({ message: 'No such thing' }, 404), { kind: 'status', status: 404, message: 'No such thing' }],
    ['500', json({ message: `Token ${ADMIN_TOKEN}` }, 500), { kind: 'status', status: 500, message: 'Token (hidden)' }],
    ['418', json([], 418), { kind: 'status', status: 418, message: undefined }],
    [
      'a login page',
      new Response('<html>', { headers: { 'content-type': 'text/html' } }),
      { kind: 'web-page', status: 200 },
    ],
    [
      'a page that says it is JSON',
      new Response(' \n<!doctype html>', { headers: JSON_TYPE }),
      { kind: 'web-page', status: 200 },
    ],
    ['a page for 403', new Response('<html>', { status: 403 }), { kind: 'web-page', status: 403 }],
    ['not JSON', new Response('{"name"', { headers: JSON_TYPE }), { kind: 'not-json' }],
    ['nothing', new Response('', { headers: JSON_TYPE }), { kind: 'not-json' }],
    [
      'bytes that are no text',
      new Response(new Uint8Array([34, 255, 34]), { headers: JSON_TYPE }),
      { kind: 'not-json' },
    ],
    ['a missing field', json({}), { kind: 'unexpected-shape', where: 'name' }],
    ['null', json(null), { kind: 'unexpected-shape', where: '(the whole answer)' }],
    ['more than fits', 'endless', { kind: 'too-large', mebibytes: 64 }],
    [
      'a redirect elsewhere',
      redirect('https://sso.example.com/login?state=secret'),
      { kind: 'redirected', origin: 'https://sso.example.com' },
    ],
    [
      'a redirect to plain HTTP',
      redirect('http://coder.example.com/api/v2/thing'),
      { kind: 'redirected', origin: 'http://coder.example.com' },
    ],
    [
      'a redirect to another port',
      redirect('https://coder.example.com:8443/'),
      { kind: 'redirected', origin: 'https://coder.example.com:8443' },
    ],
    ['a redirect to nowhere', redirect('https://'), { kind: 'redirected', origin: undefined }],
    ['a redirect without a target', new Response(null, { status: 302 }), { kind: 'redirected', origin: undefined }],
    [
      'a certificate',
      socketError('SELF_SIGNED_CERT_IN_CHAIN'),
      { kind: 'certificate', code: 'SELF_SIGNED_CERT_IN_CHAIN' },
    ],
    ['a proxy that refuses', new ProxyRefusal(407), { kind: 'proxy-refused', status: 407 }],
  ])('of %s is a fault at once', async (_, step, fault) => {
    const own = scene([step]);
    expect(await faultOf(own)).toEqual(fault);
    expect(own.sent).toHaveLength(1);
  });

  it.each<[string, Step, Fault]>([
    ['429', json({}, 429), { kind: 'rate-limited', seconds: undefined }],
    ['502', new Response('<html>Bad gateway', { status: 502 }), { kind: 'status', status: 502, message: undefined }],
    ['503', json({}, 503), { kind: 'status', status: 503, message: undefined }],
    ['504', json({}, 504), { kind: 'status', status: 504, message: undefined }],
    ['a refused connection', socketError('ECONNREFUSED'), { kind: 'unreachable', code: 'ECONNREFUSED' }],
    ['an unknown host', socketError('ENOTFOUND'), { kind: 'unreachable', code: 'ENOTFOUND' }],
    ['a broken connection', socketError('ECONNRESET'), { kind: 'cut' }],
    ['an error without a code', new TypeError('fetch failed'), { kind: 'unreachable', code: undefined }],
    ['a proxy in trouble', new ProxyRefusal(503), { kind: 'proxy-refused', status: 503 }],
    ['silence', 'silence', { kind: 'timeout', seconds: 15 }],
  ])('of %s is asked for again, four times in all', async (_, step, fault) => {
    const own = scene([step]);
    expect(await faultOf(own)).toEqual(fault);
    expect(own.sent).toHaveLength(4);
  });

  it('that comes at the third attempt is an answer', async () => {
    const own = scene([json({}, 503), socketError('ECONNRESET'), json({ name: 'go' })]);
    expect(await own.clock.drive(own.client.readJson(named, anything))).toEqual({ name: 'go' });
  });
});

function redirect(location: string): Response {
  return new Response(null, { status: 302, headers: { location } });
}

describe('a redirect within the origin', () => {
  it('is followed, with the token', async () => {
    const own = scene([redirect('/api/v2/moved'), json({ name: 'go' })]);
    await own.clock.drive(own.client.readJson(named, anything));
    expect(own.sent.map(({ url }) => url.pathname)).toEqual(['/api/v2/thing', '/api/v2/moved']);
  });

  it('is followed three times and no more', async () => {
    const own = scene([() => redirect('/api/v2/again')]);
    expect(await faultOf(own)).toEqual({ kind: 'redirect-loop' });
    expect(own.sent).toHaveLength(4);
  });

  it('is not followed by a POST, whose body would be lost', async () => {
    const own = scene([redirect('/api/v2/moved')]);
    expect(await faultOf(own, { ...anything, body: {} })).toEqual({ kind: 'redirect-loop' });
  });
});

describe('a request', () => {
  it('carries the token in its header and nowhere else', async () => {
    const own = scene([json({ name: 'go' })]);
    await own.clock.drive(own.client.readJson(named, { ...anything, query: { q: 'owner:prebuilds template:go' } }));
    const [{ url, init }] = own.sent as [Scene['sent'][number]];
    expect(url.href).toBe(`${CODER_URL}/api/v2/thing?q=owner%3Aprebuilds+template%3Ago`);
    expect(new Headers(init.headers).get('coder-session-token')).toBe(ADMIN_TOKEN);
    expect(init.redirect).toBe('manual');
  });

  it('goes below the path of the base URL', async () => {
    const own = scene([json({ name: 'go' })], { baseUrl: new URL('https://example.com/coder/') });
    await own.clock.drive(own.client.readJson(named, anything));
    expect(own.sent[0]?.url.href).toBe('https://example.com/coder/api/v2/thing');
  });

  it('waits longer with each attempt, and never the same time twice', async () => {
    const own = scene([() => json({}, 503)]);
    await faultOf(own);
    const waits = own.sent.slice(1).map(({ at }, index) => at - (own.sent[index]?.at ?? 0));
    expect(waits[0]).toBeGreaterThanOrEqual(250);
    expect(waits[0]).toBeLessThan(500);
    expect(waits[1]).toBeGreaterThanOrEqual(500);
    expect(waits[2]).toBeGreaterThanOrEqual(1000);
    expect(waits[2]).toBeLessThan(2000);
  });

  it.each([
    ['seconds', '30', 30_000],
    ['a date', 'Thu, 01 Jan 1970 00:00:20 GMT', 20_000],
  ])('waits as long as the server asks in %s', async (_, header, waited) => {
    const own = scene([json({}, 429, { 'retry-after': header }), json({ name: 'go' })]);
    await own.clock.drive(own.client.readJson(named, anything));
    expect(own.sent[1]?.at).toBeGreaterThanOrEqual(waited);
    expect(own.sent[1]?.at).toBeLessThan(waited + 1000);
  });

  it('does not wait for what comes after the deadline', async () => {
    const own = scene([json({}, 429, { 'retry-after': '3600' })]);
    expect(await faultOf(own)).toEqual({ kind: 'rate-limited', seconds: 3600 });
    expect(own.clock.now()).toBe(0);
  });

  it('ends with the deadline, whatever its own time is', async () => {
    const own = scene(['silence'], { deadlineMs: 20_000 });
    expect(await faultOf(own)).toEqual({ kind: 'deadline', seconds: 20 });
    expect(own.clock.now()).toBe(20_000);
  });
});

describe('many requests', () => {
  it('are under way in a bounded number', async () => {
    const clock = new VirtualClock(0);
    let running = 0;
    let most = 0;
    const fetch: HttpEffects['fetch'] = async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise<void>((resolve) => clock.after(100, resolve));
      running -= 1;
      return json({ name: 'go' });
    };
    const client = new CoderClient(connection({ maxConcurrency: 3 }), clock.effects(fetch));
    await clock.drive(Promise.all(Array.from({ length: 20 }, () => client.readJson(named, anything))));
    expect(most).toBe(3);
    expect(clock.now()).toBe(700);
  });

  it('all wait while the server asks one of them to', async () => {
    const own = scene([json({}, 429, { 'retry-after': '30' }), json({ name: 'go' })], { maxConcurrency: 1 });
    await own.clock.drive(Promise.all([1, 2, 3].map(() => own.client.readJson(named, anything))));
    expect(own.sent.slice(1).every(({ at }) => at >= 30_000)).toBe(true);
  });

  it('go on after one that failed', async () => {
    const own = scene([json({}, 404), json({ name: 'go' })], { maxConcurrency: 1 });
    const results = await own.clock.drive(Promise.allSettled([1, 2].map(() => own.client.readJson(named, anything))));
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  });
});

describe('on the wire', () => {
  const client = () => new CoderClient(connection(), REAL_EFFECTS);

  it('the token is sent to Coder', async () => {
    nock(CODER_URL, { reqheaders: { 'coder-session-token': ADMIN_TOKEN } })
      .get('/api/v2/thing')
      .reply(200, { name: 'go' });
    expect(await client().readJson(named, anything)).toEqual({ name: 'go' });
  });

  it('a body is JSON', async () => {
    nock(CODER_URL, { reqheaders: { 'content-type': 'application/json' } })
      .post('/api/v2/thing', { checks: {} })
      .reply(200, { name: 'go' });
    expect(await client().readJson(named, { ...anything, body: { checks: {} } })).toEqual({ name: 'go' });
  });

  it('nothing is sent to where Coder redirects', async () => {
    nock(CODER_URL).get('/api/v2/thing').reply(302, '', { location: 'https://sso.example.com/login' });
    const elsewhere = nock('https://sso.example.com').get('/login').reply(200, { name: 'stolen' });
    await expect(client().readJson(named, anything)).rejects.toMatchObject({ fault: { kind: 'redirected' } });
    expect(elsewhere.isDone()).toBe(false);
    nock.cleanAll();
  });
});
