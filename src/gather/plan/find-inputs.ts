import { existsSync, globSync, readdirSync, statSync } from 'node:fs';
import { isConfigurationFile } from '../../model/configuration/configuration-files.ts';
import { UserError } from '../../model/user-error.ts';

/**
 * The plans that paths and globs name, each once, globs sorted. A path that does
 * not exist stays in the list: the code that reads it reports the problem.
 */
export function findPlans(patterns: readonly string[]): readonly string[] {
  return expand(patterns, () => true);
}

/** The same for directories of templates: a glob matches only directories with configuration files. */
export function findTemplates(patterns: readonly string[]): readonly string[] {
  return expand(patterns, isTemplate);
}

function isTemplate(path: string): boolean {
  return statSync(path).isDirectory() && readdirSync(path).some(isConfigurationFile);
}

function expand(patterns: readonly string[], isWanted: (path: string) => boolean): readonly string[] {
  const found = patterns.flatMap((pattern) => (isGlob(pattern) ? matching(pattern, isWanted) : [pattern]));
  return [...new Set(found)];
}

function isGlob(pattern: string): boolean {
  return pattern !== '-' && /[*?[\]{}]/.test(pattern) && !existsSync(pattern);
}

function matching(pattern: string, isWanted: (path: string) => boolean): readonly string[] {
  // The CLI also runs on Node 20, which has no globs. There the shell expands them.
  if (globSync === undefined) throw new UserError(`\`${pattern}\` is not a file, and globs need Node 22 or newer.`);
  const paths = globSync(pattern).filter(isWanted).toSorted();
  if (paths.length === 0) throw new UserError(`\`${pattern}\` matches no file; fix the glob, or give the path itself.`);
  return paths;
}
