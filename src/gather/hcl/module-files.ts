import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Block } from '../../model/configuration/configuration.ts';
import { filesReadBy, isOverrideFile, type Product } from '../../model/configuration/configuration-files.ts';
import type { NotChecked } from '../../model/judgement/outcome.ts';
import { say } from '../../model/text.ts';
import { mergeOverrides } from './merge-overrides.ts';
import { type ParsedFile, parseHcl } from './syntax/parse-body.ts';
import { parseTerraformJson } from './syntax/parse-json.ts';

export interface ModuleFiles {
  readonly blocks: readonly Block[];
  /** By the path that locations name. */
  readonly texts: ReadonlyMap<string, string>;
  readonly gaps: readonly NotChecked[];
}

/** Generated files of this size exist, but no person reads a finding in them. */
const FILE_LIMIT_BYTES = 4 * 1024 * 1024;

/** Reads the files that make up the module in a directory; `nameOf` says how a file is called in locations. */
export async function readModuleFiles(
  directory: string,
  product: Product,
  nameOf: (path: string) => string,
): Promise<ModuleFiles> {
  const primary: Block[] = [];
  const overrides: Block[] = [];
  const texts = new Map<string, string>();
  const gaps: NotChecked[] = [];
  for (const entry of filesReadBy(product, await namesIn(directory))) {
    const path = join(directory, entry);
    const name = nameOf(path);
    const text = await readText(path);
    if (text === undefined) {
      gaps.push(unreadableFile(name));
      continue;
    }
    const parsed: ParsedFile = entry.endsWith('.json')
      ? await parseTerraformJson(name, text)
      : await parseHcl(name, text);
    if (parsed.kind === 'broken') {
      gaps.push(brokenFile(name, parsed.line));
      continue;
    }
    texts.set(name, text);
    (isOverrideFile(entry) ? overrides : primary).push(...parsed.body.blocks);
  }
  return { blocks: mergeOverrides(primary, overrides), texts, gaps };
}

/** Of everything in a directory but directories. */
export async function namesIn(directory: string): Promise<readonly string[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  return entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
}

/** Undefined for what cannot be opened, is too large, or is not UTF-8. */
async function readText(path: string): Promise<string | undefined> {
  try {
    if ((await stat(path)).size > FILE_LIMIT_BYTES) return undefined;
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(path));
  } catch {
    return undefined;
  }
}

function brokenFile(name: string, line: number): NotChecked {
  return {
    code: 'broken-configuration',
    detail: say`${name} could not be parsed: there is a syntax error at line ${line}.`,
    remedy: say`Run ${'terraform validate'} to see the error.`,
  };
}

function unreadableFile(name: string): NotChecked {
  return {
    code: 'unreadable-configuration',
    detail: say`${name} could not be read: it does not exist, is larger than 4 MiB, or is not UTF-8.`,
    remedy: ['Replace it with a file that Terraform can read too.'],
  };
}
