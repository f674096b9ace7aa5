import type { Configuration } from '../configuration.ts';
import { moduleKey } from '../configuration.ts';
import { formatReference, type Reference } from '../expression.ts';
import type { Scope, Trace, Tracing } from './trace.ts';
import { followReference, followShape } from './trace-reference.ts';

export interface TracingOptions {
  /** Names of parameters that the claimant chose otherwise than the prebuild. */
  readonly chosenParameters?: ReadonlySet<string>;
}

/** Follows values through one configuration, each reference once. */
export function tracingOf(
  configuration: Configuration,
  { chosenParameters = new Set() }: TracingOptions = {},
): Tracing {
  const known = new Map<string, readonly Trace[]>();
  /** A reference that is followed to find out what it means itself: only an invalid configuration has one. */
  const once = (key: string, follow: () => readonly Trace[]): readonly Trace[] => {
    const before = known.get(key);
    if (before !== undefined) return before;
    known.set(key, []);
    const traces = follow();
    known.set(key, traces);
    return traces;
  };
  const tracing: Tracing = {
    configuration,
    chosenParameters,
    follow(scope, reference, path) {
      // What a bound name means depends on where it is bound; its collection's references are remembered.
      if (scope.bindings.has(reference.root)) return followReference(tracing, scope, reference, path);
      return once(JSON.stringify([keyOf(scope, reference), path]), () =>
        followReference(tracing, scope, reference, path),
      );
    },
    followShape(scope, reference) {
      if (scope.bindings.has(reference.root)) return followShape(tracing, scope, reference);
      return once(`shape ${keyOf(scope, reference)}`, () => followShape(tracing, scope, reference));
    },
  };
  return tracing;
}

/** The same words elsewhere are another link of a chain. */
function keyOf({ module }: Scope, reference: Reference): string {
  const { file, start } = reference.range;
  return JSON.stringify([moduleKey(module.path), formatReference(reference), file, start]);
}
