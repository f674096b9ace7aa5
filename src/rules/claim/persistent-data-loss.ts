import { removals } from '../../explain/removal.ts';
import type { Configuration } from '../../model/configuration/configuration.ts';
import type { ClaimPlan } from '../../model/judgement/claim-plan.ts';
import { aboutResource } from '../../model/judgement/finding.ts';
import type { Rule, Violation } from '../../model/judgement/rule.ts';
import { isPersistent } from '../../model/plan/persistent-types.ts';
import type { ResourceChange } from '../../model/plan/plan.ts';
import { say } from '../../model/text.ts';
import { filesOf } from '../shared/files-of.ts';
import { judgeClaims, replacedResources } from '../shared/judge-claims.ts';

interface Loss {
  readonly change: ResourceChange;
  readonly kind: 'replaced' | 'removed' | 'gated';
}

export const persistentDataLoss: Rule<Loss> = {
  id: 'persistent-data-loss',
  group: 'claim',
  severity: 'error',
  summary: 'Claiming a prebuild replaces or deletes a resource that holds user data.',
  since: '0.1.0',

  evaluate(snapshot) {
    return judgeClaims(snapshot, (claim) =>
      losses(claim, filesOf(snapshot))
        .filter(({ change }) => isPersistent(change.type, snapshot.policy.persistentTypes))
        .map((loss) => violation(claim, loss)),
    );
  },

  explain({ data: { change, kind } }) {
    if (kind === 'gated') {
      return {
        what: say`Claiming a prebuild deletes ${change.address}, which holds data and which the template creates only for prebuilds.`,
        why: ['The user does not get the data that was prepared in it.'],
        remedy: ['Store the data that the user needs in a resource that exists before and after the claim.'],
      };
    }
    return {
      what: say`Claiming a prebuild ${[kind === 'replaced' ? 'replaces' : 'deletes']} ${change.address}, and a ${change.type} holds user data.`,
      why: ['The files prepared in it are lost, and the user starts with an empty one.'],
      remedy: say`Name it after ${'data.coder_workspace.me.id'}, which a claim does not change, and add ${'ignore_changes = all'} to its ${'lifecycle'}, as is usual for volumes and disks.`,
    };
  },
};

function losses(claim: ClaimPlan, files: Configuration | undefined): readonly Loss[] {
  return [
    ...replacedResources(claim).map((change) => ({ change, kind: 'replaced' }) as const),
    ...removals(claim.plan, files).map(
      ({ change, byDesign }) => ({ change, kind: byDesign ? 'gated' : 'removed' }) as const,
    ),
  ];
}

/** The template's author decided on a gate, so it is reported but does not block. */
function violation(claim: ClaimPlan, loss: Loss): Violation<Loss> {
  return {
    subject: aboutResource(loss.change.address),
    evidence: claim.evidence,
    ...(loss.kind === 'gated' ? { severity: 'warning' } : {}),
    ...(loss.change.attributes.length === 0 ? {} : { details: { attributes: loss.change.attributes } }),
    data: loss,
  };
}
