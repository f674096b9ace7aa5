import { existsSync } from 'node:fs';

/** Bundled, what this room reads lies in `hcl/` beside the bundle; from source it comes from where `fromSource` says. */
export function asset(name: string, fromSource: () => URL): URL {
  const beside = new URL(`hcl/${name}`, import.meta.url);
  return existsSync(beside) ? beside : fromSource();
}
