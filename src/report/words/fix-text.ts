import { say, type Text } from '../../model/text.ts';
import { counted, type TemplateFix } from '../report.ts';

/** What became of a fix, in one sentence. */
export function fixText({ proof }: TemplateFix): Text {
  return proof.kind === 'proven'
    ? ['proven: rehearsed again with the edits, a claim leaves everything alone']
    : say`not proven. ${proof.because}`;
}

/** Which files were written, and how often in a row. */
export function writtenText({ diffs }: TemplateFix): string {
  const files = new Set(diffs.flatMap((diff) => [...diff.matchAll(/^\+\+\+ b\/(.*)$/gm)].map(([, file]) => file)));
  return `${counted(files.size, 'file')} written${diffs.length > 1 ? `, in ${diffs.length} rounds` : ''}`;
}
