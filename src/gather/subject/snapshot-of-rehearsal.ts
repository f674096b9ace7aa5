import type { NotChecked } from '../../model/judgement/outcome.ts';
import type { Rehearsal } from '../../model/judgement/rehearsal.ts';
import type { Snapshot } from '../../model/judgement/snapshot.ts';
import { factsOfTemplate, isPrebuildEnabled, type PlanJudgement } from './snapshot-of-plan.ts';
import { templateGaps } from './template-gaps.ts';

/** Everything that a rehearsal says about a template and its claims. */
export function snapshotOfRehearsal(
  name: string,
  { plan, claims, control }: Rehearsal,
  { assumePrebuild, baseline, quota, policy }: PlanJudgement,
): Snapshot {
  const gaps: readonly NotChecked[] = claims.kind === 'read' ? claims.gaps : [];
  return {
    name,
    template:
      plan === undefined
        ? { prebuildEnabled: assumePrebuild || undefined, presets: [], parameters: [], agents: [], gaps }
        : factsOfTemplate(plan, assumePrebuild || isPrebuildEnabled(plan), templateGaps(plan)),
    claims,
    rehearsal: control,
    baseline,
    quota,
    policy,
  };
}
