import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyPatches, patchesOf, type TextEdit, unifiedDiff } from '../../../src/model/configuration/patch.ts';

const TEXT = 'one\ntwo\nthree\nfour\nfive\n';

describe('the patches of edits', () => {
  it.each([
    { edits: [{ start: 4, end: 7, text: 'TWO' }], lines: [[2, 2, 'TWO']], because: 'a line is replaced' },
    {
      edits: [{ start: 3, end: 3, text: '\nhalf' }],
      lines: [[1, 1, 'one', 'half']],
      because: 'what is added stands with the line it follows',
    },
    {
      edits: [
        { start: 8, end: 13, text: '3' },
        { start: 0, end: 3, text: '1' },
      ],
      lines: [
        [1, 1, '1'],
        [3, 3, '3'],
      ],
      because: 'lines apart are patches apart, in the order of the file',
    },
    {
      edits: [
        { start: 0, end: 3, text: '1' },
        { start: 4, end: 7, text: '2' },
      ],
      lines: [[1, 2, '1', '2']],
      because: 'neighbours are one patch',
    },
    { edits: [{ start: 3, end: 8, text: ' ' }], lines: [[1, 3, 'one three']], because: 'an edit may join lines' },
  ])('are $lines: $because', ({ edits, lines }) => {
    const patches = patchesOf('a.tf', TEXT, edits);
    expect(patches.map(({ line, endLine, after }) => [line, endLine, ...after])).toEqual(lines);
    expect(patches.map(({ line, endLine, before }) => before.length === endLine - line + 1)).not.toContain(false);
  });
});

/** Edits that do not overlap, in a text of few lines. */
const EDITED = fc
  .tuple(
    fc.array(fc.constantFrom('a', 'b', ' ', '\n', 'é', '😀'), { maxLength: 30 }).map((parts) => parts.join('')),
    fc.uniqueArray(fc.nat(30), { maxLength: 6 }),
    fc.array(fc.constantFrom('', 'x', 'y\nz', '\n'), { minLength: 3, maxLength: 3 }),
  )
  .map(([text, offsets, texts]) => {
    const places = offsets.map((offset) => offset % (text.length + 1)).toSorted((left, right) => left - right);
    const edits: TextEdit[] = [];
    for (let index = 0; index + 1 < places.length; index += 2) {
      const [start = 0, end = 0] = places.slice(index, index + 2);
      if (start >= (edits.at(-1)?.end ?? -1) + 1) edits.push({ start, end, text: texts[index / 2] ?? '' });
    }
    return { text, edits };
  });

function edited(text: string, edits: readonly TextEdit[]): string {
  return edits.reduceRight(
    (result, { start, end, text: added }) => result.slice(0, start) + added + result.slice(end),
    text,
  );
}

describe('applying the patches', () => {
  it('does what the edits say', () => {
    fc.assert(
      fc.property(EDITED, ({ text, edits }) => {
        expect(applyPatches(text, patchesOf('a.tf', text, edits))).toBe(edited(text, edits));
      }),
    );
  });

  it('keeps the ends of the lines', () => {
    const text = 'one\r\ntwo\r\n';
    const patches = patchesOf('a.tf', text, [{ start: 3, end: 3, text: '\nhalf' }]);
    expect(applyPatches(text, patches)).toBe('one\r\nhalf\r\ntwo\r\n');
  });

  it.each([
    { text: 'one\nTWO\nthree\n', because: 'a line is another one' },
    { text: 'zero\none\ntwo\n', because: 'the lines moved' },
    { text: 'one', because: 'the line is gone' },
  ])('is refused where $because', ({ text }) => {
    const patches = patchesOf('a.tf', TEXT, [{ start: 4, end: 7, text: 'zwei' }]);
    expect(applyPatches(text, patches)).toBeUndefined();
  });
});

describe('the diff of patches', () => {
  it('reads as others do', () => {
    const patches = patchesOf('dir/a.tf', TEXT, [
      { start: 3, end: 3, text: '\nhalf' },
      { start: 19, end: 23, text: 'V' },
    ]);
    expect(unifiedDiff(patches, new Map([['dir/a.tf', TEXT]]))).toMatchInlineSnapshot(`
      "--- a/dir/a.tf
      +++ b/dir/a.tf
      @@ -1,5 +1,6 @@
       one
      +half
       two
       three
       four
      -five
      +V"
    `);
  });

  it('is what `git apply` makes the edits of', () => {
    const directory = mkdtempSync(join(tmpdir(), 'prebuild-guard-diff-'));
    const lines = fc.array(fc.constantFrom('a', 'bb', '', '  c'), { minLength: 1, maxLength: 20 });
    const ends = fc.constantFrom('', '\n');
    const breaks = fc.constantFrom('\n', '\r\n');
    const changes = fc.uniqueArray(fc.tuple(fc.nat(19), fc.constantFrom('X', 'X\nY', '', 'keep')), {
      minLength: 1,
      maxLength: 4,
      selector: ([line]) => line,
    });
    try {
      fc.assert(
        fc.property(lines, ends, breaks, changes, (each, end, lineBreak, asked) => {
          fc.pre(each.at(-1) !== '');
          const text = each.join(lineBreak) + (end === '' ? '' : lineBreak);
          const edits = asked
            .filter(([line]) => line < each.length)
            .map(([line, added]) => {
              const start = each.slice(0, line).join(lineBreak).length + (line === 0 ? 0 : lineBreak.length);
              return {
                start,
                end: start + (each[line]?.length ?? 0),
                text: added === 'keep' ? `${each[line]}\nadded` : `${added}!`,
              };
            });
          fc.pre(edits.length > 0);
          const patches = patchesOf('a.tf', text, edits);
          writeFileSync(join(directory, 'a.tf'), text);
          writeFileSync(join(directory, 'a.diff'), `${unifiedDiff(patches, new Map([['a.tf', text]]))}\n`);
          execFileSync('git', ['apply', '--whitespace=nowarn', 'a.diff'], { cwd: directory, stdio: 'pipe' });
          expect(readFileSync(join(directory, 'a.tf'), 'utf8')).toBe(applyPatches(text, patches));
        }),
        { numRuns: 100 },
      );
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});
