import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Parser } from 'web-tree-sitter';
import { asset } from '../assets.ts';

export type { Node } from 'web-tree-sitter';

let loading: Promise<Parser> | undefined;

/** The grammar is loaded once, and only when there is a file to parse. */
export function hclParser(): Promise<Parser> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Parser> {
  const require = createRequire(import.meta.url);
  const fromPackage = (path: string) => pathToFileURL(require.resolve(path));
  // The package's entry for `require` is CommonJS, which would be parsed as a module when imported from its file.
  const script = asset('web-tree-sitter.js', () => new URL('web-tree-sitter.js', fromPackage('web-tree-sitter')));
  const runtime = asset('web-tree-sitter.wasm', () => fromPackage('web-tree-sitter/web-tree-sitter.wasm'));
  const grammar = asset('tree-sitter-terraform.wasm', () =>
    fromPackage('@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm'),
  );
  // Bundlers cannot carry it: it builds a `require` of its own from the address of its file.
  const { Parser, Language } = (await import(
    /* webpackIgnore: true */ script.href
  )) as typeof import('web-tree-sitter');
  await Parser.init({ wasmBinary: readFileSync(runtime) });
  const parser = new Parser();
  parser.setLanguage(await Language.load(new Uint8Array(readFileSync(grammar))));
  return parser;
}
