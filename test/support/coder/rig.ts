import { CoderClient } from '../../../src/gather/coder/client/client.ts';
import type { CoderConnection } from '../../../src/gather/requests.ts';
import { FakeCoder, type ServerOptions } from './fake-coder.ts';
import { fetchFrom, type Injector } from './in-process.ts';
import { VirtualClock } from './virtual-clock.ts';
import { ADMIN_TOKEN, emptyWorld, type World } from './world.ts';

/** A client, the server that it talks to, and the clock that both go by. */
export interface Rig {
  readonly world: World;
  readonly coder: FakeCoder;
  readonly clock: VirtualClock;
  readonly client: CoderClient;
}

export interface RigOptions {
  readonly connection?: Partial<CoderConnection>;
  readonly server?: Partial<ServerOptions>;
  readonly inject?: Injector;
}

export const CODER_URL = 'https://coder.example.com';

export function connection(overrides: Partial<CoderConnection> = {}): CoderConnection {
  return {
    baseUrl: new URL(`${CODER_URL}/`),
    token: ADMIN_TOKEN,
    maxConcurrency: 4,
    requestTimeoutMs: 15_000,
    deadlineMs: 120_000,
    ...overrides,
  };
}

/** The client's clock starts at the world's. */
export function rig(world: World = emptyWorld(), options: RigOptions = {}): Rig {
  const coder = new FakeCoder(world, options.server);
  const clock = new VirtualClock(world.clock / 1000);
  const client = new CoderClient(connection(options.connection), clock.effects(fetchFrom(coder, options.inject)));
  return { world, coder, clock, client };
}
