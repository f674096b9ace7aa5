import { type FakePreset, type FakeTemplate, latestBuild, PREBUILDS_USER, type World } from './world.ts';

/** Coder's set and what follows from it, read off the database row by row, as its definition says it. */

export interface OracleRow {
  readonly buildId: string;
  readonly createdAt: number;
  readonly status: string;
}

export function setOf(world: World, template: FakeTemplate, preset: FakePreset): readonly OracleRow[] {
  const rows: OracleRow[] = [];
  for (const workspace of world.workspaces) {
    if (workspace.deleted) continue;
    if (workspace.ownerId !== PREBUILDS_USER) continue;
    const build = latestBuild(workspace);
    if (build === undefined || build.transition !== 'start') continue;
    if (build.presetId !== preset.id) continue;
    if (build.versionId !== template.activeVersionId) continue;
    if (preset.desiredInstances === null) continue;
    rows.push({ buildId: build.id, createdAt: build.createdAt, status: build.status });
  }
  return rows.sort((left, right) => right.createdAt - left.createdAt);
}

export function isAtLimit(rows: readonly OracleRow[], limit: number): boolean {
  if (limit === 0) return false;
  const counted = rows.filter((_, index) => index < limit);
  return counted.filter(({ status }) => status === 'failed').length === limit;
}

/** Epoch microseconds; undefined where Coder does not back off now. */
export function backoffUntil(
  rows: readonly OracleRow[],
  desired: number,
  nowMicros: number,
  intervalMicros: number,
  lookbackMicros: number,
): number | undefined {
  const isRecent = ({ createdAt, status }: OracleRow) => status === 'failed' && createdAt >= nowMicros - lookbackMicros;
  const trigger = rows.filter((_, index) => index < desired).filter(isRecent);
  if (trigger.length === 0) return undefined;
  const last = Math.max(...trigger.map(({ createdAt }) => createdAt));
  const until = last + rows.filter(isRecent).length * intervalMicros;
  return nowMicros <= until ? until : undefined;
}
