import type { PresetRow } from '../../model/template/preset-table.ts';
import { visible } from '../../model/text.ts';
import { numberColumns, presetShares, statusOf } from '../words/preset-words.ts';
import { clipped } from '../words/wording.ts';
import { type Line, type Piece, piecesOf, type Style, styled, wrapped } from './text-layout.ts';

/** The presets of a template: a line of numbers for each, and under it the parameters by where they come from. */
export function presetLines(rows: readonly PresetRow[], width: number): readonly Line[] {
  if (rows.length === 0) return [];
  const numbers = numberColumns(rows);
  const status = statusOf(rows);
  const statusWidth = status === undefined ? 0 : Math.max(...rows.map((row) => lengthOf(status(row)) + 2));
  const fixed = numbers.reduce((sum, { title }) => sum + title.length + 2, statusWidth + INDENT.length);
  const room = Math.max(MIN_NAME, width - fixed);
  const names = rows.map((row) => nameOf(row, room));
  const first = Math.max(...names.map(pieceLength), TITLE.length);
  const heading: Line = [
    { text: INDENT },
    styled(TITLE.padEnd(first), 'quiet'),
    ...numbers.map(({ title }) => styled(`  ${title}`, 'quiet')),
    ...(status === undefined ? [] : [styled('  status', 'quiet')]),
  ];
  return [
    heading,
    ...rows.flatMap((row, index) => {
      const name = names[index] ?? [];
      const cells = numbers.map(({ title, of }) => ({ text: `  ${of(row).padStart(title.length)}` }));
      return [
        [
          { text: INDENT },
          ...name,
          { text: ' '.repeat(first - pieceLength(name)) },
          ...cells,
          ...statusPieces(row, status),
        ],
        ...shareLines(row, width),
      ];
    }),
  ];
}

const INDENT = '  ';
const TITLE = 'preset';
const MIN_NAME = 16;

function nameOf({ preset, isDefault }: PresetRow, room: number): Line {
  const mark = isDefault ? ' (default)' : '';
  return [styled(clipped(preset, room - mark.length), 'code'), ...(isDefault ? [styled(mark, 'quiet')] : [])];
}

function statusPieces(row: PresetRow, status: ((row: PresetRow) => string) | undefined): Line {
  if (status === undefined) return [];
  return [{ text: INDENT }, styled(status(row), row.status === undefined ? 'quiet' : STATUS_STYLES[row.status])];
}

const STATUS_STYLES: Readonly<Record<NonNullable<PresetRow['status']>, Style>> = {
  healthy: 'good',
  hard_limited: 'error',
  validation_failed: 'error',
  failing: 'warning',
  unknown: 'quiet',
};

function shareLines(row: PresetRow, width: number): readonly Line[] {
  return presetShares(row).flatMap(({ origin, words, parameters }) => {
    const style = origin === 'missing' ? 'error' : origin === 'undefined' ? 'warning' : 'quiet';
    return wrapped(piecesOf(parameters), width, [{ text: `${INDENT}${INDENT}` }, styled(words.padEnd(LABEL), style)]);
  });
}

const LABEL = 'open at claim'.length + 2;

function pieceLength(pieces: Line): number {
  return pieces.reduce((sum, { text }: Piece) => sum + lengthOf(text), 0);
}

function lengthOf(text: string): number {
  return [...visible(text)].length;
}
