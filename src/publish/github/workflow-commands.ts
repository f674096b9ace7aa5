import { endGroup, error, info, notice, setSecret, startGroup, warning } from '@actions/core';
import type { Annotation } from '../../report/publication.ts';

/** One annotation; `@actions/core` escapes what it holds. */
export function annotate({ level, title, message, location }: Annotation): void {
  ANNOTATE[level](message, {
    title,
    ...(location !== undefined && { file: location.file, startLine: location.line }),
    ...(location?.endLine !== undefined && { endLine: location.endLine }),
    ...(location?.column !== undefined && isOneLine(location) && { startColumn: location.column }),
  });
}

const ANNOTATE = { error, warning, notice };

/** Prints text of any origin: nothing in it acts on the runner. */
export function print(text: string): void {
  info(inert(text.replace(/\n$/, '')));
}

/** Folds away everything that is printed while the work goes on. */
export async function inGroup<Result>(title: string, work: () => Promise<Result>): Promise<Result> {
  startGroup(title);
  try {
    return await work();
  } finally {
    endGroup();
  }
}

/** Has the runner replace the value by `***` wherever it appears in the log from now on. */
export function hide(secret: string | undefined): void {
  for (const line of (secret ?? '').split(/\r?\n/)) {
    if (line.trim() !== '') setSecret(line);
  }
}

/**
 * The text with every workflow command in it broken up: the runner obeys a line
 * that starts with `::`, white space before it or not, and `##[` anywhere.
 */
export function inert(text: string): string {
  return text.replace(COMMAND_START, '$1$2: :').replaceAll('##[', '## [');
}

/** The runner is C#, whose white space includes U+0085; it ends a line at a lone carriage return too. */
const COMMAND_START = /(^|[\r\n])([\s\u0085]*)::/g;

/** GitHub refuses columns on an annotation of several lines. */
function isOneLine(location: { readonly line: number; readonly endLine?: number }): boolean {
  return location.endLine === undefined || location.endLine === location.line;
}
