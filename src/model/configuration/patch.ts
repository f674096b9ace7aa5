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

/** What takes patches of one text or several back, once they are applied. */
export function inverted(patches: readonly Patch[]): readonly Patch[] {
  const shifts = new Map<string, number>();
  return patches
    .toSorted((left, right) => left.line - right.line)
    .map(({ file, line, endLine, before, after }) => {
      const shift = shifts.get(file) ?? 0;
      shifts.set(file, shift + after.length - (endLine - line + 1));
      return { file, line: line + shift, endLine: line + shift + after.length - 1, before: after, after: before };
    });
}

/** The patches as `git apply` takes them. */
export function unifiedDiff(patches: readonly Patch[], texts: ReadonlyMap<string, string>): string {
  const files = [...new Set(patches.map(({ file }) => file))].sort();
  return files
    .map((file) => {
      const ofFile = patches.filter((patch) => patch.file === file).toSorted((left, right) => left.line - right.line);
      const text = texts.get(file) ?? '';
      let shift = 0;
      const hunks = hunksOf(ofFile).map((hunk) => {
        const rendered = renderHunk(hunk, text, shift);
        shift += hunk.reduce((sum, { before, after }) => sum + after.length - before.length, 0);
        return rendered;
      });
      return [`--- a/${file}`, `+++ b/${file}`, ...hunks].join('\n');
    })
    .join('\n');
}

const CONTEXT_LINES = 3;

/** Patches whose lines around would meet belong together: no line may be in two hunks. */
function hunksOf(patches: readonly Patch[]): readonly (readonly Patch[])[] {
  const hunks: Patch[][] = [];
  for (const patch of patches) {
    const hunk = hunks.at(-1);
    const last = hunk?.at(-1);
    if (hunk !== undefined && last !== undefined && patch.line - last.endLine <= 2 * CONTEXT_LINES) hunk.push(patch);
    else hunks.push([patch]);
  }
  return hunks;
}

function renderHunk(patches: readonly Patch[], text: string, shift: number): string {
  // What ends a line but for its last sign belongs to the line, or `git apply` would not find it.
  const lines = text.split('\n');
  const isOpen = lines.at(-1) !== '';
  const count = isOpen ? lines.length : lines.length - 1;
  const end = text.includes('\r\n') ? '\r' : '';
  const from = Math.max(1, (patches[0]?.line ?? 1) - CONTEXT_LINES);
  const to = Math.min(count, (patches.at(-1)?.endLine ?? count) + CONTEXT_LINES);
  const written: string[] = [];
  let old = 0;
  let fresh = 0;
  const write = (sign: ' ' | '-' | '+', line: string, isLast: boolean) => {
    written.push(`${sign}${line}`, ...(isOpen && isLast ? ['\\ No newline at end of file'] : []));
    if (sign !== '+') old += 1;
    if (sign !== '-') fresh += 1;
  };
  const keep = (first: number, last: number) => {
    for (let line = first; line <= last; line += 1) write(' ', lines[line - 1] ?? '', line === count);
  };
  let next = from;
  for (const { line, endLine, before, after } of patches) {
    // A last line without a line break gets one where more follows it.
    const isAtOpenEnd = isOpen && endLine >= count;
    const start = Math.min(isAtOpenEnd ? before.length - 1 : before.length, sharedStart(before, after));
    const tail = isAtOpenEnd ? 0 : sharedStart(before.slice(start).toReversed(), after.slice(start).toReversed());
    keep(next, line + start - 1);
    next = Math.min(endLine, count) - tail + 1;
    for (let gone = line + start; gone < next; gone += 1) write('-', lines[gone - 1] ?? '', gone === count);
    const added = after.slice(start, after.length - tail);
    added.forEach((content, index) => {
      const isLast = isAtOpenEnd && index === added.length - 1;
      write('+', isLast ? content : content + end, isLast);
    });
  }
  keep(next, to);
  return [`@@ -${from},${old} +${from + shift},${fresh} @@`, ...written].join('\n');
}

function sharedStart(left: readonly string[], right: readonly string[]): number {
  const differs = left.findIndex((line, index) => line !== right[index]);
  return differs === -1 ? Math.min(left.length, right.length) : differs;
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
