import {
  type Configuration,
  callOf,
  parentOf,
  type Repetition,
  type ResourceBlock,
  type SourceModule,
} from '../configuration.ts';
import { instanceKeys } from './evaluate.ts';
import type { Trace, Tracing } from './trace.ts';
import { moduleScope, traceRepetition } from './trace-resource.ts';

/** What decides the instances of a resource, and the module it is written in. */
interface Repeated {
  readonly module: SourceModule;
  readonly repetition: Repetition;
}

/** The block's own repetition, then those of the calls around it, from the inside. */
function repetitionsOf(configuration: Configuration, module: SourceModule, resource: ResourceBlock): Repeated[] {
  const { repetition } = resource;
  const found: Repeated[] = repetition === undefined ? [] : [{ module, repetition }];
  for (let inner = module; ; ) {
    const call = callOf(configuration, inner);
    const parent = parentOf(configuration, inner);
    if (call === undefined || parent === undefined) return found;
    if (call.repetition !== undefined) found.push({ module: parent, repetition: call.repetition });
    inner = parent;
  }
}

/** What decides how many instances there are and by which keys, the block's own repetition first. */
export function traceInstances(tracing: Tracing, module: SourceModule, resource: ResourceBlock): readonly Trace[] {
  return repetitionsOf(tracing.configuration, module, resource).flatMap((each) =>
    traceRepetition(tracing, each.module, each),
  );
}

/** Whether there is an instance both before and after a claim: only then can one be replaced. */
export function outlivesClaim(tracing: Tracing, module: SourceModule, resource: ResourceBlock): boolean {
  return repetitionsOf(tracing.configuration, module, resource).every((each) =>
    (['prebuild', 'claim'] as const).every(
      (build) => instanceKeys(tracing, moduleScope(each.module), each.repetition.expression, build)?.length !== 0,
    ),
  );
}

/** Whether a claim surely makes an instance under one key in place of that under another. */
export function changesKeys(tracing: Tracing, module: SourceModule, resource: ResourceBlock): boolean {
  return repetitionsOf(tracing.configuration, module, resource).some((each) => {
    const [before, after] = (['prebuild', 'claim'] as const).map((build) =>
      instanceKeys(tracing, moduleScope(each.module), each.repetition.expression, build),
    );
    if (before === undefined || after === undefined) return false;
    return before.some((key) => !after.includes(key)) && after.some((key) => !before.includes(key));
  });
}
