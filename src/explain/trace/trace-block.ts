import type { ResourceBlock, SourceModule } from '../../model/configuration/configuration.ts';
import { type Reference, referencesIn } from '../../model/configuration/expression.ts';
import type { AttributePath } from '../../model/plan/attribute-path.ts';
import { storedAgents } from './agents.ts';
import { leavesOf, overlaps } from './leaves.ts';
import { type Trace, type Tracing, withLink } from './trace.ts';
import {
  blockAddress,
  blockScope,
  isIgnored,
  leafLink,
  linkTo,
  moduleScope,
  traceLeaf,
  traceReplacement,
  varyingLeaves,
} from './trace-resource.ts';

/** Read anew at every build: what it is asked decides what it answers. */
export function followData(
  tracing: Tracing,
  module: SourceModule,
  resource: ResourceBlock,
  path: AttributePath,
): readonly Trace[] {
  const address = blockAddress(module, resource);
  const leaves = leavesOf(resource.body, blockScope(module, resource));
  const asked = leaves.filter((leaf) => path.length > 0 && overlaps(leaf.path, path));
  // What Coder answers is the same at both builds, but where it is known to vary.
  const deciding = asked.length > 0 || isOfCoder(resource) ? asked : leaves;
  return [
    ...deciding.flatMap((leaf) => withLink(leafLink(tracing, module, address, leaf), traceLeaf(tracing, leaf))),
    ...(isOfCoder(resource) ? [] : traceOrder(tracing, module, resource)),
  ];
}

/** A data source that waits for what a claim changes is read after it, and not known when the claim is planned. */
function traceOrder(tracing: Tracing, module: SourceModule, resource: ResourceBlock): readonly Trace[] {
  const order = resource.body.attributes.get('depends_on');
  if (order === undefined) return [];
  const scope = moduleScope(module);
  const link = linkTo(tracing, module, `${blockAddress(module, resource)}.depends_on`, order.range);
  return withLink(
    link,
    referencesIn(order.value)
      .filter(({ root }) => root !== 'data')
      .flatMap((reference) => tracing.follow(scope, reference, [])),
  );
}

function isOfCoder({ type }: ResourceBlock): boolean {
  return type.startsWith('coder_');
}

/** A configured attribute has the value it is given; any other is computed anew when the resource is replaced. */
export function followManaged(
  tracing: Tracing,
  module: SourceModule,
  resource: ResourceBlock,
  path: AttributePath,
  instance: string | number | undefined,
): readonly Trace[] {
  const address = blockAddress(module, resource);
  if (path.length === 0) {
    const arguments_ = varyingLeaves(tracing, module, resource, instance).flatMap(({ leaf, traces }) =>
      withLink(leafLink(tracing, module, address, leaf), traces),
    );
    return [...arguments_, ...traceReplacement(tracing, module, resource)];
  }
  const source = resource.type === 'terraform_data' && path[0] === 'output' ? ['input', ...path.slice(1)] : path;
  const configured = leavesOf(resource.body, blockScope(module, resource, instance)).filter((leaf) =>
    overlaps(leaf.path, source),
  );
  const given = configured
    .filter((leaf) => !isIgnored(resource, leaf.path))
    .flatMap((leaf) => withLink(leafLink(tracing, module, address, leaf), traceLeaf(tracing, leaf)));
  if (configured.length > 0 && source === path) return given;
  const computed = traceReplacement(tracing, module, resource).map((trace) => ({
    ...trace,
    replaced: [address, ...trace.replaced],
  }));
  const [attribute] = path;
  const link = linkTo(tracing, module, `${address}.${String(attribute ?? '')}`, resource.body.range);
  return [...given, ...withLink(link, [...computed, ...lostToken(tracing, module, resource, attribute)])];
}

/** With two stored agents or more, the tokens of all are lost at a claim (coder/coder#17388). */
function lostToken(
  tracing: Tracing,
  module: SourceModule,
  resource: ResourceBlock,
  attribute: AttributePath[number] | undefined,
): readonly Trace[] {
  if (resource.type !== 'coder_agent' || attribute !== 'token') return [];
  if (storedAgents(tracing).length < 2) return [];
  const expression: Reference = { kind: 'reference', root: 'coder_agent', steps: [], range: resource.body.range };
  return [
    { links: [], variation: 'lost-token', source: { module, expression }, replaced: [blockAddress(module, resource)] },
  ];
}
