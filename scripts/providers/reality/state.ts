import type { Values } from './coder.ts';

/** What is read from a state that Terraform wrote. */
export interface State {
  /** Values that the prebuild was built with. */
  readonly values: Values;
  /** The token that Coder hands over at a claim: that of the only agent that it has stored. */
  readonly agentToken: string | undefined;
  /** Paths of files that were written, as the template has them. */
  readonly files: readonly string[];
}

export function parseState(text: string): State {
  const { resources } = JSON.parse(text) as { resources: readonly StateResource[] };
  const attributesOf = (mode: string, type: RegExp): readonly Attributes[] =>
    resources
      .filter((resource) => resource.mode === mode && type.test(resource.type))
      .flatMap(({ instances }) => instances.map(({ attributes }) => attributes));

  const stored = storedAgents(resources);
  return {
    values: new Map(
      attributesOf('data', /^coder_parameter$/).flatMap(({ name, value }) =>
        name === undefined || value === undefined ? [] : [[name, value] as const],
      ),
    ),
    agentToken: stored.length === 1 ? stored[0]?.token : undefined,
    files: attributesOf('managed', /^local_(?:sensitive_)?file$/).flatMap(({ filename }) => filename ?? []),
  };
}

/** Coder stores the agents that a resource other than its own refers to. */
function storedAgents(resources: readonly StateResource[]): readonly Attributes[] {
  const used = new Set(
    resources
      .filter(({ mode, type }) => mode === 'managed' && !type.startsWith('coder_'))
      .flatMap(({ instances }) => instances.flatMap(({ dependencies = [] }) => dependencies)),
  );
  return resources
    .filter(({ type, module, name }) => {
      const address =
        module === undefined ? `${type}.${name}` : `${module.replaceAll(/\[[^\]]*\]/g, '')}.${type}.${name}`;
      return type === 'coder_agent' && used.has(address);
    })
    .flatMap(({ instances }) => instances.map(({ attributes }) => attributes));
}

interface StateResource {
  readonly mode: string;
  readonly module?: string;
  readonly type: string;
  readonly name: string;
  readonly instances: readonly { readonly attributes: Attributes; readonly dependencies?: readonly string[] }[];
}

interface Attributes {
  readonly name?: string;
  readonly value?: string;
  readonly token?: string;
  readonly filename?: string;
}
