import { readFileSync } from 'node:fs';
import { UserError } from '../../model/user-error.ts';
import { type Environment, type GitHubContext, parseContext } from './context.ts';

/** The context of this run, from the variables that the runner sets and the event file that it writes. */
export function readContext(env: Environment, prNumber?: number): GitHubContext {
  const path = env['GITHUB_EVENT_PATH'];
  return parseContext(env, path ? readEvent(path) : {}, prNumber);
}

function readEvent(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new UserError(
      'The file of `GITHUB_EVENT_PATH` cannot be read. Do not change the variable that the runner sets.',
    );
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new UserError(
      'The file of `GITHUB_EVENT_PATH` is not JSON. Do not change the variable that the runner sets.',
    );
  }
}
