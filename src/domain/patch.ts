/** Lines of a file and what to put in their place. Never empty: a line that is only added to is replaced, too. */
export interface Patch {
  readonly file: string;
  /** First and last line that is replaced, counted from 1. */
  readonly line: number;
  readonly endLine: number;
  /** What stands there now; whoever applies the patch checks it. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** A piece of text and what to put in its place, by offsets. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The lines that edits of one text touch, neighbours joined. Edits must not overlap. */
export function patchesOf(file: string, text: string, edits: readonly TextEdit[]): readonly Patch[] {
  const lines = linesOf(text);
  const spans = edits
    .toSorted((left, right) => left.start - right.start)
    .map((edit) => ({ first: lineAt(lines, edit.start), last: lineAt(lines, edit.end), edits: [edit] }));
  const joined: typeof spans = [];
  for (const span of spans) {
    const before = joined.at(-1);
    if (before === undefined || span.first > before.last + 1) joined.push(span);
    else
      joined[joined.length - 1] = {
        ...before,
        last: Math.max(before.last, span.last),
        edits: [...before.edits, ...span.edits],
      };
  }
  return joined.map(({ first, last, edits: inside }) => {
    const start = lines[first]?.start ?? 0;
    const end = lines[last]?.end ?? text.length;
    return {
      file,
      line: first + 1,
      endLine: last + 1,
      before: splitLines(text.slice(start, end)),
      after: splitLines(applyEdits(text, inside, start, end)),
    };
  });
}

/** The text with all patches of its file; undefined where the lines are not those that the patches were made for. */
export function applyPatches(text: string, patches: readonly Patch[]): string | undefined {
  const lines = linesOf(text);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const edits: TextEdit[] = [];
  for (const patch of patches) {
    const inside = lines.slice(patch.line - 1, patch.endLine);
    const [first] = inside;
    const last = inside.at(-1);
    const current = inside.map(({ start, end }) => text.slice(start, end));
    if (first === undefined || last === undefined || !isSameLines(current, patch.before)) return undefined;
    edits.push({ start: first.start, end: last.end, text: patch.after.join(newline) });
  }
  return applyEdits(text, edits, 0, text.length);
}

/** The patches as `git apply` takes them. */
export function unifiedDiff(patches: readonly Patch[], texts: ReadonlyMap<string, string>): string {
  const files = [...new Set(patches.map(({ file }) => file))].sort();
  return files
    .map((file) => {
      const ofFile = patches.filter((patch) => patch.file === file).toSorted((left, right) => left.line - right.line);
      const lines = splitLines(texts.get(file) ?? '');
      let shift = 0;
      const hunks = ofFile.map((patch) => {
        const hunk = renderHunk(patch, lines, shift);
        shift += patch.after.length - patch.before.length;
        return hunk;
      });
      return [`--- a/${file}`, `+++ b/${file}`, ...hunks].join('\n');
    })
    .join('\n');
}

const CONTEXT_LINES = 3;

function renderHunk({ line, endLine, before, after }: Patch, lines: readonly string[], shift: number): string {
  const from = Math.max(1, line - CONTEXT_LINES);
  // A text that ends with a line break has an empty piece after it, which is no line.
  const lineCount = lines.at(-1) === '' ? lines.length - 1 : lines.length;
  const leading = lines.slice(from - 1, line - 1);
  const trailing = lines.slice(endLine, Math.min(lineCount, endLine + CONTEXT_LINES));
  const around = leading.length + trailing.length;
  return [
    `@@ -${from},${before.length + around} +${from + shift},${after.length + around} @@`,
    ...leading.map((text) => ` ${text}`),
    ...before.map((text) => `-${text}`),
    ...after.map((text) => `+${text}`),
    ...trailing.map((text) => ` ${text}`),
  ].join('\n');
}

function applyEdits(text: string, edits: readonly TextEdit[], start: number, end: number): string {
  let position = start;
  let result = '';
  for (const edit of edits.toSorted((left, right) => left.start - right.start)) {
    result += text.slice(position, edit.start) + edit.text;
    position = edit.end;
  }
  return result + text.slice(position, end);
}

interface Line {
  readonly start: number;
  /** Before the line break. */
  readonly end: number;
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const match of text.matchAll(/\r?\n/g)) {
    lines.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  return [...lines, { start, end: text.length }];
}

function lineAt(lines: readonly Line[], offset: number): number {
  return lines.findLastIndex(({ start }) => start <= offset);
}

function splitLines(text: string): readonly string[] {
  return text.split(/\r?\n/);
}

function isSameLines(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((line, index) => line === right[index]);
}
