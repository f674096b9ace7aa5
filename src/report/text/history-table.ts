import {
  type HistoryPolicy,
  hasPrebuilds,
  type PresetHistory,
  type TemplateHistory,
} from '../../model/history/history.ts';
import {
  decidePreset,
  diagnosePreset,
  isPoolEmpty,
  type PoolAction,
  type PresetStatus,
} from '../../model/history/preset-status.ts';
import { formatDuration, formatTime } from '../../model/history/time.ts';
import type { NotChecked, Source } from '../../model/judgement/outcome.ts';
import { plain, visible } from '../../model/text.ts';
import { buildMarks, MARK_LEGEND } from '../words/build-marks.ts';

/** What `history` prints: one table for each template, worst preset first, and what could not be seen. */
export function renderHistoryTable(source: Source<TemplateHistory>, policy: HistoryPolicy, width = 120): string {
  if (source.kind === 'not-configured') return 'No Coder was asked.\n';
  const tables = source.items.map((history) => templateTable(history, policy, width));
  const legend = source.items.some(hasBuilds) ? [MARK_LEGEND] : [];
  return `${[...tables, ...legend, ...gapLines(source.gaps)].join('\n\n')}\n`;
}

function templateTable(history: TemplateHistory, policy: HistoryPolicy, width: number): string {
  const shown = history.presets.filter(hasPrebuilds);
  const rows = shown
    .map((preset, index) => ({
      index,
      status: decidePreset(history, preset, policy).status,
      cells: cellsOf(history, preset, policy),
    }))
    .toSorted((left, right) => GRAVITY.indexOf(left.status) - GRAVITY.indexOf(right.status) || left.index - right.index)
    .map(({ cells }) => cells);
  return [
    `${visible(history.template)} (${visible(history.organization)}), version ${visible(history.version.name)}, seen ${formatTime(history.readAt)}`,
    ...(rows.length === 0
      ? ['  no preset with prebuilds']
      : aligned([HEADINGS, ...rows], width - 2).map((line) => `  ${line}`)),
    ...remarks(history, history.presets.length - shown.length).map((remark) => `  ${remark}`),
  ].join('\n');
}

const HEADINGS = ['preset', 'status', 'ready', 'last builds, newest first', 'streak', 'left', 'Coder', 'last error'];

/** Gravest first. */
const GRAVITY: readonly PresetStatus[] = ['hard_limited', 'validation_failed', 'failing', 'unknown', 'healthy'];

function cellsOf(history: TemplateHistory, preset: PresetHistory, policy: HistoryPolicy): readonly string[] {
  const { status, action } = decidePreset(history, preset, policy);
  const { streak, failuresLeft, lastFailure } = diagnosePreset(history, preset, policy);
  const isSeen = preset.builds !== undefined;
  return [
    visible(preset.name),
    status,
    preset.ready === undefined ? '?' : `${preset.ready}/${preset.desiredInstances ?? '?'}`,
    isSeen ? buildMarks(preset.builds ?? []) : 'not seen',
    isSeen ? String(streak) : '?',
    !isSeen ? '?' : failuresLeft === undefined ? 'no limit' : String(failuresLeft),
    actionText(action, history.readAt),
    visible(lastFailure?.error ?? ''),
  ];
}

function actionText(action: PoolAction, readAt: number): string {
  switch (action.kind) {
    case 'creates':
      return 'builds';
    case 'backs-off':
      return `backs off until ${formatTime(action.until).slice(11)}, ${formatDuration(action.until - readAt)}`;
    case 'creates-none':
      return `builds none: ${action.because.replace('-', ' ')}`;
    case 'unknown':
      return '?';
  }
}

function remarks(history: TemplateHistory, hidden: number): readonly string[] {
  const { failedDeletions, reconciliationPaused, deprecated } = history;
  return [
    ...(hidden > 0 ? [`${hidden} more ${hidden === 1 ? 'preset wants' : 'presets want'} no prebuilds`] : []),
    ...(failedDeletions.length > 0
      ? [`${failedDeletions.length} ${failedDeletions.length === 1 ? 'prebuild' : 'prebuilds'} could not be deleted`]
      : []),
    ...(reconciliationPaused === true ? ['reconciliation is paused'] : []),
    ...(deprecated ? ['the template is deprecated'] : []),
    ...(isPoolEmpty(history)
      ? [
          `no prebuild is ready: every claim is an ordinary build until version ${visible(history.version.name)} has built one`,
        ]
      : []),
  ];
}

function gapLines(gaps: readonly NotChecked[]): readonly string[] {
  return gaps.map(({ detail, remedy }) => `Not checked: ${plain(detail)}\n  ${plain(remedy)}`);
}

function hasBuilds({ presets }: TemplateHistory): boolean {
  return presets.some(({ builds }) => (builds?.length ?? 0) > 0);
}

/** Columns as wide as their widest cell; the last one takes what is left of the line. */
function aligned(rows: readonly (readonly string[])[], width: number): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => lengthOf(row[column] ?? ''))));
  return rows.map((row) =>
    row
      .map((cell, column) => {
        if (column < row.length - 1) return cell + ' '.repeat((widths[column] ?? 0) - lengthOf(cell));
        const used = widths.slice(0, -1).reduce((sum, each) => sum + each + 2, 0);
        return cut(cell, Math.max(width - used, 20));
      })
      .join('  ')
      .trimEnd(),
  );
}

function cut(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
}

function lengthOf(text: string): number {
  return [...text].length;
}
