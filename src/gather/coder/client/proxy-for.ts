import { UserError } from '../../../model/user-error.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The proxy that the environment names for an address, as GitHub's own actions,
 * curl and Go read it: small letters first, `NO_PROXY` with the subdomains of
 * each host, never for this machine itself. Throws a `UserError` for what is no
 * address of an HTTP proxy, and does not quote it: it may hold a password.
 */
export function proxyFor(target: URL, environment: Environment): URL | undefined {
  const scheme = target.protocol === 'https:' ? 'https' : 'http';
  const found = variable(environment, `${scheme}_proxy`);
  if (found === undefined || isLoopback(target) || isExempt(target, environment)) return undefined;
  // Without a scheme is how curl takes it, and many an administrator writes it.
  const address = found.value.includes('://') ? found.value : `http://${found.value}`;
  const proxy = URL.canParse(address) ? new URL(address) : undefined;
  if (proxy?.protocol === 'http:' || proxy?.protocol === 'https:') return proxy;
  throw new UserError(
    `The variable \`${found.name}\` is not the address of an HTTP proxy. Write it such as \`http://proxy.example.com:3128\`, or name the host of \`coder-url\` in \`NO_PROXY\`.`,
  );
}

function variable(
  environment: Environment,
  name: string,
): { readonly name: string; readonly value: string } | undefined {
  for (const spelling of [name, name.toUpperCase()]) {
    const value = environment[spelling]?.trim() ?? '';
    if (value !== '') return { name: spelling, value };
  }
  return undefined;
}

function isExempt(target: URL, environment: Environment): boolean {
  const entries =
    variable(environment, 'no_proxy')
      ?.value.toLowerCase()
      .split(/[\s,]+/) ?? [];
  return entries.some((entry) => entry !== '' && matches(entry, target));
}

function matches(entry: string, { hostname, port, protocol }: URL): boolean {
  if (entry === '*') return true;
  const [, name = '', ownPort] = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(entry) ?? [];
  if (ownPort !== undefined && ownPort !== (port || DEFAULT_PORTS[protocol])) return false;
  const host = name.replace(/^\*?\./, '');
  return host !== '' && (hostname === host || hostname.endsWith(`.${host}`));
}

const DEFAULT_PORTS: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' };

function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname);
}
