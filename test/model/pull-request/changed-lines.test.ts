import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../../src/model/judgement/fingerprint.ts';
import { isInDiff, suggestionBlock } from '../../../src/model/pull-request/changed-lines.ts';
import { patch } from '../../support/builders.ts';

/** Lines 2 to 4 and 10 to 12 of the new file. */
const DIFF = [
  '@@ -2,3 +2,3 @@ resource "docker_container" "workspace" {',
  ' two',
  '-was three',
  '+three',
  ' four',
  '@@ -9,2 +10,3 @@',
  ' ten',
  '+eleven',
  ' twelve',
  '\\ No newline at end of file',
].join('\n');

const FILES = [{ filename: 'main.tf', patch: DIFF }];

describe('the lines that a pull request shows', () => {
  it.each([
    { line: 3, before: ['three'], shown: true, because: 'the line is new' },
    { line: 2, before: ['two'], shown: true, because: 'the line is context' },
    { line: 2, before: ['two', 'three', 'four'], shown: true, because: 'one hunk has them all' },
    { line: 11, before: ['eleven', 'twelve'], shown: true, because: 'a later hunk has them' },
    { line: 4, before: ['four', 'five'], shown: false, because: 'the last is outside' },
    { line: 1, before: ['one', 'two'], shown: false, because: 'the first is outside' },
    { line: 1, before: ['two'], shown: false, because: 'the hunk begins below' },
    { line: 4, before: ['four', ...'56789', 'ten'], shown: false, because: 'no hunk has them all' },
    { line: 7, before: ['seven'], shown: false, because: 'it is between the hunks' },
    { line: 3, before: ['was three'], shown: false, because: 'it is the old line' },
    { line: 2, before: ['three'], shown: false, because: 'the line reads otherwise there' },
    { line: 13, before: ['\\ No newline at end of file'], shown: false, because: 'that is no line' },
  ])('hold $before at $line: $shown, because $because', ({ line, before, shown }) => {
    expect(isInDiff(patch({ line, endLine: line + before.length - 1, before }), FILES)).toBe(shown);
  });

  it.each([
    { files: [], because: 'the file is not changed' },
    { files: [{ filename: 'main.tf' }], because: 'the file is too large or binary' },
    { files: [{ filename: 'modules/main.tf', patch: DIFF }], because: 'another file is' },
  ])('are none where $because', ({ files }) => {
    expect(isInDiff(patch({ line: 3, before: ['three'] }), files)).toBe(false);
  });

  it('are those of a new file, whatever its line ends', () => {
    const files = [{ filename: 'main.tf', patch: '@@ -0,0 +1 @@\n+one\r\n' }];
    expect(isInDiff(patch({ line: 1, endLine: 1, before: ['one'] }), files)).toBe(true);
  });

  it('are none of a file whose lines are all gone', () => {
    const files = [{ filename: 'main.tf', patch: '@@ -1,2 +0,0 @@\n-one\n-two' }];
    expect(isInDiff(patch({ line: 1, endLine: 1, before: ['one'] }), files)).toBe(false);
  });
});

describe('a suggestion', () => {
  it('is a block of its lines', () => {
    expect(suggestionBlock(['  a', '', 'b'])).toBe('```suggestion\n  a\n\nb\n```');
  });

  it('of no lines takes the old ones away', () => {
    expect(suggestionBlock([])).toBe('```suggestion\n```');
  });

  it('ends at no fence that its lines have', () => {
    expect(suggestionBlock(['```', '`````x`'])).toBe('``````suggestion\n```\n`````x`\n``````');
  });
});

describe('a fingerprint', () => {
  it.each([
    ['', 'cbf29ce484222325'],
    ['a', '089be207b544f1e4'],
  ])('of %j is %s', (text, expected) => {
    expect(fingerprint(text)).toBe(expected);
  });

  it('tells texts apart', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (left, right) => {
        expect(fingerprint(left) === fingerprint(right)).toBe(left === right);
      }),
    );
  });
});
