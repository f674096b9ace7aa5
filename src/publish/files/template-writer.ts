import { readFile, realpath, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isInside, repositoryRoot } from '../../gather/hcl/repository-root.ts';
import { applyPatches, type Patch } from '../../model/configuration/patch.ts';
import { UserError } from '../../model/user-error.ts';
import type { TemplateWriter } from '../ports.ts';

/** Writes into the files that `createConfigurationReader` with the same candidates read. */
export function createTemplateWriter(rootCandidates: readonly string[]): TemplateWriter {
  return {
    async writePatches(directory, patches) {
      const root = repositoryRoot(await realpath(directory), rootCandidates);
      const texts = new Map<string, string>();
      for (const file of new Set(patches.map((patch) => patch.file))) {
        const own = patches.filter((patch) => patch.file === file);
        await refuseOutside(root, file);
        texts.set(file, await patched(join(root, file), file, own));
      }
      // Nothing is written where one of the files is not as it was read.
      for (const [file, text] of texts) await written(join(root, file), file, text);
    },
  };
}

/** A symbolic link may lead to files that nobody asked to have changed. */
async function refuseOutside(root: string, file: string): Promise<void> {
  if (!isInside(await realpath(root), await realpath(join(root, file)))) {
    throw new UserError(
      `\`${file}\` is a symbolic link that leads out of the repository, so nothing was written. Edit the file where it is.`,
    );
  }
}

async function patched(path: string, file: string, patches: readonly Patch[]): Promise<string> {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await readFile(path));
  const result = applyPatches(text, patches);
  if (result === undefined) throw new UserError(`\`${file}\` changed during the rehearsal. Run the command again.`);
  return result;
}

async function written(path: string, file: string, text: string): Promise<void> {
  try {
    await writeFile(path, text);
  } catch {
    throw new UserError(`\`${file}\` cannot be written. Check that it and its folder are not read-only.`);
  }
}
