/**
 * Providers that look for their service when they are configured, and the
 * argument that keeps them from it: kreuzwerker/docker pings its daemon up to
 * 3.8.0, and has the argument from 3.3.0 on.
 */
export const DAEMON_CHECK = 'disable_docker_daemon_check';

/**
 * Configuration that sets the argument for every configuration of these providers
 * in the root module; empty where there is none. Nothing may be laid over an
 * alias that the root module does not have, nor over a root module that does not
 * require the provider: its name would mean another one there.
 */
export function quietProviders(rootModule: string, providers: readonly string[]): string {
  const configuration = withoutComments(rootModule);
  return providers
    .flatMap((provider) => localNames(configuration, provider))
    .flatMap((name) => [undefined, ...aliases(configuration, name)].map((alias) => block(name, alias)))
    .join('\n');
}

function block(name: string, alias: string | undefined): string {
  const aliased = alias === undefined ? '' : `  alias = ${JSON.stringify(alias)}\n`;
  return `provider ${JSON.stringify(name)} {\n${aliased}  ${DAEMON_CHECK} = true\n}\n`;
}

/** What `required_providers` calls the provider, in HCL or in JSON. Without a source, a name means one of HashiCorp's. */
function localNames(configuration: string, provider: string): readonly string[] {
  const [namespace = '', type = ''] = provider.split('/').slice(-2);
  const names = [...configuration.matchAll(REQUIRED_PROVIDER)]
    .filter(([, , source = '']) => source === `${namespace}/${type}` || source.endsWith(`/${namespace}/${type}`))
    .map(([, name = '']) => name);
  return names.length === 0 && namespace === 'hashicorp' ? [type] : [...new Set(names)];
}

function aliases(configuration: string, name: string): readonly string[] {
  const opening = new RegExp(`provider\\s+"?${name}"?\\s*\\{`, 'g');
  return [...configuration.matchAll(opening)].flatMap((match) => {
    const body = bodyAfter(configuration, match.index + match[0].length);
    const alias = /^\s*alias\s*=\s*"([\w-]+)"/m.exec(body)?.[1];
    return alias === undefined ? [] : [alias];
  });
}

function bodyAfter(text: string, start: number): string {
  let depth = 1;
  for (const { 0: token, index } of text.slice(start).matchAll(STRING_OR_BRACE)) {
    if (token === '{') depth++;
    else if (token === '}' && --depth === 0) return text.slice(start, start + index);
  }
  return text.slice(start);
}

function withoutComments(text: string): string {
  return text.replaceAll(STRING_OR_COMMENT, (token) => (token.startsWith('"') ? token : ''));
}

const STRING_OR_BRACE = /"(?:[^"\\\n]|\\.)*"|[{}]/g;

const STRING_OR_COMMENT = /"(?:[^"\\\n]|\\.)*"|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;

const REQUIRED_PROVIDER = /"?([\w-]+)"?\s*[=:]\s*\{[^{}]*?"?\bsource"?\s*[=:]\s*"([^"]+)"/g;
