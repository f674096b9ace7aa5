import type { PresetCell, PresetRow, ValueOrigin } from '../../model/template/preset-table.ts';
import { code, joined, type Text } from '../../model/text.ts';
import { clipped } from './wording.ts';

/** The parameters of a preset that get their values from the same place. */
export interface PresetShare {
  readonly origin: ValueOrigin;
  /** A few words, such as `open at claim`. */
  readonly words: string;
  /** Each with its value; the tail is counted. */
  readonly parameters: Text;
}

/** What the preset sets comes first, what is wrong with it last. */
export function presetShares({ parameters, instances }: PresetRow): readonly PresetShare[] {
  return ORIGINS.flatMap((origin) => {
    const own = parameters.filter((each) => each.origin === origin);
    if (own.length === 0) return [];
    // Nobody claims what is not built ahead of time.
    const words = origin === 'open' && instances === undefined ? 'open' : ORIGIN_WORDS[origin];
    return [{ origin, words, parameters: parametersText(own) }];
  });
}

const ORIGINS: readonly ValueOrigin[] = ['preset', 'default', 'open', 'missing', 'undefined', 'unknown'];

const ORIGIN_WORDS: Readonly<Record<ValueOrigin, string>> = {
  preset: 'set',
  default: 'default',
  open: 'open at claim',
  missing: 'missing',
  undefined: 'not defined',
  unknown: 'not known',
};

function parametersText(cells: readonly PresetCell[]): Text {
  const shown = cells.slice(0, MAX_PARAMETERS).map(cellText);
  const rest = cells.length - shown.length;
  return [...joined(shown, ', '), ...(rest > 0 ? [` and ${rest} more`] : [])];
}

const MAX_PARAMETERS = 20;

function cellText({ parameter, value, origin, uncertain }: PresetCell): Text {
  const name = clipped(parameter, MAX_LENGTH);
  const conditional = uncertain ? [' (conditional)'] : [];
  if (value === '') return [code(name), ' (empty)', ...conditional];
  if (value !== undefined) return [code(`${name} = ${clipped(value, MAX_LENGTH)}`), ...conditional];
  // For these the words of the share say already why there is no value.
  const isHidden = origin === 'preset' || origin === 'default' || origin === 'undefined';
  return [code(name), ...(isHidden ? [' (not shown)'] : []), ...conditional];
}

const MAX_LENGTH = 60;

/** Columns of numbers, without those that nothing is known of. */
export interface NumberColumn {
  readonly title: string;
  of(row: PresetRow): string;
}

export function numberColumns(rows: readonly PresetRow[]): readonly NumberColumn[] {
  const isClockKnown = rows.some(({ instances }) => instances?.now !== undefined);
  return [
    { title: 'instances', of: ({ instances }) => numberText(instances, 'base') },
    ...(isClockKnown ? [{ title: 'now', of: ({ instances }: PresetRow) => numberText(instances, 'now') }] : []),
    { title: 'peak', of: ({ instances }) => numberText(instances, 'peak') },
  ];
}

function numberText(instances: PresetRow['instances'], which: 'base' | 'now' | 'peak'): string {
  return instances === undefined ? '–' : String(instances[which] ?? '?');
}

/** Undefined where no row has one: nobody asked Coder. */
export function statusOf(rows: readonly PresetRow[]): ((row: PresetRow) => string) | undefined {
  return rows.some(({ status }) => status !== undefined) ? ({ status }) => status ?? '–' : undefined;
}
