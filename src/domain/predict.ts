import { type Configuration, modulePrefix, type ResourceBlock, type SourceModule } from './configuration.ts';
import type { NotChecked } from './outcome.ts';
import { say } from './text.ts';
import { leavesOf } from './trace/leaves.ts';
import type { Trace, Tracing } from './trace/trace.ts';
import {
  blockAddress,
  blockScope,
  mayReplace,
  outlivesClaim,
  traceLeaf,
  traceRepetition,
  traceTriggers,
  type VaryingLeaf,
  varyingLeaves,
} from './trace/trace-resource.ts';
import { claimTracing } from './trace/tracer.ts';

/** What a claim may do to a resource, as far as the configuration tells. No provider was asked. */
export interface PredictedChange {
  /** Without instance keys. */
  readonly address: string;
  readonly module: SourceModule;
  readonly resource: ResourceBlock;
  /** Arguments that differ and are not ignored, and that are not known to be changed in place. */
  readonly leaves: readonly VaryingLeaf[];
  readonly triggers: readonly Trace[];
  /** What makes other instances of it than before; empty where the template only asks whether this is a prebuild. */
  readonly keys: readonly Trace[];
}

/** Resources that a claim may replace or delete, Coder's own left out: in the order in which the modules are called. */
export function predictChanges(tracing: Tracing): readonly PredictedChange[] {
  const { configuration } = tracing;
  return [...configuration.modules.values()].flatMap((module) =>
    [...module.resources.values()]
      .filter(({ mode, type }) => mode === 'managed' && !type.startsWith('coder_'))
      .map((resource) => predictChange(tracing, module, resource))
      .filter(({ leaves, triggers, keys }) => leaves.length + triggers.length + keys.length > 0),
  );
}

export function predictChange(tracing: Tracing, module: SourceModule, resource: ResourceBlock): PredictedChange {
  const address = blockAddress(module, resource);
  const keys = traceKeys(tracing, module, resource);
  // What is there on one side of the claim only is made or deleted, never replaced.
  if (!outlivesClaim(tracing, module, resource)) {
    return { address, module, resource, leaves: [], triggers: [], keys };
  }
  const leaves = varyingLeaves(tracing, module, resource).filter(({ leaf }) =>
    mayReplace(tracing.configuration, resource.type, leaf.path),
  );
  return { address, module, resource, leaves, triggers: traceTriggers(tracing, module, resource), keys };
}

/** The block's own repetition and that of the modules around it. */
function traceKeys(tracing: Tracing, module: SourceModule, resource: ResourceBlock): readonly Trace[] {
  const keys = [...traceRepetition(tracing, module, resource), ...traceModuleKeys(tracing, module)];
  return keys.every(({ variation }) => variation === 'prebuild-flag') ? [] : keys;
}

function traceModuleKeys(tracing: Tracing, module: SourceModule): readonly Trace[] {
  const { configuration } = tracing;
  return module.path.flatMap((name, depth) => {
    const parent = moduleAbove(configuration, module, depth);
    const call = parent?.calls.get(name);
    return parent === undefined || call === undefined ? [] : traceRepetition(tracing, parent, call);
  });
}

function moduleAbove(configuration: Configuration, { path }: SourceModule, depth: number): SourceModule | undefined {
  return configuration.modules.get(path.slice(0, depth).join('.'));
}

/** Modules that were not downloaded and are given what a claim changes: what becomes of it cannot be told. */
export function unreadModules(configuration: Configuration): readonly NotChecked[] {
  const tracing = claimTracing(configuration);
  return [...configuration.modules.values()].flatMap((module) =>
    [...module.calls.values()]
      .filter((call) => !call.isRead)
      .filter((call) =>
        leavesOf(call.body, blockScope(module, call)).some((leaf) => traceLeaf(tracing, leaf).length > 0),
      )
      .map((call) => ({
        code: 'module-not-read',
        detail: say`${`${modulePrefix(module.path)}module.${call.name}`} is given what a claim changes, and its files are not there.`,
        remedy: say`Run ${'terraform init'} in the template's directory first; a rehearsal does.`,
      })),
  );
}
