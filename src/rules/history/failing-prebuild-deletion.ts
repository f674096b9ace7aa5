import type { FailedDeletion } from '../../model/history/history.ts';
import { THE_TEMPLATE } from '../../model/judgement/finding.ts';
import { judge, NOT_CONFIGURED } from '../../model/judgement/outcome.ts';
import type { Rule } from '../../model/judgement/rule.ts';
import { joined, listed, say, type Text } from '../../model/text.ts';

interface Undeleted {
  readonly versions: readonly VersionDeletions[];
}

/** The failed deletions that ran on one template version. */
interface VersionDeletions {
  readonly version: string;
  readonly isActive: boolean;
  /** Newest first. */
  readonly deletions: readonly FailedDeletion[];
}

export const failingPrebuildDeletion: Rule<Undeleted> = {
  id: 'failing-prebuild-deletion',
  group: 'history',
  severity: 'warning',
  summary: 'Coder could not delete prebuilds, so their resources stay and cost money.',
  since: '0.1.0',

  evaluate({ histories = NOT_CONFIGURED }) {
    return judge(histories, (templates) =>
      templates
        .filter(({ failedDeletions }) => failedDeletions.length > 0)
        .map(({ failedDeletions, version }) => ({
          subject: THE_TEMPLATE,
          evidence: 'declared',
          data: { versions: byVersion(failedDeletions, version.id) },
        })),
    );
  },

  explain({ data: { versions } }) {
    const [newest] = versions.flatMap(({ deletions }) => deletions).toSorted(byNewest);
    const count = versions.reduce((sum, { deletions }) => sum + deletions.length, 0);
    return {
      what: joined([
        count === 1 ? ['A prebuild could not be deleted.'] : [`${count} prebuilds could not be deleted.`],
        ...versions.map(deletionsOf),
      ]),
      why: [
        "A delete runs on the template version of the workspace's last build, not on the active one, so a newer version does not fix it. The resources of the prebuild stay and cost money.",
      ],
      remedy:
        newest === undefined
          ? ['Look at the log of the failed delete.']
          : say`The log of the newest failure is at ${newest.url}. Fix the cause and delete the workspace again, or remove its resources by hand and run ${'coder delete --orphan'}.`,
    };
  },
};

/** Newest failure first, so that the current version comes before old ones. */
function byVersion(failed: readonly FailedDeletion[], activeId: string): readonly VersionDeletions[] {
  const groups = new Map<string, FailedDeletion[]>();
  for (const deletion of failed.toSorted(byNewest)) {
    const group = groups.get(deletion.version.id);
    if (group === undefined) groups.set(deletion.version.id, [deletion]);
    else group.push(deletion);
  }
  return [...groups].map(([id, deletions]) => ({
    version: deletions[0]?.version.name ?? id,
    isActive: id === activeId,
    deletions,
  }));
}

function byNewest(left: FailedDeletion, right: FailedDeletion): number {
  return right.createdAt - left.createdAt || (left.workspace < right.workspace ? -1 : 1);
}

function deletionsOf({ version, isActive, deletions }: VersionDeletions): Text {
  const names = listed(
    deletions.map(({ workspace }) => workspace),
    3,
  );
  const active: Text = isActive ? [', the active one'] : [', no longer active'];
  const error = deletions.find((deletion) => deletion.error !== undefined)?.error;
  const where = say`Version ${version}${active}: ${names}.`;
  return error === undefined ? where : joined([where, say`The error: ${error}.`]);
}
