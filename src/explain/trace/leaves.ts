import { argumentNames, type Block, nestedBlocks } from '../../model/configuration/configuration.ts';
import { constantKey, type Expression, type SourceRange } from '../../model/configuration/expression.ts';
import type { AttributePath, PathStep } from '../../model/plan/attribute-path.ts';
import type { Binding, Scope } from './trace.ts';

/** The smallest part of a block's arguments that has a path of its own. */
export interface Leaf {
  /** `null` for the position of a dynamic block, which is not written. */
  readonly path: AttributePath;
  readonly expression: Expression;
  readonly scope: Scope;
  /** `shape`: what decides how many blocks there are, not what is in them. */
  readonly part: 'value' | 'shape';
  readonly range: SourceRange;
}

/** Every argument, objects taken apart as far as their keys are written. */
export function leavesOf(body: Block, scope: Scope, prefix: AttributePath = []): readonly Leaf[] {
  return argumentNames(body).flatMap((name): readonly Leaf[] => {
    const attribute = body.attributes.get(name);
    if (attribute !== undefined) return leavesOfValue(attribute.value, scope, [...prefix, name], attribute.range);
    const blocks = nestedBlocks(body, name);
    const isCounted = blocks.every(({ dynamic }) => dynamic === undefined);
    return blocks.flatMap(({ body: block, dynamic }, index): readonly Leaf[] => {
      const path = [...prefix, name, isCounted ? index : null];
      if (dynamic === undefined) return leavesOf(block, scope, path);
      const bindings = new Map<string, Binding>(scope.bindings);
      bindings.set(dynamic.iterator, { kind: 'iterator', collection: dynamic.forEach, scope });
      const shape: Leaf = {
        path: [...prefix, name],
        expression: dynamic.forEach,
        scope,
        part: 'shape',
        range: dynamic.forEach.range,
      };
      return [shape, ...leavesOf(block, { module: scope.module, bindings }, path)];
    });
  });
}

function leavesOfValue(value: Expression, scope: Scope, path: AttributePath, range: SourceRange): readonly Leaf[] {
  const whole: Leaf = { path, expression: value, scope, part: 'value', range };
  if (value.kind === 'tuple' && value.items.length > 0 && value.items.every(({ kind }) => kind === 'object')) {
    return value.items.flatMap((item, index) => leavesOfValue(item, scope, [...path, index], item.range));
  }
  if (value.kind !== 'object' || value.entries.some(({ key }) => constantKey(key) === undefined)) return [whole];
  return value.entries.flatMap((entry) =>
    leavesOfValue(entry.value, scope, [...path, String(constantKey(entry.key))], {
      ...entry.value.range,
      line: entry.key.range.line,
      column: entry.key.range.column,
      start: entry.key.range.start,
    }),
  );
}

/** Whether `path` is `prefix` or lies below it. Positions that are not written match any. */
export function isWithin(path: AttributePath, prefix: AttributePath): boolean {
  return prefix.length <= path.length && prefix.every((step, index) => isSameStep(step, path[index] ?? null));
}

/** Whether one path lies on the other. A block that occurs once is often named without its position. */
export function overlaps(left: AttributePath, right: AttributePath): boolean {
  const [shorter, longer] = left.length <= right.length ? [left, right] : [right, left];
  return isWithin(longer, shorter);
}

export function isSameStep(left: PathStep, right: PathStep): boolean {
  return left === null || right === null || String(left) === String(right);
}
