import type { CoderConnection } from '../../requests.ts';
import { CoderClient } from './client.ts';
import { type HttpEffects, REAL_EFFECTS } from './effects.ts';
import { type Environment, proxyFor } from './proxy-for.ts';

/** A client for one run; its deadline starts now. */
export function connectToCoder(
  connection: CoderConnection,
  effects: HttpEffects = effectsFor(connection),
): CoderClient {
  return new CoderClient(connection, effects);
}

/** The real world, through the proxy that the environment names. Throws a `UserError` for one that is none. */
export function effectsFor({ baseUrl }: CoderConnection, environment: Environment = process.env): HttpEffects {
  const proxy = proxyFor(baseUrl, environment);
  if (proxy === undefined) return REAL_EFFECTS;
  let loading: Promise<HttpEffects['fetch']> | undefined;
  return {
    ...REAL_EFFECTS,
    async fetch(url, init) {
      loading ??= loadProxiedFetch(proxy);
      const fetchThroughProxy = await loading;
      return fetchThroughProxy(url, init);
    },
  };
}

/** Loaded where there is a proxy only: most runs need none of it. */
async function loadProxiedFetch(proxy: URL): Promise<HttpEffects['fetch']> {
  const { proxiedFetch } = await import(/* webpackMode: "eager" */ './proxied-fetch.ts');
  return proxiedFetch(proxy);
}
