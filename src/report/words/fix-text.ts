import { say, type Text } from '../../model/text.ts';
import { counted, type TemplateFix } from '../report.ts';

/** The result of a fix, in one sentence. */
export function fixText({ proof }: TemplateFix): Text {
  return proof.kind === 'proven'
    ? ['proven: in a second rehearsal with the edits, a claim changes nothing']
    : say`not proven. ${proof.because}`;
}

/** Which files were written, and how often in a row. */
export function writtenText({ diffs, unwritten }: TemplateFix): string {
  if (unwritten === 'dry-run') return 'nothing written; with --fix alone this would be';
  if (unwritten === 'taken-back') return 'taken back; the files are as they were';
  const files = new Set(diffs.flatMap((diff) => [...diff.matchAll(/^\+\+\+ b\/(.*)$/gm)].map(([, file]) => file)));
  return `${counted(files.size, 'file')} written${diffs.length > 1 ? `, in ${diffs.length} rounds` : ''}`;
}
