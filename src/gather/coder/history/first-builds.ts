import type { CoderClient } from '../client/client.ts';
import { isStatus } from '../client/fault.ts';
import { PREBUILDS_USER_ID, type WireTemplate, type WireVersion, wireBuilds, wireWorkspaces } from '../wire.ts';
import { type PrebuildRow, rowOf } from './prebuild-row.ts';

const PAGE_SIZE = 100;
const MAX_PAGES = 5;
const MAX_WORKSPACES = 20;

/**
 * Of these presets those that a workspace began with as a prebuild: its build 1
 * was made for the prebuilds user, whoever claimed it since. Looks at a bounded
 * number of workspaces, the likeliest first, so that a preset that is not found
 * may have been built all the same.
 */
export async function presetsOfFirstBuilds(
  client: CoderClient,
  template: WireTemplate,
  version: WireVersion,
  wanted: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  if (wanted.size === 0) return wanted;
  const rows = await listWorkspaces(client, template);
  const likeliest = rows
    .filter(({ templateId }) => templateId === template.id)
    .toSorted((left, right) => likelihood(right, version, wanted) - likelihood(left, version, wanted))
    .slice(0, MAX_WORKSPACES);
  const found = await Promise.all(likeliest.map((row) => prebuiltPreset(client, row, version)));
  return new Set(found.flatMap((id) => (id !== undefined && wanted.has(id) ? [id] : [])));
}

/** Of every owner, without a claim to be all of them. */
async function listWorkspaces(client: CoderClient, template: WireTemplate): Promise<readonly PrebuildRow[]> {
  const q = `template:${template.name} organization:${template.organization_id}`;
  const rows: PrebuildRow[] = [];
  for (let page = 0; page < MAX_PAGES; page++) {
    const { workspaces, count } = await client.readJson(wireWorkspaces, {
      path: 'workspaces',
      query: { q, limit: String(PAGE_SIZE), offset: String(rows.length) },
      asked: 'the workspaces of the template',
    });
    rows.push(...workspaces.map((workspace) => rowOf(workspace, (text) => client.redact(text))));
    if (workspaces.length === 0 || rows.length >= count) break;
  }
  return rows;
}

/** A claim keeps the preset, and the version until the first update. */
function likelihood({ build }: PrebuildRow, version: WireVersion, wanted: ReadonlySet<string>): number {
  return Number(build.versionId === version.id) * 2 + Number(build.presetId !== null && wanted.has(build.presetId));
}

/** The preset of a workspace that began as a prebuild of the version. */
async function prebuiltPreset(
  client: CoderClient,
  row: PrebuildRow,
  version: WireVersion,
): Promise<string | undefined> {
  try {
    const builds = await client.readJson(wireBuilds, {
      path: `workspaces/${encodeURIComponent(row.id)}/builds`,
      // Newest first, so that the first one is the last.
      query: { limit: '1', offset: String(row.build.number - 1) },
      asked: 'the first build of a workspace',
    });
    const first = builds.find(({ build_number: number }) => number === 1);
    const isOwn = first?.initiator_id === PREBUILDS_USER_ID && first.template_version_id === version.id;
    return isOwn ? (first.template_version_preset_id ?? undefined) : undefined;
  } catch (error) {
    if (isStatus(error, 403, 404, 410)) return undefined;
    throw error;
  }
}
