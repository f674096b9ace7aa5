import { readFileSync } from 'node:fs';
import * as z from 'zod';
import type { KnownArguments, ReplacementTable } from '../../model/configuration/known-replacements.ts';
import { asset } from './assets.ts';

const NAMES = z.array(z.string()).default([]);

const ARGUMENTS = z.object({ replaces: NAMES, updates: NAMES, sets: NAMES, maps: NAMES });

const TABLE = z.object({
  providers: z.record(
    z.string(),
    z.object({
      version: z.string(),
      resources: z.record(z.string(), ARGUMENTS),
    }),
  ),
});

/** What `scripts/record-force-new.ts` recorded. */
export function readReplacementTable(): ReplacementTable {
  const file = asset('force-new.json');
  const { providers } = TABLE.parse(JSON.parse(readFileSync(file, 'utf8')));
  const types = new Map<string, KnownArguments>();
  for (const [source, { version, resources }] of Object.entries(providers)) {
    for (const [type, { replaces, updates, sets, maps }] of Object.entries(resources)) {
      types.set(type, {
        provider: `${source} ${version}`,
        replacing: new Set(replaces),
        updating: new Set(updates),
        sets: new Set(sets),
        maps: new Set(maps),
      });
    }
  }
  return { types };
}
