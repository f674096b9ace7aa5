import {
  type Configuration,
  modulePrefix,
  type ResourceBlock,
  type SourceModule,
} from '../model/configuration/configuration.ts';
import type { NotChecked } from '../model/judgement/outcome.ts';
import { listed, say } from '../model/text.ts';
import { changesKeys, outlivesClaim, traceInstances } from './trace/instances.ts';
import type { Trace, Tracing } from './trace/trace.ts';
import { blockAddress, mayReplace, traceTriggers, type VaryingLeaf, varyingLeaves } from './trace/trace-resource.ts';

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
    mayReplace(tracing.configuration, resource, leaf.path),
  );
  return { address, module, resource, leaves, triggers: traceTriggers(tracing, module, resource), keys };
}

/** What only asks whether this is a prebuild makes and deletes on purpose, as long as it makes nothing again. */
function traceKeys(tracing: Tracing, module: SourceModule, resource: ResourceBlock): readonly Trace[] {
  const keys = traceInstances(tracing, module, resource);
  const isGate = keys.every(({ variation }) => variation === 'prebuild-flag');
  return isGate && !changesKeys(tracing, module, resource) ? [] : keys;
}

/** Modules that were not downloaded. It is not known how a claim changes the resources in them. */
export function unreadModules({ modules }: Configuration): readonly NotChecked[] {
  const names = [...modules.values()].flatMap(({ path, calls }) =>
    [...calls.values()].filter((call) => !call.isRead).map(({ name }) => `${modulePrefix(path)}module.${name}`),
  );
  if (names.length === 0) return [];
  return [
    {
      code: 'module-not-read',
      detail: say`The files of ${listed(names)} are missing, so it is not known what a claim changes in them.`,
      remedy: say`Run ${'terraform init'} in the template's directory, then run the check again.`,
    },
  ];
}
