import { describe, expect, it } from 'vitest';
import { plain } from '../../../src/model/text.ts';
import { failingPrebuildDeletion } from '../../../src/rules/history/failing-prebuild-deletion.ts';
import { notChecked, snapshot } from '../../support/builders.ts';
import { failedDeletion, history, NOW, snapshotOf } from '../../support/history.ts';

const several = history({
  failedDeletions: [
    failedDeletion({ workspace: 'prebuild-1', createdAt: NOW - 7_200_000 }),
    failedDeletion({ workspace: 'prebuild-2', version: { id: 'version-12', name: 'v12' }, createdAt: NOW - 3_600_000 }),
    failedDeletion({ workspace: 'prebuild-3', createdAt: NOW - 7_100_000, error: undefined }),
  ],
});

describe('failing-prebuild-deletion', () => {
  it('finds nothing where every delete went through', () => {
    expect(failingPrebuildDeletion.evaluate(snapshotOf(history()))).toEqual({ kind: 'checked', items: [] });
  });

  it('groups failed deletes by the version they ran on, the newest failure first', () => {
    expect(failingPrebuildDeletion.evaluate(snapshotOf(several)).items).toMatchObject([
      {
        subject: { kind: 'template' },
        data: {
          versions: [
            { version: 'v12', isActive: true, deletions: [{ workspace: 'prebuild-2' }] },
            { version: 'v11', isActive: false, deletions: [{ workspace: 'prebuild-3' }, { workspace: 'prebuild-1' }] },
          ],
        },
      },
    ]);
  });

  it('is not checked with a gap, and not configured without a Coder', () => {
    expect(failingPrebuildDeletion.evaluate(snapshotOf(history({ gaps: [notChecked()] }))).kind).toBe('not-checked');
    expect(failingPrebuildDeletion.evaluate(snapshot()).kind).toBe('not-configured');
  });

  it('says which version each ran on and why a newer one does not fix it', () => {
    const said = failingPrebuildDeletion.evaluate(snapshotOf(several)).items.flatMap((violation) => {
      const { what, why, remedy } = failingPrebuildDeletion.explain(violation);
      return [what, why, remedy].map(plain);
    });
    expect(said).toMatchInlineSnapshot(`
      [
        "3 prebuilds could not be deleted. Version \`v12\`, the active one: \`prebuild-2\`. The error: \`timeout while waiting for the volume\`. Version \`v11\`, no longer active: \`prebuild-3\` and \`prebuild-1\`. The error: \`timeout while waiting for the volume\`.",
        "A delete runs on the template version of the workspace's last build, not on the active one, so a newer version does not fix it. The resources of the prebuild stay and cost money.",
        "The log of the newest failure is at \`https://coder.example.com/@prebuilds/prebuild-1/builds/2\`. Fix the cause and delete the workspace again, or remove its resources by hand and run \`coder delete --orphan\`.",
      ]
    `);
  });
});
