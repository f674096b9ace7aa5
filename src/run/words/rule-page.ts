import { existsSync, readFileSync } from 'node:fs';

/** The page of a rule as it is read on a terminal: the markers of generated parts are left out. */
export function readRulePage(id: string): string {
  // Bundled, the pages lie beside the bundle; from source they lie in docs.
  const beside = new URL(`rules/${id}.md`, import.meta.url);
  const page = existsSync(beside) ? beside : new URL(`../../../docs/rules/${id}.md`, import.meta.url);
  return readFileSync(page, 'utf8').replaceAll(/ *<!--.*?-->\n?/gs, '');
}
