import * as http from 'node:http';
import { CoderClient } from './client.ts';
import type { CoderConnection } from './connection.ts';
import { type HttpEffects, REAL_EFFECTS } from './effects.ts';

/** A client for one run; its deadline starts now. */
export function connectToCoder(connection: CoderConnection, effects: HttpEffects = REAL_EFFECTS): CoderClient {
  return new CoderClient(connection, effects);
}

export type ProxyUse = 'none' | 'used' | 'not-supported';

/**
 * Makes this process's `fetch` use `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`.
 * Node 24 does it when asked; older ones only when they are started with
 * `NODE_USE_ENV_PROXY=1` (22.21 and newer), or never (20).
 */
export function useProxyFromEnvironment(environment: Readonly<Record<string, string | undefined>>): ProxyUse {
  const isSet = PROXY_VARIABLES.some((name) => (environment[name] ?? '') !== '');
  if (!isSet) return 'none';
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const isBuiltIn = major >= 24 || (major === 22 && minor >= 21);
  if (isBuiltIn && environment['NODE_USE_ENV_PROXY'] === '1') return 'used';
  if (!('setGlobalProxyFromEnv' in http)) return 'not-supported';
  http.setGlobalProxyFromEnv({ ...environment });
  return 'used';
}

const PROXY_VARIABLES = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'];
