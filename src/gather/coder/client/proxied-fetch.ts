import * as http from 'node:http';
import * as https from 'node:https';
import type { Socket } from 'node:net';
import { type Duplex, Readable } from 'node:stream';
import * as tls from 'node:tls';
import type { HttpEffects } from './effects.ts';
import { ProxyRefusal } from './proxy-refusal.ts';

/**
 * What our requests need of `fetch`, through tunnels that one proxy makes.
 * Node's own `fetch` can do so from 22.21 on and only if a variable said so
 * before it started; the library that it is made of would double the bundle.
 */
export function proxiedFetch(proxy: URL): HttpEffects['fetch'] {
  const agents = { 'https:': new SecureTunnels(proxy), 'http:': new PlainTunnels(proxy) };
  return (url, { method = 'GET', headers, body, signal }) => {
    const protocol = url.protocol === 'https:' ? 'https:' : 'http:';
    const { request: send } = protocol === 'https:' ? https : http;
    return new Promise((resolve, reject) => {
      const request = send(url, {
        method,
        headers: Object.fromEntries(new Headers(headers)),
        agent: agents[protocol],
        ...(signal && { signal }),
      });
      request.once('response', (message) => resolve(responseOf(message)));
      request.once('error', reject);
      // A request that still waits for its tunnel tells nobody that it was given up.
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
      request.end(typeof body === 'string' ? body : undefined);
    });
  };
}

/** For what nobody waits for any more; who waits has a shorter limit. */
const TUNNEL_TIMEOUT_MS = 30_000;

type OnConnection = (error: Error | null, stream: Duplex) => void;

/** Connections are kept for the next request, as every agent does. */
class PlainTunnels extends http.Agent {
  readonly #proxy: URL;

  constructor(proxy: URL) {
    super({ keepAlive: true });
    this.#proxy = proxy;
  }

  override createConnection(options: http.ClientRequestArgs, callback: OnConnection): undefined {
    openTunnel(this.#proxy, options, callback, (socket) => socket);
  }
}

class SecureTunnels extends https.Agent {
  readonly #proxy: URL;

  constructor(proxy: URL) {
    super({ keepAlive: true });
    this.#proxy = proxy;
  }

  override createConnection(options: https.RequestOptions, callback: OnConnection): undefined {
    const { servername } = options;
    openTunnel(this.#proxy, options, callback, (socket) => tls.connect({ socket, ...(servername && { servername }) }));
  }
}

/** The connections wait on the clock of the client alone: one that hangs does not keep the process. */
function openTunnel(
  proxy: URL,
  { host, port }: http.ClientRequestArgs,
  callback: OnConnection,
  over: (socket: Socket) => Duplex,
): void {
  const authority = `${host}:${port}`;
  const { request } = proxy.protocol === 'https:' ? https : http;
  const asking = request({
    host: proxy.hostname.replace(/^\[|\]$/g, ''),
    port: proxy.port || (proxy.protocol === 'https:' ? 443 : 80),
    method: 'CONNECT',
    path: authority,
    headers: { host: authority, ...authorization(proxy) },
    agent: false,
    timeout: TUNNEL_TIMEOUT_MS,
  });
  const failed = (error: Error) => callback(error, undefined as never);
  asking.once('socket', (socket) => socket.unref());
  asking.once('error', failed);
  asking.once('timeout', () => asking.destroy());
  asking.once('response', (message) => {
    message.destroy();
    failed(new ProxyRefusal(message.statusCode ?? 0));
  });
  asking.once('connect', ({ statusCode = 0 }, socket, head) => {
    if (statusCode !== 200) {
      socket.destroy();
      failed(new ProxyRefusal(statusCode));
      return;
    }
    if (head.length > 0) socket.unshift(head);
    callback(null, over(socket));
  });
  asking.end();
}

function authorization({ username, password }: URL): Readonly<Record<string, string>> {
  if (username === '' && password === '') return {};
  const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(credentials).toString('base64')}` };
}

function responseOf(message: http.IncomingMessage): Response {
  const { statusCode: status = 0, headers } = message;
  const entries = Object.entries(headers).map(([name, value]) => [name, [value ?? ''].flat().join(', ')] as const);
  const isEmpty = status === 204 || status === 205 || status === 304;
  if (isEmpty) message.resume();
  const body = isEmpty ? null : (Readable.toWeb(message) as unknown as ReadableStream<Uint8Array>);
  return new Response(body, { status, headers: new Headers(entries.map(([name, value]) => [name, value])) });
}
