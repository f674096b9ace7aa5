import { appendFile, stat } from 'node:fs/promises';

/** GitHub drops a step's summary that is larger. */
const SUMMARY_LIMIT = 1024 * 1024;

const CUT = "\n\nThe summary is cut here, at GitHub's limit of 1 MiB.\n";

/** Appends to the step's summary; returns whether all of it found room. */
export async function publishSummary(path: string, markdown: string): Promise<boolean> {
  const text = `${markdown.trimEnd()}\n`;
  const room = SUMMARY_LIMIT - (await stat(path)).size;
  const isWhole = Buffer.byteLength(text) <= room;
  await appendFile(path, isWhole ? text : cutTo(text, room));
  return isWhole;
}

/** Ends with a whole line, so that no character and no link is cut in two. */
function cutTo(text: string, room: number): string {
  const head = Buffer.from(text).subarray(0, Math.max(0, room - Buffer.byteLength(CUT)));
  const end = head.lastIndexOf('\n');
  return end < 0 ? '' : `${head.subarray(0, end).toString()}${CUT}`;
}
