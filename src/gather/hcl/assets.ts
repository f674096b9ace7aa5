import { existsSync } from 'node:fs';

/**
 * Bundled, what this room reads lies in `hcl/` beside the bundle; from source it
 * lies in this folder, or comes from where `fromSource` says.
 */
export function asset(name: string, fromSource: () => URL = () => new URL(`./${name}`, import.meta.url)): URL {
  const beside = new URL(`hcl/${name}`, import.meta.url);
  return existsSync(beside) ? beside : fromSource();
}
