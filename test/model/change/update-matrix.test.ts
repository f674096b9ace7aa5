import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Answer, CHANGES, UPDATE_MATRIX } from '../../../src/model/change/update-matrix.ts';

const PAGE = readFileSync('fixtures/coder-api/update-matrix.md', 'utf8');
const COLUMNS = ['push', 'own', 'update', 'old', 'new', 'delete', 'prebuilds', 'claim'] as const;

/** Rows of the first table with these headings below a line, cell by cell. */
function tableAfter(start: string): readonly (readonly string[])[] {
  const lines = PAGE.slice(PAGE.indexOf(start)).split('\n');
  const head = lines.findIndex((line) => line.startsWith('| change | parameter | push v2 |'));
  const rows = lines.slice(head + 2);
  return rows
    .slice(
      0,
      rows.findIndex((line) => !line.startsWith('|')),
    )
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

/** `ok on v2 (p=b)`, `**400**`, `**failed** on v2 / ok on v2`, `ok (no values)` in one word; the values tell what was kept. */
function answerOf(cell: string, had: string): Answer {
  if (cell === '' || cell === '—') return '-';
  if (cell.startsWith('none') || cell.startsWith('**none')) return 'none';
  if (cell.startsWith('**400**')) return 'refused';
  if (cell.includes('failed')) return 'fails';
  return isKept(had, valuesIn(cell)) ? 'ok' : 'loses';
}

function valuesIn(cell: string): string {
  return /\((.*)\)/.exec(cell)?.[1] ?? '';
}

/** Whether what the workspace had before is still there under its name. */
function isKept(had: string, has: string): boolean {
  return `, ${has},`.includes(`, ${had},`);
}

const measured = [
  ...tableAfter('Columns:').map((cells) => ({ flow: 'dynamic', cells })),
  ...tableAfter('## Classic flow').map((cells) => ({ flow: 'classic', cells })),
].map(({ flow, cells: [words = '', parameter = '', ...cells] }) => {
  const had = valuesIn(cells[1] ?? '');
  const answers = COLUMNS.map((column, index) => {
    const isAboutTheOld = column === 'update' || column === 'old';
    const answer = answerOf(cells[index] ?? '', isAboutTheOld ? had : '');
    // What was asked for, or never there, cannot be lost.
    return [column, answer === 'loses' && !isAboutTheOld ? 'ok' : answer] as const;
  });
  return {
    name: `${flow}: ${words}${parameter === '' ? '' : `, ${parameter}`}`,
    answers: Object.fromEntries(answers),
  };
});

const ours = new Map(
  UPDATE_MATRIX.map(({ change, parameter, flow, answers }) => [
    `${flow}: ${CHANGES[change]}${parameter === undefined ? '' : `, ${parameter}`}`,
    answers,
  ]),
);

describe('the table of what an update does', () => {
  it('has the rows of the measurement, and no other', () => {
    expect([...ours.keys()]).toEqual(measured.map(({ name }) => name));
    expect(measured.length).toBe(36 + 22);
  });

  it.each(measured)('says of "$name" what the server answered', ({ name, answers }) => {
    expect(ours.get(name)).toEqual(answers);
  });
});
