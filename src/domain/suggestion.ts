import type { Patch } from './patch.ts';

/** A file of a pull request, as GitHub's API lists it. */
export interface ChangedFile {
  readonly filename: string;
  /** Hunks of a unified diff; absent for binary and very large files. */
  readonly patch?: string | undefined;
}

/** A review comment that offers other lines, which the reader takes over with one click. */
export interface Suggestion {
  readonly file: string;
  /** Last line that is replaced; the only one without a first. */
  readonly line: number;
  readonly startLine: number | undefined;
  readonly lines: readonly string[];
}

export interface SuggestedPatches {
  readonly suggestions: readonly Suggestion[];
  /** Their lines are not in the diff: GitHub would refuse a comment there. */
  readonly outside: readonly Patch[];
}

/** GitHub takes a suggestion only on lines of the new file that one hunk of the diff shows. */
export function suggestPatches(patches: readonly Patch[], files: readonly ChangedFile[]): SuggestedPatches {
  const suggestions: Suggestion[] = [];
  const outside: Patch[] = [];
  for (const patch of patches) {
    const hunks = files.filter(({ filename }) => filename === patch.file).flatMap(({ patch: diff }) => hunksOf(diff));
    const isShown = hunks.some(({ first, last }) => first <= patch.line && patch.endLine <= last);
    if (!isShown) outside.push(patch);
    else {
      suggestions.push({
        file: patch.file,
        line: patch.endLine,
        startLine: patch.line === patch.endLine ? undefined : patch.line,
        lines: patch.after,
      });
    }
  }
  return { suggestions, outside };
}

/** Lines of the new file that each hunk shows, context included. */
function hunksOf(diff: string | undefined): readonly { readonly first: number; readonly last: number }[] {
  return [...(diff ?? '').matchAll(HUNK)].flatMap(([, start = '1', count = '1']) => {
    const first = Number(start);
    const last = first + Number(count) - 1;
    return last < first ? [] : [{ first, last }];
  });
}

const HUNK = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@/gm;

/** Markdown of a suggestion, its fence longer than any in the lines. */
export function suggestionBlock({ lines }: Suggestion): string {
  const longest = Math.max(2, ...lines.flatMap((line) => [...line.matchAll(/`+/g)].map(([run]) => run.length)));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}suggestion`, ...lines, fence].join('\n');
}
