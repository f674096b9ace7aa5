import type { Attribute, Block } from '../../../model/configuration/configuration.ts';
import type { Expression, SourceRange } from '../../../model/configuration/expression.ts';
import { type JsonMember, type JsonNode, JsonProblem, parseJson } from './json-tree.ts';
import type { ParsedFile } from './parse-body.ts';
import { readExpression } from './parse-expression.ts';
import { hclParser } from './parser.ts';
import { childOf, spanning } from './source-text.ts';

/** `.tf.json`: the blocks that HCL would have, in Terraform's JSON syntax. */
export async function parseTerraformJson(file: string, text: string): Promise<ParsedFile> {
  const parser = await hclParser();
  try {
    const root = parseJson(file, text);
    if (root.kind !== 'object') return { kind: 'broken', line: root.range.line };
    const blocks = root.members.flatMap((member) => topLevelBlocks(member, new JsonExpressions(parser)));
    return {
      kind: 'parsed',
      body: { type: '', labels: [], syntax: 'json', attributes: new Map(), blocks, range: root.range },
    };
  } catch (error) {
    if (error instanceof JsonProblem) return { kind: 'broken', line: error.line };
    if (error instanceof RangeError) return { kind: 'broken', line: 1 };
    throw error;
  }
}

/** How many labels come before the body, by block type; other types have none that matter here. */
const LABELS: ReadonlyMap<string, number> = new Map([
  ['resource', 2],
  ['data', 2],
  ['ephemeral', 2],
  ['module', 1],
  ['variable', 1],
  ['output', 1],
  ['provider', 1],
]);

function topLevelBlocks(member: JsonMember, expressions: JsonExpressions): readonly Block[] {
  return labelled(member, LABELS.get(member.name) ?? 0).map(({ labels, range, value }) =>
    bodyOf(member.name, labels, range, value, expressions),
  );
}

interface Labelled {
  readonly labels: readonly string[];
  readonly range: SourceRange;
  readonly value: JsonNode & { readonly kind: 'object' };
}

/** Wherever an object may stand, so may an array of objects. */
function labelled(member: JsonMember, depth: number, labels: readonly string[] = []): readonly Labelled[] {
  const objects = (member.value.kind === 'array' ? member.value.items : [member.value]).filter(isObject);
  if (depth === 0) return objects.map((value) => ({ labels, range: spanning(member.nameRange, value.range), value }));
  return objects.flatMap((value) =>
    value.members.flatMap((inner) => labelled(inner, depth - 1, [...labels, inner.name])),
  );
}

/**
 * Without a schema an argument cannot be told from a nested block, so both are
 * attributes here; only what Terraform itself defines is read as a block.
 */
function bodyOf(
  type: string,
  labels: readonly string[],
  range: SourceRange,
  value: JsonNode & { readonly kind: 'object' },
  expressions: JsonExpressions,
): Block {
  const attributes = new Map<string, Attribute>();
  const blocks: Block[] = [];
  for (const member of value.members) {
    if (member.name === '//') continue;
    const memberRange = spanning(member.nameRange, member.value.range);
    if (member.name === 'lifecycle') {
      for (const inner of labelled(member, 0)) blocks.push(lifecycleOf(inner, expressions));
    } else if (member.name === 'dynamic') {
      for (const inner of labelled(member, 1)) blocks.push(dynamicOf(inner, expressions));
    } else {
      attributes.set(member.name, { name: member.name, value: expressions.of(member.value), range: memberRange });
    }
  }
  return { type, labels, syntax: 'json', attributes, blocks, range };
}

/** References in it are written as plain strings. */
function lifecycleOf({ value, range }: Labelled, expressions: JsonExpressions): Block {
  const attributes = value.members.map(({ name, nameRange, value: node }) => ({
    name,
    value: BARE_REFERENCES.has(name) ? expressions.bare(node) : expressions.of(node),
    range: spanning(nameRange, node.range),
  }));
  return {
    type: 'lifecycle',
    labels: [],
    syntax: 'json',
    attributes: new Map(attributes.map((attribute) => [attribute.name, attribute])),
    blocks: [],
    range,
  };
}

function dynamicOf({ labels, value, range }: Labelled, expressions: JsonExpressions): Block {
  const outer = bodyOf('dynamic', labels, range, value, expressions);
  const contents = value.members.filter((member) => member.name === 'content').flatMap((member) => labelled(member, 0));
  const iterator = value.members.find((member) => member.name === 'iterator');
  const attributes = new Map(outer.attributes);
  attributes.delete('content');
  if (iterator !== undefined) {
    attributes.set('iterator', {
      name: 'iterator',
      value: expressions.bare(iterator.value),
      range: spanning(iterator.nameRange, iterator.value.range),
    });
  }
  return {
    ...outer,
    attributes,
    blocks: contents.map((content) => bodyOf('content', [], content.range, content.value, expressions)),
  };
}

class JsonExpressions {
  readonly #parser: Awaited<ReturnType<typeof hclParser>>;

  constructor(parser: Awaited<ReturnType<typeof hclParser>>) {
    this.#parser = parser;
  }

  of(node: JsonNode): Expression {
    switch (node.kind) {
      case 'array':
        return { kind: 'tuple', items: node.items.map((item) => this.of(item)), range: node.range };
      case 'object':
        return {
          kind: 'object',
          entries: node.members
            .filter(({ name }) => name !== '//')
            .map(({ name, nameRange, value }) => ({ key: this.#template(name, nameRange), value: this.of(value) })),
          range: node.range,
        };
      case 'scalar':
        return typeof node.value === 'string'
          ? this.#template(node.value, node.range)
          : { kind: 'literal', value: node.value, range: node.range };
    }
  }

  /** `"null_resource.who.id"` and `"all"`, which are references without `${}`. */
  bare(node: JsonNode): Expression {
    if (node.kind === 'array')
      return { kind: 'tuple', items: node.items.map((item) => this.bare(item)), range: node.range };
    if (node.kind !== 'scalar' || typeof node.value !== 'string') return this.of(node);
    const inner = /^\$\{(.*)\}$/s.exec(node.value)?.[1] ?? node.value;
    return this.#parse(`x = ${inner}\n`, node.range) ?? { kind: 'literal', value: node.value, range: node.range };
  }

  /** A heredoc, for in it nothing but the template's own signs is special. */
  #template(value: string, range: SourceRange): Expression {
    const literal: Expression = { kind: 'literal', value, range };
    if (!/[$%]\{/.test(value)) return literal;
    const name = `E${'_'.repeat(longestRun(value) + 1)}`;
    const parsed = this.#parse(`x = <<${name}\n${value}\n${name}\n`, range);
    return parsed === undefined ? literal : withoutLastLineBreak(parsed);
  }

  #parse(text: string, standsAt: SourceRange): Expression | undefined {
    const tree = this.#parser.parse(text);
    if (tree === null) return undefined;
    try {
      const attribute = tree.rootNode.hasError ? undefined : tree.rootNode.firstChild?.firstChild;
      const value = attribute?.type === 'attribute' ? childOf(attribute, 'expression') : undefined;
      return value === undefined ? undefined : readExpression(value, { file: standsAt.file, text, standsAt });
    } finally {
      tree.delete();
    }
  }
}

/** The line break before a heredoc's closing name is the heredoc's, not the string's. */
function withoutLastLineBreak(expression: Expression): Expression {
  if (expression.kind === 'literal' && typeof expression.value === 'string') {
    return { ...expression, value: expression.value.replace(/\n$/, '') };
  }
  if (expression.kind !== 'template') return expression;
  const last = expression.parts.at(-1);
  if (last?.kind !== 'literal' || last.value !== '\n') {
    return {
      ...expression,
      parts: [...expression.parts.slice(0, -1), ...(last === undefined ? [] : [withoutLastLineBreak(last)])],
    };
  }
  return { ...expression, parts: expression.parts.slice(0, -1) };
}

function longestRun(value: string): number {
  return Math.max(0, ...[...value.matchAll(/_+/g)].map((match) => match[0].length));
}

function isObject(node: JsonNode): node is JsonNode & { readonly kind: 'object' } {
  return node.kind === 'object';
}

const BARE_REFERENCES: ReadonlySet<string> = new Set(['ignore_changes', 'replace_triggered_by']);
