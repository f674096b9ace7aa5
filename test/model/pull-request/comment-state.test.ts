import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LimitMark } from '../../../src/model/history/notify-once.ts';
import { readState, renderState } from '../../../src/model/pull-request/comment-state.ts';
import { commentMarker, STATE_LIMIT, withStateOf } from '../../../src/model/pull-request/markers.ts';
import { COMMENT_LIMIT } from '../../../src/report/publication.ts';

/** So short that several fit though unusual signs take six times their room. */
const name = fc.string({ unit: 'binary', maxLength: 6 });
const mark: fc.Arbitrary<LimitMark> = fc.record({
  organization: name,
  template: name,
  preset: name,
  versionId: name,
  version: name,
  closed: fc.boolean(),
});

function bodyWith(line: string, page = 'The page.'): string {
  return `${commentMarker('default')}\n${line}${page}`;
}

function limited(preset: string, overrides: Partial<LimitMark> = {}): LimitMark {
  const version = { organization: 'coder', template: 'docker', versionId: 'v', version: 'v12', closed: false };
  return { ...version, preset, ...overrides };
}

describe('what the comment remembers', () => {
  it('is read as it was written, whatever things are called', () => {
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 4 }), (marks) => {
        const reading = readState(bodyWith(renderState({ marks, cut: false })));
        const found = reading.kind === 'memory' ? reading.memory.marks : [];
        expect(reading.kind).toBe(marks.length === 0 ? 'none' : 'memory');
        expect(sorted(found)).toEqual(sorted(marks));
      }),
    );
  });

  it('is one line that readers do not see', () => {
    fc.assert(
      fc.property(fc.array(mark, { minLength: 1, maxLength: 4 }), (marks) => {
        const line = renderState({ marks, cut: false });
        expect(line).toMatch(/^<!-- [^<>\n]* -->\n$/);
        expect(line.slice(4, -4)).not.toContain('--');
      }),
    );
  });

  it('never takes more than its room, and says when something is forgotten', () => {
    const marks = Array.from({ length: 500 }, (_, index) => limited(`preset-${index}`));
    const line = renderState({ marks, cut: false });
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(STATE_LIMIT);
    expect(readState(bodyWith(line))).toMatchObject({ memory: { cut: true } });
  });

  it('forgets first what is over', () => {
    const over = Array.from({ length: 500 }, (_, index) => limited(`preset-${index}`, { closed: true }));
    const reading = readState(bodyWith(renderState({ marks: [...over, limited('Go')], cut: false })));
    expect(reading).toMatchObject({ kind: 'memory', memory: { cut: false } });
    expect(reading.kind === 'memory' && reading.memory.marks.at(-1)).toEqual(limited('Go'));
  });

  it.each([
    { line: '', kind: 'none', because: 'an older run wrote the comment' },
    { line: '<!-- prebuild-guard-state {"v":2} -->\n', kind: 'unreadable', because: 'a later version wrote it' },
    { line: '<!-- prebuild-guard-state {"v":1,"limited":[{}]} -->\n', kind: 'unreadable', because: 'it was edited' },
    { line: '<!-- prebuild-guard-state {"v":1,"limi} -->\n', kind: 'unreadable', because: 'it was cut' },
  ])('is $kind, because $because', ({ line, kind }) => {
    expect(readState(bodyWith(line)).kind).toBe(kind);
  });

  it('is not read from further down, where names from outside stand', () => {
    const line = renderState({ marks: [limited('Go')], cut: false });
    expect(readState(bodyWith('', `The page.\n${line}`))).toEqual({ kind: 'none' });
  });
});

describe('a run that has nothing to say of it', () => {
  const line = renderState({ marks: [limited('Go')], cut: false });

  it('keeps what the comment remembers', () => {
    expect(withStateOf(bodyWith(line, 'Old.'), bodyWith('', 'New.'))).toBe(bodyWith(line, 'New.'));
    expect(withStateOf(bodyWith('', 'Old.'), bodyWith('', 'New.'))).toBe(bodyWith('', 'New.'));
  });

  it('keeps it though GitHub changed the line ends', () => {
    const old = bodyWith(line, 'Old.').replaceAll('\n', '\r\n');
    expect(withStateOf(old, bodyWith('', 'New.'))).toBe(bodyWith(line, 'New.'));
  });

  it('never makes the comment too long', () => {
    const page = 'x'.repeat(COMMENT_LIMIT - STATE_LIMIT - bodyWith('', '').length);
    expect(withStateOf(bodyWith(line), bodyWith('', page)).length).toBeLessThanOrEqual(COMMENT_LIMIT);
  });
});

function sorted(marks: readonly LimitMark[]): readonly string[] {
  return marks.map((each) => JSON.stringify(each, KEYS)).toSorted();
}

const KEYS = ['organization', 'template', 'preset', 'versionId', 'version', 'closed'];
