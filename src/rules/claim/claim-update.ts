import { traceAttribute } from '../../explain/trace-references.ts';
import { aboutResource } from '../../model/judgement/finding.ts';
import type { Rule } from '../../model/judgement/rule.ts';
import type { Plan, ResourceChange } from '../../model/plan/plan.ts';
import { listed, say } from '../../model/text.ts';
import { judgeClaims } from '../shared/judge-claims.ts';
import { restartingAttributes } from '../shared/restarts.ts';

interface Updated {
  readonly change: ResourceChange;
  /** Attributes whose update restarts the machine or container, or that carry the agent's token or script. */
  readonly attributes: readonly string[];
}

export const claimUpdate: Rule<Updated> = {
  id: 'claim-update',
  group: 'claim',
  severity: 'warning',
  summary: 'Claiming a prebuild updates in place the resource that runs the agent, which restarts the agent.',
  since: '0.1.0',

  evaluate(snapshot) {
    return judgeClaims(snapshot, (claim) =>
      claim.plan.changes.filter(isUpdate).flatMap((change) => {
        const attributes = telling(claim.plan, change);
        if (attributes.length === 0) return [];
        const chains = attributes.flatMap((attribute) =>
          traceAttribute(claim.plan, change, attribute)
            .filter(({ variesAtClaim, replaced }) => variesAtClaim || replaced.length > 0)
            .map(({ links }) => links),
        );
        return [
          {
            subject: aboutResource(change.address),
            evidence: claim.evidence,
            details: { paths: attributes.map((attribute) => [attribute]), chains: chains.slice(0, SHOWN_CHAINS) },
            data: { change, attributes },
          },
        ];
      }),
    );
  },

  explain({ data: { change, attributes } }) {
    return {
      what: say`Claiming a prebuild updates ${change.address} in place, because of ${listed(attributes)}.`,
      why: [
        'The update restarts the machine or container of the agent, so the user waits until it is up again. Coder does not count this as a replacement and notifies nobody.',
      ],
      remedy: say`Keep the owner and the workspace's name out of ${listed(attributes)}, or add the attributes that differ to its ${'ignore_changes'}.`,
    };
  },
};

const SHOWN_CHAINS = 5;

function isUpdate({ mode, type, actions }: ResourceChange): boolean {
  return mode === 'managed' && actions.join() === 'update' && !type.startsWith('coder_');
}

function telling(plan: Plan, change: ResourceChange): readonly string[] {
  const restarting = new Set(restartingAttributes(change.type, change.updatedAttributes));
  return change.updatedAttributes.filter(
    (attribute) => restarting.has(attribute) || carriesReplacedAgent(plan, change, attribute),
  );
}

/** It embeds the token or the script of an agent that the claim replaces. */
function carriesReplacedAgent(plan: Plan, change: ResourceChange, attribute: string): boolean {
  return traceAttribute(plan, change, attribute).some(({ replaced }) =>
    replaced.some(({ type }) => type === 'coder_agent'),
  );
}
