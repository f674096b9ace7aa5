import type { ChangedFilesReader } from '../gather/ports.ts';
import type { ChangedFiles } from '../model/pull-request/changed-lines.ts';
import type { Report } from '../report/report.ts';
import { offeredPatches } from '../report/words/place-fixes.ts';
import type { Settings } from './settings/settings.ts';

/** What the pull request shows of the files that the report's fixes are for. The verdict is made by then. */
export async function changedFilesFor(
  { findings }: Report,
  { suggestions }: Pick<Settings, 'suggestions'>,
  reader: ChangedFilesReader,
): Promise<ChangedFiles> {
  if (!suggestions) return { kind: 'none' };
  const files = findings.flatMap((finding) => offeredPatches(finding).map(({ file }) => file));
  return reader.readChangedFiles([...new Set(files)]);
}
