import type { Block } from '../../../src/model/configuration/configuration.ts';
import {
  type Expression,
  type ForValue,
  partsOf,
  type Reference,
  type ReferenceStep,
  type StringTemplate,
} from '../../../src/model/configuration/expression.ts';

/** Our model of a file in the form that HashiCorp's parser, as hcl2json, gives. */
export function asHcl2Json(body: Block, text: string): Record<string, unknown> {
  const json: Record<string, unknown> = {};
  for (const { name, value } of body.attributes.values()) json[name] = jsonOf(value, text);
  for (const block of body.blocks) {
    let level = json;
    for (const label of [block.type, ...block.labels].slice(0, -1)) {
      level[label] ??= {};
      level = level[label] as Record<string, unknown>;
    }
    const last = [block.type, ...block.labels].at(-1) ?? '';
    level[last] = [...((level[last] as unknown[]) ?? []), asHcl2Json(block, text)];
  }
  return json;
}

function jsonOf(expression: Expression, text: string): unknown {
  // Parentheses belong to the range of what they hold, but hcl2json shows them.
  if (rawOf(expression, text).startsWith('(')) return `\${${rawOf(expression, text)}}`;
  switch (expression.kind) {
    case 'literal':
      return typeof expression.value === 'string' ? escapeSigns(expression.value) : expression.value;
    case 'template':
      return isWrapping(expression, text)
        ? `\${${expression.parts.map((part) => rawOf(part, text)).join('')}}`
        : expression.parts.map((part) => templatePart(part, text)).join('');
    case 'tuple':
      return expression.items.map((item) => jsonOf(item, text));
    case 'object':
      return Object.fromEntries(
        expression.entries.map(({ key, value }) => [String(keyOf(key, text)), jsonOf(value, text)]),
      );
    default:
      return `\${${rawOf(expression, text)}}`;
  }
}

/** One interpolation and nothing else. */
function isWrapping({ parts: [only, second] }: StringTemplate, text: string): boolean {
  return only !== undefined && second === undefined && !rawOf(only, text).startsWith('%{');
}

function keyOf(key: Expression, text: string): unknown {
  const raw = rawOf(key, text);
  return key.kind === 'reference' && !raw.startsWith('(') ? raw : jsonOf(key, text);
}

/** hcl2json writes a conditional in a template as a directive, whichever it was. */
function templatePart(part: Expression, text: string): string {
  if (rawOf(part, text).startsWith('(')) return `\${${rawOf(part, text)}}`;
  switch (part.kind) {
    case 'literal':
      // A sign makes a number an operation.
      return typeof part.value === 'number' && part.value < 0 ? `\${${part.value}}` : escapeSigns(String(part.value));
    case 'template':
      return part.parts.map((inner) => templatePart(inner, text)).join('');
    case 'conditional': {
      const otherwise = templatePart(part.whenFalse, text);
      const tail = otherwise === '' ? '' : `%{else}${otherwise}`;
      return `%{if ${rawOf(part.condition, text)}}${templatePart(part.whenTrue, text)}${tail}%{endif}`;
    }
    case 'for':
      return rawOf(part, text).startsWith('%{') ? forDirective(part, text) : `\${${rawOf(part, text)}}`;
    default:
      return `\${${rawOf(part, text)}}`;
  }
}

function forDirective(part: ForValue, text: string): string {
  const names = part.keyName === undefined ? part.valueName : `${part.keyName}, ${part.valueName}`;
  return `%{for ${names} in ${rawOf(part.collection, text)}}${templatePart(part.value, text)}%{endfor}`;
}

function escapeSigns(value: string): string {
  return value.replace(/([$%])\{/g, '$1$1{');
}

export function rawOf(expression: Expression, text: string): string {
  return text.slice(expression.range.start, expression.range.end);
}

/** Every reference, up to the first splat or computed index: what HashiCorp's parser calls a scope traversal. */
export function traversalsOf(expression: Expression): readonly string[] {
  const within = partsOf(expression).flatMap(traversalsOf);
  return expression.kind === 'reference' ? [nameOf(expression), ...within] : within;
}

interface SyntaxNode {
  readonly type: string;
  readonly meta: unknown;
  readonly children: readonly SyntaxNode[];
}

/** The same, of HashiCorp's own tree. */
export function traversalsOfTree(node: SyntaxNode): readonly string[] {
  const within = node.children.flatMap(traversalsOfTree);
  if (node.type !== 'scopeTraversal') return within;
  const { traversal } = node.meta as { traversal: readonly { segment: string }[] };
  return [traversal.map(({ segment }) => segment).join('.'), ...within];
}

function nameOf({ root, steps }: Reference): string {
  const cut = steps.findIndex((step) => segmentOf(step) === undefined);
  return [root, ...(cut === -1 ? steps : steps.slice(0, cut)).map(segmentOf)].join('.');
}

function segmentOf(step: ReferenceStep): string | undefined {
  if (step.kind === 'attribute') return step.name;
  if (step.kind === 'splat' || step.key.kind !== 'literal') return undefined;
  const { value } = step.key;
  // A sign makes a number an operation, and so a computed index.
  if (typeof value === 'number' && value < 0) return undefined;
  if (typeof value === 'string') return `"${value}"`;
  return typeof value === 'number' ? String(value) : '';
}
