import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';

const require = createRequire(import.meta.url);
const ncc = require.resolve('@vercel/ncc/dist/ncc/cli.js');

// ncc 0.45 cannot use TypeScript 7, so it is given the JavaScript that tsc wrote to build/.
function bundle(entry: string, output: string): void {
  const options = ['--no-cache', '--quiet', '--license', 'licenses.txt'];
  execFileSync(process.execPath, [ncc, 'build', entry, '--out', output, ...options], { stdio: 'inherit' });
}

// `@actions/core` loads an HTTP client at start, for OIDC alone. The bundle gets it without one:
// Node looks into build/node_modules first.
function leaveOutOidc(): void {
  const core = 'build/node_modules/@actions/core';
  cpSync('node_modules/@actions/core', core, { recursive: true });
  cpSync('tools/no-http', `${core}/node_modules/@actions/http-client`, { recursive: true });
}

// tree-sitter does not survive ncc ("createRequire is not a function"), so it lies beside the bundle as it is.
function copyParser(): void {
  const runtime = dirname(require.resolve('web-tree-sitter'));
  const grammar = dirname(require.resolve('@tree-sitter-grammars/tree-sitter-hcl/package.json'));
  mkdirSync('dist/hcl');
  cpSync(`${runtime}/web-tree-sitter.js`, 'dist/hcl/web-tree-sitter.js');
  cpSync(`${runtime}/web-tree-sitter.wasm`, 'dist/hcl/web-tree-sitter.wasm');
  cpSync(`${grammar}/tree-sitter-terraform.wasm`, 'dist/hcl/tree-sitter-terraform.wasm');
  cpSync('src/gather/hcl/force-new.json', 'dist/hcl/force-new.json');
  for (const [name, directory] of [
    ['web-tree-sitter', runtime],
    ['@tree-sitter-grammars/tree-sitter-hcl', grammar],
  ] as const) {
    appendFileSync('dist/licenses.txt', `\n${name}\n${readFileSync(`${directory}/LICENSE`, 'utf8')}`);
  }
}

rmSync('dist', { recursive: true, force: true });
rmSync('build/cli', { recursive: true, force: true });
leaveOutOidc();
bundle('build/action.js', 'dist');
bundle('build/cli.js', 'build/cli');
cpSync('build/cli/index.js', 'dist/cli.js');
cpSync('docs/rules', 'dist/rules', { recursive: true });
if (existsSync('src/gather/hcl')) copyParser();
