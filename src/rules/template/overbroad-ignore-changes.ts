import { fixContext } from '../../explain/explain-finding.ts';
import { type IgnoredAgent, ignoredAgents } from '../../explain/ignored-agent.ts';
import { locationIn } from '../../explain/locate.ts';
import { storedAgents } from '../../explain/trace/agents.ts';
import type { Configuration } from '../../model/configuration/configuration.ts';
import { aboutResource, type FindingDetails } from '../../model/judgement/finding.ts';
import { judge } from '../../model/judgement/outcome.ts';
import type { Rule } from '../../model/judgement/rule.ts';
import { formatPath } from '../../model/plan/attribute-path.ts';
import { joined, listed, say, type Text } from '../../model/text.ts';

export const overbroadIgnoreChanges: Rule<IgnoredAgent> = {
  id: 'overbroad-ignore-changes',
  group: 'template',
  severity: 'warning',
  summary: 'The resource that runs the agent ignores changes to the token that the agent connects with.',
  since: '0.1.0',

  evaluate({ configuration = { kind: 'not-configured' } }) {
    return judge(configuration, (files) =>
      files.flatMap((template) =>
        ignoredHere(template).map((ignored) => ({
          subject: aboutResource(ignored.address),
          evidence: 'declared' as const,
          // A claim would change it too. The author may have chosen this on purpose.
          ...(ignored.isNeeded ? { severity: 'notice' as const } : {}),
          details: detailsOf(template, ignored),
          data: ignored,
        })),
      ),
    );
  },

  explain({ data }) {
    return { what: what(data), why: WHY, remedy: remedy(data) };
  },
};

/** Where a claim loses the tokens of several agents there is more to say than this, and `agent-token-loss` says it. */
function ignoredHere(template: Configuration): readonly IgnoredAgent[] {
  const context = fixContext(template);
  const isLost = storedAgents(context.claim).length > 1;
  return ignoredAgents(context).filter(({ holdsToken }) => !(isLost && holdsToken));
}

function detailsOf(template: Configuration, { module, resource }: IgnoredAgent): FindingDetails {
  const { ignoreChanges } = resource.lifecycle;
  const location = ignoreChanges.kind === 'none' ? undefined : locationIn(template, module, ignoreChanges.range);
  return location === undefined ? {} : { location };
}

function what({ address, all, attributes }: IgnoredAgent): Text {
  return all
    ? say`${address} runs the agent and ignores every change.`
    : say`${address} runs the agent and ignores changes to ${names(attributes)}, which holds the agent's token.`;
}

const WHY: Text = [
  'When a running workspace is updated to a new template version, its agent gets a new token. The resource keeps the old one, so the agent cannot connect until the workspace is stopped and started (coder/coder#17840).',
];

function remedy({ all, attributes, claimPaths, isNeeded }: IgnoredAgent): Text {
  if (isNeeded) {
    return say`A claim changes ${names(attributes)} too, so the template needs this now. Pass the owner's values with ${'coder_env'}, then remove it from ${'ignore_changes'}. Or stop workspaces before you update them.`;
  }
  if (!all) return say`Remove it from ${'ignore_changes'}: no claim changes it.`;
  const narrow =
    claimPaths.length === 0
      ? say`Remove ${'ignore_changes'}: a claim changes nothing in this resource.`
      : say`Ignore only the attributes that a claim changes: ${`ignore_changes = [${claimPaths.join(', ')}]`}.`;
  return joined([narrow, say`For volumes and disks, ${'all'} is right.`]);
}

function names(attributes: IgnoredAgent['attributes']): Text {
  return listed([...new Set(attributes.map(formatPath))]);
}
