import type { Attribute, Block } from '../domain/configuration.ts';
import { readExpression } from './parse-expression.ts';
import { readString } from './parse-template.ts';
import { hclParser, type Node } from './parser.ts';
import { childOf, rangeOf, type SourceText } from './source-text.ts';

/** A file's content, or the line at which it stops being understood. */
export type ParsedFile =
  | { readonly kind: 'parsed'; readonly body: Block }
  | { readonly kind: 'broken'; readonly line: number };

export async function parseHcl(file: string, text: string): Promise<ParsedFile> {
  const source = withoutMark(file, text);
  const parser = await hclParser();
  const tree = parser.parse(source.text) ?? parser.parse('');
  if (tree === null) return { kind: 'broken', line: 1 };
  try {
    if (!tree.rootNode.hasError) return { kind: 'parsed', body: readRoot(tree.rootNode, source) };
    const again = parser.parse(withoutExponents(source.text));
    if (again === null || again.rootNode.hasError) return { kind: 'broken', line: firstError(tree.rootNode) };
    const body = readRoot(again.rootNode, source);
    again.delete();
    return { kind: 'parsed', body };
  } catch (error) {
    // Nested deeper than the stack: no template that a person wrote.
    if (error instanceof RangeError) return { kind: 'broken', line: 1 };
    throw error;
  } finally {
    tree.delete();
  }
}

/** A byte order mark is no part of the text, but counts as a position; a space keeps the positions. */
function withoutMark(file: string, text: string): SourceText {
  return { file, text: text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text };
}

/** The grammar knows `1.5e3` but not `1e3`, which Terraform accepts; digits of the same length keep the positions. */
function withoutExponents(text: string): string {
  return text.replace(/(?<![\w.])\d+[eE][+-]?\d+/g, (number) => '1'.repeat(number.length));
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
  const name = childOf(node, 'identifier')?.text;
  const value = childOf(node, 'expression');
  if (name === undefined || value === undefined) return undefined;
  return { name, value: readExpression(value, source), range: rangeOf(source, node, value) };
}

function readBlock(node: Node, source: SourceText): Block {
  const [type, ...labels] = node.children.filter((child) => child.type === 'identifier' || child.type === 'string_lit');
  return {
    type: type?.text ?? '',
    labels: labels.map((label) => (label.type === 'string_lit' ? readString(label, source) : label.text)),
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
