import { expect, it } from 'vitest';
import { createProgress } from '../../../src/publish/terminal/progress.ts';

function written(isTerminal: boolean, lines: readonly string[], width = 20): string {
  let text = '';
  const progress = createProgress({
    isTerminal,
    width,
    write(more) {
      text += more;
    },
  });
  for (const line of lines) progress.show(line);
  progress.end();
  return text;
}

it('a log gets a line each time, whole', () => {
  expect(written(false, ['one', 'two, which is longer than the log is wide'])).toBe(
    'one\ntwo, which is longer than the log is wide\n',
  );
});

it('a terminal gets one line that is overwritten, and is left clean', () => {
  expect(written(true, ['one', 'two'])).toBe('\r\u001b[2Kone\r\u001b[2Ktwo\r\u001b[2K');
});

it('a terminal never gets a line that wraps', () => {
  const [, line = ''] = written(true, ['✗'.repeat(50)]).split('\u001b[2K');
  expect([...line.replace('\r', '')]).toHaveLength(19);
});

it('nothing is cleared where nothing was shown', () => {
  expect(written(true, [])).toBe('');
});

it('a terminal that does not tell its width is taken for a usual one', () => {
  expect(written(true, ['one'], 0)).toContain('one');
});
