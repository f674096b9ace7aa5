import type { Attribute, Block, ResourceBlock } from '../../model/configuration/configuration.ts';
import type { Expression } from '../../model/configuration/expression.ts';
import type { TextEdit } from '../../model/configuration/patch.ts';

/**
 * The edits that put more paths into a resource's `ignore_changes`, laid out as
 * `terraform fmt` lays it out. Undefined where that list is written in a way
 * that cannot be extended.
 */
export function ignoreEdits(
  resource: ResourceBlock,
  text: string,
  paths: readonly string[],
): readonly TextEdit[] | undefined {
  const lifecycle = resource.body.blocks.find(({ type }) => type === 'lifecycle');
  if (lifecycle === undefined) return addLifecycle(resource.body, text, paths);
  const list = lifecycle.attributes.get('ignore_changes');
  if (list === undefined) return addAttribute(lifecycle, text, paths);
  return list.value.kind === 'tuple' ? extendList(list.value.items, list.value, text, paths) : undefined;
}

function extendList(
  items: readonly Expression[],
  { range }: Expression,
  text: string,
  paths: readonly string[],
): readonly TextEdit[] {
  const last = items.at(-1)?.range;
  if (last === undefined) return [{ start: range.start, end: range.end, text: `[${paths.join(', ')}]` }];
  if (last.endLine === range.endLine) return [{ start: last.end, end: last.end, text: `, ${paths.join(', ')}` }];
  const lineEnd = endOfLine(text, last.end);
  const hasComma = /^(?:[ \t]|\/\*.*?\*\/)*,/.test(text.slice(last.end, lineEnd));
  const indent = indentAt(text, last.start);
  const added = paths.map((path, index) => `\n${indent}${path}${hasComma || index < paths.length - 1 ? ',' : ''}`);
  const comma = hasComma ? [] : [{ start: last.end, end: last.end, text: ',' }];
  return [...comma, { start: lineEnd, end: lineEnd, text: added.join('') }];
}

/** After the last argument of the block, in line with the `=` of those right above it. */
function addAttribute(lifecycle: Block, text: string, paths: readonly string[]): readonly TextEdit[] {
  const value = `= [${paths.join(', ')}]`;
  if (lifecycle.range.line === lifecycle.range.endLine) return rewriteBlock(lifecycle, text, `${NAME} ${value}`);
  const indent = `${indentAt(text, lifecycle.range.start)}  `;
  const attributes = [...lifecycle.attributes.values()]
    .filter(({ range }) => range.file === lifecycle.range.file)
    .toSorted((left, right) => left.range.start - right.range.start);
  const last = attributes.at(-1);
  if (last === undefined) {
    const opening = endOfLine(text, lifecycle.range.start);
    const gap = lifecycle.blocks.length > 0 ? '\n' : '';
    return [{ start: opening, end: opening, text: `\n${indent}${NAME} ${value}${gap}` }];
  }
  const group = groupEndingWith(attributes);
  const width = Math.max(NAME.length, ...group.map(({ name }) => name.length));
  const aligned = group.flatMap(({ name, range }): readonly TextEdit[] => {
    const start = range.start + name.length;
    const end = text.indexOf('=', start);
    const spaces = ' '.repeat(width - name.length + 1);
    return text.slice(start, end) === spaces ? [] : [{ start, end, text: spaces }];
  });
  const lineEnd = endOfLine(text, last.range.end);
  const line = `\n${indent}${NAME.padEnd(group.length === 0 ? NAME.length : width)} ${value}`;
  return [...aligned, { start: lineEnd, end: lineEnd, text: line }];
}

const NAME = 'ignore_changes';

/** Arguments of one line each, line after line, up to the last: `terraform fmt` aligns these. */
function groupEndingWith(attributes: readonly Attribute[]): readonly Attribute[] {
  const group: Attribute[] = [];
  for (const attribute of attributes.toReversed()) {
    const below = group[0];
    if (attribute.range.line !== attribute.range.endLine) break;
    if (below !== undefined && below.range.line !== attribute.range.line + 1) break;
    group.unshift(attribute);
  }
  return group;
}

/** As the last block of the resource, after an empty line. */
function addLifecycle(body: Block, text: string, paths: readonly string[]): readonly TextEdit[] {
  const indent = indentAt(text, body.range.start);
  const block = [`${indent}  lifecycle {`, `${indent}    ${NAME} = [${paths.join(', ')}]`, `${indent}  }`];
  if (body.range.line === body.range.endLine)
    return rewriteBlock(body, text, ['', ...block].join('\n').trimStart(), true);
  const closing = text.lastIndexOf('\n', body.range.end - 1) + 1;
  const above = text.slice(0, closing).trimEnd();
  const isSetOff = above.endsWith('{') || /\n[ \t\r]*\n[ \t]*$/.test(text.slice(0, closing));
  return [{ start: closing, end: closing, text: `${isSetOff ? '' : '\n'}${block.join('\n')}\n` }];
}

/** A block of one line becomes one of several, with what is added as its last. */
function rewriteBlock(block: Block, text: string, added: string, isBlock = false): readonly TextEdit[] {
  const indent = indentAt(text, block.range.start);
  const [first] = [...block.attributes.values()];
  const opening = text.indexOf('{', block.range.start) + 1;
  const kept = first === undefined ? '' : text.slice(first.range.start, first.range.end);
  // One line holds one argument at most.
  const isAligned = !isBlock && first !== undefined;
  const width = isAligned ? Math.max(first.name.length, NAME.length) : 0;
  const align = (line: string) => line.replace(/^([\w-]+)[ \t]*=/, (_, name: string) => `${name.padEnd(width)} =`);
  const lines = [
    ...(kept === '' ? [] : [`${indent}  ${isAligned ? align(kept) : kept}`]),
    ...(kept !== '' && isBlock ? [''] : []),
    `${indent}  ${isAligned ? align(added) : added}`,
  ];
  return [{ start: opening, end: block.range.end - 1, text: `\n${lines.join('\n')}\n${indent}` }];
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end === -1) return text.length;
  return text[end - 1] === '\r' ? end - 1 : end;
}

function indentAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
}
