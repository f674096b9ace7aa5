import type { Patch } from '../model/configuration/patch.ts';
import type { Publication, Receipt } from '../report/publication.ts';

/** Writes into the files of templates. */
export interface TemplateWriter {
  /** All of the patches or none. Throws a `UserError` where a file is not as it was read, or cannot be written. */
  writePatches(directory: string, patches: readonly Patch[]): Promise<void>;
}

/** Publishes what it is given, in order. Never throws for a publication that fails: the receipt says so. */
export interface Publisher {
  publish(publications: readonly Publication[]): Promise<readonly Receipt[]>;
}
