import type { Patch } from '../../model/configuration/patch.ts';
import type { Finding } from '../../model/judgement/finding.ts';
import { type ChangedFiles, isInDiff } from '../../model/pull-request/changed-lines.ts';

/** `suggested` for a fix all of whose lines are in the diff, `patch` for any other; undefined for none to offer. */
export type FixPlace = 'suggested' | 'patch' | undefined;

/** Where the fixes of a report go. */
export interface PlacedFixes {
  placeOf(finding: Finding): FixPlace;
  /** Each edit once, however many findings it fixes. */
  readonly suggested: readonly SuggestedPatch[];
}

export interface SuggestedPatch {
  readonly patch: Patch;
  /** The gravest first. */
  readonly findings: readonly Finding[];
}

/**
 * Decides for each fix as a whole: half of one would not fix the template. Two
 * suggestions of the same lines would undo each other, so the graver finding's
 * is made and the other stays a patch.
 */
export function placeFixes(findings: readonly Finding[], changed: ChangedFiles): PlacedFixes {
  const files = changed.kind === 'read' ? changed.files : [];
  const taken: { patch: Patch; findings: Finding[] }[] = [];
  const places = new Map<Finding, FixPlace>();
  for (const finding of findings) {
    const patches = offeredPatches(finding);
    if (patches.length === 0) continue;
    const known = taken.filter((entry) => patches.some((patch) => isSamePatch(patch, entry.patch)));
    const fresh = patches.filter((patch) => !known.some((entry) => isSamePatch(patch, entry.patch)));
    const isPossible =
      fresh.every((patch) => isInDiff(patch, files) && !taken.some((entry) => isOverlap(patch, entry.patch))) &&
      taken.length + fresh.length <= MAX_SUGGESTIONS;
    places.set(finding, isPossible ? 'suggested' : 'patch');
    if (!isPossible) continue;
    for (const entry of known) entry.findings.push(finding);
    taken.push(...fresh.map((patch) => ({ patch, findings: [finding] })));
  }
  return { placeOf: (finding) => places.get(finding), suggested: taken };
}

/** More would bury the pull request; whoever takes these gets the next in the next run. */
const MAX_SUGGESTIONS = 20;

/** The edits that fix a finding. None if the finding is waived. */
export function offeredPatches({ details: { fix, waiver } }: Finding): readonly Patch[] {
  return fix?.kind === 'patch' && waiver === undefined ? fix.patches : [];
}

function isSamePatch(left: Patch, right: Patch): boolean {
  return (
    left.file === right.file &&
    left.line === right.line &&
    left.endLine === right.endLine &&
    left.after.join('\n') === right.after.join('\n')
  );
}

function isOverlap(left: Patch, right: Patch): boolean {
  return left.file === right.file && left.line <= right.endLine && right.line <= left.endLine;
}
