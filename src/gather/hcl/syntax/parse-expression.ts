import type { Expression, ForValue, ReferenceStep } from '../../../model/configuration/expression.ts';
import { readTemplate } from './parse-template.ts';
import type { Node } from './parser.ts';
import { childOf, childrenOf, namesIn, rangeOf, type SourceText, spanning, textOf } from './source-text.ts';

export function readExpression(node: Node, source: SourceText): Expression {
  if (node.type === 'expression') return readSequence(childrenOf(node), source);
  return readSequence([node], source);
}

/**
 * A term and what follows it. The grammar hides the node around a term, so its
 * parentheses, indexes and attributes stand side by side.
 */
function readSequence(nodes: readonly Node[], source: SourceText): Expression {
  const [first] = nodes;
  const last = nodes.at(-1);
  if (first === undefined || last === undefined) throw new Error('An expression without a term.');
  const range = rangeOf(source, first, last);
  if (first.type === '(') {
    const close = nodes.findIndex((node) => node.type === ')');
    const inner = readSequence(nodes.slice(1, close), source);
    const steps = nodes.slice(close + 1);
    return steps.length === 0
      ? { ...inner, range }
      : { kind: 'access', of: inner, steps: readSteps(steps, source), range };
  }
  const term = readTerm(first, source);
  const steps = readSteps(nodes.slice(1), source);
  if (steps.length === 0) return term;
  return term.kind === 'reference' ? { ...term, steps, range } : { kind: 'access', of: term, steps, range };
}

function readTerm(node: Node, source: SourceText): Expression {
  const range = rangeOf(source, node);
  const [child] = childrenOf(node);
  switch (node.type) {
    case 'expression':
      return readExpression(node, source);
    case 'literal_value':
      return child?.type === 'string_lit'
        ? readTemplate(child, source, readExpression)
        : { kind: 'literal', value: readScalar(textOf(source, node)), range };
    case 'template_expr':
      return child === undefined ? { kind: 'literal', value: '', range } : readTemplate(child, source, readExpression);
    case 'variable_expr':
      return { kind: 'reference', root: textOf(source, node), steps: [], range };
    case 'function_call':
      return {
        kind: 'call',
        name: nameIn(node, source),
        args: expressionsIn(childOf(node, 'function_arguments'), source),
        range,
      };
    case 'collection_value':
      return readCollection(child, source, range);
    case 'for_expr':
      return readFor(child ?? node, source, range);
    case 'conditional':
      return readConditional(node, source, range);
    case 'operation':
      return readOperation(child ?? node, source, range);
  }
  throw new Error(`An expression of a kind that is not known: ${node.type}.`);
}

function readConditional(node: Node, source: SourceText, range: Expression['range']): Expression {
  const [condition, whenTrue, whenFalse] = expressionsIn(node, source);
  if (condition === undefined || whenTrue === undefined || whenFalse === undefined) {
    throw new Error('A conditional without its parts.');
  }
  const isChained = childrenOf(node)[0]?.firstChild?.type === 'conditional';
  return isChained
    ? withElse(condition, whenTrue, whenFalse, source)
    : { kind: 'conditional', condition, whenTrue, whenFalse, range };
}

/** The grammar reads `a ? b : c ? d : e` as if its first half were in parentheses; Terraform the second. */
function withElse(first: Expression, whenTrue: Expression, whenFalse: Expression, source: SourceText): Expression {
  const range = spanning(first.range, whenFalse.range);
  const isOpen = first.kind === 'conditional' && source.text[first.range.start] !== '(';
  return isOpen
    ? { ...first, whenFalse: withElse(first.whenFalse, whenTrue, whenFalse, source), range }
    : { kind: 'conditional', condition: first, whenTrue, whenFalse, range };
}

function readScalar(text: string): number | boolean | null {
  if (text === 'null') return null;
  return text === 'true' || text === 'false' ? text === 'true' : Number(text);
}

function readCollection(node: Node | undefined, source: SourceText, range: Expression['range']): Expression {
  if (node?.type !== 'object') return { kind: 'tuple', items: expressionsIn(node, source), range };
  const entries = node.children
    .filter((child) => child.type === 'object_elem')
    .flatMap((element) => {
      const [keyNode, valueNode] = element.children.filter((child) => child.type === 'expression');
      if (keyNode === undefined || valueNode === undefined) return [];
      return [{ key: readKey(keyNode, source), value: readExpression(valueNode, source) }];
    });
  return { kind: 'object', entries, range };
}

/** A bare name is the key itself; in parentheses it is a reference. */
function readKey(node: Node, source: SourceText): Expression {
  const key = readExpression(node, source);
  const isName = key.kind === 'reference' && key.steps.length === 0 && childrenOf(node)[0]?.type === 'variable_expr';
  return isName ? { kind: 'literal', value: key.root, range: key.range } : key;
}

function readFor(node: Node, source: SourceText, range: Expression['range']): ForValue {
  const intro = childOf(node, 'for_intro');
  const names = intro === undefined ? [] : namesIn(intro, source);
  const [collection] = expressionsIn(intro, source);
  const results = expressionsIn(node, source);
  const value = results.at(-1);
  if (collection === undefined || value === undefined) throw new Error('A for expression without its parts.');
  return {
    kind: 'for',
    keyName: names.length > 1 ? names[0] : undefined,
    valueName: names.at(-1) ?? '',
    collection,
    key: node.type === 'for_object_expr' ? results[0] : undefined,
    value,
    condition: expressionsIn(childOf(node, 'for_cond'), source)[0],
    range,
  };
}

function readOperation(node: Node, source: SourceText, range: Expression['range']): Expression {
  const children = childrenOf(node);
  const sign = children.findIndex((child) => !child.isNamed && OPERATORS.has(child.type));
  const [operand] = children.slice(1);
  if (sign === 0 && children[0]?.type === '-' && operand?.firstChild?.type === 'numeric_lit' && children.length === 2) {
    return { kind: 'literal', value: -Number(textOf(source, operand)), range };
  }
  const operands = [children.slice(0, sign), children.slice(sign + 1)].filter((side) => side.length > 0);
  return {
    kind: 'operation',
    operator: children[sign]?.type ?? '',
    operands: operands.map((side) => readSequence(side, source)),
    range,
  };
}

function readSteps(nodes: readonly Node[], source: SourceText): readonly ReferenceStep[] {
  return nodes.flatMap((node): readonly ReferenceStep[] => {
    switch (node.type) {
      case 'get_attr':
        return [{ kind: 'attribute', name: nameIn(node, source) }];
      case 'index':
        return childrenOf(node).map((index) => ({ kind: 'index', key: readIndex(index, source) }));
      case 'splat':
        return childrenOf(node).flatMap((splat) => [{ kind: 'splat' }, ...readSteps(childrenOf(splat), source)]);
      default:
        return [];
    }
  });
}

function nameIn(node: Node, source: SourceText): string {
  const identifier = childOf(node, 'identifier');
  return identifier === undefined ? '' : textOf(source, identifier);
}

function readIndex(node: Node, source: SourceText): Expression {
  const [key] = expressionsIn(node, source);
  // `list.0`, as before Terraform 0.12.
  return key ?? { kind: 'literal', value: Number(textOf(source, node).slice(1)), range: rangeOf(source, node) };
}

function expressionsIn(node: Node | undefined, source: SourceText): readonly Expression[] {
  if (node === undefined) return [];
  return node.children.filter((child) => child.type === 'expression').map((child) => readExpression(child, source));
}

const OPERATORS: ReadonlySet<string> = new Set([
  '+',
  '-',
  '*',
  '/',
  '%',
  '==',
  '!=',
  '<',
  '>',
  '<=',
  '>=',
  '&&',
  '||',
  '!',
]);
