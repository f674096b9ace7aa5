import type { CoderClient } from '../client/client.ts';
import { CoderFault, isStatus } from '../client/fault.ts';
import {
  PREBUILDS_USER_ID,
  type WireJob,
  type WireTemplate,
  type WireVersion,
  wireBuildPreset,
  wireJobs,
} from '../wire.ts';

/** What the jobs of the prebuilds user tell of one template version. */
export interface JobEvidence {
  /** Ids of presets of which a prebuild was started. */
  readonly presets: ReadonlySet<string>;
  /** Nothing was refused, cut or hidden: a preset that is not among these was never built. */
  readonly isWhole: boolean;
}

const JOBS = 100;
/** Jobs do not name their preset, so each costs a request; the newest few tell enough. */
const MAX_BUILDS = 10;

/** What could not be read proves nothing, whatever the reason. */
export async function presetsOfJobs(
  client: CoderClient,
  template: WireTemplate,
  version: WireVersion,
  mayReadJobs: boolean | undefined,
): Promise<JobEvidence> {
  try {
    const jobs = await readJobs(client, template);
    // A server that does not know the filter by initiator may overlook it.
    const own = jobs.filter(
      ({ initiator_id: initiator, metadata }) =>
        initiator === PREBUILDS_USER_ID &&
        metadata?.template_id === template.id &&
        metadata.template_version_name === version.name,
    );
    const builds = firstBuilds(own);
    const presets = await Promise.all(builds.slice(0, MAX_BUILDS).map((id) => readPreset(client, id, version.id)));
    return {
      presets: new Set(presets.filter((id) => typeof id === 'string')),
      isWhole:
        isWholeList(jobs, version, mayReadJobs) && builds.length <= MAX_BUILDS && !presets.includes('not-readable'),
    };
  } catch (error) {
    if (error instanceof CoderFault) return { presets: new Set(), isWhole: false };
    throw error;
  }
}

function readJobs(client: CoderClient, template: WireTemplate): Promise<readonly WireJob[]> {
  return client.readJson(wireJobs, {
    path: `organizations/${encodeURIComponent(template.organization_id)}/provisionerjobs`,
    query: { limit: String(JOBS), initiator: PREBUILDS_USER_ID },
    asked: 'the jobs of prebuilds',
  });
}

/** One for each workspace: the builds that follow the first one are of the same preset, or tell none. */
function firstBuilds(jobs: readonly WireJob[]): readonly (string | undefined)[] {
  const oldest = new Map(jobs.map(({ id, input, metadata }) => [metadata?.workspace_id ?? id, input]));
  return [...oldest.values()].map((input) => input?.workspace_build_id);
}

/**
 * Whether no job of the version can be missing. A list that is as long as was
 * asked for is cut, unless it reaches back to before the version. An empty one
 * may be all that the token is shown, unless Coder says that it may see jobs.
 * A job without its template may be one of this version.
 */
function isWholeList(jobs: readonly WireJob[], version: WireVersion, mayReadJobs: boolean | undefined): boolean {
  if (jobs.length === 0) return mayReadJobs === true;
  if (jobs.some(({ metadata }) => metadata?.template_id === undefined)) return false;
  return jobs.length < JOBS || reachesBefore(jobs, version.created_at);
}

/** Newest first, as Coder sorts them; another order tells nothing of what was left out. */
function reachesBefore(jobs: readonly WireJob[], instant: number): boolean {
  const times = jobs.map(({ created_at: createdAt }) => createdAt ?? Number.NaN);
  const isSorted = times.every((time, index) => index === 0 || time <= (times[index - 1] ?? Number.NaN));
  return isSorted && (times.at(-1) ?? Number.NaN) < instant;
}

/** Undefined for a build of another version. */
async function readPreset(
  client: CoderClient,
  buildId: string | undefined,
  versionId: string,
): Promise<string | 'not-readable' | undefined> {
  if (buildId === undefined) return 'not-readable';
  try {
    const build = await client.readJson(wireBuildPreset, {
      path: `workspacebuilds/${encodeURIComponent(buildId)}`,
      asked: 'a build of a prebuild',
    });
    return build.template_version_id === versionId ? (build.template_version_preset_id ?? undefined) : undefined;
  } catch (error) {
    if (isStatus(error, 403, 404, 410)) return 'not-readable';
    throw error;
  }
}
