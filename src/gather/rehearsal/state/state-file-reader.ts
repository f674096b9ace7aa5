import { readFile } from 'node:fs/promises';
import { UserError } from '../../../model/user-error.ts';
import type { StateReader } from '../../ports.ts';

/** The same state for every preset. Rejects with a `UserError` where the file cannot be read. */
export function stateFileReader(path: string): StateReader {
  return {
    async readState() {
      try {
        return { kind: 'state', text: await readFile(path, 'utf8') };
      } catch {
        throw new UserError(
          `\`${path}\` cannot be read; give a file that \`coder state pull\` wrote as \`state\`, or \`coder\`.`,
        );
      }
    },
  };
}
