import { afterEach, describe, expect, it } from 'vitest';
import { CoderClient } from '../../../src/gather/coder/client/client.ts';
import { type HttpEffects, REAL_EFFECTS } from '../../../src/gather/coder/client/effects.ts';
import { readTemplateHistory } from '../../../src/gather/coder/history/read-history.ts';
import { FakeCoder } from '../../support/coder/fake-coder.ts';
import type { Injection } from '../../support/coder/in-process.ts';
import { type LoopbackServer, serve } from '../../support/coder/loopback.ts';
import { createPrebuild, presetNamed, pushTemplate, wait } from '../../support/coder/operate.ts';
import { connection } from '../../support/coder/rig.ts';
import { ADMIN_TOKEN, emptyWorld } from '../../support/coder/world.ts';

let server: LoopbackServer | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

/** Real sockets, and waits that take no time: a pause is over at once, a time limit only when the server is silent. */
function impatient(limits: { fire: (() => void)[] }): HttpEffects {
  return {
    ...REAL_EFFECTS,
    after(ms, callback) {
      if (ms < 14_000) {
        const timer = setImmediate(callback);
        return () => clearImmediate(timer);
      }
      limits.fire.push(callback);
      return () => {
        limits.fire = limits.fire.filter((each) => each !== callback);
      };
    },
  };
}

async function readOver(inject: (index: number, path: string) => Injection | undefined = () => undefined) {
  const world = emptyWorld();
  const template = pushTemplate(world, 'docker', [{ name: 'Go', instances: 2 }]);
  for (let count = 0; count < 3; count++) {
    wait(world, 1);
    createPrebuild(world, template, presetNamed(world, template, 'Go'), 'failed');
  }
  const coder = new FakeCoder(world, { maxPageSize: 2 });
  const limits = { fire: [] as (() => void)[] };
  server = await serve(coder, (index, { url }) => {
    const injection = inject(index, url.pathname);
    // The client has sent all that it will, so its time limits may run out.
    if (injection?.kind === 'silence' || injection?.kind === 'slow-body') setImmediate(() => runOut(limits));
    return injection;
  });
  const client = new CoderClient(connection({ baseUrl: new URL(`${server.url}/`) }), impatient(limits));
  return { source: await readTemplateHistory(client, { template: 'docker' }), coder };
}

function runOut({ fire }: { readonly fire: readonly (() => void)[] }): void {
  for (const each of fire) each();
}

const whole = { kind: 'read', items: [{ presets: [{ builds: [{ status: 'failed' }, {}, {}] }] }], gaps: [] };

describe('over real sockets', () => {
  it('a history is read whole', async () => {
    const { source, coder } = await readOver();
    expect(source).toMatchObject(whole);
    expect(coder.requests.every(({ token }) => token === ADMIN_TOKEN)).toBe(true);
  });

  it.each<Injection['kind']>(['cut', 'no-connection', 'silence', 'slow-body'])(
    'a passing %s is overcome',
    async (kind) => {
      const { source } = await readOver((index) => (index === 3 ? ({ kind, code: '' } as Injection) : undefined));
      expect(source).toMatchObject(whole);
    },
  );

  it('a list that is cut each time is a gap', async () => {
    const { source } = await readOver((_, path) => (path.endsWith('/workspaces') ? { kind: 'cut' } : undefined));
    expect(source).toMatchObject({ items: [{ presets: [{ builds: undefined }] }], gaps: [{ code: 'coder-cut' }] });
  });

  it('a server that is not there is a gap', async () => {
    server = await serve(new FakeCoder(emptyWorld()));
    const { url } = server;
    await server.close();
    const client = new CoderClient(connection({ baseUrl: new URL(`${url}/`) }), impatient({ fire: [] }));
    const source = await readTemplateHistory(client, { template: 'docker' });
    expect(source).toMatchObject({ items: [], gaps: [{ code: 'coder-unreachable' }] });
    expect(JSON.stringify(source)).toContain('ECONNREFUSED');
  });
});
