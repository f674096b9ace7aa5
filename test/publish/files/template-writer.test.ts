import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { patchesOf } from '../../../src/model/configuration/patch.ts';
import { createTemplateWriter } from '../../../src/publish/files/template-writer.ts';

let away: string;
beforeEach(() => {
  away = realpathSync(mkdtempSync(join(tmpdir(), 'prebuild-guard-writer-')));
  writeFileSync(join(away, 'a.tf'), A);
  writeFileSync(join(away, 'b.tf'), B);
});
afterEach(() => rmSync(away, { recursive: true }));

const A = '\uFEFF# ä 😀\r\nlocals {\r\n}\r\n';
const B = 'locals {\n}';

const patches = [
  ...patchesOf('a.tf', A, [{ start: A.indexOf('}'), end: A.indexOf('}'), text: '  a = 1\n' }]),
  ...patchesOf('b.tf', B, [{ start: B.indexOf('}'), end: B.indexOf('}'), text: '  b = 1\n' }]),
];

const read = (file: string) => readFileSync(join(away, file), 'utf8');

it('writes every file as it is otherwise: mark, line ends, and no last line break', async () => {
  await createTemplateWriter([away]).writePatches(away, patches);
  expect(read('a.tf')).toBe('\uFEFF# ä 😀\r\nlocals {\r\n  a = 1\r\n}\r\n');
  expect(read('b.tf')).toBe('locals {\n  b = 1\n}');
});

it('writes nothing at all where one of the files was changed meanwhile', async () => {
  writeFileSync(join(away, 'b.tf'), 'locals {\n  x = 1\n}');
  await expect(createTemplateWriter([away]).writePatches(away, patches)).rejects.toThrow(
    '`b.tf` changed during the rehearsal',
  );
  expect(read('a.tf')).toBe(A);
});

it('writes nothing through a symbolic link that leads out of the repository', async () => {
  const outside = mkdtempSync(join(tmpdir(), 'prebuild-guard-outside-'));
  try {
    renameSync(join(away, 'b.tf'), join(outside, 'b.tf'));
    symlinkSync(join(outside, 'b.tf'), join(away, 'b.tf'));
    await expect(createTemplateWriter([away]).writePatches(away, patches)).rejects.toThrow(
      '`b.tf` is a symbolic link that leads out of the repository, so nothing was written.',
    );
    expect(read('a.tf')).toBe(A);
    expect(readFileSync(join(outside, 'b.tf'), 'utf8')).toBe(B);
  } finally {
    rmSync(outside, { recursive: true });
  }
});

it('writes through one that stays in it', async () => {
  mkdirSync(join(away, 'shared'));
  renameSync(join(away, 'b.tf'), join(away, 'shared', 'b.tf'));
  symlinkSync(join('shared', 'b.tf'), join(away, 'b.tf'));
  await createTemplateWriter([away]).writePatches(away, patches);
  expect(read('shared/b.tf')).toBe('locals {\n  b = 1\n}');
});

it.skipIf(process.getuid?.() === 0)('says which file cannot be written', async () => {
  chmodSync(join(away, 'a.tf'), 0o444);
  await expect(createTemplateWriter([away]).writePatches(away, patches)).rejects.toThrow('`a.tf` cannot be written');
});
