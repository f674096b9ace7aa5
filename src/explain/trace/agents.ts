import type { Configuration, ResourceBlock, SourceModule } from '../../model/configuration/configuration.ts';
import { dependencyGraph } from '../dependents.ts';
import { instanceCount } from './instances.ts';
import type { Tracing } from './trace.ts';
import { blockAddress } from './trace-resource.ts';

/** A `coder_agent` block and the module it stands in. */
export interface AgentBlock {
  readonly module: SourceModule;
  readonly resource: ResourceBlock;
}

export function agentBlocks(configuration: Configuration): readonly AgentBlock[] {
  return blocksOf(configuration, (type) => type === 'coder_agent');
}

/**
 * The agents whose tokens Coder hands over a claim, or fails to, as far as they
 * are surely there: those that it stored with the prebuild, and those that dev
 * containers have of their own. One that no resource depends on is not stored.
 */
export function storedAgents(tracing: Tracing): readonly string[] {
  const known = found.get(tracing);
  if (known !== undefined) return known;
  const { configuration } = tracing;
  const inPrebuild = ({ module, resource }: AgentBlock) => instanceCount(tracing, module, resource, 'prebuild');
  const graph = dependencyGraph({ plan: undefined, files: configuration });
  const users = blocksOf(configuration, (type) => !type.startsWith('coder_'))
    .filter((block) => inPrebuild(block) !== 0)
    .map(({ module, resource }) => blockAddress(module, resource));
  const agents = agentBlocks(configuration).filter(({ module, resource }) => {
    const dependents = graph.dependentsOf(blockAddress(module, resource));
    return users.some((user) => dependents.has(user));
  });
  const containers = blocksOf(configuration, (type) => type === 'coder_devcontainer');
  const addresses = [...agents, ...containers].flatMap((block) => {
    const address = blockAddress(block.module, block.resource);
    const count = inPrebuild(block) ?? 0;
    return count === 1 ? [address] : Array.from({ length: count }, (_, index) => `${address}[${index}]`);
  });
  found.set(tracing, addresses);
  return addresses;
}

/** Of one tracing, asked for again at every token. */
const found = new WeakMap<Tracing, readonly string[]>();

function blocksOf({ modules }: Configuration, isMeant: (type: string) => boolean): readonly AgentBlock[] {
  return [...modules.values()].flatMap((module) =>
    [...module.resources.values()]
      .filter(({ mode, type }) => mode === 'managed' && isMeant(type))
      .map((resource) => ({ module, resource })),
  );
}
