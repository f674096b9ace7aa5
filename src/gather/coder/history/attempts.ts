import type { PresetHistory } from '../../../model/history/history.ts';
import type { CoderClient } from '../client/client.ts';
import { CoderFault, isStatus } from '../client/fault.ts';
import { PREBUILDS_USER_ID, type WireTemplate, type WireVersion, wireBuildPreset, wireJobs } from '../wire.ts';

const JOBS = 100;
/** Jobs do not name their preset, so each costs a request; the newest few tell enough. */
const MAX_BUILDS = 10;

/**
 * Whether Coder ever started to build a prebuild of the presets that want some
 * and have none: all of them may have been claimed. A build that Coder still
 * remembers proves it; that there is none is as much as can be known.
 */
export async function withAttempts(
  client: CoderClient,
  template: WireTemplate,
  version: WireVersion,
  presets: readonly PresetHistory[],
): Promise<readonly PresetHistory[]> {
  const isOpen = (preset: PresetHistory) => (preset.desiredInstances ?? 0) > 0 && preset.builds?.length === 0;
  if (!presets.some(isOpen)) return presets;
  const attempted = await attemptedPresets(client, template, version);
  return presets.map((preset) => (isOpen(preset) ? { ...preset, attempted: attempted?.has(preset.id) } : preset));
}

/** Ids of presets that were built; undefined where the server is at fault. */
async function attemptedPresets(
  client: CoderClient,
  template: WireTemplate,
  version: WireVersion,
): Promise<ReadonlySet<string> | undefined> {
  try {
    const builds = (await buildsOfVersion(client, template, version)).slice(0, MAX_BUILDS);
    const presets = await Promise.all(builds.map((id) => readPreset(client, id, version.id)));
    return new Set(presets.filter((id) => id !== undefined));
  } catch (error) {
    if (error instanceof CoderFault) return undefined;
    throw error;
  }
}

async function buildsOfVersion(
  client: CoderClient,
  template: WireTemplate,
  version: WireVersion,
): Promise<readonly string[]> {
  try {
    const jobs = await client.readJson(wireJobs, {
      path: `organizations/${encodeURIComponent(template.organization_id)}/provisionerjobs`,
      query: { limit: String(JOBS), initiator: PREBUILDS_USER_ID },
      asked: 'the jobs of prebuilds',
    });
    // A server that does not know the filter may overlook it.
    return jobs
      .filter(({ initiator_id, metadata }) => {
        const isOwn = metadata?.template_id === template.id && metadata.template_version_name === version.name;
        return isOwn && initiator_id === PREBUILDS_USER_ID;
      })
      .flatMap(({ input }) => (input?.workspace_build_id === undefined ? [] : [input.workspace_build_id]));
  } catch (error) {
    // Not there, not allowed, or not with this filter: then the jobs tell nothing.
    if (isStatus(error, 400, 403, 404, 405)) return [];
    throw error;
  }
}

/** Undefined for a build of another version and for one that is gone. */
async function readPreset(client: CoderClient, buildId: string, versionId: string): Promise<string | undefined> {
  try {
    const build = await client.readJson(wireBuildPreset, {
      path: `workspacebuilds/${encodeURIComponent(buildId)}`,
      asked: 'a build of a prebuild',
    });
    return build.template_version_id === versionId ? (build.template_version_preset_id ?? undefined) : undefined;
  } catch (error) {
    if (isStatus(error, 403, 404, 410)) return undefined;
    throw error;
  }
}
