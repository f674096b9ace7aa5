import {
  type Call,
  constantKey,
  type Expression,
  type ForValue,
  isSameExpression,
  type ObjectValue,
  type ReferenceStep,
  type TupleValue,
} from '../../model/configuration/expression.ts';
import type { AttributePath, PathStep } from '../../model/plan/attribute-path.ts';
import { locationIn } from '../locate.ts';
import { isSameWhenClaimed } from './evaluate.ts';
import { type Binding, type Scope, shortest, type Trace, type Tracing } from './trace.ts';

/** Every way from the value at `path` within an expression back to what varies at a claim. */
export function traceExpression(
  tracing: Tracing,
  scope: Scope,
  expression: Expression,
  path: AttributePath = [],
): readonly Trace[] {
  return shortest(ways(tracing, scope, expression, path));
}

function ways(tracing: Tracing, scope: Scope, expression: Expression, path: AttributePath): readonly Trace[] {
  const each = (parts: readonly Expression[], rest: AttributePath = []) =>
    parts.flatMap((part) => traceExpression(tracing, scope, part, rest));
  switch (expression.kind) {
    case 'literal':
      return [];
    case 'template':
      return each(expression.parts, expression.parts.length === 1 ? path : []);
    case 'operation':
      return each(expression.operands);
    case 'tuple':
      return traceTuple(tracing, scope, expression, path);
    case 'object':
      return traceObject(tracing, scope, expression, path);
    case 'conditional': {
      const { condition, whenTrue, whenFalse } = expression;
      const branches = each([whenTrue, whenFalse], path);
      if (isSameExpression(whenTrue, whenFalse) || isSameWhenClaimed(tracing, scope, condition)) return branches;
      return [...each([condition]), ...branches];
    }
    case 'for':
      return traceFor(tracing, scope, expression, path);
    case 'call':
      return traceCall(tracing, scope, expression, path);
    case 'access':
      return [
        ...each([expression.of], [...pathOf(expression.steps), ...path]),
        ...each(computedKeys(expression.steps)),
      ];
    case 'reference':
      return [...tracing.follow(scope, expression, path), ...each(computedKeys(expression.steps))];
  }
}

/** What decides which keys a collection has, or how many elements: the repetition of a block over it. */
export function traceShape(tracing: Tracing, scope: Scope, expression: Expression): readonly Trace[] {
  const each = (parts: readonly Expression[]) => parts.flatMap((part) => traceShape(tracing, scope, part));
  const whole = () => traceExpression(tracing, scope, expression);
  switch (expression.kind) {
    case 'tuple':
      return [];
    case 'template': {
      const [only, second] = expression.parts;
      return only !== undefined && second === undefined ? traceShape(tracing, scope, only) : whole();
    }
    case 'object':
      return shortest(expression.entries.flatMap(({ key }) => traceExpression(tracing, scope, key)));
    case 'conditional': {
      const { condition, whenTrue, whenFalse } = expression;
      const branches = each([whenTrue, whenFalse]);
      return isSameWhenClaimed(tracing, scope, condition)
        ? branches
        : shortest([...traceExpression(tracing, scope, condition), ...branches]);
    }
    case 'for': {
      const inner = scopeOfFor(scope, expression);
      const deciding = [expression.key, expression.condition].filter((part) => part !== undefined);
      return shortest([
        ...traceShape(tracing, scope, expression.collection),
        ...deciding.flatMap((part) => traceExpression(tracing, inner, part)),
      ]);
    }
    case 'call':
      return SHAPE_KEEPING.has(expression.name) ? shortest(each(expression.args)) : whole();
    case 'reference':
      return shortest([
        ...tracing.followShape(scope, expression),
        ...computedKeys(expression.steps).flatMap((key) => traceExpression(tracing, scope, key)),
      ]);
    default:
      return whole();
  }
}

/** A set's elements are its keys, so nothing but the keys tells its instances apart. */
export function isSet(tracing: Tracing, scope: Scope, expression: Expression): boolean {
  if (expression.kind === 'call') return SETS.has(expression.name);
  if (expression.kind === 'conditional') return isSet(tracing, scope, expression.whenTrue);
  if (expression.kind === 'template') return expression.parts.some((part) => isSet(tracing, scope, part));
  if (expression.kind !== 'reference' || expression.root !== 'local' || expression.steps.length !== 1) return false;
  const [step] = expression.steps;
  const local = step?.kind === 'attribute' ? scope.module.locals.get(step.name) : undefined;
  return local !== undefined && isSet(tracing, { module: scope.module, bindings: new Map() }, local.value);
}

export function pathOf(steps: readonly ReferenceStep[]): AttributePath {
  return steps.map((step): PathStep => {
    if (step.kind === 'attribute') return step.name;
    return step.kind === 'index' ? (constantKey(step.key) ?? null) : null;
  });
}

function computedKeys(steps: readonly ReferenceStep[]): readonly Expression[] {
  return steps.flatMap((step) => (step.kind === 'index' && constantKey(step.key) === undefined ? [step.key] : []));
}

function traceTuple(tracing: Tracing, scope: Scope, { items }: TupleValue, path: AttributePath): readonly Trace[] {
  const [step, ...rest] = path;
  const meant = typeof step === 'number' ? items.slice(step, step + 1) : items;
  return meant.flatMap((item) => traceExpression(tracing, scope, item, rest));
}

function traceObject(tracing: Tracing, scope: Scope, { entries }: ObjectValue, path: AttributePath): readonly Trace[] {
  const [step, ...rest] = path;
  const meant = entries.filter(({ key }) => {
    const name = constantKey(key);
    return step === undefined || step === null || name === undefined || String(name) === String(step);
  });
  return meant.flatMap(({ key, value }) => [
    ...(step === undefined || constantKey(key) === undefined ? traceExpression(tracing, scope, key) : []),
    ...traceExpression(tracing, scope, value, rest),
  ]);
}

function traceFor(tracing: Tracing, scope: Scope, expression: ForValue, path: AttributePath): readonly Trace[] {
  const [step, ...rest] = path;
  const isKeptKey = expression.key?.kind === 'reference' && expression.key.root === expression.keyName;
  const inner = scopeOfFor(scope, expression, isKeptKey && step !== null ? step : undefined);
  const parts = [expression.condition, step === undefined ? expression.key : undefined].filter(
    (part) => part !== undefined,
  );
  return [
    ...(step === undefined ? traceShape(tracing, scope, expression.collection) : []),
    ...parts.flatMap((part) => traceExpression(tracing, inner, part)),
    ...traceExpression(tracing, inner, expression.value, rest),
  ];
}

export function scopeOfFor(scope: Scope, { keyName, valueName, collection }: ForValue, key?: string | number): Scope {
  const bindings = new Map<string, Binding>(scope.bindings);
  if (keyName !== undefined) bindings.set(keyName, { kind: 'key', collection, scope, key });
  bindings.set(valueName, { kind: 'value', collection, scope, key });
  return { module: scope.module, bindings };
}

function traceCall(tracing: Tracing, scope: Scope, call: Call, path: AttributePath): readonly Trace[] {
  const { name, args } = call;
  const each = (parts: readonly Expression[], rest: AttributePath = []) =>
    parts.flatMap((part) => traceExpression(tracing, scope, part, rest));
  const variation = tracing.sources.ofFunction(name);
  if (variation !== undefined) {
    const location = locationIn(tracing.configuration, scope.module, call.range);
    const link = { reference: `${name}()`, ...(location === undefined ? {} : { location }) };
    return [{ links: [link], variation, source: { module: scope.module, expression: call }, replaced: [] }];
  }
  if (PASSING.has(name)) return each(args, path);
  const [collection, key, fallback] = args;
  if (name === 'lookup' && collection !== undefined && key !== undefined) {
    return [
      ...each([collection], [constantKey(key) ?? null, ...path]),
      ...each([key, ...(fallback === undefined ? [] : [fallback])]),
    ];
  }
  if (name === 'element' && collection !== undefined && key !== undefined) {
    return [...each([collection], [constantKey(key) ?? null, ...path]), ...each([key])];
  }
  if (name === 'one' && collection !== undefined) return each([collection], [null, ...path]);
  // An element of a set is found by itself, not by its position.
  if (SETS.has(name)) return each(args, path.length === 0 ? [] : [null, ...path.slice(1)]);
  return each(args);
}

/** The result has the attributes or elements of an argument. */
const PASSING: ReadonlySet<string> = new Set([
  'coalesce',
  'merge',
  'nonsensitive',
  'sensitive',
  'ephemeralasnull',
  'tolist',
  'tomap',
  'try',
]);

const SETS: ReadonlySet<string> = new Set(['setintersection', 'setsubtract', 'setunion', 'toset']);

const SHAPE_KEEPING: ReadonlySet<string> = new Set([
  'concat',
  'keys',
  'merge',
  'nonsensitive',
  'tolist',
  'tomap',
  'values',
]);
