import type { AttributePath } from './attribute-path.ts';
import type { ResourceBlock, SourceModule } from './configuration.ts';
import { formatIgnoredPath, ignorablePath, widestPaths } from './repair/ignore-path.ts';
import type { RepairContext } from './repair/plan-repair.ts';
import { leavesOf } from './trace/leaves.ts';
import { blockAddress, blockScope, isIgnored, mayReplace, traceLeaf } from './trace/trace-resource.ts';

/** A resource that runs the agent and ignores changes of what starts it. */
export interface IgnoredAgent {
  readonly address: string;
  readonly module: SourceModule;
  readonly resource: ResourceBlock;
  /** Everything is ignored, not what is listed. */
  readonly all: boolean;
  /** Ignored arguments that hold the agent's token or script. */
  readonly attributes: readonly AttributePath[];
  /** What a claim would change if nothing were ignored, as `ignore_changes` names it. */
  readonly claimPaths: readonly string[];
  /** A claim would change one of the attributes that start the agent. */
  readonly isNeeded: boolean;
}

/** Whoever holds an agent's token or script runs it: found through locals, modules and other resources. */
export function ignoredAgents(context: RepairContext): readonly IgnoredAgent[] {
  return [...context.configuration.modules.values()].flatMap((module) =>
    [...module.resources.values()]
      .filter(({ mode, type }) => mode === 'managed' && !type.startsWith('coder_'))
      .filter(({ lifecycle }) => lifecycle.ignoreChanges.kind !== 'none')
      .map((resource) => ignoredAgent(context, module, resource))
      .filter(({ attributes }) => attributes.length > 0),
  );
}

function ignoredAgent(
  { configuration, claim, agent }: RepairContext,
  module: SourceModule,
  resource: ResourceBlock,
): IgnoredAgent {
  const leaves = leavesOf(resource.body, blockScope(module, resource));
  const started = leaves.filter((leaf) => isIgnored(resource, leaf.path) && traceLeaf(agent, leaf).length > 0);
  const varying = leaves.filter(
    (leaf) => mayReplace(configuration, resource.type, leaf.path) && traceLeaf(claim, leaf).length > 0,
  );
  const paths = widestPaths(varying.map(({ path }) => ignorablePath(configuration, resource, path)));
  return {
    address: blockAddress(module, resource),
    module,
    resource,
    all: resource.lifecycle.ignoreChanges.kind === 'all',
    attributes: started.map(({ path }) => path),
    claimPaths: paths.map(formatIgnoredPath),
    isNeeded: started.some((leaf) => varying.includes(leaf)) && resource.lifecycle.ignoreChanges.kind !== 'all',
  };
}
