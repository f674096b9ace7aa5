import { grouped } from '../../model/grouped.ts';
import type { Finding } from '../../model/judgement/finding.ts';

/** The findings of one template, in the given order. */
export interface FindingGroup {
  readonly template: string;
  readonly roots: readonly RootFinding[];
}

/** A finding with all those that would go away together with it. */
export interface RootFinding {
  readonly finding: Finding;
  readonly followers: readonly Finding[];
}

/** By template, what only follows another finding beside that one. Every finding is in it exactly once. */
export function findingGroups(findings: readonly Finding[]): readonly FindingGroup[] {
  const byTemplate = grouped(findings, (finding) => finding.template);
  return [...byTemplate].map(([template, own]) => ({ template, roots: rootsOf(own) }));
}

function rootsOf(findings: readonly Finding[]): readonly RootFinding[] {
  const parents = parentsOf(findings);
  const roots = new Map<Finding, Finding>();
  for (const finding of findings) findRoot(finding, parents, roots);
  const families = grouped(findings, (finding) => roots.get(finding) ?? finding);
  return findings
    .filter((finding) => roots.get(finding) === finding)
    .map((root) => ({ finding: root, followers: (families.get(root) ?? []).filter((member) => member !== root) }));
}

/** The finding about the resource that `details.root` names, of the same rule where there is one. */
function parentsOf(findings: readonly Finding[]): ReadonlyMap<Finding, Finding> {
  const byAddress = grouped(findings, ({ subject }) => (subject.kind === 'resource' ? subject.address : undefined));
  const parents = new Map<Finding, Finding>();
  for (const finding of findings) {
    const { root } = finding.details;
    const candidates = root === undefined ? [] : (byAddress.get(root) ?? []);
    const parent = candidates.find(({ ruleId }) => ruleId === finding.ruleId) ?? candidates[0];
    if (parent !== undefined) parents.set(finding, parent);
  }
  return parents;
}

/** Remembers the root of every finding on the way. In a circle, the first one it comes to serves as the root. */
function findRoot(start: Finding, parents: ReadonlyMap<Finding, Finding>, roots: Map<Finding, Finding>): void {
  const way = new Set<Finding>();
  let current = start;
  for (;;) {
    const found = roots.get(current);
    const parent = parents.get(current);
    if (found !== undefined || parent === undefined || way.has(current)) {
      for (const finding of [...way, current]) roots.set(finding, found ?? current);
      return;
    }
    way.add(current);
    current = parent;
  }
}
