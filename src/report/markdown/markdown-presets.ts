import type { PresetRow } from '../../model/template/preset-table.ts';
import type { Report } from '../report.ts';
import { numberColumns, presetShares, statusOf } from '../words/preset-words.ts';
import { cell, cellCode } from './markdown.ts';

/** The head of a table of all presets, and its rows. */
export interface PresetTable {
  readonly head: string;
  readonly rows: readonly string[];
}

/** Every preset with its numbers and with where each parameter comes from. */
export function presetTableOf({ plans }: Report): PresetTable {
  const all = plans.flatMap(({ presetTable }) => presetTable);
  const numbers = numberColumns(all);
  const status = statusOf(all);
  const isNamed = plans.length > 1;
  const columns = [
    ...(isNamed ? [{ title: 'Template', align: '---' }] : []),
    { title: 'Preset', align: '---' },
    ...numbers.map(({ title }) => ({ title: capitalised(title), align: '--:' })),
    ...(status === undefined ? [] : [{ title: 'Status', align: '---' }]),
    { title: 'Parameters', align: '---' },
  ];
  const head = [line(columns.map(({ title }) => title)), line(columns.map(({ align }) => align))].join('\n');
  const rows = plans.flatMap((plan) =>
    plan.presetTable.map((row, index) =>
      line([
        ...(isNamed ? [index === 0 ? cellCode(plan.name) : ''] : []),
        cell([{ code: row.preset }, ...(row.isDefault ? [' (default)'] : [])]),
        ...numbers.map(({ of }) => of(row)),
        ...(status === undefined ? [] : [status(row)]),
        parameterCell(row),
      ]),
    ),
  );
  return { head, rows };
}

function parameterCell(row: PresetRow): string {
  return presetShares(row)
    .map(({ words, parameters }) => `${words}: ${cell(parameters)}`)
    .join('<br>');
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function capitalised(word: string): string {
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
}
