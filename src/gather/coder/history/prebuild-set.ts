import { grouped } from '../../../model/grouped.ts';
import {
  type FailedDeletion,
  type Leftover,
  newestFirst,
  type PrebuildBuild,
  type PresetHistory,
} from '../../../model/history/history.ts';
import { PREBUILDS_USER_ID, type WirePreset } from '../wire.ts';
import type { PrebuildRow } from './prebuild-row.ts';

type PageOf = (row: PrebuildRow) => string;

/** The rows of one template that are unclaimed prebuilds; a search by name finds namesakes in other organizations. */
export function prebuildsOf(templateId: string, rows: readonly PrebuildRow[]): readonly PrebuildRow[] {
  return rows.filter((row) => row.templateId === templateId && row.ownerId === PREBUILDS_USER_ID);
}

/**
 * Each preset with Coder's own set: of the unclaimed prebuilds whose last build
 * is a start on the active version with this preset, these builds. A preset id
 * alone does not tell: stops and deletes carry one too.
 */
export function presetHistories(
  presets: readonly WirePreset[],
  activeVersionId: string,
  rows: readonly PrebuildRow[] | undefined,
  pageOf: PageOf,
): readonly PresetHistory[] {
  const starts = rows?.filter(({ build }) => build.transition === 'start' && build.versionId === activeVersionId);
  const byPreset = starts && grouped(starts, ({ build }) => build.presetId);
  return presets.map((preset) => {
    // Null says that the preset has no prebuilds; Coder leaves such presets out of its set.
    const own = preset.DesiredPrebuildInstances === null ? [] : (byPreset?.get(preset.ID) ?? []);
    const expired = own.filter((row) => isInvalidated(row, preset));
    return {
      id: preset.ID,
      name: preset.Name,
      desiredInstances: preset.DesiredPrebuildInstances,
      builds: byPreset && newestFirst(own.map((row) => buildOf(row, pageOf))),
      ready: byPreset && own.filter((row) => row.ready && !expired.includes(row)).length,
      ...(expired.length > 0 && { expired: expired.length }),
      attempted: own.length > 0 ? true : undefined,
    };
  });
}

/**
 * Made before `POST /templates/{id}/prebuilds/invalidate`: Coder counts it as
 * expired, deletes it in the next round and builds another.
 */
function isInvalidated({ createdAt }: PrebuildRow, { LastInvalidatedAt: invalidatedAt }: WirePreset): boolean {
  return invalidatedAt != null && createdAt !== undefined && createdAt < invalidatedAt;
}

/** Of all versions: Coder deletes prebuilds of old versions with the code of that old version. */
export function failedDeletions(rows: readonly PrebuildRow[], pageOf: PageOf): readonly FailedDeletion[] {
  return rows
    .filter(({ build }) => build.transition === 'delete' && build.status === 'failed')
    .map((row) => ({
      workspace: row.name,
      version: { id: row.build.versionId, name: row.build.versionName ?? row.build.versionId },
      createdAt: row.build.createdAt,
      error: row.build.error,
      url: pageOf(row),
    }));
}

/**
 * Measured: a promotion deletes the ready prebuilds of the version before, and
 * its failed ones stay as workspaces, also when the preset is gone.
 */
export function leftovers(rows: readonly PrebuildRow[], activeVersionId: string): readonly Leftover[] {
  return rows
    .filter(
      ({ build }) => build.transition === 'start' && build.status === 'failed' && build.versionId !== activeVersionId,
    )
    .map(({ name, build }) => ({
      workspace: name,
      version: { id: build.versionId, name: build.versionName ?? build.versionId },
    }));
}

function buildOf(row: PrebuildRow, pageOf: PageOf): PrebuildBuild {
  const { id, createdAt, status, error, errorCode } = row.build;
  return { id, workspace: row.name, createdAt, status, error, errorCode, url: pageOf(row) };
}
