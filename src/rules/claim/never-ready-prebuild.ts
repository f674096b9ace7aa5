import { agentBlocks } from '../../explain/trace/agents.ts';
import { instanceCount } from '../../explain/trace/instances.ts';
import { claimTracing } from '../../explain/trace/tracer.ts';
import { aboutResource, type Subject, THE_TEMPLATE } from '../../model/judgement/finding.ts';
import type { NotChecked, Outcome } from '../../model/judgement/outcome.ts';
import type { Rule, Violation } from '../../model/judgement/rule.ts';
import type { Snapshot } from '../../model/judgement/snapshot.ts';
import { isRemoval, type Plan, type ResourceChange } from '../../model/plan/plan.ts';
import type { ConfiguredModule } from '../../model/plan/plan-configuration.ts';
import { listed, say, type Text } from '../../model/text.ts';
import { type AgentsOfPrebuild, prebuildAgents } from '../shared/agents.ts';
import { templateFiles } from '../shared/files-of.ts';
import { judgeClaims } from '../shared/judge-claims.ts';

type Unready =
  /** The template declares an agent that the prebuild does not have. */
  | { readonly kind: 'no-agent'; readonly isDeclared: boolean }
  | { readonly kind: 'not-stored'; readonly agents: readonly string[] }
  | { readonly kind: 'lost'; readonly agents: readonly string[] };

export const neverReadyPrebuild: Rule<Unready> = {
  id: 'never-ready-prebuild',
  group: 'claim',
  severity: 'error',
  summary: 'A prebuild has no agent that Coder knows, so it is never ready and nobody can claim it.',
  since: '0.2.0',

  evaluate(snapshot) {
    const claims: Outcome<Violation<Unready>> = judgeClaims(snapshot, ({ plan, evidence }) => {
      const [first, ...others] = lostAgents(plan);
      if (first === undefined) return [];
      return [{ subject: aboutResource(first), evidence, data: { kind: 'lost', agents: [first, ...others] } }];
    });
    return together(judgePrebuild(snapshot), claims);
  },

  explain({ data }) {
    return { what: what(data), why: WHY[data.kind], remedy: REMEDIES[data.kind] };
  },
};

function what(data: Unready): Text {
  switch (data.kind) {
    case 'no-agent':
      return data.isDeclared
        ? say`A prebuild has no ${'coder_agent'}: the template makes one for other builds only.`
        : say`The template has no ${'coder_agent'}.`;
    case 'not-stored':
      return say`No resource of the prebuild refers to ${listed(data.agents)}.`;
    case 'lost':
      return say`Claiming a prebuild deletes ${listed(data.agents)} and leaves the workspace without an agent.`;
  }
}

const WHY: Readonly<Record<Unready['kind'], Text>> = {
  'no-agent': [
    'A prebuild can be claimed once its agent is ready. Without one it waits forever: it costs what it costs, and every claim builds a new workspace.',
  ],
  'not-stored': [
    'Coder stores an agent with a resource that depends on it, of a type other than its own. An agent that none depends on does not exist for Coder, so the prebuild is never ready and every claim builds a new workspace.',
  ],
  lost: ['The claimant gets a workspace that nobody can connect to.'],
};

const REMEDIES: Readonly<Record<Unready['kind'], Text>> = {
  'no-agent': say`Add a ${'coder_agent'} that is there in every build, as with ${'count = data.coder_workspace.me.start_count'} or no ${'count'} at all.`,
  'not-stored': say`Give the agent's ${'token'} or ${'init_script'} to what it runs in, such as a container's ${'env'}; see that this resource is there in the prebuild.`,
  lost: say`Gate no ${'coder_agent'} on whether this is a prebuild.`,
};

/** What can be told of the prebuild before anybody claims it. */
function judgePrebuild(snapshot: Snapshot): Outcome<Violation<Unready>> {
  const prebuilds = prebuildAgents(snapshot);
  if (prebuilds.length === 0) return judgeWithoutPrebuild(snapshot);
  return prebuilds.map((prebuild) => judgeAgents(snapshot, prebuild)).reduce(together);
}

function judgeAgents(snapshot: Snapshot, { agents }: AgentsOfPrebuild): Outcome<Violation<Unready>> {
  // A plan that came without its configuration is not to be trusted in what it leaves out.
  const { built } = snapshot.template;
  if (built?.configuration === undefined && templateFiles(snapshot).files === undefined) return NOTHING;
  if (agents.length === 0) return found(THE_TEMPLATE, { kind: 'no-agent', isDeclared: isAgentDeclared(snapshot) });
  if (agents.some(({ isStored }) => isStored === true)) return NOTHING;
  const addresses = agents.map(({ address }) => address);
  if (agents.every(({ isStored }) => isStored === false)) {
    return found(aboutResource(addresses[0] ?? ''), { kind: 'not-stored', agents: addresses });
  }
  return { kind: 'not-checked', items: [], reasons: [usersNotSeen(addresses)] };
}

/** The plan of a person's workspace tells at least whether there is an agent to have; the files, whether a prebuild has it. */
function judgeWithoutPrebuild(snapshot: Snapshot): Outcome<Violation<Unready>> {
  const { built } = snapshot.template;
  const { files, isWhole } = templateFiles(snapshot);
  const isWholeInPlan = built?.configuration !== undefined;
  if (isWholeInPlan && !isAgentDeclared(snapshot)) return found(THE_TEMPLATE, { kind: 'no-agent', isDeclared: false });
  if (files === undefined || !isWhole || !isWholeInPlan) return NOTHING;
  const tracing = claimTracing(files);
  const counts = agentBlocks(files).map(({ module, resource }) => instanceCount(tracing, module, resource, 'prebuild'));
  return counts.every((count) => count === 0) ? found(THE_TEMPLATE, { kind: 'no-agent', isDeclared: true }) : NOTHING;
}

function isAgentDeclared(snapshot: Snapshot): boolean {
  const { built } = snapshot.template;
  const { files } = templateFiles(snapshot);
  const inPlan = built?.configuration !== undefined && hasAgent(built.configuration.root);
  return inPlan || (files !== undefined && agentBlocks(files).length > 0);
}

function hasAgent({ resources, calls }: ConfiguredModule): boolean {
  return (
    [...resources.keys()].some((address) => address.startsWith('coder_agent.')) ||
    [...calls.values()].some(({ module }) => hasAgent(module))
  );
}

/** All agents that a claim takes away, where it leaves none. */
function lostAgents({ changes }: Plan): readonly string[] {
  const agents = changes.filter(
    ({ mode, type, deposed }) => mode === 'managed' && type === 'coder_agent' && deposed === undefined,
  );
  const gone = agents.filter(isGone);
  return gone.length === agents.length ? gone.map(({ address }) => address) : [];
}

function isGone(change: ResourceChange): boolean {
  return isRemoval(change) || change.actions.join() === 'forget';
}

const NOTHING: Outcome<Violation<Unready>> = { kind: 'checked', items: [] };

function found(subject: Subject, data: Unready): Outcome<Violation<Unready>> {
  return { kind: 'checked', items: [{ subject, evidence: 'declared', data }] };
}

function usersNotSeen(agents: readonly string[]): NotChecked {
  return {
    code: 'agent-use-not-seen',
    detail: say`No resource of the plan refers to ${listed(agents)} as far as a plan tells, which leaves out locals and dynamic blocks.`,
    remedy: say`Name the directory of the template with ${'--configuration'}, or rehearse it.`,
  };
}

function together<T>(left: Outcome<T>, right: Outcome<T>): Outcome<T> {
  const items = [...left.items, ...right.items];
  const reasons = [left, right].flatMap((outcome) => (outcome.kind === 'not-checked' ? outcome.reasons : []));
  if (reasons.length > 0) return { kind: 'not-checked', items, reasons };
  return { kind: right.kind === 'not-configured' && items.length === 0 ? 'not-configured' : 'checked', items };
}
