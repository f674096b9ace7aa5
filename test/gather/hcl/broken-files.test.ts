import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonProblem, parseJson } from '../../../src/gather/hcl/syntax/json-tree.ts';
import { parseHcl } from '../../../src/gather/hcl/syntax/parse-body.ts';
import { parseTerraformJson } from '../../../src/gather/hcl/syntax/parse-json.ts';
import { HCL_FILE } from './generated-hcl.ts';

describe('a file that is not what it should be', () => {
  it.each([
    { text: 'resource "a" "b" {\n  x = \n}\n', line: 2, because: 'an argument has no value' },
    { text: 'locals {\n  a = 1\n', line: 3, because: 'a block is never closed' },
    {
      text: `locals {\n  a = "\${b"\n}\n`,
      line: 1,
      because: 'an interpolation that is never closed swallows the file',
    },
    { text: '}', line: 1, because: 'nothing was open' },
    { text: `x = ${'('.repeat(20_000)}1${')'.repeat(20_000)}`, line: 1, because: 'it nests deeper than any stack' },
  ])('is broken at line $line, because $because', async ({ text, line }) => {
    expect(await parseHcl('main.tf', text)).toEqual({ kind: 'broken', line });
  });

  it.each([
    { text: '{\n  "a": 1,\n}', line: 3, because: 'a comma is followed by nothing' },
    { text: '[]', line: 1, because: 'the file is no object' },
    { text: '{}\n{}', line: 2, because: 'something follows' },
    { text: '', line: 1, because: 'it is empty' },
    { text: `{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`, line: 1, because: 'it nests deeper than any stack' },
  ])('is broken JSON at line $line, because $because', async ({ text, line }) => {
    expect(await parseTerraformJson('main.tf.json', text)).toEqual({ kind: 'broken', line });
  });

  it('is broken or parsed, never a crash, wherever a file is cut', async () => {
    await fc.assert(
      fc.asyncProperty(HCL_FILE, fc.nat(), fc.string({ unit: 'binary', maxLength: 4 }), async (text, at, noise) => {
        const cut = at % (text.length + 1);
        const { kind } = await parseHcl('main.tf', text.slice(0, cut) + noise + text.slice(cut + 1));
        expect(['parsed', 'broken']).toContain(kind);
      }),
      { numRuns: 500 },
    );
  });
});

describe('parseJson', () => {
  it('reads every JSON as JSON.parse does', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
        expect(plain(parseJson('a.json', JSON.stringify(value, null, indent)))).toEqual(
          JSON.parse(JSON.stringify(value)),
        );
      }),
    );
  });

  it('refuses what JSON.parse refuses', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(), fc.string({ maxLength: 2 }), (value, at, noise) => {
        const text = JSON.stringify(value);
        const damaged = text.slice(0, at % text.length) + noise + text.slice((at % text.length) + 1);
        expect(isRefused(() => parseJson('a.json', damaged), JsonProblem)).toBe(
          isRefused(() => JSON.parse(damaged), SyntaxError),
        );
      }),
      { numRuns: 2000 },
    );
  });
});

function plain(node: ReturnType<typeof parseJson>): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'array') return node.items.map(plain);
  return Object.fromEntries(node.members.map(({ name, value }) => [name, plain(value)]));
}

function isRefused(parse: () => unknown, problem: new (...args: never[]) => Error): boolean {
  try {
    parse();
    return false;
  } catch (error) {
    if (error instanceof problem) return true;
    throw error;
  }
}
