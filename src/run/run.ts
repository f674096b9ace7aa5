import { createConfigurationReader } from '../gather/hcl/configuration-reader.ts';
import type { ExitCode, Verdict } from '../model/judgement/verdict.ts';
import type { Receipt } from '../report/publication.ts';
import { check } from './check.ts';
import { fix, planOnly, type Rehearsed } from './fix.ts';
import type { Place } from './ports.ts';
import { publicationsOf } from './publications.ts';
import type { Settings } from './settings/settings.ts';
import { openSources } from './sources.ts';

/**
 * A whole run, of whatever command: settings are given, `check` gathers,
 * evaluates, explains, decides and reports, `fix` does so until nothing is left
 * to fix, and what comes of it is published.
 */
export async function run(settings: Settings, place: Place): Promise<ExitCode> {
  const sources = openSources(settings, place);
  const judge = async () => {
    // What was written into a template since is read anew.
    const configurations = createConfigurationReader(place.roots);
    return { ...(await check({ ...settings, now: Date.now() }, { ...sources, configurations })), configurations };
  };
  const judgement = await judgedOrFixed(judge, settings, place);
  place.toldAll();
  const receipts = await place.publisher.publish(await publicationsOf(judgement, settings, place));
  return exitCodeOf(judgement.verdict, receipts);
}

async function judgedOrFixed<Round extends Rehearsed>(
  judge: () => Promise<Round>,
  { fix: isFixing, dryRun }: Pick<Settings, 'fix' | 'dryRun'>,
  { openWriter }: Pick<Place, 'openWriter'>,
): Promise<Round> {
  if (isFixing && dryRun) return planOnly(judge);
  return openWriter === undefined ? judge() : fix(judge, await openWriter());
}

/** Decided before anything was published; only a history that was to be saved and is not makes a good run unusable. */
function exitCodeOf({ exitCode }: Verdict, receipts: readonly Receipt[]): ExitCode {
  const isUnsaved = receipts.some(({ kind, outcome }) => kind === 'saved-history' && outcome === 'not-published');
  return isUnsaved && exitCode === 0 ? 2 : exitCode;
}
