import type { Configuration, ResourceBlock } from '../../model/configuration/configuration.ts';
import { moduleKey } from '../../model/configuration/configuration.ts';
import { constantKey, formatReference, type Reference } from '../../model/configuration/expression.ts';
import { isClock, isPlanTime, variationOfData, variationOfFunction } from '../claim-variation.ts';
import type { Scope, Sources, Trace, Tracing } from './trace.ts';
import { followReference, followShape } from './trace-reference.ts';

export interface TracingOptions {
  /** Names of parameters that the claimant chose otherwise than the prebuild. */
  readonly chosenParameters?: ReadonlySet<string>;
}

/** Traces end at what differs between a prebuild and its claim. */
export function claimTracing(
  configuration: Configuration,
  { chosenParameters = new Set() }: TracingOptions = {},
): Tracing {
  const isChosen = ({ type, body }: ResourceBlock) => {
    const name = body.attributes.get('name')?.value;
    const constant = name === undefined ? undefined : constantKey(name);
    return type === 'coder_parameter' && typeof constant === 'string' && chosenParameters.has(constant);
  };
  return tracingOf(configuration, {
    ofBlock(block, attribute) {
      if (block.mode !== 'data') return undefined;
      const isValue = attribute === 'value' || attribute === undefined;
      return isValue && isChosen(block) ? 'parameter' : variationOfData(block.type, attribute);
    },
    ofFunction: variationOfFunction,
  });
}

/** Traces end at what starts the agent and lets it connect: who has that runs the agent. */
export function agentTracing(configuration: Configuration): Tracing {
  return tracingOf(configuration, {
    ofBlock({ type, mode }, attribute) {
      if (mode !== 'managed' || type !== 'coder_agent') return undefined;
      if (attribute === 'init_script') return 'agent-script';
      return attribute === undefined || attribute === 'token' ? 'agent-token' : undefined;
    },
    ofFunction: () => undefined,
  });
}

/** Traces end at what changes with the time alone. */
export function clockTracing(configuration: Configuration): Tracing {
  return tracingOf(configuration, {
    ofBlock: ({ type, mode }) => (mode === 'managed' && isClock(type) ? 'time' : undefined),
    ofFunction: (name) => (isPlanTime(name) ? 'time' : undefined),
  });
}

/** Follows values through one configuration, each reference once. */
function tracingOf(configuration: Configuration, sources: Sources): Tracing {
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
    sources,
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
