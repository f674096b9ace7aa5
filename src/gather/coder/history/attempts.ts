import type { PresetHistory } from '../../../model/history/history.ts';
import type { CoderClient } from '../client/client.ts';
import { CoderFault } from '../client/fault.ts';
import type { WireTemplate, WireVersion } from '../wire.ts';
import { presetsOfFirstBuilds } from './first-builds.ts';
import { presetsOfJobs } from './prebuild-jobs.ts';

/**
 * Whether Coder ever started to build a prebuild of the presets that want some
 * and have none: all of them may have been claimed. A build that is found proves
 * it. That none was ever started is proven by the whole list of jobs alone,
 * which Coder shows to owners and to template admins of the organization; for
 * everybody else it stays open.
 */
export async function withAttempts(
  client: CoderClient,
  template: WireTemplate,
  version: WireVersion,
  presets: readonly PresetHistory[],
  mayReadJobs: boolean | undefined,
): Promise<readonly PresetHistory[]> {
  const isOpen = (preset: PresetHistory) => (preset.desiredInstances ?? 0) > 0 && preset.builds?.length === 0;
  const open = presets.filter(isOpen).map(({ id }) => id);
  if (open.length === 0) return presets;
  const jobs = await presetsOfJobs(client, template, version, mayReadJobs);
  const unproven = jobs.isWhole ? [] : open.filter((id) => !jobs.presets.has(id));
  const started = await unlessFault(presetsOfFirstBuilds(client, template, version, new Set(unproven)));
  const attempted = (id: string) => jobs.presets.has(id) || started.has(id) || (jobs.isWhole ? false : undefined);
  return presets.map((preset) => (isOpen(preset) ? { ...preset, attempted: attempted(preset.id) } : preset));
}

async function unlessFault(reading: Promise<ReadonlySet<string>>): Promise<ReadonlySet<string>> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof CoderFault) return new Set();
    throw error;
  }
}
