import type { CauseChain, CauseLink } from '../model/judgement/finding.ts';
import { attributeOf } from '../model/plan/attribute-path.ts';
import { isReplacement, type Plan, type ResourceChange } from '../model/plan/plan.ts';
import {
  type ConfiguredModule,
  moduleAt,
  modulePath,
  type PlanConfiguration,
} from '../model/plan/plan-configuration.ts';
import { variationOfData } from './claim-variation.ts';

/** Where a chain of references ends. */
export interface ReferenceChain {
  readonly links: CauseChain;
  /** Other replaced resources on the way, nearest first. */
  readonly replaced: readonly ResourceChange[];
  /** The last reference is data that a claim changes. */
  readonly variesAtClaim: boolean;
}

/**
 * Follows the references of one attribute through module inputs and outputs and
 * through other replaced resources. Locals end a chain: a plan does not hold
 * their definitions.
 */
export function traceAttribute(plan: Plan, change: ResourceChange, attribute: string): readonly ReferenceChain[] {
  if (plan.configuration === undefined) return [];
  const tracer = new Tracer(plan.configuration, plan.changes);
  return tracer.fromAttribute(change, attribute).sort((left, right) => left.links.length - right.links.length);
}

/** A reference that leads to another value at claim than in the prebuild: who owns the workspace, and its name. */
export function isClaimVarying(reference: string): boolean {
  const [, type, attribute] = DATA_REFERENCE.exec(reference) ?? [];
  const variation = type === undefined ? undefined : variationOfData(type, attribute);
  // What is new on every build is so without a claim, too.
  return variation !== undefined && variation !== 'every-build';
}

/** Terraform lists each reference and then its shorter prefixes; the longest says most. */
export function withoutPrefixes(references: readonly string[]): readonly string[] {
  const unique = [...new Set(references)];
  return unique.filter(
    (reference) => !unique.some((other) => other.startsWith(`${reference}.`) || other.startsWith(`${reference}[`)),
  );
}

const DATA_REFERENCE = /^data\.([^.[]+)\.[^.[]+(?:\[[^\]]*\])?(?:\.([^.[]+))?/;

/** The block's two names, an instance key or none, and the attribute or output after it. */
const REFERENCE = /^([^.[]+)(?:\.([^.[]+))?(?:\[[^\]]*\])?(?:\.([^.[]+))?/;

/** A cycle through modules cannot happen in Terraform; the bound is for plans that something else wrote. */
const MAX_LINKS = 12;

class Tracer {
  readonly #configuration: PlanConfiguration;
  readonly #changes: readonly ResourceChange[];
  readonly #seen = new Set<string>();

  constructor(configuration: PlanConfiguration, changes: readonly ResourceChange[]) {
    this.#configuration = configuration;
    this.#changes = changes;
  }

  fromAttribute(change: ResourceChange, attribute: string): ReferenceChain[] {
    const path = modulePath(change.moduleAddress);
    const resource = moduleAt(this.#configuration, path)?.resources.get(`${change.type}.${change.name}`);
    const references = resource?.attributes.get(attribute) ?? [];
    const start = { reference: `${change.type}.${change.name}.${attribute}` };
    return this.#follow(path, references, resource?.repetition ?? [], [start], []);
  }

  #follow(
    path: readonly string[],
    references: readonly string[],
    repetition: readonly string[],
    links: readonly CauseLink[],
    replaced: readonly ResourceChange[],
  ): ReferenceChain[] {
    return withoutPrefixes(references).flatMap((reference) => this.#step(path, reference, repetition, links, replaced));
  }

  #step(
    path: readonly string[],
    reference: string,
    repetition: readonly string[],
    before: readonly CauseLink[],
    replaced: readonly ResourceChange[],
  ): ReferenceChain[] {
    const links = [...before, { reference }];
    const end = [{ links, replaced, variesAtClaim: isClaimVarying(reference) }];
    const key = JSON.stringify([path, reference]);
    if (links.length > MAX_LINKS || this.#seen.has(key)) return end;
    this.#seen.add(key);

    const [, head = '', name = '', output] = REFERENCE.exec(reference) ?? [];
    if (head === 'var') {
      const call = this.#caller(path)?.calls.get(path.at(-1) ?? '');
      const inputs = call?.inputs.get(name) ?? [];
      return inputs.length === 0
        ? end
        : this.#follow(path.slice(0, -1), inputs, call?.repetition ?? [], links, replaced);
    }
    if (head === 'module') {
      const inner = [...path, name];
      const outputs = output === undefined ? undefined : moduleAt(this.#configuration, inner)?.outputs.get(output);
      return outputs === undefined ? end : this.#follow(inner, outputs, [], links, replaced);
    }
    if (head === 'each' || head === 'count') {
      return repetition.length === 0 ? end : this.#follow(path, repetition, [], links, replaced);
    }
    return this.#throughReplaced(path, `${head}.${name}`, links, replaced) ?? end;
  }

  /** A replaced resource gives no known value; what replaces it is the next link. */
  #throughReplaced(
    path: readonly string[],
    address: string,
    links: readonly CauseLink[],
    replaced: readonly ResourceChange[],
  ): ReferenceChain[] | undefined {
    const change = this.#changes.find(
      (candidate) =>
        isReplacement(candidate) &&
        `${candidate.type}.${candidate.name}` === address &&
        modulePath(candidate.moduleAddress).join('\n') === path.join('\n'),
    );
    if (change === undefined) return undefined;
    const upstream = [...replaced, change];
    const attributes = new Set(change.replacePaths.map(attributeOf).filter((attribute) => attribute !== undefined));
    const resource = moduleAt(this.#configuration, path)?.resources.get(address);
    const further = [...attributes].flatMap((attribute) => {
      const references = resource?.attributes.get(attribute) ?? [];
      return this.#follow(
        path,
        references,
        resource?.repetition ?? [],
        [...links, { reference: `${address}.${attribute}` }],
        upstream,
      );
    });
    return further.length > 0 ? further : [{ links, replaced: upstream, variesAtClaim: false }];
  }

  #caller(path: readonly string[]): ConfiguredModule | undefined {
    return path.length === 0 ? undefined : moduleAt(this.#configuration, path.slice(0, -1));
  }
}
