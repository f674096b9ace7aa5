import type { Finding } from '../model/judgement/finding.ts';
import type { Snapshot } from '../model/judgement/snapshot.ts';
import { explainAll } from './explain-finding.ts';

/** Adds to each finding what the files of its template tell, where they were read. The order stays. */
export function explainFindings(findings: readonly Finding[], snapshots: readonly Snapshot[]): readonly Finding[] {
  const explained = new Map<Finding, Finding>();
  for (const { name, configuration } of snapshots) {
    const [files] = configuration?.kind === 'read' ? configuration.items : [];
    if (files === undefined) continue;
    const own = findings.filter(({ template }) => template === name);
    explainAll(files, own).forEach((finding, index) => {
      const before = own[index];
      if (before !== undefined) explained.set(before, finding);
    });
  }
  return findings.map((finding) => explained.get(finding) ?? finding);
}
