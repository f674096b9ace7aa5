import { attributeOf } from './attribute-path.ts';
import type { CauseChain } from './finding.ts';
import { isCoderResource, type Plan, type ResourceChange } from './plan.ts';
import { type ReferenceChain, traceAttribute } from './trace-references.ts';

/** What leads to a replacement, as far as the plan itself tells. */
export interface ReplacementCause {
  /** Attributes that force it, each once, in Terraform's order. */
  readonly attributes: readonly string[];
  /** From the attributes back to what varies, shortest first. */
  readonly chains: readonly CauseChain[];
  /** The replaced resource that this one only follows: mend that one and this one is mended. */
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
    chains: telling(traces.flatMap(({ chains }) => chains)),
    root: follows && !isCoderResource(root) ? root.address : undefined,
    hiddenCause: upstream.find((candidate) => candidate !== undefined && isCoderResource(candidate))?.address,
  };
}

const SHOWN_CHAINS = 5;

/** Chains that end in what a claim changes or in another replacement; any, where none does. */
function telling(chains: readonly ReferenceChain[]): readonly CauseChain[] {
  const ending = chains.filter((chain) => chain.variesAtClaim || chain.replaced.length > 0);
  return (ending.length > 0 ? ending : chains)
    .toSorted((left, right) => left.links.length - right.links.length)
    .slice(0, SHOWN_CHAINS)
    .map((chain) => chain.links);
}

/** The far end of the shortest chain through replaced resources. */
function lastReplaced(chains: readonly ReferenceChain[]): ResourceChange | undefined {
  return chains.find((chain) => chain.replaced.length > 0)?.replaced.at(-1);
}
