import { describe, expect, it } from 'vitest';
import type { PrebuildRow } from '../../../../src/gather/coder/history/prebuild-row.ts';
import { rowOf } from '../../../../src/gather/coder/history/prebuild-row.ts';
import { failedDeletions, prebuildsOf, presetHistories } from '../../../../src/gather/coder/history/prebuild-set.ts';
import { PREBUILDS_USER_ID, wireWorkspaces } from '../../../../src/gather/coder/wire.ts';

const pageOf = (row: PrebuildRow) => `page of ${row.name}`;

function row(build: Partial<PrebuildRow['build']> = {}, overrides: Partial<PrebuildRow> = {}): PrebuildRow {
  return {
    id: 'workspace',
    name: 'prebuild-1',
    ownerId: PREBUILDS_USER_ID,
    organizationId: 'organization',
    templateId: 'template',
    activeVersionId: 'active',
    createdAt: 1,
    build: {
      id: 'build',
      number: 1,
      createdAt: 1,
      transition: 'start',
      versionId: 'active',
      versionName: 'v2',
      presetId: 'go',
      status: 'failed',
      error: undefined,
      errorCode: undefined,
      ...build,
    },
    ready: false,
    ...overrides,
  };
}

const go = { ID: 'go', Name: 'Go', Parameters: [], DesiredPrebuildInstances: 2 };

describe('the set of a preset', () => {
  it.each<[string, PrebuildRow, number, Partial<typeof go> | { DesiredPrebuildInstances: null | undefined }]>([
    ['holds a start of the active version with the preset', row(), 1, {}],
    ['holds a restart', row({ number: 4 }), 1, {}],
    ['holds a preset that wants none', row(), 1, { DesiredPrebuildInstances: 0 }],
    ['holds one of a server that does not say how many are wanted', row(), 1, { DesiredPrebuildInstances: undefined }],
    ['leaves out a preset without prebuilds', row(), 0, { DesiredPrebuildInstances: null }],
    ['leaves out a stop', row({ transition: 'stop' }), 0, {}],
    ['leaves out a delete', row({ transition: 'delete' }), 0, {}],
    ['leaves out another version', row({ versionId: 'old' }), 0, {}],
    ['leaves out another preset', row({ presetId: 'rust' }), 0, {}],
    ['leaves out a build without a preset', row({ presetId: null }), 0, {}],
    ['leaves out a claimed workspace', row({}, { ownerId: 'alice' }), 0, {}],
    ['leaves out a namesake of another organization', row({}, { templateId: 'other' }), 0, {}],
  ])('%s', (_, own, count, preset) => {
    const [history] = presetHistories([{ ...go, ...preset }], 'active', prebuildsOf('template', [own]), pageOf);
    expect(history?.builds).toHaveLength(count);
  });

  it('is not known where the rows are not', () => {
    expect(presetHistories([go], 'active', undefined, pageOf)).toMatchObject([
      { builds: undefined, ready: undefined, attempted: undefined },
    ]);
  });
});

describe('failed deletions', () => {
  it('are deletes that failed, of any version, under that version', () => {
    const rows = [
      row({ transition: 'delete', versionId: 'old', versionName: 'v1' }),
      row({ transition: 'delete', versionId: 'older', versionName: undefined }),
      row({ transition: 'delete', status: 'running' }),
      row({ transition: 'stop' }),
      row(),
    ];
    expect(failedDeletions(rows, pageOf).map(({ version }) => version)).toEqual([
      { id: 'old', name: 'v1' },
      { id: 'older', name: 'older' },
    ]);
  });
});

describe('a prebuild is ready', () => {
  const build = {
    id: 'b',
    created_at: '2026-03-01T12:00:00Z',
    build_number: 1,
    transition: 'start',
    template_version_id: 'v',
    template_version_preset_id: null,
    job: { status: 'succeeded' },
  };
  const ready = { lifecycle_state: 'ready' };

  it.each([
    ['with a ready agent', build, [ready], true],
    ['with two', build, [ready, ready], true],
    ['and not while one of two starts', build, [ready, { lifecycle_state: 'starting' }], false],
    ['whatever the agents within its agent do', build, [ready, { lifecycle_state: 'created', parent_id: 'x' }], true],
    ['and not without an agent', build, [], false],
    ['and not with `null` for agents', build, null, false],
    ['and not by agents within agents alone', build, [{ ...ready, parent_id: 'x' }], false],
    ['and not with a failed build', { ...build, job: { status: 'failed' } }, [ready], false],
    ['and not when stopped', { ...build, transition: 'stop' }, [ready], false],
  ])('%s', (_, own, agents, expected) => {
    const workspace = {
      id: 'w',
      name: 'w',
      owner_id: 'o',
      template_id: 't',
      latest_build: { ...own, resources: [{ agents }] },
    };
    const page = wireWorkspaces.parse({ workspaces: [workspace], count: 1 });
    expect(page.workspaces.map((each) => rowOf(each, String).ready)).toEqual([expected]);
  });
});
