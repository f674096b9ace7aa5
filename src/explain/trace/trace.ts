import type { Configuration, ResourceBlock, SourceModule } from '../../model/configuration/configuration.ts';
import type { Expression, Reference } from '../../model/configuration/expression.ts';
import type { CauseLink } from '../../model/judgement/finding.ts';
import type { AttributePath } from '../../model/plan/attribute-path.ts';
import type { Variation } from '../claim-variation.ts';

/** One way from a value back to what varies. */
export interface Trace {
  readonly links: readonly CauseLink[];
  readonly variation: Variation;
  /** Where what varies is written. */
  readonly source: SourceUse;
  /** Blocks that must be replaced for this way to be open, for it goes through what they compute. */
  readonly replaced: readonly string[];
}

export interface SourceUse {
  readonly module: SourceModule;
  readonly expression: Expression;
}

/** Where a name stands: its module, and what `each`, `for` and dynamic blocks mean there. */
export interface Scope {
  readonly module: SourceModule;
  readonly bindings: ReadonlyMap<string, Binding>;
}

export interface Binding {
  /** `iterator` has `.key` and `.value`; `instance` is the `each` of a resource or module, whose key is its identity. */
  readonly kind: 'iterator' | 'instance' | 'key' | 'value';
  readonly collection: Expression;
  readonly scope: Scope;
  /** The key of the instance that is meant, where it is known. */
  readonly key?: string | number | undefined;
}

/** Where a trace ends. */
export interface Sources {
  /** How an attribute of a block varies, or the whole block; undefined where it is to be traced on. */
  ofBlock(block: ResourceBlock, attribute: string | undefined): Variation | undefined;
  /** How the result of a function varies, whatever it is given. */
  ofFunction(name: string): Variation | undefined;
}

export interface Tracing {
  readonly configuration: Configuration;
  readonly sources: Sources;
  follow(scope: Scope, reference: Reference, path: AttributePath): readonly Trace[];
  /** What decides the keys or the number of what the reference means. */
  followShape(scope: Scope, reference: Reference): readonly Trace[];
}

/** More ways than these tell a reader nothing new, and would multiply from value to value. */
const KEPT_TRACES = 8;

/** One for each thing that varies, the shortest, in an order that does not depend on how they were found. */
export function shortest(traces: readonly Trace[]): readonly Trace[] {
  if (traces.length < 2) return traces;
  const bySource = new Map<string, Trace>();
  for (const trace of traces.toSorted(byLength)) {
    const key = JSON.stringify([trace.links.at(-1)?.reference, trace.replaced]);
    if (!bySource.has(key)) bySource.set(key, trace);
  }
  return [...bySource.values()].slice(0, KEPT_TRACES);
}

export function withLink(link: CauseLink, traces: readonly Trace[]): readonly Trace[] {
  return traces.map((trace) => ({ ...trace, links: [link, ...trace.links] }));
}

export function byLength(left: Trace, right: Trace): number {
  return left.links.length - right.links.length || compareText(textOf(left), textOf(right));
}

function textOf({ links }: Trace): string {
  return links.map(({ reference }) => reference).join(' ');
}

function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
