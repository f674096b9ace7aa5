import {
  addressOf,
  type Block,
  type Configuration,
  modulePrefix,
  type ResourceBlock,
  type SourceModule,
} from '../../model/configuration/configuration.ts';
import type { SourceRange } from '../../model/configuration/expression.ts';
import { effectOf } from '../../model/configuration/known-replacements.ts';
import type { InstanceKey } from '../../model/configuration/resource-address.ts';
import type { CauseLink } from '../../model/judgement/finding.ts';
import type { AttributePath } from '../../model/plan/attribute-path.ts';
import { formatPath } from '../../model/plan/attribute-path.ts';
import { locationIn } from '../locate.ts';
import { isWithin, type Leaf, leavesOf } from './leaves.ts';
import { type Binding, type Scope, shortest, type Trace, type Tracing, withLink } from './trace.ts';
import { traceExpression, traceShape } from './trace-expression.ts';

export function moduleScope(module: SourceModule): Scope {
  return { module, bindings: new Map() };
}

/** What a resource's or call's own arguments see: `each`, where it repeats over a collection. */
export function blockScope(
  module: SourceModule,
  { repetition }: Pick<ResourceBlock, 'repetition'>,
  key?: InstanceKey,
): Scope {
  const scope = moduleScope(module);
  if (repetition?.kind !== 'for_each') return scope;
  const each: Binding = { kind: 'instance', collection: repetition.expression, scope, key };
  return { module, bindings: new Map([['each', each]]) };
}

/** The block's address with the calls that lead to it, without instance keys. */
export function blockAddress(module: SourceModule, resource: ResourceBlock): string {
  return modulePrefix(module.path) + addressOf(resource);
}

export function traceLeaf(tracing: Tracing, leaf: Leaf): readonly Trace[] {
  return leaf.part === 'shape'
    ? traceShape(tracing, leaf.scope, leaf.expression)
    : traceExpression(tracing, leaf.scope, leaf.expression);
}

/** Ignored arguments keep the value that the prebuild got. */
export function isIgnored({ lifecycle: { ignoreChanges } }: ResourceBlock, path: AttributePath): boolean {
  if (ignoreChanges.kind === 'none') return false;
  return ignoreChanges.kind === 'all' || ignoreChanges.paths.some((ignored) => isWithin(path, ignored));
}

/** Arguments that a claim may change, each with the ways back to what varies. */
export function varyingLeaves(
  tracing: Tracing,
  module: SourceModule,
  resource: ResourceBlock,
  key?: InstanceKey,
): readonly VaryingLeaf[] {
  return leavesOf(resource.body, blockScope(module, resource, key))
    .filter(({ path }) => !isIgnored(resource, path))
    .map((leaf) => ({ leaf, traces: traceLeaf(tracing, leaf) }))
    .filter(({ traces }) => traces.length > 0);
}

export interface VaryingLeaf {
  readonly leaf: Leaf;
  readonly traces: readonly Trace[];
}

/** Names of a path, without positions: as the table of replacements names arguments. */
export function argumentPath(path: AttributePath): readonly string[] {
  return path.filter((step) => typeof step === 'string');
}

/** Whether changing it may replace the resource. Of types that are not known, anything may. */
export function mayReplace(
  { replacements }: Configuration,
  { type, body }: ResourceBlock,
  path: AttributePath,
): boolean {
  return effectOf(replacements, type, argumentPath(path)) !== 'updates' || isSwitchedOn(body, path);
}

/** With `user_data_replace_on_change` a provider replaces for what it was seen to change in place without it. */
function isSwitchedOn({ attributes }: Block, [name]: AttributePath): boolean {
  return [...attributes.values()].some((attribute) => {
    const prefix = /^(.+)_replace_on_change$/.exec(attribute.name)?.[1];
    if (prefix === undefined || typeof name !== 'string' || name === attribute.name) return false;
    return name.startsWith(prefix) && !(attribute.value.kind === 'literal' && attribute.value.value === false);
  });
}

/** Ways on which a claim replaces the resource: arguments that force it, and triggers. */
export function traceReplacement(tracing: Tracing, module: SourceModule, resource: ResourceBlock): readonly Trace[] {
  if (resource.mode !== 'managed') return [];
  const address = blockAddress(module, resource);
  const forced = varyingLeaves(tracing, module, resource)
    .filter(({ leaf }) => mayReplace(tracing.configuration, resource, leaf.path))
    .flatMap(({ leaf, traces }) => withLink(leafLink(tracing, module, address, leaf), traces));
  return shortest([...forced, ...traceTriggers(tracing, module, resource)]);
}

export function leafLink(tracing: Tracing, module: SourceModule, address: string, { path, range }: Leaf): CauseLink {
  return linkTo(tracing, module, `${address}.${formatPath(path)}`, range);
}

export function linkTo(tracing: Tracing, module: SourceModule, reference: string, range: SourceRange): CauseLink {
  const location = locationIn(tracing.configuration, module, range);
  return location === undefined ? { reference } : { reference, location };
}

/** `replace_triggered_by`: any change of the resource it names, or of the attribute. */
export function traceTriggers(tracing: Tracing, module: SourceModule, resource: ResourceBlock): readonly Trace[] {
  const { body, lifecycle } = resource;
  const scope = blockScope(module, resource);
  const traces = shortest(lifecycle.replaceTriggeredBy.flatMap((reference) => tracing.follow(scope, reference, [])));
  const written = body.blocks.find(({ type }) => type === 'lifecycle')?.attributes.get('replace_triggered_by');
  const name = `${blockAddress(module, resource)}.replace_triggered_by`;
  return withLink(linkTo(tracing, module, name, (written ?? body).range), traces);
}

/** What decides how many instances of one block there are, and by which keys. */
export function traceRepetition(
  tracing: Tracing,
  module: SourceModule,
  { repetition }: Pick<ResourceBlock, 'repetition'>,
): readonly Trace[] {
  if (repetition === undefined) return [];
  const scope = moduleScope(module);
  return repetition.kind === 'count'
    ? traceExpression(tracing, scope, repetition.expression)
    : traceShape(tracing, scope, repetition.expression);
}
