import type { Configuration, ResourceBlock, SourceModule } from '../../model/configuration/configuration.ts';
import { instanceCount } from './instances.ts';
import type { Tracing } from './trace.ts';

/** A `coder_agent` block and the module it stands in. */
export interface AgentBlock {
  readonly module: SourceModule;
  readonly resource: ResourceBlock;
}

export function agentBlocks({ modules }: Configuration): readonly AgentBlock[] {
  return [...modules.values()].flatMap((module) =>
    [...module.resources.values()]
      .filter(({ mode, type }) => mode === 'managed' && type === 'coder_agent')
      .map((resource) => ({ module, resource })),
  );
}

/** How many agents a started workspace surely has; those that a parameter decides on are not counted. */
export function agentInstances(tracing: Tracing): number {
  return agentBlocks(tracing.configuration)
    .map(({ module, resource }) => instanceCount(tracing, module, resource))
    .reduce((sum, count) => sum + count, 0);
}
