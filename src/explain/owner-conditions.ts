import type { Block, Configuration, SourceModule } from '../model/configuration/configuration.ts';
import {
  type Call,
  constantKey,
  type Expression,
  partsOf,
  type ReferenceStep,
} from '../model/configuration/expression.ts';
import {
  OWNER_ATTRIBUTES,
  type OwnerAttribute,
  type OwnerCondition,
  type OwnerTest,
} from '../model/judgement/owner-condition.ts';
import type { Scope, Tracing } from './trace/trace.ts';
import { scopeOfFor, traceExpression } from './trace/trace-expression.ts';
import { claimTracing } from './trace/tracer.ts';

/**
 * Every text that the template compares an attribute of the workspace's owner
 * with, in the order in which they are written: `name == "alice"`,
 * `contains(groups, "gpu")`, `lookup(local.sizes, name, "s")`. Locals and modules
 * are followed.
 */
export function ownerConditions(configuration: Configuration): readonly OwnerCondition[] {
  const tracing = claimTracing(configuration);
  const found = [...configuration.modules.values()].flatMap((module) =>
    expressionsOf(module).flatMap((expression) => conditionsIn(tracing, { module, bindings: new Map() }, expression)),
  );
  return [...new Map(found.map((condition) => [JSON.stringify(condition), condition])).values()];
}

function expressionsOf({ resources, locals, outputs, calls }: SourceModule): readonly Expression[] {
  return [
    ...[...locals.values()].map(({ value }) => value),
    ...[...resources.values()].flatMap(({ body }) => expressionsIn(body)),
    ...[...calls.values()].flatMap(({ body }) => expressionsIn(body)),
    ...[...outputs.values()].flatMap(expressionsIn),
  ];
}

function expressionsIn({ attributes, blocks }: Block): readonly Expression[] {
  return [...[...attributes.values()].map(({ value }) => value), ...blocks.flatMap(expressionsIn)];
}

function conditionsIn(tracing: Tracing, scope: Scope, expression: Expression): readonly OwnerCondition[] {
  const inner = expression.kind === 'for' ? scopeOfFor(scope, expression) : scope;
  return [
    ...comparisonsOf(tracing, scope, expression),
    ...partsOf(expression).flatMap((part) => conditionsIn(tracing, inner, part)),
  ];
}

function comparisonsOf(tracing: Tracing, scope: Scope, expression: Expression): readonly OwnerCondition[] {
  const compare = (of: Expression | undefined, test: OwnerTest, values: readonly string[]) =>
    of === undefined || values.length === 0
      ? []
      : attributesOf(tracing, scope, of).flatMap((attribute) => values.map((value) => ({ attribute, test, value })));
  switch (expression.kind) {
    case 'operation': {
      const [left, right] = expression.operands;
      if (expression.operator !== '==' && expression.operator !== '!=') return [];
      return [...compare(left, 'equals', textsOf(scope, right)), ...compare(right, 'equals', textsOf(scope, left))];
    }
    case 'call':
      return comparisonsOfCall(expression, scope, compare);
    case 'reference':
    case 'access': {
      const of =
        expression.kind === 'access' ? expression.of : { ...expression, steps: expression.steps.filter(isNamed) };
      return expression.steps.flatMap((step) =>
        step.kind === 'index' ? compare(step.key, 'equals', keysOf(scope, of)) : [],
      );
    }
    default:
      return [];
  }
}

type Compare = (of: Expression | undefined, test: OwnerTest, values: readonly string[]) => readonly OwnerCondition[];

function comparisonsOfCall({ name, args }: Call, scope: Scope, compare: Compare): readonly OwnerCondition[] {
  const [first, second] = args;
  switch (name) {
    case 'contains':
      return [
        ...compare(first, 'equals', textsOf(scope, second)),
        ...compare(second, 'equals', elementsOf(scope, first)),
      ];
    case 'lookup':
      return compare(second, 'equals', keysOf(scope, first));
    case 'startswith':
      return compare(first, 'begins', textsOf(scope, second));
    case 'endswith':
      return compare(first, 'ends', textsOf(scope, second));
    case 'regex':
    case 'regexall':
      return compare(second, 'matches', textsOf(scope, first));
    default:
      return [];
  }
}

function isNamed(step: ReferenceStep): boolean {
  return step.kind === 'attribute';
}

/** What of the owner an expression is made of. */
function attributesOf(tracing: Tracing, scope: Scope, expression: Expression): readonly OwnerAttribute[] {
  const sources = traceExpression(tracing, scope, expression).map(({ links }) => links.at(-1)?.reference ?? '');
  const attributes = sources.flatMap((reference) => {
    const [, path = ''] = /data\.coder_workspace_owner\.[^.[]+(?:\[[^\]]*\])?\.(.+)$/.exec(reference) ?? [];
    return OWNER_ATTRIBUTES.filter((attribute) => path === attribute || new RegExp(`^${attribute}[.[]`).test(path));
  });
  return [...new Set(attributes)];
}

function textsOf(scope: Scope, expression: Expression | undefined): readonly string[] {
  const value = expression === undefined ? undefined : constantKey(resolved(scope, expression));
  return typeof value === 'string' ? [value] : [];
}

function elementsOf(scope: Scope, expression: Expression | undefined): readonly string[] {
  if (expression === undefined) return [];
  const collection = resolved(scope, expression);
  if (collection.kind === 'call' && /^to(?:set|list)$/.test(collection.name))
    return elementsOf(scope, collection.args[0]);
  return collection.kind === 'tuple' ? collection.items.flatMap((item) => textsOf(scope, item)) : [];
}

function keysOf(scope: Scope, expression: Expression | undefined): readonly string[] {
  const collection = expression === undefined ? undefined : resolved(scope, expression);
  return collection?.kind === 'object' ? collection.entries.flatMap(({ key }) => textsOf(scope, key)) : [];
}

/** A local, or the default of a variable, in place of its name. */
function resolved(scope: Scope, expression: Expression): Expression {
  if (expression.kind === 'template' && expression.parts.length === 1) {
    const [only] = expression.parts;
    return only === undefined ? expression : resolved(scope, only);
  }
  if (expression.kind !== 'reference' || expression.steps.length !== 1) return expression;
  const [step] = expression.steps;
  if (step?.kind !== 'attribute') return expression;
  const { locals, variables } = scope.module;
  const value =
    expression.root === 'local'
      ? locals.get(step.name)?.value
      : expression.root === 'var'
        ? variables.get(step.name)?.attributes.get('default')?.value
        : undefined;
  return value === undefined || value.kind === 'reference' ? expression : value;
}
