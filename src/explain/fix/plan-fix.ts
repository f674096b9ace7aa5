import type { Configuration, ResourceBlock, SourceModule } from '../../model/configuration/configuration.ts';
import { parseAddress } from '../../model/configuration/resource-address.ts';
import type { AttributePath } from '../../model/plan/attribute-path.ts';
import { formatPath } from '../../model/plan/attribute-path.ts';
import { joined, listed, say, type Text } from '../../model/text.ts';
import { type FoundResource, findResource } from '../locate.ts';
import { varyingKeys } from '../trace/instances.ts';
import { type Leaf, leavesOf, overlaps } from '../trace/leaves.ts';
import type { Trace, Tracing } from '../trace/trace.ts';
import {
  argumentPath,
  blockAddress,
  blockScope,
  isIgnored,
  mayReplace,
  traceLeaf,
  traceTriggers,
} from '../trace/trace-resource.ts';
import { type FixAction, type FixPlan, NOT_OURS, WRITTEN_IN_JSON } from './fix.ts';
import { ignorablePath, widestPaths } from './ignore-path.ts';
import { planStableKeys } from './stable-keys.ts';

/** Both ways of looking at one configuration. */
export interface FixContext {
  readonly configuration: Configuration;
  /** What differs between a prebuild and its claim. */
  readonly claim: Tracing;
  /** What starts the agent and lets it connect. */
  readonly agent: Tracing;
}

/** The smallest change after which a claim leaves the resource alone. No path for a replacement that names none. */
export function planFix(
  context: FixContext,
  address: string,
  paths: readonly AttributePath[],
  fixed: ReadonlySet<string> = new Set(),
): FixPlan {
  const found = findResource(context.configuration, address);
  if (found === undefined)
    return none(say`${address} is not in the files that were read, so there is nothing to edit.`);
  if (!found.module.isOwn) return none(NOT_OURS);
  if (found.resource.body.syntax === 'json') return none(WRITTEN_IN_JSON);
  const here = new Set([...fixed, blockAddress(found.module, found.resource)]);
  return paths.length === 0 ? planPathless(context, found, here) : planForced(context, found, paths, here);
}

/** Arguments are ignored where they vary; where they only follow another resource, that one is fixed. */
function planForced(
  context: FixContext,
  { module, resource, address }: FoundResource,
  paths: readonly AttributePath[],
  fixed: ReadonlySet<string>,
): FixPlan {
  const leaves = leavesOf(resource.body, blockScope(module, resource, address.key))
    .filter(({ path }) => !isIgnored(resource, path))
    .map((leaf) => ({ leaf, traces: traceLeaf(context.claim, leaf) }));
  const meant = paths.flatMap((path) => {
    const written = leaves.filter(({ leaf }) => overlaps(leaf.path, path));
    const varying = written.filter(({ traces }) => traces.length > 0);
    return varying.length > 0 ? varying : written;
  });
  if (meant.length === 0) return none(computedBy(paths));
  if (meant.every(({ traces }) => isGate(traces))) return none(GATED);
  const followed = new Set<string>();
  const ignored: Leaf[] = [];
  for (const { leaf, traces } of meant) {
    const upstream = traces.map(replacedUpstream);
    const [root] = upstream;
    if (root !== undefined && upstream.every((each) => each !== undefined)) followed.add(root);
    else ignored.push(leaf);
  }
  const upstreamPlans = [...followed]
    .filter((root) => !fixed.has(root))
    .map((root) => planUpstream(context, root, fixed));
  const impossible = upstreamPlans.find((plan) => plan.kind === 'none');
  if (impossible !== undefined) return impossible;
  const own = ignored.length === 0 ? [] : [planIgnoring(context, module, resource, ignored)];
  return together([...own, ...upstreamPlans]);
}

/** What hangs on the prebuild flags alone is meant to change at the claim. */
function isGate(traces: readonly Trace[]): boolean {
  return traces.length > 0 && traces.every(({ variation }) => variation === 'prebuild-flag');
}

const GATED: Text = say`Only whether this is a prebuild decides it, so the template means it to change at the claim, and ${'ignore_changes'} would undo that.`;

/** What is computed from a replaced resource must follow it: ignoring the change would leave it with what is gone. */
function replacedUpstream({ replaced }: Trace): string | undefined {
  return replaced.findLast((address) => !parseAddress(address)?.type.startsWith('coder_'));
}

function planUpstream(context: FixContext, address: string, fixed: ReadonlySet<string>): FixPlan {
  const found = findResource(context.configuration, address);
  if (found === undefined) return planFix(context, address, [], fixed);
  const { module, resource } = found;
  const forcing = leavesOf(resource.body, blockScope(module, resource)).filter(
    (leaf) =>
      !isIgnored(resource, leaf.path) &&
      mayReplace(context.configuration, resource, leaf.path) &&
      traceLeaf(context.claim, leaf).length > 0,
  );
  return planFix(
    context,
    address,
    forcing.map(({ path }) => path),
    fixed,
  );
}

function planIgnoring(
  context: FixContext,
  module: SourceModule,
  resource: ResourceBlock,
  leaves: readonly Leaf[],
): FixPlan {
  const { configuration, agent } = context;
  const ordered = [...leaves, ...companions(context, module, resource, leaves)].toSorted(
    (left, right) => left.range.start - right.range.start,
  );
  const paths = widestPaths(ordered.map(({ path }) => ignorablePath(configuration, resource, path)));
  const actions: readonly FixAction[] = [{ kind: 'ignore', module, resource, paths }];
  const runsAgent = leavesOf(resource.body, blockScope(module, resource))
    .filter((leaf) => paths.some((path) => overlaps(path, leaf.path)) && traceLeaf(agent, leaf).length > 0)
    .map(({ path }) => argumentPath(path).join('.'));
  return { kind: 'actions', actions, tradeOff: tradeOffOf(paths, [...new Set(runsAgent)]) };
}

/**
 * Kubernetes refuses a pod template whose labels the selector does not match, so
 * where the selector keeps its labels the template has to keep them, too.
 */
function companions(
  { claim }: FixContext,
  module: SourceModule,
  resource: ResourceBlock,
  leaves: readonly Leaf[],
): readonly Leaf[] {
  const isSelected = leaves.some(({ path }) => argumentPath(path).join('.').startsWith('spec.selector'));
  if (!KUBERNETES_CONTROLLER.test(resource.type) || !isSelected) return [];
  return leavesOf(resource.body, blockScope(module, resource)).filter(
    (leaf) =>
      argumentPath(leaf.path).join('.').startsWith('spec.template.metadata.labels') &&
      !isIgnored(resource, leaf.path) &&
      traceLeaf(claim, leaf).length > 0,
  );
}

const KUBERNETES_CONTROLLER =
  /^kubernetes_(?:deployment|stateful_set|daemonset|daemon_set|replication_controller|job)(?:_v1)?$/;

function tradeOffOf(paths: readonly AttributePath[], runsAgent: readonly string[]): Text {
  const kept = say`A claimed workspace keeps the values of its prebuild in ${listed(paths.map(formatPath))}.`;
  if (runsAgent.length === 0) return kept;
  const stale = say`${listed(runsAgent)} ${runsAgent.length === 1 ? ['holds'] : ['hold']} the token or script of the agent, so a workspace also keeps its old agent token after a template update (coder/coder#17840).`;
  return joined([kept, stale]);
}

/** A trigger is fixed in the resource it names, other instances by stable keys. The rest is not in the template. */
function planPathless(context: FixContext, { module, resource }: FoundResource, fixed: ReadonlySet<string>): FixPlan {
  const triggers = traceTriggers(context.claim, module, resource);
  if (triggers.length > 0) return planTriggers(context, module, resource, fixed);
  const keys = varyingKeys(context.claim, module, resource);
  if (keys.length > 0) return planStableKeys(context.configuration, keys);
  return none(
    say`No attribute forces the replacement, so ${'ignore_changes'} cannot prevent it. The resource is tainted, was named with ${'-replace'}, or the cause is not in the template.`,
  );
}

function planTriggers(
  context: FixContext,
  module: SourceModule,
  resource: ResourceBlock,
  fixed: ReadonlySet<string>,
): FixPlan {
  const named = resource.lifecycle.replaceTriggeredBy.flatMap(({ root, steps: [first] }) =>
    first?.kind === 'attribute' ? [module.resources.get(`${root}.${first.name}`)] : [],
  );
  const plans = named
    .filter((trigger) => trigger !== undefined)
    .filter((trigger) => !fixed.has(blockAddress(module, trigger)))
    .map((trigger): FixPlan => {
      const varying = leavesOf(trigger.body, blockScope(module, trigger)).filter(
        (leaf) => !isIgnored(trigger, leaf.path) && traceLeaf(context.claim, leaf).length > 0,
      );
      if (varying.length === 0) return { kind: 'actions', actions: [], tradeOff: [] };
      if (trigger.type.startsWith('coder_')) return none(TRIGGERED_BY_CODER);
      return planFix(
        context,
        blockAddress(module, trigger),
        varying.map(({ path }) => path),
        fixed,
      );
    });
  const impossible = plans.find((plan) => plan.kind === 'none');
  const all = impossible ?? together(plans);
  return all.kind === 'actions' && all.actions.length === 0 ? none(TRIGGERED_BY_CODER) : all;
}

const TRIGGERED_BY_CODER: Text = say`${'replace_triggered_by'} refers to something that every claim changes, and ${'ignore_changes'} has no effect on it. Refer to something that stays the same.`;

function computedBy(paths: readonly AttributePath[]): Text {
  return say`The provider computes ${listed(paths.map(formatPath))}, so ${'ignore_changes'} has no effect on it. Keep the values that it is computed from the same.`;
}

function together(plans: readonly FixPlan[]): FixPlan {
  const possible = plans.filter((plan) => plan.kind === 'actions');
  return {
    kind: 'actions',
    actions: possible.flatMap(({ actions }) => actions),
    tradeOff: joined(possible.map(({ tradeOff }) => tradeOff).filter((text) => text.length > 0)),
  };
}

function none(because: Text): FixPlan {
  return { kind: 'none', because };
}
