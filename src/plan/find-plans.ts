import { existsSync, globSync } from 'node:fs';
import { UserError } from '../domain/user-error.ts';

/**
 * The plans that paths and globs name, each once, globs sorted. A path stays as
 * it is, there or not: whoever reads it says what is wrong with it.
 */
export function findPlans(patterns: readonly string[]): readonly string[] {
  const found = patterns.flatMap((pattern) => (isGlob(pattern) ? matching(pattern) : [pattern]));
  return [...new Set(found)];
}

function isGlob(pattern: string): boolean {
  return pattern !== '-' && /[*?[\]{}]/.test(pattern) && !existsSync(pattern);
}

function matching(pattern: string): readonly string[] {
  // The CLI also runs on Node 20, which has no globs; a shell expands them there.
  if (globSync === undefined) throw new UserError(`\`${pattern}\` is no file, and globs need Node 22 or newer.`);
  const paths = globSync(pattern).toSorted();
  if (paths.length === 0)
    throw new UserError(`\`${pattern}\` matches no file; name the plan's path, or mend the glob.`);
  return paths;
}
