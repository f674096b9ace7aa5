import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { brokenRule, circles, importsOf, LAYERS } from './support/layers.ts';

const require = createRequire(import.meta.url);
const PURE = ['model', 'explain', 'rules', 'engine', 'report'];

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.ts'));
const imports = files.flatMap((file) => importsOf(file, readFileSync(`src/${file}`, 'utf8')));

describe('the imports', () => {
  it('are all seen', () => {
    const written = files.flatMap(
      (file) => readFileSync(`src/${file}`, 'utf8').match(/^(?:import|\} from) .*';$/gm) ?? [],
    );
    expect(files.length).toBeGreaterThan(250);
    expect(imports.length).toBeGreaterThanOrEqual(written.length);
    expect(imports.filter(({ imported }) => imported.endsWith('.ts') && !files.includes(imported))).toEqual([]);
  });

  it('are those that the table of layers allows', () => {
    expect(imports.flatMap((each) => brokenRule(each) ?? [])).toEqual([]);
  });

  it('have no circle, types included', () => {
    expect(circles(imports)).toEqual([]);
  });

  it.each([
    ['model/plan/plan.ts', 'node:fs'],
    ['model/plan/plan.ts', 'zod'],
    ['model/plan/plan.ts', 're2js'],
    ['model/go/re2.ts', 'node:fs'],
    ['run/settings/settings.ts', 'report/report.ts'],
    ['run/settings/settings.ts', 'run/run.ts'],
    ['cli.ts', 'gather/gather.ts'],
    ['action.ts', 'node:fs'],
    ['gather/plan/read-plan.ts', 'gather/gather.ts'],
    ['model/plan/plan.ts', 'rules/index.ts'],
    ['model/plan/plan.ts', 'explain/locate.ts'],
    ['explain/locate.ts', 'report/report.ts'],
    ['rules/claim/claim-update.ts', 'rules/claim/resource-removal.ts'],
    ['rules/claim/claim-update.ts', 'engine/decide.ts'],
    ['rules/shared/judge-claims.ts', 'rules/claim/claim-update.ts'],
    ['rules/index.ts', 'report/report.ts'],
    ['engine/decide.ts', 'rules/index.ts'],
    ['report/report.ts', 'engine/decide.ts'],
    ['report/report.ts', 'gather/ports.ts'],
    ['report/report.ts', 'node:path'],
    ['gather/gather.ts', 'gather/plan/read-plan.ts'],
    ['gather/gather.ts', 'node:fs'],
    ['gather/plan/read-plan.ts', 'gather/coder/wire.ts'],
    ['gather/plan/read-plan.ts', '@actions/core'],
    ['gather/plan/read-plan.ts', 'run/check.ts'],
    ['gather/hcl/assets.ts', 'gather/rehearsal/all-ended.ts'],
    ['gather/coder/wire.ts', 'publish/terminal/colour.ts'],
    ['gather/pull-request/context.ts', 'publish/github/publisher.ts'],
    ['publish/github/publisher.ts', 'report/report.ts'],
    ['publish/terminal/publisher.ts', '@actions/core'],
    ['run/settings/settings.ts', 'gather/plan/read-plan.ts'],
    ['somewhere/else.ts', 'model/text.ts'],
  ])('of %s may not be %s', (file, imported) => {
    expect(brokenRule({ file, imported })).toContain(file);
  });

  it('are found in whatever form they are written', () => {
    const text = [
      "import type { A } from './a.ts';",
      "export { b } from '../b.ts';",
      'const c = await import(/* webpackMode: "eager" */ \'./c.ts\');',
      "type D = import('./d.ts').D;",
      "import {\n  e,\n} from './e.ts';",
    ].join('\n');
    const found = importsOf('model/plan/x.ts', text).map(({ imported }) => imported);
    expect(found).toEqual(['model/plan/a.ts', 'model/b.ts', 'model/plan/c.ts', 'model/plan/d.ts', 'model/plan/e.ts']);
  });

  it('are a circle where types alone lead around', () => {
    const [a, b] = ['model/a.ts', 'model/b.ts'];
    const around = [
      ...importsOf(a, "import type { B } from './b.ts';"),
      ...importsOf(b, "import type { A } from './a.ts';"),
    ];
    expect(circles(around)).toEqual([[a, b]]);
  });
});

describe('the folders', () => {
  it('show no more than about 20 entries each', () => {
    const entries = Map.groupBy(readdirSync('src', { recursive: true, encoding: 'utf8' }), (name) => dirname(name));
    expect([...entries].filter(([, names]) => names.length > 20).map(([folder]) => folder)).toEqual([]);
  });

  it('are each in the table', () => {
    const unknown = LAYERS.filter(({ path }) => !files.some((file) => file === path || file.startsWith(`${path}/`)));
    expect(unknown).toEqual([]);
  });

  it('hold files that fit on a page, most of them short', () => {
    const lengths = files.map((file) => readFileSync(`src/${file}`, 'utf8').split('\n').length - 1);
    expect(files.filter((_, index) => (lengths[index] ?? 0) > 250)).toEqual([]);
    expect(lengths.toSorted((a, b) => a - b)[Math.floor(lengths.length / 2)]).toBeLessThan(80);
  });
});

describe('the pure layers', () => {
  const pure = files.filter((file) => PURE.some((layer) => file.startsWith(`${layer}/`)));

  it('are all seen', () => {
    expect(pure.length).toBeGreaterThan(20);
    expect(PURE.every((layer) => pure.some((file) => file.startsWith(`${layer}/`)))).toBe(true);
  });

  it.each(pure)('%s reads no clock and no chance', (file) => {
    expect(readFileSync(`src/${file}`, 'utf8')).not.toMatch(/\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b/);
  });

  it.each(['process.exit()', 'console.log(1)', "fetch('x')", 'setTimeout(() => {}, 1)', 'Buffer.from([])'])(
    'cannot name %s',
    (effect) => {
      const directory = mkdtempSync(join(tmpdir(), 'prebuild-guard-pure-'));
      try {
        mkdirSync(join(directory, 'src/model'), { recursive: true });
        copyFileSync('tsconfig.json', join(directory, 'tsconfig.json'));
        copyFileSync('tsconfig.pure.json', join(directory, 'tsconfig.pure.json'));
        writeFileSync(join(directory, 'package.json'), '{"type":"module"}');
        writeFileSync(join(directory, 'src/model/a.ts'), `export const a = ${effect};\n`);
        const tsc = join(dirname(require.resolve('typescript/package.json')), 'bin/tsc');
        const compile = () =>
          execFileSync(process.execPath, [tsc, '-p', join(directory, 'tsconfig.pure.json')], { encoding: 'utf8' });
        expect(compile).toThrow(expect.objectContaining({ stdout: expect.stringContaining('Cannot find name') }));
      } finally {
        rmSync(directory, { recursive: true });
      }
    },
  );
});
