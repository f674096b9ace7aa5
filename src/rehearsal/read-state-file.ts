import { readFile } from 'node:fs/promises';
import { UserError } from '../domain/user-error.ts';
import type { ReadState } from './rehearse-template.ts';

/** The same state for every preset. Rejects with a `UserError` where the file cannot be read. */
export function readStateFile(path: string): ReadState {
  return async () => {
    try {
      return { kind: 'state', text: await readFile(path, 'utf8') };
    } catch {
      throw new UserError(
        `\`${path}\` cannot be read; give \`state\` a file that \`coder state pull\` wrote, or \`coder\`.`,
      );
    }
  };
}
