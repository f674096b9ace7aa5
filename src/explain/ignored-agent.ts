import type { ResourceBlock, SourceModule } from '../model/configuration/configuration.ts';
import type { AttributePath } from '../model/plan/attribute-path.ts';
import { formatIgnoredPath, ignorablePath, widestPaths } from './fix/ignore-path.ts';
import type { FixContext } from './fix/plan-fix.ts';
import { leavesOf } from './trace/leaves.ts';
import { blockAddress, blockScope, isIgnored, traceLeaf } from './trace/trace-resource.ts';

/** A resource that runs the agent and is never told of the agent's next token. */
export interface IgnoredAgent {
  readonly address: string;
  readonly module: SourceModule;
  readonly resource: ResourceBlock;
  /** Everything is ignored, not what is listed. */
  readonly all: boolean;
  /** The token itself is among what is ignored, not the script alone. */
  readonly holdsToken: boolean;
  /** Ignored arguments that hold the agent's token, or with `all` its script. */
  readonly attributes: readonly AttributePath[];
  /** What a claim would change if nothing were ignored, as `ignore_changes` names it. */
  readonly claimPaths: readonly string[];
  /** A claim would change one of the listed attributes, so the template cannot do without. */
  readonly isNeeded: boolean;
}

/** Whoever holds an agent's token or script runs it: found through locals, modules and other resources. */
export function ignoredAgents(context: FixContext): readonly IgnoredAgent[] {
  return [...context.configuration.modules.values()].flatMap((module) =>
    [...module.resources.values()]
      .filter(({ mode, type }) => mode === 'managed' && !type.startsWith('coder_'))
      .filter(({ lifecycle }) => lifecycle.ignoreChanges.kind !== 'none')
      .flatMap((resource) => ignoredAgent(context, module, resource) ?? []),
  );
}

function ignoredAgent(
  { configuration, claim, agent }: FixContext,
  module: SourceModule,
  resource: ResourceBlock,
): IgnoredAgent | undefined {
  const leaves = leavesOf(resource.body, blockScope(module, resource));
  const started = leaves
    .map((leaf) => ({ leaf, traces: traceLeaf(agent, leaf) }))
    .filter(({ traces }) => traces.length > 0);
  const holders = started.filter(({ traces }) => traces.some(({ variation }) => variation === 'agent-token'));
  const all = resource.lifecycle.ignoreChanges.kind === 'all';
  // A token that comes in by one way is enough.
  const isCutOff = holders.length > 0 && holders.every(({ leaf }) => isIgnored(resource, leaf.path));
  if (started.length === 0 || !(all || isCutOff)) return undefined;
  const changed = leaves.filter((leaf) => traceLeaf(claim, leaf).length > 0);
  const ignored = (all ? started : holders).map(({ leaf }) => leaf);
  const paths = widestPaths(changed.map(({ path }) => ignorablePath(configuration, resource, path)));
  return {
    address: blockAddress(module, resource),
    module,
    resource,
    all,
    holdsToken: holders.length > 0,
    attributes: ignored.map(({ path }) => path),
    claimPaths: paths.map(formatIgnoredPath),
    isNeeded: !all && ignored.some((leaf) => changed.includes(leaf)),
  };
}
