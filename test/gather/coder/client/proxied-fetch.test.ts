import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, createServer as createSocketServer, type Socket } from 'node:net';
import nock from 'nock';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { networkFault } from '../../../../src/gather/coder/client/network-fault.ts';
import { proxiedFetch } from '../../../../src/gather/coder/client/proxied-fetch.ts';
import { TunnelProxy } from '../../../support/coder/proxy.ts';

/** It knows no tunnels. All that is reached here is this machine. */
beforeAll(() => nock.restore());

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** A server that only the proxy can reach, under the name `coder.internal`. */
async function behindProxy(listener: RequestListener) {
  const server = createServer(listener);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const proxy = await new TunnelProxy((server.address() as AddressInfo).port).start();
  closers.push(
    () => proxy.stop(),
    () =>
      new Promise((closed) => {
        server.close(closed);
        server.closeAllConnections();
      }),
  );
  const fetchIt = proxiedFetch(new URL(`http://${proxy.address}`));
  return { proxy, fetch: (init: RequestInit = {}) => fetchIt(new URL('http://coder.internal/api/v2/x?q=1'), init) };
}

async function faultOf(task: Promise<unknown>): Promise<unknown> {
  try {
    return await task;
  } catch (error) {
    return networkFault(error);
  }
}

describe('a request through the proxy', () => {
  it('brings method, path, headers and body, and its answer back', async () => {
    const { fetch } = await behindProxy(async (request, answer) => {
      let body = '';
      for await (const chunk of request) body += String(chunk);
      const { method, url, headers } = request;
      answer.writeHead(207, { 'content-type': 'application/json', 'retry-after': '7' });
      answer.end(JSON.stringify({ method, url, host: headers.host, token: headers['coder-session-token'], body }));
    });
    const response = await fetch({ method: 'POST', headers: { 'coder-session-token': 't' }, body: '{"ü":1}' });
    expect(response.status).toBe(207);
    expect(response.headers.get('retry-after')).toBe('7');
    expect(await response.json()).toEqual({
      method: 'POST',
      url: '/api/v2/x?q=1',
      host: 'coder.internal',
      token: 't',
      body: '{"ü":1}',
    });
  });

  it('takes a tunnel that is open already', async () => {
    const { proxy, fetch } = await behindProxy((_, answer) => answer.end('{}'));
    for (let count = 0; count < 5; count++) await (await fetch()).text();
    expect(proxy.targets).toEqual(['coder.internal:80']);
  });

  it('follows no redirect by itself, and takes an answer without a body', async () => {
    const { fetch } = await behindProxy((_, answer) => answer.writeHead(302, { location: 'https://x.example' }).end());
    expect((await fetch()).status).toBe(302);
    const { fetch: other } = await behindProxy((_, answer) => answer.writeHead(204).end());
    expect((await other()).status).toBe(204);
  });

  it('that breaks is told as broken', async () => {
    const { fetch } = await behindProxy((request, answer) => {
      answer.writeHead(200, { 'content-length': '100' });
      answer.write('{"half', () => request.socket.destroy());
    });
    expect(await faultOf(fetch().then((response) => response.text()))).toEqual({ kind: 'cut' });
  });

  it('is given up when its time is over', async () => {
    const { fetch } = await behindProxy(() => undefined);
    const abort = new AbortController();
    const answer = fetch({ signal: abort.signal });
    setImmediate(() => abort.abort());
    await expect(answer).rejects.toThrow();
  });

  it('is given up though the proxy never answers', async () => {
    const sockets = new Set<Socket>();
    const silent = createSocketServer((socket) => sockets.add(socket));
    await new Promise<void>((ready) => silent.listen(0, '127.0.0.1', ready));
    closers.push(() => {
      silent.on('connection', (socket) => socket.destroy());
      for (const socket of sockets) socket.destroy();
      return new Promise((closed) => silent.close(closed));
    });
    const fetchIt = proxiedFetch(new URL(`http://127.0.0.1:${(silent.address() as AddressInfo).port}`));
    const abort = new AbortController();
    const answer = fetchIt(new URL('https://coder.internal/'), { signal: abort.signal });
    setImmediate(() => abort.abort());
    await expect(answer).rejects.toThrow();
  });

  it.each([403, 407, 502])('is refused with the proxy’s own %i', async (refusal) => {
    const { proxy, fetch } = await behindProxy((_, answer) => answer.end());
    proxy.refusal = refusal;
    expect(await faultOf(fetch())).toEqual({ kind: 'proxy-refused', status: refusal });
  });
});
