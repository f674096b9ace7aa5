import type { NotChecked } from '../../model/judgement/outcome.ts';
import type { Rehearsal } from '../../model/judgement/rehearsal.ts';
import type { Snapshot } from '../../model/judgement/snapshot.ts';
import { builtPrebuild } from '../../model/plan/built-workspace.ts';
import { type Circumstances, factsOfTemplate } from './snapshot-of-plan.ts';
import { templateGaps } from './template-gaps.ts';

/** Everything that a rehearsal says about a template and its claims. */
export function snapshotOfRehearsal(
  name: string,
  { plan, claims, control, refusals, unmet }: Rehearsal,
  { assumePrebuild, baseline, quota, policy }: Circumstances,
): Snapshot {
  // What a prebuild holds is told by a plan of the prebuild, whatever the template was planned as.
  const [first] = control.kind === 'read' ? control.items : [];
  const built = first === undefined ? undefined : builtPrebuild(first.prebuild);
  const gaps: readonly NotChecked[] = claims.kind === 'read' ? claims.gaps : [];
  return {
    name,
    template:
      plan === undefined
        ? { prebuildEnabled: assumePrebuild || undefined, presets: [], parameters: [], agents: [], gaps }
        : factsOfTemplate(plan, built, assumePrebuild, templateGaps(plan)),
    claims,
    rehearsal: control,
    refusals,
    unmet,
    baseline,
    quota,
    policy,
  };
}
