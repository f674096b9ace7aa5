import { replacementCause } from '../../explain/replacement-cause.ts';
import type { ClaimPlan } from '../../model/judgement/claim-plan.ts';
import { aboutParameter, type CauseChain } from '../../model/judgement/finding.ts';
import { judge, NOT_CONFIGURED } from '../../model/judgement/outcome.ts';
import type { Rule } from '../../model/judgement/rule.ts';
import type { Snapshot } from '../../model/judgement/snapshot.ts';
import type { ResourceChange } from '../../model/plan/plan.ts';
import { listed, say, shortened } from '../../model/text.ts';
import { replacedResources } from '../shared/judge-claims.ts';

interface Chosen {
  readonly parameter: string;
  readonly value: string;
  readonly replaced: readonly string[];
}

export const parameterReplacement: Rule<Chosen> = {
  id: 'parameter-replacement',
  group: 'claim',
  severity: 'warning',
  summary: 'If the claimant changes a parameter that the preset leaves open, a resource is replaced.',
  since: '0.1.0',

  evaluate(snapshot) {
    const { rehearsal = NOT_CONFIGURED } = snapshot;
    return judge(rehearsal, (controls) =>
      controls.flatMap(({ choices }) =>
        choices.flatMap((claim) => {
          const { preset, parameter } = claim.context;
          const replaced = replacedByChoice(snapshot, claim);
          if (parameter === undefined || replaced.length === 0) return [];
          return [
            {
              subject: aboutParameter(parameter.name, preset),
              evidence: claim.evidence,
              details: {
                attributes: replaced.flatMap(({ attributes }) => attributes),
                chains: chainsTo(parameter.name, claim, replaced),
                seenIn: [claim.context],
              },
              data: {
                parameter: parameter.name,
                value: parameter.value,
                replaced: replaced.map(({ address }) => address),
              },
            },
          ];
        }),
      ),
    );
  },

  explain({ data: { parameter, value, replaced } }) {
    return {
      what: say`If the claimant sets ${parameter} to ${shortened(value)}, the claim replaces ${listed(replaced)}.`,
      why: [
        'The parameter is mutable and the preset leaves it open, so Coder offers the choice. A user who makes it waits as if there were no prebuild.',
      ],
      remedy: say`Set ${parameter} in the preset, or keep it out of attributes that force a replacement: pass it in a file or a ${'coder_env'} that the agent reads.`,
    };
  },
};

/** The chains that lead from the parameter to the replaced resources, or all chains if none can be told apart. */
function chainsTo(parameter: string, { plan }: ClaimPlan, replaced: readonly ResourceChange[]): readonly CauseChain[] {
  const addresses = plan.parameters.filter(({ name }) => name === parameter).map(({ address }) => address);
  const chains = replaced.flatMap((change) => replacementCause(plan, change).chains);
  const own = chains.filter((chain) => addresses.some((address) => chain.at(-1)?.reference.startsWith(address)));
  return own.length > 0 ? own : chains;
}

/** Leaves out resources that a claim without this choice replaces anyway. */
function replacedByChoice({ claims }: Snapshot, choice: ClaimPlan): readonly ResourceChange[] {
  const others = claims.kind === 'read' ? claims.items : [];
  const anyway = new Set(
    others
      .filter(({ context }) => context.preset === choice.context.preset)
      .flatMap((claim) => replacedResources(claim).map(({ address }) => address)),
  );
  return replacedResources(choice).filter(({ address }) => !anyway.has(address));
}
