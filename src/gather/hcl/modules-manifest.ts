import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import * as z from 'zod';

/** Directories of the modules that `terraform init` fetched, by the names of the calls joined with a dot. */
export type FetchedModules = ReadonlyMap<string, string>;

const MANIFEST = z.object({ Modules: z.array(z.object({ Key: z.string(), Dir: z.string() })) });

/** Empty where the directory was not initialised, or its manifest is not one. */
export async function readFetchedModules(directory: string): Promise<FetchedModules> {
  try {
    const text = await readFile(join(directory, '.terraform', 'modules', 'modules.json'), 'utf8');
    const manifest = MANIFEST.parse(JSON.parse(text));
    return new Map(manifest.Modules.map(({ Key, Dir }) => [Key, resolve(directory, Dir)]));
  } catch {
    return new Map();
  }
}
