import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const require = createRequire(import.meta.url);
const PURE = ['domain', 'rules', 'engine', 'report'];

describe('the import rules', () => {
  let tree: string;
  beforeAll(() => {
    tree = mkdtempSync(join(tmpdir(), 'prebuild-guard-layers-'));
    const config = JSON.parse(readFileSync('biome.json', 'utf8')) as { vcs: { enabled: boolean }; $schema?: string };
    delete config.$schema;
    config.vcs.enabled = false;
    writeFileSync(join(tree, 'biome.json'), JSON.stringify(config));
  });
  afterAll(() => rmSync(tree, { recursive: true }));

  const lint = (files: Readonly<Record<string, string>>): string => {
    rmSync(join(tree, 'src'), { recursive: true, force: true });
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(tree, dirname(path)), { recursive: true });
      writeFileSync(join(tree, path), text);
    }
    const biome = require.resolve('@biomejs/biome/bin/biome');
    const { stdout, stderr } = spawnSync(process.execPath, [biome, 'lint', '--colors=off', '.'], {
      cwd: tree,
      encoding: 'utf8',
    });
    return stdout + stderr;
  };

  it.each([
    ['src/domain/a.ts', 'node:fs'],
    ['src/domain/a.ts', 'zod'],
    ['src/domain/a.ts', '../rules/index.ts'],
    ['src/domain/a.ts', '../report/report.ts'],
    ['src/domain/a.ts', '../app/ports.ts'],
    ['src/rules/a.ts', './b.ts'],
    ['src/rules/a.ts', '../engine/decide.ts'],
    ['src/rules/a.ts', '../plan/read-plan.ts'],
    ['src/rules/index.ts', '../report/report.ts'],
    ['src/engine/a.ts', '../rules/index.ts'],
    ['src/engine/a.ts', '../report/report.ts'],
    ['src/report/a.ts', '../engine/decide.ts'],
    ['src/report/a.ts', '../rules/index.ts'],
    ['src/report/a.ts', 'node:path'],
    ['src/app/a.ts', '../plan/read-plan.ts'],
    ['src/app/a.ts', '../github/client.ts'],
    ['src/plan/a.ts', '../github/client.ts'],
    ['src/plan/a.ts', '../app/check.ts'],
    ['src/plan/a.ts', '../report/report.ts'],
    ['src/plan/a.ts', '@actions/core'],
    ['src/hcl/a.ts', '../rehearsal/settle.ts'],
    ['src/coder/a.ts', '../terminal/flags.ts'],
    ['src/git/a.ts', '../rehearsal/workspace.ts'],
    ['src/git/a.ts', '../app/check.ts'],
    ['src/domain/a.ts', '../git/check-out.ts'],
    ['src/app/a.ts', '../git/check-out.ts'],
    ['src/rehearsal/a.ts', '../git/check-out.ts'],
    ['src/github/a.ts', '../coder/client.ts'],
    ['src/terminal/a.ts', '@octokit/core'],
    ['src/rehearsal/a.ts', '../hcl/parse.ts'],
  ])('refuse %s an import of %s', (file, imported) => {
    expect(lint({ [file]: `export { x } from '${imported}';\n` })).toContain('noRestrictedImports');
  });

  it.each([
    ['src/rules/a.ts', '../domain/text.ts'],
    ['src/rules/index.ts', './a.ts'],
    ['src/app/a.ts', '../engine/decide.ts'],
    ['src/plan/a.ts', '../app/ports.ts'],
    ['src/plan/a.ts', '../report/publication.ts'],
    ['src/rehearsal/a.ts', '../plan/read-plan.ts'],
    ['src/github/a.ts', '@actions/core'],
    ['src/git/a.ts', '../domain/user-error.ts'],
    ['src/action.ts', './github/publisher.ts'],
  ])('allow %s an import of %s', (file, imported) => {
    expect(lint({ [file]: `export { x } from '${imported}';\n` })).not.toContain('noRestrictedImports');
  });

  it('refuse a cycle', () => {
    const files = {
      'src/domain/a.ts': "export { b } from './b.ts';\nexport const a = 1;\n",
      'src/domain/b.ts': "export { a } from './a.ts';\nexport const b = 1;\n",
    };
    expect(lint(files)).toContain('noImportCycles');
  });
});

describe('the pure layers', () => {
  const files = PURE.flatMap((layer) =>
    readdirSync(`src/${layer}`, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `src/${layer}/${name}`),
  );

  it('are all seen', () => {
    expect(files.length).toBeGreaterThan(20);
    expect(PURE.every((layer) => files.some((file) => file.startsWith(`src/${layer}/`)))).toBe(true);
  });

  it.each(files)('%s reads no clock and no chance, and fits on a page', (file) => {
    const text = readFileSync(file, 'utf8');
    expect(text).not.toMatch(/\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b/);
    expect(text.split('\n').length).toBeLessThanOrEqual(251);
  });

  it.each(['process.exit()', 'console.log(1)', "fetch('x')", 'setTimeout(() => {}, 1)', 'Buffer.from([])'])(
    'cannot name %s',
    (effect) => {
      const directory = mkdtempSync(join(tmpdir(), 'prebuild-guard-pure-'));
      try {
        mkdirSync(join(directory, 'src/domain'), { recursive: true });
        copyFileSync('tsconfig.json', join(directory, 'tsconfig.json'));
        copyFileSync('tsconfig.pure.json', join(directory, 'tsconfig.pure.json'));
        writeFileSync(join(directory, 'package.json'), '{"type":"module"}');
        writeFileSync(join(directory, 'src/domain/a.ts'), `export const a = ${effect};\n`);
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
