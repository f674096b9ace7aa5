import { judgeClaims } from '../domain/claims.ts';
import { aboutResource, THE_TEMPLATE } from '../domain/finding.ts';
import type { Outcome } from '../domain/outcome.ts';
import { isReplacement, type ResourceChange } from '../domain/plan.ts';
import { type ReplacementCause, replacementCause } from '../domain/replacement-cause.ts';
import type { Rule, Violation } from '../domain/rule.ts';
import type { Snapshot } from '../domain/snapshot.ts';
import { listed, say } from '../domain/text.ts';

type Loss =
  | { readonly kind: 'agent-replaced'; readonly change: ResourceChange; readonly cause: ReplacementCause }
  | { readonly kind: 'several-agents'; readonly agents: readonly string[] };

export const agentTokenLoss: Rule<Loss> = {
  id: 'agent-token-loss',
  group: 'claim',
  severity: 'warning',
  summary: 'Claiming a prebuild changes the token of an agent, and whatever embeds it follows.',
  since: '0.1.0',

  evaluate(snapshot) {
    const several = severalAgents(snapshot);
    const replaced: Outcome<Violation<Loss>> = judgeClaims(snapshot, (claim) =>
      claim.plan.changes
        .filter((change) => change.type === 'coder_agent' && isReplacement(change))
        .map((change) => {
          const cause = replacementCause(claim.plan, change);
          return {
            subject: aboutResource(change.address),
            evidence: claim.evidence,
            details: { attributes: change.attributes, chains: cause.chains },
            data: { kind: 'agent-replaced', change, cause },
          };
        }),
    );
    return several === undefined ? replaced : { ...replaced, items: [several, ...replaced.items] };
  },

  explain({ data }) {
    if (data.kind === 'several-agents') {
      return {
        what: say`The template has ${data.agents.length} agents: ${listed(data.agents)}.`,
        why: [
          'Coder keeps the token of a single agent over a claim; with two or more each of them gets a new one (coder/coder#17388).',
        ],
        remedy: [
          'Use one agent in a template with prebuilds, or let nothing that a claim must not replace embed an agent token.',
        ],
      };
    }
    const { change, cause } = data;
    return {
      what:
        cause.attributes.length === 0
          ? say`Claiming a prebuild replaces ${change.address}.`
          : say`Claiming a prebuild replaces ${change.address}, because of ${listed(cause.attributes)}.`,
      why: [
        'An agent has no update: any changed argument replaces it, and every immutable attribute that embeds its token or script is planned for replacement.',
      ],
      remedy: say`Keep the owner and the workspace's name out of the agent's arguments; pass them with ${'coder_env'}, or read them in the startup script.`,
    };
  },
};

function severalAgents({ template }: Snapshot): Violation<Loss> | undefined {
  if (template.agents.length < 2) return undefined;
  return {
    subject: THE_TEMPLATE,
    evidence: 'declared',
    data: { kind: 'several-agents', agents: template.agents },
  };
}
