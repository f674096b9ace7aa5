import {
  type Configuration,
  callOf,
  modulePrefix,
  parentOf,
  type Repetition,
  type ResourceBlock,
  type SourceModule,
} from '../../model/configuration/configuration.ts';
import type { SourceRange } from '../../model/configuration/expression.ts';
import { type Build, instanceKeys } from './evaluate.ts';
import { type Trace, type Tracing, withLink } from './trace.ts';
import { blockAddress, linkTo, moduleScope, traceRepetition } from './trace-resource.ts';

/** What decides the instances of a resource, and where it is written. */
export interface Repeated {
  readonly module: SourceModule;
  readonly repetition: Repetition;
  /** `docker_volume.home.for_each`, `module.box.count` */
  readonly name: string;
  readonly range: SourceRange;
}

/** The block's own repetition, then those of the calls around it, from the inside. */
function repetitionsOf(configuration: Configuration, module: SourceModule, resource: ResourceBlock): Repeated[] {
  const found = repeated(module, blockAddress(module, resource), resource);
  for (let inner = module; ; ) {
    const call = callOf(configuration, inner);
    const parent = parentOf(configuration, inner);
    if (call === undefined || parent === undefined) return found;
    found.push(...repeated(parent, `${modulePrefix(parent.path)}module.${call.name}`, call));
    inner = parent;
  }
}

function repeated(
  module: SourceModule,
  owner: string,
  { repetition, body }: Pick<ResourceBlock, 'repetition' | 'body'>,
): Repeated[] {
  if (repetition === undefined) return [];
  const { range } = body.attributes.get(repetition.kind) ?? body;
  return [{ module, repetition, name: `${owner}.${repetition.kind}`, range }];
}

/** What decides how many instances there are and by which keys, the block's own repetition first. */
export function traceInstances(tracing: Tracing, module: SourceModule, resource: ResourceBlock): readonly Trace[] {
  return repetitionsOf(tracing.configuration, module, resource).flatMap((each) =>
    withLink(linkTo(tracing, each.module, each.name, each.range), traceRepetition(tracing, each.module, each)),
  );
}

/** A repetition of a resource that differs at a claim. */
export interface VaryingKeys extends Repeated {
  readonly traces: readonly Trace[];
}

/** Those of a resource's repetitions, and of the calls around it, that a claim changes. */
export function varyingKeys(tracing: Tracing, module: SourceModule, resource: ResourceBlock): readonly VaryingKeys[] {
  return repetitionsOf(tracing.configuration, module, resource)
    .map((each) => ({ ...each, traces: traceRepetition(tracing, each.module, each) }))
    .filter(({ traces }) => traces.length > 0);
}

/** One `count` or `for_each` that decides whether a resource is there. */
export interface DecidingLevel {
  readonly traces: readonly Trace[];
  /** Surely nothing is left of it at the claim. */
  readonly isEmptyWhenClaimed: boolean;
}

/** The block's own repetition, then those of the calls around it, each by itself. */
export function decidingLevels(
  tracing: Tracing,
  module: SourceModule,
  resource: ResourceBlock,
): readonly DecidingLevel[] {
  return repetitionsOf(tracing.configuration, module, resource).map((each) => ({
    traces: traceRepetition(tracing, each.module, each),
    isEmptyWhenClaimed:
      instanceKeys(tracing, moduleScope(each.module), each.repetition.expression, 'claim')?.length === 0,
  }));
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

/** How many instances a build has; undefined where a parameter or the owner decides on it. */
export function instanceCount(
  tracing: Tracing,
  module: SourceModule,
  resource: ResourceBlock,
  build: Build,
): number | undefined {
  return repetitionsOf(tracing.configuration, module, resource)
    .map((each) => instanceKeys(tracing, moduleScope(each.module), each.repetition.expression, build)?.length)
    .reduce(product, 1);
}

/** No instances, times whatever number, are none. */
function product(left: number | undefined, right: number | undefined): number | undefined {
  if (left === 0 || right === 0) return 0;
  return left === undefined || right === undefined ? undefined : left * right;
}
