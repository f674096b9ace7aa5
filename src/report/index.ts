import type { ChangedFiles } from '../model/pull-request/changed-lines.ts';
import { annotations } from './annotations.ts';
import { renderHistoryJson } from './json/history-json.ts';
import { renderJson } from './json/json.ts';
import { type CommentOptions, draftComment } from './markdown/comment.ts';
import { type Notification, renderNotification } from './markdown/notification.ts';
import { draftSuggestions } from './markdown/suggestions.ts';
import { renderSummary } from './markdown/summary.ts';
import { stepOutputs } from './outputs.ts';
import type { Publication } from './publication.ts';
import type { Report } from './report.ts';
import { renderCanaryEnd } from './text/canary-text.ts';
import { renderHistoryTable } from './text/history-table.ts';
import { renderText, type TextOptions } from './text/text.ts';
import { offeredPatches, placeFixes } from './words/place-fixes.ts';

/** What the outputs may be told. */
export interface OutputOptions {
  readonly text: TextOptions;
  readonly comment: CommentOptions;
  /** Absent where nobody is told anything. */
  readonly notification?: Notification;
  /** Where fixes can be suggested on the pull request; nowhere where absent. */
  readonly changed?: ChangedFiles;
  /** Where the report goes as JSON; undefined for nowhere. */
  readonly reportPath: string | undefined;
}

type Output = (report: Report, options: OutputOptions) => readonly Publication[];

const NOWHERE: ChangedFiles = { kind: 'none' };

/** Every output, and what it publishes of a report. */
export const OUTPUTS = {
  text: (report, { text }) => [{ kind: 'text', text: renderText(report, text) }],
  /** How a version that was followed came to its end. */
  followed: ({ history: { followed } = {} }) =>
    followed === undefined ? [] : [{ kind: 'text', text: renderCanaryEnd(followed, followed.promotePrevious) }],
  history: ({ history }, { text: { width } }) =>
    history === undefined
      ? []
      : [{ kind: 'text', text: `${renderHistoryTable(history.histories, history.policy, width)}\n` }],
  'history-json': (report) => [{ kind: 'text', text: renderHistoryJson(report) }],
  /** For whom standard output is not read by. */
  errors: ({ errors }) =>
    errors.map(({ message }) => {
      const annotation = { level: 'error', title: 'prebuild-guard', message, location: undefined } as const;
      return { kind: 'annotation', annotation };
    }),
  json: (report) => [{ kind: 'text', text: renderJson(report) }],
  markdown: (report) => [{ kind: 'text', text: renderSummary(report) }],
  annotations: (report) => annotations(report).map((annotation) => ({ kind: 'annotation', annotation })),
  summary: (report) => [{ kind: 'summary', markdown: renderSummary(report) }],
  comment: (report, options) => {
    const memory = options.notification?.plan.memory;
    const fixes = placeFixes(report.findings, options.changed ?? NOWHERE);
    const comment = draftComment(report, { ...options.comment, ...(memory && { memory }) }, fixes);
    return comment === undefined ? [] : [{ kind: 'comment', comment }];
  },
  notification: (_, { comment: { key }, notification }) => {
    const body = notification && renderNotification(notification);
    return body === undefined ? [] : [{ kind: 'notification', notification: { key, body } }];
  },
  suggestions: (report, { changed = NOWHERE, comment: { key } }) => {
    if (changed.kind === 'none') return [];
    const isWanted = report.findings.some((finding) => offeredPatches(finding).length > 0);
    if (changed.kind === 'unread' && isWanted) {
      return [{ kind: 'suggestions', suggestions: { kind: 'withheld', because: changed.because } }];
    }
    const suggestions = draftSuggestions(report, placeFixes(report.findings, changed), key);
    return [{ kind: 'suggestions', suggestions }];
  },
  'report-file': (report, { reportPath: path }) =>
    path === undefined ? [] : [{ kind: 'file', path, content: renderJson(report) }],
  'step-outputs': (report, { reportPath }) =>
    stepOutputs(report, reportPath).map((output) => ({ kind: 'output', ...output })),
} as const satisfies Readonly<Record<string, Output>>;

export type OutputName = keyof typeof OUTPUTS;

/** What the named outputs publish, in the order of the names. */
export function planPublications(
  report: Report,
  names: readonly OutputName[],
  options: OutputOptions,
): readonly Publication[] {
  return names.flatMap((name): readonly Publication[] => OUTPUTS[name](report, options));
}
