import { joined, say, type Text } from '../text.ts';
import type { TerraformVersion } from './rehearsal.ts';

/**
 * Versions with which the recorded templates were rehearsed, and came to what an
 * apply of them shows: `test/gather/rehearsal/rehearsed-scenarios.test.ts`.
 * `docs/providers.md` has the runs.
 */
export const PROVEN_VERSIONS: Readonly<Record<TerraformVersion['product'], readonly string[]>> = {
  Terraform: ['1.6.6', '1.11.4', '1.15.9'],
  OpenTofu: ['1.12.6'],
};

/** That nobody has tried a minor version as new, or as old, as this one; nothing of those in between. */
export function unprovenVersion({ product, version }: TerraformVersion): readonly Text[] {
  const proven = PROVEN_VERSIONS[product];
  const minors = proven.map(minorOf);
  const minor = minorOf(version);
  if (minor === undefined) return [];
  const isNewer = minors.every((each) => each !== undefined && each < minor);
  const isOlder = minors.every((each) => each !== undefined && each > minor);
  if (!isNewer && !isOlder) return [];
  const tried = joined(
    proven.map((each) => say`${each}`),
    ', ',
  );
  return [
    say`${[isNewer ? 'Newer' : 'Older']} than any version of ${[product]} that rehearsals were proven with: ${tried}. Plans and states may have another form there; where something was read otherwise than it was meant, nothing would say so.`,
  ];
}

/** In order: 1.6 is before 1.15. Undefined for what is no version. */
function minorOf(version: string): number | undefined {
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(version) ?? [];
  return major === undefined || minor === undefined ? undefined : Number(major) * 10_000 + Number(minor);
}
