import {
  addressOf,
  callOf,
  moduleKey,
  modulePrefix,
  parentOf,
  type ResourceBlock,
  type SourceModule,
} from '../../model/configuration/configuration.ts';
import {
  constantKey,
  formatReference,
  type Reference,
  type ReferenceStep,
} from '../../model/configuration/expression.ts';
import type { AttributePath } from '../../model/plan/attribute-path.ts';
import { leavesOf } from './leaves.ts';
import { type Binding, type Scope, shortest, type Trace, type Tracing, withLink } from './trace.ts';
import { followData, followManaged } from './trace-block.ts';
import { isSet, pathOf, traceExpression, traceShape } from './trace-expression.ts';
import { blockScope, leafLink, linkTo, moduleScope, traceLeaf, traceRepetition } from './trace-resource.ts';

/** Every way from what a reference means, at `path` below it, back to what varies. */
export function followReference(
  tracing: Tracing,
  scope: Scope,
  reference: Reference,
  path: AttributePath,
): readonly Trace[] {
  const binding = scope.bindings.get(reference.root);
  if (binding !== undefined) return followBinding(tracing, binding, [...pathOf(reference.steps), ...path]);
  const { module } = scope;
  const [first, ...rest] = reference.steps;
  const name = first?.kind === 'attribute' ? first.name : undefined;
  if (name === undefined) return [];
  switch (reference.root) {
    case 'local':
      return followLocal(tracing, module, name, [...pathOf(rest), ...path]);
    case 'var':
      return followVariable(tracing, module, name, [...pathOf(rest), ...path]);
    case 'module':
      return followCall(tracing, module, name, rest, path);
    case 'data':
    case 'ephemeral':
      return followBlock(tracing, scope, `${reference.root}.${name}`, reference, rest, path);
    case 'each':
    case 'count':
    case 'self':
    case 'path':
    case 'terraform':
      return [];
    default:
      return followBlock(tracing, scope, reference.root, reference, reference.steps, path);
  }
}

/** What decides the keys or the number of what a reference means. */
export function followShape(tracing: Tracing, scope: Scope, reference: Reference): readonly Trace[] {
  const { module } = scope;
  const [first, ...rest] = reference.steps;
  const name = first?.kind === 'attribute' ? first.name : undefined;
  if (name === undefined || rest.length > 0 || scope.bindings.has(reference.root)) {
    return followReference(tracing, scope, reference, []);
  }
  const local = reference.root === 'local' ? module.locals.get(name) : undefined;
  if (local !== undefined) {
    const link = linkTo(tracing, module, `${modulePrefix(module.path)}local.${name}`, local.range);
    return withLink(link, traceShape(tracing, moduleScope(module), local.value));
  }
  const call = reference.root === 'module' ? module.calls.get(name) : undefined;
  if (call !== undefined) return traceRepetition(tracing, module, call);
  const resource = module.resources.get(`${reference.root}.${name}`);
  if (resource?.repetition !== undefined) return traceRepetition(tracing, module, resource);
  return followReference(tracing, scope, reference, []);
}

function followBinding(tracing: Tracing, binding: Binding, path: AttributePath): readonly Trace[] {
  const { kind, collection, scope, key } = binding;
  const [part, ...below] = path;
  if (kind === 'key' || part === 'key') return kind === 'instance' ? [] : traceShape(tracing, scope, collection);
  if (kind === 'instance' && isSet(tracing, scope, collection)) return [];
  const rest = kind === 'value' ? path : below;
  return traceExpression(tracing, scope, collection, [key ?? null, ...rest]);
}

function followLocal(tracing: Tracing, module: SourceModule, name: string, path: AttributePath): readonly Trace[] {
  const local = module.locals.get(name);
  if (local === undefined) return [];
  const link = linkTo(tracing, module, `${modulePrefix(module.path)}local.${name}`, local.range);
  return withLink(link, traceExpression(tracing, moduleScope(module), local.value, path));
}

/** A root module's variables are given from outside, and the same at both builds. */
function followVariable(tracing: Tracing, module: SourceModule, name: string, path: AttributePath): readonly Trace[] {
  const call = callOf(tracing.configuration, module);
  const parent = parentOf(tracing.configuration, module);
  const argument = call?.body.attributes.get(name);
  if (call === undefined || parent === undefined || argument === undefined) return [];
  const link = linkTo(tracing, parent, `${modulePrefix(module.path)}var.${name}`, argument.range);
  return withLink(link, traceExpression(tracing, blockScope(parent, call), argument.value, path));
}

function followCall(
  tracing: Tracing,
  module: SourceModule,
  name: string,
  steps: readonly ReferenceStep[],
  path: AttributePath,
): readonly Trace[] {
  const call = module.calls.get(name);
  if (call === undefined) return [];
  const existence = traceRepetition(tracing, module, call);
  const inner = tracing.configuration.modules.get(moduleKey([...module.path, name]));
  const [key, ...afterKey] = steps;
  const rest = call.repetition !== undefined || key?.kind !== 'attribute' ? afterKey : steps;
  const [output, ...below] = [...pathOf(rest), ...path];
  // A module that was not downloaded may make anything of what it is given.
  if (inner === undefined) {
    const given = leavesOf(call.body, blockScope(module, call)).filter(
      ({ path: [argument] }) => !CALL_ARGUMENTS.has(String(argument)),
    );
    return [
      ...existence,
      ...given.flatMap((leaf) => withLink(leafLink(tracing, module, `module.${name}`, leaf), traceLeaf(tracing, leaf))),
    ];
  }
  const outputs = [...inner.outputs].filter(([candidate]) => typeof output !== 'string' || candidate === output);
  return [
    ...existence,
    ...outputs.flatMap(([candidate, block]) => {
      const value = block.attributes.get('value');
      if (value === undefined) return [];
      const link = linkTo(tracing, inner, `${modulePrefix(inner.path)}${candidate}`, value.range);
      return withLink(link, traceExpression(tracing, moduleScope(inner), value.value, below));
    }),
  ];
}

const CALL_ARGUMENTS: ReadonlySet<string> = new Set(['source', 'version', 'providers']);

/** A data source, a resource, or what is not declared at all. */
function followBlock(
  tracing: Tracing,
  scope: Scope,
  type: string,
  reference: Reference,
  steps: readonly ReferenceStep[],
  path: AttributePath,
): readonly Trace[] {
  const { module } = scope;
  const [first, ...rest] = steps;
  const name = first?.kind === 'attribute' ? first.name : undefined;
  const resource = name === undefined ? undefined : module.resources.get(`${type}.${name}`);
  if (resource === undefined) return [];
  const isInstance = rest[0]?.kind === 'attribute' ? resource.repetition?.kind === 'for_each' : rest.length > 0;
  const attributes = [...pathOf(isInstance ? rest.slice(1) : rest), ...path];
  const instance = isInstance && rest[0]?.kind === 'index' ? constantKey(rest[0].key) : undefined;
  const existence = traceRepetition(tracing, module, resource);
  const source = sourceOf(tracing, scope, resource, reference, attributes);
  if (source !== undefined) return [...existence, source];
  const found =
    resource.mode === 'data'
      ? followData(tracing, module, resource, attributes)
      : followManaged(tracing, module, resource, attributes, instance);
  return shortest([...existence, ...found]);
}

/** The reference itself, where what it means is known to vary. */
function sourceOf(
  tracing: Tracing,
  { module }: Scope,
  resource: ResourceBlock,
  reference: Reference,
  [attribute]: AttributePath,
): Trace | undefined {
  const named = typeof attribute === 'string' ? attribute : undefined;
  const variation = tracing.sources.ofBlock(resource, named);
  if (variation === undefined) return undefined;
  const written = formatReference(reference);
  const reaches = named === undefined || written.endsWith(`.${named}`) ? written : `${addressOf(resource)}.${named}`;
  const link = linkTo(tracing, module, modulePrefix(module.path) + reaches, reference.range);
  return { links: [link], variation, source: { module, expression: reference }, replaced: [] };
}
