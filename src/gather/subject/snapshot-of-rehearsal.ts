import type { NotChecked } from '../../model/judgement/outcome.ts';
import type { Rehearsal } from '../../model/judgement/rehearsal.ts';
import type { Snapshot, Template } from '../../model/judgement/snapshot.ts';
import { factsOfTemplate, isPrebuildEnabled, type PlanJudgement } from './snapshot-of-plan.ts';
import { templateGaps } from './template-gaps.ts';

/** What rehearsing a template tells of it and of its claims. */
export function snapshotOfRehearsal(
  name: string,
  { plan, claims, control, refusals, unmet }: Rehearsal,
  { assumePrebuild, baseline, quota, policy }: PlanJudgement,
): Snapshot {
  const gaps: readonly NotChecked[] = claims.kind === 'read' ? claims.gaps : [];
  return {
    name,
    template:
      plan === undefined
        ? { prebuildEnabled: assumePrebuild || undefined, presets: [], parameters: [], agents: [], gaps }
        : {
            ...factsOfTemplate(plan, assumePrebuild || isPrebuildEnabled(plan), templateGaps(plan)),
            ...storedAgents(control),
          },
    claims,
    rehearsal: control,
    refusals,
    unmet,
    baseline,
    quota,
    policy,
  };
}

/** What Coder stores of the prebuilds counts for more than what an import would build. */
function storedAgents(control: Rehearsal['control']): Partial<Pick<Template, 'agents'>> {
  const controls = control.kind === 'read' ? control.items : [];
  return controls.length === 0 ? {} : { agents: [...new Set(controls.flatMap(({ agents }) => agents.stored))] };
}
