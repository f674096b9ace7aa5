import type { ResourceBlock } from '../model/configuration/configuration.ts';
import { constantKey } from '../model/configuration/expression.ts';
import type { Snapshot } from '../model/judgement/snapshot.ts';
import { varyingLeaves } from './trace/trace-resource.ts';
import { claimTracing } from './trace/tracer.ts';

/**
 * Names of the parameters whose default is not the same for every owner, as far
 * as the template's files and the rehearsed claims show. Coder stores the default
 * as the import saw it, which is that of no owner at all.
 */
export function ownerDefaults(snapshot: Snapshot): ReadonlySet<string> {
  return new Set([...inFiles(snapshot), ...inClaims(snapshot)]);
}

function inFiles({ configuration }: Snapshot): readonly string[] {
  const [files] = configuration?.kind === 'read' ? configuration.items : [];
  if (files === undefined) return [];
  const tracing = claimTracing(files);
  return [...files.modules.values()].flatMap((module) =>
    [...module.resources.values()].flatMap((block) => {
      const name = parameterName(block);
      const isVarying = () => varyingLeaves(tracing, module, block).some(({ leaf }) => leaf.path[0] === 'default');
      return name !== undefined && isVarying() ? [name] : [];
    }),
  );
}

function parameterName({ type, mode, body }: ResourceBlock): string | undefined {
  if (type !== 'coder_parameter' || mode !== 'data') return undefined;
  const value = body.attributes.get('name')?.value;
  const name = value === undefined ? undefined : constantKey(value);
  return typeof name === 'string' ? name : undefined;
}

/** Two claimants of one preset who see different defaults. */
function inClaims({ claims }: Snapshot): readonly string[] {
  const items = claims.kind === 'read' ? claims.items.filter(({ context }) => context.parameter === undefined) : [];
  const seen = new Map<string, string>();
  return items.flatMap(({ plan, context }) =>
    plan.parameters.flatMap(({ name, default: value }) => {
      if (value === undefined) return [];
      const key = JSON.stringify([context.preset, name]);
      const before = seen.get(key) ?? value;
      seen.set(key, before);
      return before === value ? [] : [name];
    }),
  );
}
