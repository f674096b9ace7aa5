import { moduleKey } from '../../model/configuration/configuration.ts';
import type { Expression, Operation, Reference } from '../../model/configuration/expression.ts';
import type { Scope, Tracing } from './trace.ts';

/** The two builds that a claim compares. */
export type Build = 'prebuild' | 'claim';

/** A value, or `UNKNOWN` where it takes more than the configuration to tell. */
type Value = Scalar | symbol | readonly Value[] | { readonly [key: string]: Value };

type Scalar = string | number | boolean | null;

const UNKNOWN: unique symbol = Symbol('unknown');

/** Longer chains of locals than any template has. */
const DEPTH_LIMIT = 50;

/** Whether an expression surely has the same value in both builds. */
export function isSameWhenClaimed(tracing: Tracing, scope: Scope, expression: Expression): boolean {
  const before = evaluate(tracing, scope, expression, 'prebuild');
  const after = evaluate(tracing, scope, expression, 'claim');
  return isWhole(before) && isWhole(after) && JSON.stringify(before) === JSON.stringify(after);
}

/** A scalar or a list of scalars that an expression surely is in both builds; undefined where that cannot be told. */
export function constantOf(
  tracing: Tracing,
  scope: Scope,
  expression: Expression,
): Scalar | readonly Scalar[] | undefined {
  const value = evaluate(tracing, scope, expression, 'claim');
  if (isScalar(value)) return value;
  if (!Array.isArray(value)) return undefined;
  const elements: readonly Value[] = value;
  return elements.every(isScalar) ? elements : undefined;
}

/** The keys of the instances that `count` or `for_each` makes; undefined where they are not known. */
export function instanceKeys(
  tracing: Tracing,
  scope: Scope,
  repetition: Expression,
  build: Build,
): readonly string[] | undefined {
  const value = evaluate(tracing, scope, repetition, build);
  if (typeof value === 'number')
    return Array.from({ length: Math.min(value, MOST_INSTANCES) }, (_, index) => `${index}`);
  if (isObject(value)) return Object.keys(value);
  if (!Array.isArray(value)) return undefined;
  const elements: readonly Value[] = value;
  return elements.every(isScalar) ? [...new Set(elements.map(String))] : undefined;
}

/** No template has more, but a number may be written that would fill the memory. */
const MOST_INSTANCES = 10_000;

function evaluate(tracing: Tracing, scope: Scope, expression: Expression, build: Build, depth = 0): Value {
  if (depth > DEPTH_LIMIT) return UNKNOWN;
  const valueOfPart = (part: Expression) => evaluate(tracing, scope, part, build, depth + 1);
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'template': {
      const parts = expression.parts.map(valueOfPart);
      const [only] = parts;
      if (parts.length === 1 && only !== undefined) return only;
      return parts.every(isScalar) ? parts.map(String).join('') : UNKNOWN;
    }
    case 'tuple':
      return expression.items.map(valueOfPart);
    case 'object': {
      const keys = expression.entries.map(({ key }) => valueOfPart(key));
      if (!keys.every(isScalar)) return UNKNOWN;
      return Object.fromEntries(
        expression.entries.map(({ value }, index) => [String(keys[index]), valueOfPart(value)]),
      );
    }
    case 'conditional': {
      const condition = valueOfPart(expression.condition);
      if (typeof condition !== 'boolean') return UNKNOWN;
      return valueOfPart(condition ? expression.whenTrue : expression.whenFalse);
    }
    case 'operation':
      return operate(expression, expression.operands.map(valueOfPart));
    case 'call': {
      const [argument] = expression.args.map(valueOfPart);
      return expression.args.length === 1 && argument !== undefined ? apply(expression.name, argument) : UNKNOWN;
    }
    case 'reference':
      return evaluateReference(tracing, scope, expression, build, depth);
    default:
      return UNKNOWN;
  }
}

function evaluateReference(tracing: Tracing, scope: Scope, reference: Reference, build: Build, depth: number): Value {
  const { root, steps } = reference;
  const names = steps.map((step) => (step.kind === 'attribute' ? step.name : undefined));
  const [first] = names;
  if (scope.bindings.has(root) || first === undefined) return UNKNOWN;
  const outer = { module: scope.module, bindings: new Map() };
  if (root === 'local' && steps.length === 1) {
    const local = scope.module.locals.get(first);
    return local === undefined ? UNKNOWN : evaluate(tracing, outer, local.value, build, depth + 1);
  }
  if (root === 'var' && steps.length === 1) {
    const parent = tracing.configuration.modules.get(moduleKey(scope.module.path.slice(0, -1)));
    const value = parent?.calls.get(scope.module.path.at(-1) ?? '')?.body.attributes.get(first)?.value;
    // What a root module is given from outside is not known here.
    if (parent === undefined || scope.module.path.length === 0 || value === undefined) return UNKNOWN;
    return evaluate(tracing, { module: parent, bindings: new Map() }, value, build, depth + 1);
  }
  if (root !== 'data' || first !== 'coder_workspace' || steps.length !== 3) return UNKNOWN;
  return WORKSPACE[build].get(names[2] ?? '') ?? UNKNOWN;
}

const WORKSPACE: Readonly<Record<Build, ReadonlyMap<string, Value>>> = {
  prebuild: new Map<string, Value>([
    ['is_prebuild', true],
    ['is_prebuild_claim', false],
    ['prebuild_count', 1],
    ['start_count', 1],
    ['transition', 'start'],
  ]),
  claim: new Map<string, Value>([
    ['is_prebuild', false],
    ['is_prebuild_claim', true],
    ['prebuild_count', 0],
    ['start_count', 1],
    ['transition', 'start'],
  ]),
};

function operate({ operator }: Operation, operands: readonly Value[]): Value {
  const [left = UNKNOWN, right] = operands;
  if (right === undefined) {
    if (operator === '!') return typeof left === 'boolean' ? !left : UNKNOWN;
    return typeof left === 'number' ? -left : UNKNOWN;
  }
  // Either side alone may decide.
  if (operator === '&&' && (left === false || right === false)) return false;
  if (operator === '||' && (left === true || right === true)) return true;
  if (!isScalar(left) || !isScalar(right)) return UNKNOWN;
  if (operator === '==') return left === right;
  if (operator === '!=') return left !== right;
  if (typeof left === 'boolean' && typeof right === 'boolean') {
    return operator === '&&' ? left && right : operator === '||' ? left || right : UNKNOWN;
  }
  return typeof left === 'number' && typeof right === 'number'
    ? (ARITHMETIC.get(operator)?.(left, right) ?? UNKNOWN)
    : UNKNOWN;
}

type Arithmetic = (left: number, right: number) => number | boolean;

const ARITHMETIC: ReadonlyMap<string, Arithmetic> = new Map<string, Arithmetic>([
  ['+', (left, right) => left + right],
  ['-', (left, right) => left - right],
  ['*', (left, right) => left * right],
  ['<', (left, right) => left < right],
  ['>', (left, right) => left > right],
  ['<=', (left, right) => left <= right],
  ['>=', (left, right) => left >= right],
]);

function apply(name: string, argument: Value): Value {
  switch (name) {
    case 'toset':
    case 'tolist':
    case 'tomap':
      return Array.isArray(argument) || isObject(argument) ? argument : UNKNOWN;
    case 'length':
      if (Array.isArray(argument)) return argument.length;
      return isObject(argument) ? Object.keys(argument).length : UNKNOWN;
    case 'tonumber':
      return isScalar(argument) && argument !== null && !Number.isNaN(Number(argument)) ? Number(argument) : UNKNOWN;
    case 'tobool':
      if (argument === 'true' || argument === true) return true;
      return argument === 'false' || argument === false ? false : UNKNOWN;
    default:
      return UNKNOWN;
  }
}

function isScalar(value: Value): value is Scalar {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

function isObject(value: Value): value is { readonly [key: string]: Value } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isWhole(value: Value): boolean {
  if (isScalar(value)) return true;
  if (Array.isArray(value)) return value.every(isWhole);
  return isObject(value) && Object.values(value).every(isWhole);
}
