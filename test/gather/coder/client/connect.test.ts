import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FakeCoder } from '../../../support/coder/fake-coder.ts';
import { type LoopbackServer, serve } from '../../../support/coder/loopback.ts';
import { pushTemplate } from '../../../support/coder/operate.ts';
import { TunnelProxy } from '../../../support/coder/proxy.ts';
import { ADMIN_TOKEN, emptyWorld } from '../../../support/coder/world.ts';

/** An authority that no machine trusts, and a certificate of it for a name that no resolver knows. */
let certificates: string;
beforeAll(() => {
  certificates = mkdtempSync(join(tmpdir(), 'certificates-'));
  const openssl = (line: string) => execFileSync('openssl', line.split(' '), { cwd: certificates, stdio: 'ignore' });
  openssl('req -x509 -newkey rsa:2048 -nodes -days 2 -keyout ca.key -out ca.pem -subj /CN=Authority');
  openssl('req -newkey rsa:2048 -nodes -keyout coder.key -out coder.csr -subj /CN=coder.internal');
  const extensions = '-copy_extensions none -set_serial 1';
  openssl(`x509 -req -in coder.csr -CA ca.pem -CAkey ca.key -days 2 -out coder.pem ${extensions}`);
});
afterAll(() => rmSync(certificates, { recursive: true }));

let coder: LoopbackServer;
let proxy: TunnelProxy;
beforeEach(async () => {
  const world = emptyWorld();
  pushTemplate(world, 'docker', [{ name: 'Plain', instances: null }]);
  coder = await serve(new FakeCoder(world), undefined, {
    key: readFileSync(join(certificates, 'coder.key')),
    cert: readFileSync(join(certificates, 'coder.pem')),
  });
  proxy = await new TunnelProxy(Number(new URL(coder.url).port)).start();
});
afterEach(async () => {
  await Promise.all([coder.close(), proxy.stop()]);
});

interface Ending {
  readonly status: number | null;
  readonly shown: string;
}

/** In a process of its own: certificates are for the whole of it. */
function history(environment: Readonly<Record<string, string>>): Promise<Ending> {
  const env = {
    PATH: process.env['PATH'],
    CODER_URL: 'https://coder.internal',
    CODER_SESSION_TOKEN: ADMIN_TOKEN,
    NODE_EXTRA_CA_CERTS: join(certificates, 'ca.pem'),
    ...environment,
  };
  return new Promise((ended) => {
    const child = spawn(process.execPath, ['src/cli.ts', 'history', 'docker'], { env });
    let shown = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        shown += String(chunk);
      });
    }
    child.on('close', (status) => ended({ status, shown }));
  });
}

describe('a proxy of the environment', () => {
  it('is the way to a server that nothing else leads to', async () => {
    const { status, shown } = await history({ HTTPS_PROXY: `http://${proxy.address}` });
    expect({ status, shown }).toEqual({ status: 0, shown: expect.stringContaining('docker (coder), version v1') });
    expect(new Set(proxy.targets)).toEqual(new Set(['coder.internal:443']));
  });

  it('gets its own password, which is shown to nobody', async () => {
    const { status, shown } = await history({ https_proxy: `http://mona:open%20sesame@${proxy.address}` });
    expect(status).toBe(0);
    expect(proxy.authorizations[0]).toBe(`Basic ${Buffer.from('mona:open sesame').toString('base64')}`);
    expect(shown).not.toContain('sesame');
  });

  it('never sees the token of Coder', async () => {
    await history({ HTTPS_PROXY: `http://${proxy.address}` });
    expect(JSON.stringify([proxy.targets, proxy.authorizations])).not.toContain(ADMIN_TOKEN);
  });

  it('is left aside for a host of NO_PROXY', async () => {
    await history({ HTTPS_PROXY: `http://${proxy.address}`, NO_PROXY: 'internal' });
    expect(proxy.targets).toEqual([]);
  });

  it('is used once where Node uses it too', async () => {
    const { status } = await history({ HTTPS_PROXY: `http://${proxy.address}`, NODE_USE_ENV_PROXY: '1' });
    expect(status).toBe(0);
  });

  it.each([407, 403])('that refuses with %i leaves the run inconclusive, and says so', async (refusal) => {
    proxy.refusal = refusal;
    const { status, shown } = await history({ HTTPS_PROXY: `http://${proxy.address}` });
    expect(status).toBe(2);
    expect(shown.replaceAll(/\s+/g, ' ')).toContain(`The proxy refuses to connect to Coder (${refusal}).`);
  });

  it('that is away leaves the run inconclusive', async () => {
    await proxy.stop();
    const { status, shown } = await history({ HTTPS_PROXY: 'http://127.0.0.1:9' });
    expect(status).toBe(2);
    expect(shown).toContain('ECONNREFUSED');
    proxy = await new TunnelProxy(0).start();
  });

  it('that is none is an error of the user', async () => {
    const { status, shown } = await history({ HTTPS_PROXY: 'socks5://mona:secret@proxy' });
    expect(status).toBe(2);
    expect(shown).toContain('`HTTPS_PROXY` is not the address of an HTTP proxy');
    expect(shown).not.toContain('secret');
  });
});

describe('an authority of the company', () => {
  it('is trusted where NODE_EXTRA_CA_CERTS names it, and only there', async () => {
    const through = { HTTPS_PROXY: `http://${proxy.address}` };
    expect((await history(through)).status).toBe(0);
    const { status, shown } = await history({ ...through, NODE_EXTRA_CA_CERTS: '' });
    expect(status).toBe(2);
    expect(shown.replaceAll(/\s+/g, ' ')).toContain('The certificate of the Coder server is not trusted here');
    expect(shown).toContain('NODE_EXTRA_CA_CERTS');
  });
});
