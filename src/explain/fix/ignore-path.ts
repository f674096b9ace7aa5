import type { Configuration, ResourceBlock } from '../../model/configuration/configuration.ts';
import { nestedBlocks } from '../../model/configuration/configuration.ts';
import { knownArguments } from '../../model/configuration/known-replacements.ts';
import type { AttributePath } from '../../model/plan/attribute-path.ts';
import { argumentPath } from '../trace/trace-resource.ts';

/**
 * The narrowest path that `ignore_changes` may name for an argument: elements
 * of a set have no position, those of a list change theirs, and the key of a
 * map is only written where it is known to be one.
 */
export function ignorablePath(
  configuration: Configuration,
  resource: ResourceBlock,
  path: AttributePath,
): AttributePath {
  const known = knownArguments(configuration.replacements, resource.type);
  for (let length = 1; length < path.length; length += 1) {
    const before = path.slice(0, length);
    const name = argumentPath(before).join('.');
    const step = path[length];
    if (step === null) return before;
    if (typeof step === 'number') {
      const isOnly = step === 0 && isSingleBlock(resource, before);
      if (!isOnly || known === undefined || known.sets.has(name)) return before;
    } else if (typeof path[length - 1] === 'string') {
      return known?.maps.has(name) ? path.slice(0, length + 1) : before;
    }
  }
  return path;
}

/** One block of its type, and that a static one. Blocks further in are found on the way of first ones. */
function isSingleBlock({ body }: ResourceBlock, path: AttributePath): boolean {
  let block = body;
  const names = argumentPath(path);
  for (const [index, name] of names.entries()) {
    const blocks = nestedBlocks(block, name);
    const [only] = blocks;
    if (only === undefined || blocks.length > 1 || only.dynamic !== undefined) return false;
    if (index < names.length - 1) block = only.body;
  }
  return true;
}

/** `metadata[0].labels["coder.owner"]`: names of blocks and arguments with dots, keys in brackets. */
export function formatIgnoredPath(path: AttributePath): string {
  return path
    .map((step, index) => {
      if (index === 0) return String(step);
      if (typeof step === 'number') return `[${step}]`;
      return typeof path[index - 1] === 'number' ? `.${String(step)}` : `[${quoted(String(step))}]`;
    })
    .join('');
}

function quoted(key: string): string {
  return JSON.stringify(key).replace(/[$%](?=\{)/g, (sign) => sign + sign);
}

/** Without those that another of them covers. */
export function widestPaths(paths: readonly AttributePath[]): readonly AttributePath[] {
  const texts = new Map(paths.map((path) => [formatIgnoredPath(path), path]));
  return [...texts.values()].filter(
    (path) =>
      ![...texts.values()].some((other) => other.length < path.length && other.every((step, at) => step === path[at])),
  );
}
