import { type Text, visible } from '../../model/text.ts';

export type Style = 'error' | 'warning' | 'notice' | 'good' | 'code' | 'quiet' | 'strong';

/** Some characters in one style; `whole` ones are never broken at a space. */
export interface Piece {
  readonly text: string;
  readonly style?: Style;
  readonly whole?: boolean;
}

export type Line = readonly Piece[];

export const BLANK: Line = [];

export function styled(text: string, style: Style): Piece {
  return { text: visible(text), style, whole: true };
}

/** Code spans between backticks: they tell a name from a word without colours too, and can be copied whole. */
export function piecesOf(text: Text): readonly Piece[] {
  return text.map((span) => (typeof span === 'string' ? { text: visible(span) } : styled(`\`${span.code}\``, 'code')));
}

/** `first` stands before the first line, blanks of the same width before the others. */
export function wrapped(pieces: readonly Piece[], width: number, first: Line = []): readonly Line[] {
  const indent = widthOf(first);
  const hanging: Line = indent === 0 ? [] : [{ text: ' '.repeat(indent) }];
  const lines: Piece[][] = [[...first]];
  let used = indent;
  for (const word of wordsOf(pieces)) {
    const length = widthOf(word);
    const isFirst = used === indent;
    if (!isFirst && used + 1 + length > width) {
      lines.push([...hanging, ...word]);
      used = indent + length;
    } else {
      lines.at(-1)?.push(...(isFirst ? [] : [{ text: ' ' }]), ...word);
      used += length + (isFirst ? 0 : 1);
    }
  }
  return lines;
}

/** Everything passes `visible` here once more, so that no line can bring a control character along. */
export function rendered(lines: readonly Line[], colour: boolean): string {
  return lines.map((line) => `${line.map((piece) => painted(piece, colour)).join('')}\n`).join('');
}

function painted({ text, style }: Piece, colour: boolean): string {
  const safe = visible(text);
  return colour && style !== undefined && safe !== '' ? `\u001b[${SGR[style]}m${safe}\u001b[0m` : safe;
}

const SGR: Readonly<Record<Style, string>> = {
  error: '1;31',
  warning: '1;33',
  notice: '1;34',
  good: '1;32',
  code: '36',
  quiet: '2',
  strong: '1',
};

function widthOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { text }) => sum + [...text].length, 0);
}

/** Words are pieces with no space between them: `` `name` `` and the full stop after it stay together. */
function wordsOf(pieces: readonly Piece[]): readonly Line[] {
  const words: Piece[][] = [[]];
  for (const piece of pieces) {
    const parts = piece.whole === true ? [piece.text] : piece.text.split(' ');
    parts.forEach((text, index) => {
      if (index > 0) words.push([]);
      if (text !== '') words.at(-1)?.push({ ...piece, text });
    });
  }
  return words.filter((word) => word.length > 0);
}
