import type { HistoryReading } from '../model/history/history-reading.ts';
import { planPublications } from '../report/index.ts';
import { untoldAnnotation } from '../report/markdown/notification.ts';
import type { Publication } from '../report/publication.ts';
import type { CheckResult } from './check.ts';
import { decideNotify } from './notify.ts';
import type { Place } from './ports.ts';
import type { Settings } from './settings/settings.ts';

/** Everything that a run publishes, in order. */
export async function publicationsOf(
  { report, pullRequest }: CheckResult,
  settings: Settings,
  { outputs, text }: Pick<Place, 'outputs' | 'text'>,
): Promise<readonly Publication[]> {
  const notify = decideNotify(settings.notify, report.history, pullRequest.comment);
  return [
    ...(notify.kind === 'unknown'
      ? [{ kind: 'annotation', annotation: untoldAnnotation(notify.detail) } as const]
      : []),
    ...planPublications(report, outputs, {
      text,
      comment: { mode: settings.comment, key: settings.commentKey },
      ...(notify.kind === 'planned' && { notification: notify.notification }),
      changed: pullRequest.changed,
      reportPath: settings.report,
    }),
    ...(await savedHistory(settings.save, report.history)),
  ];
}

/** What a later run reads with `--history-file`; the form of the file is known where it is read. */
async function savedHistory(
  path: string | undefined,
  history: HistoryReading | undefined,
): Promise<readonly Publication[]> {
  if (path === undefined || history === undefined) return [];
  const { renderHistoryFile } = await import(/* webpackMode: "eager" */ '../gather/coder/history/history-file.ts');
  return [{ kind: 'saved-history', path, content: renderHistoryFile(history.histories, Date.now()) }];
}
