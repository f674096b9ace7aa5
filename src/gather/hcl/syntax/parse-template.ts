import type { Expression, Literal } from '../../../model/configuration/expression.ts';
import type { Node } from './parser.ts';
import { childOf, childrenOf, namesIn, rangeOf, type SourceText } from './source-text.ts';

type ReadExpression = (node: Node, source: SourceText) => Expression;

/** A quoted string or heredoc. Without interpolation it is a literal. */
export function readTemplate(node: Node, source: SourceText, readExpression: ReadExpression): Expression {
  const range = rangeOf(source, node);
  const isHeredoc = node.type === 'heredoc_template';
  const decode = isHeredoc ? decodeHeredoc : decodeQuoted;
  const [start, end] = isHeredoc ? heredocBody(node, source.text) : [node.startIndex + 1, node.endIndex - 1];
  const parts = readParts(node.children, start, end, { source, decode, readExpression, range, isHeredoc });
  const dedented = isHeredoc && childOf(node, 'heredoc_start')?.text === '<<-' ? dedent(parts, range) : parts;
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
  readonly isHeredoc: boolean;
}

/**
 * The interpolations and directives among `nodes`, and the text between them.
 * The text is cut from the source: the grammar drops white space beside an
 * interpolation.
 */
function readParts(
  nodes: readonly Node[],
  start: number,
  end: number,
  reading: Reading,
  afterTrimmingTag = false,
): readonly Expression[] {
  const parts: Expression[] = [];
  let position = start;
  let trimStart = afterTrimmingTag;
  const addText = (to: number, trimEnd: boolean) => {
    const decoded = reading.decode(reading.source.text.slice(position, to));
    const value = trimmed(decoded, trimStart, trimEnd, reading.isHeredoc);
    if (value !== '') parts.push({ kind: 'literal', value, range: reading.range });
  };
  for (const node of nodes) {
    if (node.type !== 'template_interpolation' && node.type !== 'template_directive') continue;
    addText(node.startIndex, trimsBefore(node));
    parts.push(
      ...(node.type === 'template_interpolation' ? readInterpolation(node, reading) : readDirective(node, reading)),
    );
    position = node.endIndex;
    trimStart = trimsAfter(node);
  }
  addText(end, trimsBefore(nodes.find((node) => node.startIndex >= end)));
  return parts;
}

/** `~` inside the opening brace takes away the white space before, inside the closing brace the one after. */
function trimsBefore(node: Node | undefined): boolean {
  const first = node === undefined ? undefined : firstTag(node);
  return first?.children[1]?.type === 'strip_marker';
}

function trimsAfter(node: Node): boolean {
  return lastTag(node).children.at(-2)?.type === 'strip_marker';
}

/** The node that holds the braces: a directive's are those of its first and last tag. */
function firstTag(node: Node): Node {
  const child = node.type === 'template_interpolation' ? null : node.firstChild;
  return child === null || child.type === 'template_directive_start' ? node : firstTag(child);
}

function lastTag(node: Node): Node {
  const child = node.type === 'template_interpolation' ? null : node.lastChild;
  return child === null || child.type === 'template_directive_end' ? node : lastTag(child);
}

/** In a heredoc the white space ends with the line. */
function trimmed(text: string, atStart: boolean, atEnd: boolean, byLine: boolean): string {
  const start = atStart ? text.replace(byLine ? /^[^\S\n]*\n?/ : /^\s*/, '') : text;
  return atEnd ? start.replace(byLine ? /[^\S\n]*$/ : /\s*$/, '') : start;
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
  const names = intro === undefined ? [] : namesIn(intro, reading.source);
  const collection = intro === undefined ? undefined : childOf(intro, 'expression');
  return {
    kind: 'for',
    keyName: names.length > 1 ? names[0] : undefined,
    valueName: names.at(-1) ?? '',
    collection: collection === undefined ? nothing(range) : reading.readExpression(collection, reading.source),
    key: undefined,
    value: { kind: 'template', parts: partsBetween(node, intro, end, reading), range },
    condition: undefined,
    range,
  };
}

/** What is between two tags of a directive; their `~` take white space from it. */
function partsBetween(
  node: Node,
  from: Node | undefined,
  to: Node | undefined,
  reading: Reading,
): readonly Expression[] {
  const start = from?.endIndex ?? node.startIndex;
  const end = to?.startIndex ?? node.endIndex;
  const nodes = node.children.filter((child) => child.startIndex >= start && child.startIndex <= end);
  return readParts(nodes, start, end, reading, from !== undefined && trimsAfter(from));
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

/** `<<-` takes away the indentation that all lines share. Lines that a `~` joined to the one before do not count. */
function dedent(parts: readonly Expression[], range: Literal['range']): readonly Expression[] {
  let shared = Number.POSITIVE_INFINITY;
  mapLines(parts, range, (line) => {
    shared = Math.min(shared, line.length - line.trimStart().length);
    return line;
  });
  if (!Number.isFinite(shared) || shared === 0) return parts;
  return mapLines(parts, range, (line) => line.slice(shared));
}

/** Maps each line of a heredoc's text, those inside of directives too. What starts in the middle of a line stays. */
function mapLines(
  parts: readonly Expression[],
  range: Literal['range'],
  map: (line: string) => string,
): readonly Expression[] {
  let startsLine = true;
  const mapText = (text: string): string =>
    text
      .split(/(?<=\n)/)
      .map((line) => {
        const mapped = startsLine ? map(line) : line;
        startsLine = line.endsWith('\n');
        return mapped;
      })
      .join('');
  const mapPart = (part: Expression): Expression => {
    if (part.kind === 'literal' && part.range === range) return { ...part, value: mapText(String(part.value)) };
    startsLine = false;
    if (part.kind === 'conditional') {
      const whenTrue = mapBranch(part.whenTrue);
      return { ...part, whenTrue, whenFalse: mapBranch(part.whenFalse) };
    }
    return part.kind === 'for' ? { ...part, value: mapBranch(part.value) } : part;
  };
  /** Only a directive holds a template of the heredoc's own text. */
  const mapBranch = (branch: Expression): Expression => {
    if (branch.kind !== 'template' || !branch.parts.some((part) => part.range === range)) return branch;
    const mapped = { ...branch, parts: branch.parts.map(mapPart) };
    startsLine = false;
    return mapped;
  };
  return parts.map(mapPart);
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
