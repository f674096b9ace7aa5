import type { CauseChain } from '../model/judgement/finding.ts';
import { attributeOf } from '../model/plan/attribute-path.ts';
import { isCoderResource, type Plan, type ResourceChange } from '../model/plan/plan.ts';
import { moduleAt, modulePath } from '../model/plan/plan-configuration.ts';
import { type ReferenceChain, traceAttribute } from './trace-references.ts';

/** What leads to a replacement, as far as the plan itself tells. */
export interface ReplacementCause {
  /** Attributes that force it, each once, in Terraform's order. */
  readonly attributes: readonly string[];
  /** Those that the template sets: the provider computes the others, so ignoring them changes nothing. */
  readonly ignorable: readonly string[];
  /** From the attributes back to what varies, shortest first. */
  readonly chains: readonly CauseChain[];
  /** The replaced resource that this one only follows. Fixing that one fixes this one too. */
  readonly root: string | undefined;
  /** A replaced `coder_*` resource behind it, which Coder itself does not name. */
  readonly hiddenCause: string | undefined;
}

export function replacementCause(plan: Plan, change: ResourceChange): ReplacementCause {
  const attributes = [...new Set(change.replacePaths.map(attributeOf).filter((attribute) => attribute !== undefined))];
  const traces = attributes.map((attribute) => ({
    attribute,
    isUnknown: change.attributes.some(({ path, becomesUnknown }) => becomesUnknown && path[0] === attribute),
    chains: traceAttribute(plan, change, attribute),
  }));
  const upstream = traces.map(({ isUnknown, chains }) => (isUnknown ? lastReplaced(chains) : undefined));
  const [root] = upstream;
  const follows = root !== undefined && upstream.every((candidate) => candidate !== undefined);
  return {
    attributes,
    ignorable: attributes.filter((attribute) => isConfigured(plan, change, attribute)),
    chains: traces
      .flatMap(({ chains }) => telling(chains))
      .toSorted((left, right) => left.length - right.length)
      .slice(0, SHOWN_CHAINS),
    root: follows && !isCoderResource(root) ? root.address : undefined,
    hiddenCause: upstream.find((candidate) => candidate !== undefined && isCoderResource(candidate))?.address,
  };
}

/** A plan without its configuration does not say; every provider computes `id`. */
function isConfigured(plan: Plan, change: ResourceChange, attribute: string): boolean {
  if (plan.configuration === undefined) return attribute !== 'id';
  const module = moduleAt(plan.configuration, modulePath(change.moduleAddress));
  const resource = module?.resources.get(`${change.type}.${change.name}`);
  // A `dynamic` block is not in the configuration of a plan, so only an unknown value tells a computed attribute.
  const isComputed = change.attributes.some(({ path, becomesUnknown }) => becomesUnknown && path[0] === attribute);
  return resource === undefined || resource.attributes.has(attribute) || !isComputed;
}

const SHOWN_CHAINS = 6;

/** Of one attribute: chains that end in what a claim changes or in another replacement; any, where none does. */
function telling(chains: readonly ReferenceChain[]): readonly CauseChain[] {
  const ending = chains.filter((chain) => chain.variesAtClaim || chain.replaced.length > 0);
  return (ending.length > 0 ? ending : chains).map((chain) => chain.links);
}

/** The far end of the shortest chain through replaced resources. */
function lastReplaced(chains: readonly ReferenceChain[]): ResourceChange | undefined {
  return chains.find((chain) => chain.replaced.length > 0)?.replaced.at(-1);
}
