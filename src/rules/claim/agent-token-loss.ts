import { fixContext, traceDetails } from '../../explain/explain-finding.ts';
import { ignoredAgents } from '../../explain/ignored-agent.ts';
import { predictChange } from '../../explain/predict.ts';
import { type ReplacementCause, replacementCause } from '../../explain/replacement-cause.ts';
import { agentBlocks, storedAgents } from '../../explain/trace/agents.ts';
import { claimTracing } from '../../explain/trace/tracer.ts';
import type { Configuration } from '../../model/configuration/configuration.ts';
import { aboutResource, THE_TEMPLATE } from '../../model/judgement/finding.ts';
import type { Outcome } from '../../model/judgement/outcome.ts';
import type { Rule, Violation } from '../../model/judgement/rule.ts';
import type { Snapshot } from '../../model/judgement/snapshot.ts';
import { formatPath } from '../../model/plan/attribute-path.ts';
import { isReplacement, type ResourceChange } from '../../model/plan/plan.ts';
import { listed, say, type Text } from '../../model/text.ts';
import { prebuildAgents } from '../shared/agents.ts';
import { filesOf } from '../shared/files-of.ts';
import { judgeClaims } from '../shared/judge-claims.ts';

type Loss =
  | { readonly kind: 'agent-replaced'; readonly change: ResourceChange; readonly cause: ReplacementCause }
  | {
      readonly kind: 'agent-predicted';
      readonly address: string;
      readonly attributes: readonly string[];
      readonly sources: readonly string[];
    }
  | { readonly kind: 'several-agents'; readonly agents: readonly string[]; readonly hasSubAgents: boolean }
  /** A resource that ignores what it holds of tokens that are lost. */
  | { readonly kind: 'kept-for-good'; readonly address: string; readonly attributes: readonly string[] };

export const agentTokenLoss: Rule<Loss> = {
  id: 'agent-token-loss',
  group: 'claim',
  severity: 'warning',
  summary: 'Claiming a prebuild changes the token of an agent, and with it every resource that embeds the token.',
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
    const kept = several === undefined ? [] : keptForGood(snapshot);
    const items = [
      ...(several === undefined ? [] : [several]),
      ...kept,
      ...replaced.items,
      ...predictedLosses(snapshot),
    ];
    return { ...replaced, items };
  },

  explain({ data }) {
    if (data.kind === 'kept-for-good') {
      return {
        what: say`${data.address} ignores changes of ${listed(data.attributes)}, which holds an agent's token, and a claim changes that token.`,
        why: [
          'Coder keeps the token of a single agent over a claim. Of several each gets a new one, but this resource keeps the old ones for good, so no agent in it ever connects again.',
        ],
        remedy: say`Use one agent in a template with prebuilds. Else take ${listed(data.attributes)} out of ${'ignore_changes'}: the claim then replaces or updates it.`,
      };
    }
    if (data.kind === 'several-agents') {
      return {
        what: say`A prebuild has ${data.agents.length} agents: ${listed(data.agents)}${data.hasSubAgents ? [', where a dev container has an agent of its own'] : []}.`,
        why: [
          'Coder keeps the agent token over a claim only if the template has a single agent. With two or more, each agent gets a new token (coder/coder#17388).',
        ],
        remedy: [
          'Use one agent in a template with prebuilds, or keep agent tokens out of every resource that a claim must not replace.',
        ],
      };
    }
    return {
      what: whatIsReplaced(data),
      why: [
        'An agent cannot be updated: any changed argument replaces it. Terraform then also replaces every resource that embeds its token or script in an immutable attribute.',
      ],
      remedy: say`Keep the owner and the workspace's name out of the agent's arguments. Pass them with ${'coder_env'}, or read them in the startup script.`,
    };
  },
};

function whatIsReplaced(data: Extract<Loss, { kind: 'agent-replaced' | 'agent-predicted' }>): Text {
  if (data.kind === 'agent-predicted') {
    return say`A claim replaces ${data.address}: ${listed(data.attributes)} ${data.attributes.length === 1 ? ['comes'] : ['come']} from ${listed(data.sources)}, which a claim changes.`;
  }
  const { change, cause } = data;
  return cause.attributes.length === 0
    ? say`Claiming a prebuild replaces ${change.address}.`
    : say`Claiming a prebuild replaces ${change.address}, because of ${listed(cause.attributes)}.`;
}

/**
 * A plan of the prebuild tells which agents Coder stores, and the dev containers
 * that have one of their own; without one the template's files tell how many
 * there are at least.
 */
function severalAgents(snapshot: Snapshot): Violation<Loss> | undefined {
  const { template, claims, configuration } = snapshot;
  const ofPrebuilds = prebuildAgents(snapshot).map(({ agents, containers }) => ({
    stored: agents.filter(({ isStored }) => isStored !== false).map(({ address }) => address),
    containers,
  }));
  const [most = { stored: template.agents, containers: [] }] = ofPrebuilds.toSorted(
    (left, right) => countOf(right) - countOf(left),
  );
  const isUnseen = most.stored.length === 0 && !isJudged(claims);
  const declared = isUnseen
    ? configurationsOf(configuration).flatMap((files) => storedAgents(claimTracing(files)))
    : [];
  const containers = most.stored.length > 0 ? most.containers : [];
  const agents = [...most.stored, ...declared, ...containers];
  if (agents.length < 2) return undefined;
  return {
    subject: THE_TEMPLATE,
    evidence: 'declared',
    data: { kind: 'several-agents', agents, hasSubAgents: containers.length > 0 },
  };
}

function countOf({
  stored,
  containers,
}: {
  readonly stored: readonly string[];
  readonly containers: readonly string[];
}) {
  return stored.length === 0 ? 0 : stored.length + containers.length;
}

/** What runs one of several agents and never gets to know the tokens that are in force after the claim. */
function keptForGood(snapshot: Snapshot): readonly Violation<Loss>[] {
  const files = filesOf(snapshot);
  if (files === undefined) return [];
  return ignoredAgents(fixContext(files))
    .filter(({ holdsToken }) => holdsToken)
    .map(({ address, attributes }) => ({
      subject: aboutResource(address),
      evidence: 'declared',
      severity: 'error',
      data: { kind: 'kept-for-good', address, attributes: [...new Set(attributes.map(formatPath))] },
    }));
}

/** Without a claim plan, the files show what an agent's arguments are built from, and any change replaces an agent. */
function predictedLosses({ claims, configuration }: Snapshot): readonly Violation<Loss>[] {
  if (isJudged(claims)) return [];
  return configurationsOf(configuration).flatMap((files) => {
    const context = fixContext(files);
    return agentBlocks(files).flatMap(({ module, resource }): readonly Violation<Loss>[] => {
      const { address, leaves } = predictChange(context.claim, module, resource);
      if (leaves.length === 0) return [];
      const paths = leaves.map(({ leaf }) => leaf.path);
      const sources = leaves.flatMap(({ traces }) => traces.flatMap(({ links }) => links.at(-1)?.reference ?? []));
      return [
        {
          subject: aboutResource(address),
          evidence: 'predicted',
          details: traceDetails(context, address, paths),
          data: {
            kind: 'agent-predicted',
            address,
            attributes: [...new Set(paths.map(formatPath))],
            sources: [...new Set(sources)],
          },
        },
      ];
    });
  });
}

function isJudged(claims: Snapshot['claims']): boolean {
  return claims.kind === 'read' && claims.items.length > 0;
}

function configurationsOf(configuration: Snapshot['configuration']): readonly Configuration[] {
  return configuration?.kind === 'read' ? configuration.items : [];
}
