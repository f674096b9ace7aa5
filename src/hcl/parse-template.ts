import type { Expression, Literal } from '../domain/expression.ts';
import type { Node } from './parser.ts';
import { childOf, childrenOf, rangeOf, type SourceText } from './source-text.ts';

type ReadExpression = (node: Node, source: SourceText) => Expression;

/** A quoted string or heredoc. Without interpolation it is a literal. */
export function readTemplate(node: Node, source: SourceText, readExpression: ReadExpression): Expression {
  const range = rangeOf(source, node);
  const isHeredoc = node.type === 'heredoc_template';
  const decode = isHeredoc ? decodeHeredoc : decodeQuoted;
  const [start, end] = isHeredoc ? heredocBody(node, source.text) : [node.startIndex + 1, node.endIndex - 1];
  const parts = readParts(node.children, start, end, { source, decode, readExpression, range });
  const dedented = isHeredoc && childOf(node, 'heredoc_start')?.text === '<<-' ? dedent(parts) : parts;
  if (dedented.length === 0) return { kind: 'literal', value: '', range };
  const [only] = dedented;
  return dedented.length === 1 && only?.kind === 'literal'
    ? { ...only, range }
    : { kind: 'template', parts: dedented, range };
}

/** The text of a string without interpolation, such as a block's label. */
export function readString(node: Node, source: SourceText): string {
  return decodeQuoted(source.text.slice(node.startIndex + 1, node.endIndex - 1));
}

interface Reading {
  readonly source: SourceText;
  readonly decode: (raw: string) => string;
  readonly readExpression: ReadExpression;
  readonly range: Literal['range'];
}

/**
 * The interpolations and directives among `nodes`, and the text between them.
 * The text is cut from the source: the grammar drops white space beside an
 * interpolation.
 */
function readParts(nodes: readonly Node[], start: number, end: number, reading: Reading): readonly Expression[] {
  const parts: Expression[] = [];
  const addText = (from: number, to: number) => {
    if (to > from) {
      parts.push({ kind: 'literal', value: reading.decode(reading.source.text.slice(from, to)), range: reading.range });
    }
  };
  let position = start;
  for (const node of nodes) {
    if (node.type !== 'template_interpolation' && node.type !== 'template_directive') continue;
    addText(position, node.startIndex);
    parts.push(
      ...(node.type === 'template_interpolation' ? readInterpolation(node, reading) : readDirective(node, reading)),
    );
    position = node.endIndex;
  }
  addText(position, end);
  return parts;
}

function readInterpolation(node: Node, { source, readExpression }: Reading): readonly Expression[] {
  const expression = childOf(node, 'expression');
  return expression === undefined ? [] : [readExpression(expression, source)];
}

function readDirective(node: Node, reading: Reading): readonly Expression[] {
  const [directive] = childrenOf(node);
  if (directive?.type === 'template_if') return [readIf(directive, reading)];
  return directive?.type === 'template_for' ? [readFor(directive, reading)] : [];
}

function readIf(node: Node, reading: Reading): Expression {
  const intro = childOf(node, 'template_if_intro');
  const otherwise = childOf(node, 'template_else_intro');
  const end = childOf(node, 'template_if_end');
  const range = rangeOf(reading.source, node);
  const condition = intro === undefined ? undefined : childOf(intro, 'expression');
  const between = (from: Node | undefined, to: Node | undefined): Expression => ({
    kind: 'template',
    parts: partsBetween(node, from, to, reading),
    range,
  });
  return {
    kind: 'conditional',
    condition: condition === undefined ? nothing(range) : reading.readExpression(condition, reading.source),
    whenTrue: between(intro, otherwise ?? end),
    whenFalse: otherwise === undefined ? nothing(range) : between(otherwise, end),
    range,
  };
}

function readFor(node: Node, reading: Reading): Expression {
  const intro = childOf(node, 'template_for_start');
  const end = childOf(node, 'template_for_end');
  const range = rangeOf(reading.source, node);
  const names = intro === undefined ? [] : intro.children.filter((child) => child.type === 'identifier');
  const collection = intro === undefined ? undefined : childOf(intro, 'expression');
  return {
    kind: 'for',
    keyName: names.length > 1 ? names[0]?.text : undefined,
    valueName: names.at(-1)?.text ?? '',
    collection: collection === undefined ? nothing(range) : reading.readExpression(collection, reading.source),
    key: undefined,
    value: { kind: 'template', parts: partsBetween(node, intro, end, reading), range },
    condition: undefined,
    range,
  };
}

function partsBetween(
  node: Node,
  from: Node | undefined,
  to: Node | undefined,
  reading: Reading,
): readonly Expression[] {
  const start = from?.endIndex ?? node.startIndex;
  const end = to?.startIndex ?? node.endIndex;
  const nodes = node.children.filter((child) => child.startIndex >= start && child.endIndex <= end);
  return readParts(nodes, start, end, reading);
}

function nothing(range: Literal['range']): Literal {
  return { kind: 'literal', value: '', range };
}

/** From the line after `<<EOT` up to the line of the closing name. */
function heredocBody(node: Node, text: string): readonly [number, number] {
  const start = text.indexOf('\n', node.startIndex) + 1;
  const names = node.children.filter((child) => child.type === 'heredoc_identifier');
  const closing = names.at(-1)?.startIndex ?? node.endIndex;
  return [start, Math.max(start, text.lastIndexOf('\n', closing) + 1)];
}

/** `<<-` takes away the indentation that all lines share. */
function dedent(parts: readonly Expression[]): readonly Expression[] {
  let startsLine = true;
  const indents: number[] = [];
  const lines = parts.map((part) => {
    if (part.kind !== 'literal' || typeof part.value !== 'string') {
      if (startsLine) indents.push(0);
      startsLine = false;
      return [];
    }
    return part.value.split(/(?<=\n)/).map((line) => {
      const measured = startsLine;
      if (measured) indents.push(line.length - line.trimStart().length);
      startsLine = line.endsWith('\n');
      return { line, measured };
    });
  });
  const shared = Math.min(...indents);
  if (!Number.isFinite(shared) || shared === 0) return parts;
  return parts.map((part, index) =>
    part.kind === 'literal' && typeof part.value === 'string'
      ? {
          ...part,
          value: (lines[index] ?? []).map(({ line, measured }) => (measured ? line.slice(shared) : line)).join(''),
        }
      : part,
  );
}

function decodeHeredoc(raw: string): string {
  return raw.replace(/([$%])\1\{/g, '$1{');
}

function decodeQuoted(raw: string): string {
  return raw.replace(
    /\\(u[\da-fA-F]{4}|U[\da-fA-F]{8}|.)|([$%])\2\{/gs,
    (whole, sequence: string | undefined, sign: string | undefined) => {
      if (sequence === undefined) return `${sign}{`;
      if (sequence.length > 1) return decodeCodePoint(sequence.slice(1)) ?? whole;
      return ESCAPES.get(sequence) ?? whole;
    },
  );
}

function decodeCodePoint(hexadecimal: string): string | undefined {
  const codePoint = Number.parseInt(hexadecimal, 16);
  return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : undefined;
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['"', '"'],
  ['\\', '\\'],
]);
