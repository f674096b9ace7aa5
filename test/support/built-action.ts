import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';

/** The action as it is built, away from node_modules, as on a runner; for all tests of a file. */
export function useBuiltAction(): () => string {
  let action = '';
  beforeAll(() => {
    if (!existsSync('dist/index.js')) throw new Error('There is no dist/index.js. Run `npm run build` first.');
    action = mkdtempSync(join(tmpdir(), 'action-'));
    cpSync('action.yml', join(action, 'action.yml'));
    cpSync('dist', join(action, 'dist'), { recursive: true });
  });
  afterAll(() => rmSync(action, { recursive: true }));
  return () => action;
}
