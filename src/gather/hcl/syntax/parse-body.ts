import type { Attribute, Block } from '../../../model/configuration/configuration.ts';
import { readExpression } from './parse-expression.ts';
import { readString } from './parse-template.ts';
import { hclParser, type Node } from './parser.ts';
import { childOf, rangeOf, type SourceText, textOf } from './source-text.ts';

/** A file's content, or the line at which it stops being understood. */
export type ParsedFile =
  | { readonly kind: 'parsed'; readonly body: Block }
  | { readonly kind: 'broken'; readonly line: number };

export async function parseHcl(file: string, text: string): Promise<ParsedFile> {
  const source = { file, text };
  const parser = await hclParser();
  const tree = parser.parse(forGrammar(text));
  if (tree === null) return { kind: 'broken', line: 1 };
  try {
    if (tree.rootNode.hasError) return { kind: 'broken', line: firstError(tree.rootNode) };
    return { kind: 'parsed', body: readRoot(tree.rootNode, source) };
  } catch (error) {
    // Nested deeper than the stack: no template that a person wrote.
    if (error instanceof RangeError) return { kind: 'broken', line: 1 };
    throw error;
  } finally {
    tree.delete();
  }
}

/**
 * The same text, position by position, without what the grammar does not know:
 * a byte order mark, and `1e3`, which it would read as `1` and a name.
 */
function forGrammar(text: string): string {
  const unmarked = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
  return unmarked.replace(/(?<![\w.])\d+[eE][+-]?\d+/g, (number) => '1'.repeat(number.length));
}

function readRoot(node: Node, source: SourceText): Block {
  return {
    type: '',
    labels: [],
    syntax: 'hcl',
    ...readBody(childOf(node, 'body'), source),
    range: rangeOf(source, node),
  };
}

function readBody(node: Node | undefined, source: SourceText): Pick<Block, 'attributes' | 'blocks'> {
  const attributes = new Map<string, Attribute>();
  const blocks: Block[] = [];
  for (const child of node?.children ?? []) {
    if (child.type === 'block') blocks.push(readBlock(child, source));
    if (child.type !== 'attribute') continue;
    const attribute = readAttribute(child, source);
    if (attribute !== undefined) attributes.set(attribute.name, attribute);
  }
  return { attributes, blocks };
}

function readAttribute(node: Node, source: SourceText): Attribute | undefined {
  const identifier = childOf(node, 'identifier');
  const value = childOf(node, 'expression');
  if (identifier === undefined || value === undefined) return undefined;
  const name = textOf(source, identifier);
  return { name, value: readExpression(value, source), range: rangeOf(source, node, value) };
}

function readBlock(node: Node, source: SourceText): Block {
  const [type, ...labels] = node.children.filter((child) => child.type === 'identifier' || child.type === 'string_lit');
  return {
    type: type === undefined ? '' : textOf(source, type),
    labels: labels.map((label) => (label.type === 'string_lit' ? readString(label, source) : textOf(source, label))),
    syntax: 'hcl',
    ...readBody(childOf(node, 'body'), source),
    range: rangeOf(source, node),
  };
}

function firstError(node: Node): number {
  if (node.isError || node.isMissing) return node.startPosition.row + 1;
  const child = node.children.find((candidate) => candidate.hasError || candidate.isMissing || candidate.isError);
  return child === undefined ? node.startPosition.row + 1 : firstError(child);
}
