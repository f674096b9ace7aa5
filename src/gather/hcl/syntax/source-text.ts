import type { SourceRange } from '../../../model/configuration/expression.ts';
import type { Node } from './parser.ts';

/** The text that a tree was made from, and where it stands. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
  /** The range of everything in it, where positions in the text are not positions in the file. */
  readonly standsAt?: SourceRange;
}

export function rangeOf(source: SourceText, first: Node, last: Node = first): SourceRange {
  if (source.standsAt !== undefined) return source.standsAt;
  return {
    file: source.file,
    line: first.startPosition.row + 1,
    column: first.startPosition.column + 1,
    endLine: last.endPosition.row + 1,
    endColumn: last.endPosition.column + 1,
    start: first.startIndex,
    end: last.endIndex,
  };
}

/** What is written there. A node's own text may have been altered for the grammar, keeping its length. */
export function textOf(source: SourceText, node: Node): string {
  return source.text.slice(node.startIndex, node.endIndex);
}

/** What counts: the children without comments. */
export function childrenOf(node: Node): readonly Node[] {
  return node.children.filter((child) => child.type !== 'comment');
}

export function childOf(node: Node, type: string): Node | undefined {
  return node.children.find((child) => child.type === type);
}

/** The names that a `for` binds: of the key, where there is one, then of the value. */
export function namesIn(intro: Node, source: SourceText): readonly string[] {
  return intro.children.filter((child) => child.type === 'identifier').map((name) => textOf(source, name));
}

export function spanning(from: SourceRange, to: SourceRange): SourceRange {
  return { ...to, line: from.line, column: from.column, start: from.start };
}
