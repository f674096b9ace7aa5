import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Service } from './service.ts';

/**
 * Stands in for the endpoint of managed identities: `hashicorp/azurerm` fetches a
 * token when it is configured, reads from it who it is, and plans without
 * another call.
 */
export async function startTokenService(): Promise<Service> {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ access_token: TOKEN, token_type: 'Bearer', expires_in: '86400' }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    environment: {
      ARM_USE_MSI: 'true',
      ARM_USE_CLI: 'false',
      ARM_MSI_ENDPOINT: `http://127.0.0.1:${port}/token`,
      ARM_TENANT_ID: NOBODY,
      // It would ask for the regions and services that there are.
      ARM_PROVIDER_ENHANCED_VALIDATION_LOCATIONS: 'false',
      ARM_PROVIDER_ENHANCED_VALIDATION_RESOURCE_PROVIDERS: 'false',
      ARM_PROVIDER_ENHANCED_VALIDATION_PREFLIGHT_ENABLED: 'false',
    },
    stop: () => server.close(),
  };
}

const NOBODY = '00000000-0000-4000-8000-000000000000';

/** Unsigned: its reader trusts the endpoint. */
const TOKEN = [{ alg: 'none', typ: 'JWT' }, { appid: NOBODY, oid: NOBODY, tid: NOBODY }, {}]
  .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
  .join('.');
