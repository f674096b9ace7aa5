import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { FakeCoder } from '../support/coder/fake-coder.ts';
import { type LoopbackServer, serve } from '../support/coder/loopback.ts';
import { pushTemplate } from '../support/coder/operate.ts';
import { ADMIN_TOKEN, emptyWorld } from '../support/coder/world.ts';

const run = promisify(execFile);
const closers: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** A proxy that notes where it is asked to go. */
async function proxy(): Promise<{ url: string; targets: string[] }> {
  const targets: string[] = [];
  const server = createServer((_, answer) => answer.writeHead(400).end());
  server.on('connect', ({ url = '' }, socket, head) => {
    targets.push(url);
    const [host, port] = url.split(':');
    const upstream = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(socket).pipe(upstream);
    });
    upstream.on('error', () => socket.destroy());
    socket.on('error', () => upstream.destroy());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  closers.push(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, targets };
}

async function coder(): Promise<LoopbackServer> {
  const world = emptyWorld();
  pushTemplate(world, 'docker', [{ name: 'Plain', instances: null }]);
  const server = await serve(new FakeCoder(world));
  closers.push(() => server.close());
  return server;
}

/** In a process of its own: a proxy is for the whole of it. */
async function readIn(environment: Record<string, string>, url: string): Promise<{ use: string; gaps: string[] }> {
  const script = `
    const { connectToCoder, useProxyFromEnvironment } = await import('./src/coder/connect.ts');
    const { parseConnection } = await import('./src/coder/connection.ts');
    const { readTemplateHistory } = await import('./src/coder/read-history.ts');
    const use = useProxyFromEnvironment(process.env);
    const { connection } = parseConnection({ url: ${JSON.stringify(url)}, token: ${JSON.stringify(ADMIN_TOKEN)} });
    const source = await readTemplateHistory(connectToCoder(connection), { template: 'docker' });
    console.log(JSON.stringify({ use, gaps: source.gaps.map(({ code }) => code) }));
  `;
  const { PATH = '' } = process.env;
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], {
    env: { PATH, ...environment },
  });
  return JSON.parse(stdout);
}

describe('a proxy of the environment', () => {
  it('is used', async () => {
    const [{ url, targets }, server] = await Promise.all([proxy(), coder()]);
    expect(await readIn({ HTTP_PROXY: url }, server.url)).toEqual({ use: 'used', gaps: [] });
    expect(targets.length).toBeGreaterThan(0);
  });

  it('is left aside for a host of NO_PROXY', async () => {
    const [{ url, targets }, server] = await Promise.all([proxy(), coder()]);
    expect(await readIn({ HTTP_PROXY: url, NO_PROXY: '127.0.0.1' }, server.url)).toEqual({ use: 'used', gaps: [] });
    expect(targets).toEqual([]);
  });

  it('is not needed', async () => {
    const server = await coder();
    expect(await readIn({}, server.url)).toEqual({ use: 'none', gaps: [] });
  });
});
