import type { CoderClient } from './client/client.ts';
import { CoderFault } from './client/fault.ts';
import { wireBuildInfo } from './wire.ts';

/** As the server spells it, `v2.38.8+4f2a1c9`; undefined where it does not say. It refines what is told, and decides nothing. */
export async function readServerVersion(client: CoderClient): Promise<string | undefined> {
  try {
    const { version } = await client.readJson(wireBuildInfo, { path: 'buildinfo', asked: 'the version of the server' });
    return version;
  } catch (error) {
    if (error instanceof CoderFault) return undefined;
    throw error;
  }
}
