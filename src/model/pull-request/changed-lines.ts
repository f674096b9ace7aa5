import type { Patch } from '../configuration/patch.ts';

/** A file of a pull request, as GitHub's API lists it. */
export interface ChangedFile {
  readonly filename: string;
  /** Hunks of a unified diff; absent for binary and very large files. */
  readonly patch?: string | undefined;
}

/** What is known of the files that a pull request changes. */
export type ChangedFiles =
  | { readonly kind: 'read'; readonly files: readonly ChangedFile[] }
  | { readonly kind: 'unread'; readonly because: Hindrance }
  /** No file of a template was read, so no fix is to be placed; what was suggested before may go. */
  | { readonly kind: 'not-needed' }
  /** There is no pull request, or nothing is to be suggested on it. */
  | { readonly kind: 'none' };

/** What stood in the way, for the person who reads the log. */
export interface Hindrance {
  /** A token that may not is how forks work; anything else is out of the ordinary. */
  readonly level: 'notice' | 'warning';
  readonly detail: string;
}

/**
 * Whether a suggestion can replace these lines. GitHub takes one only on lines
 * of the new file that one hunk of the diff shows. They must also read the same
 * there: a checkout of the merge commit can number them otherwise than the pull
 * request's head.
 */
export function isInDiff({ file, line, before }: Patch, files: readonly ChangedFile[]): boolean {
  const hunks = files.filter(({ filename }) => filename === file).flatMap(({ patch }) => hunksOf(patch ?? ''));
  return hunks.some(
    ({ first, lines }) => line >= first && before.every((text, index) => lines[line - first + index] === text),
  );
}

/** Markdown of a suggestion, its fence longer than any in the lines. */
export function suggestionBlock(lines: readonly string[]): string {
  const longest = Math.max(2, ...lines.flatMap((line) => [...line.matchAll(/`+/g)].map(([run]) => run.length)));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}suggestion`, ...lines, fence].join('\n');
}

/** Lines of the new file that one hunk shows, context included. */
interface Hunk {
  readonly first: number;
  readonly lines: readonly string[];
}

function hunksOf(diff: string): readonly Hunk[] {
  const hunks: { first: number; lines: string[] }[] = [];
  for (const line of diff.split(/\r?\n/)) {
    const start = HUNK.exec(line)?.[1];
    if (start !== undefined) hunks.push({ first: Number(start), lines: [] });
    else if (line.startsWith(' ') || line.startsWith('+')) hunks.at(-1)?.lines.push(line.slice(1));
  }
  return hunks;
}

const HUNK = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,\d+)? @@/;
