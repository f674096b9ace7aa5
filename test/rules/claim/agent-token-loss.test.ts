import { describe, expect, it } from 'vitest';
import { read } from '../../../src/model/judgement/outcome.ts';
import { plain } from '../../../src/model/text.ts';
import { agentTokenLoss } from '../../../src/rules/claim/agent-token-loss.ts';
import { claimOf, notChecked, resourceAt, snapshot, template } from '../../support/builders.ts';
import { decided, said } from '../../support/rule.ts';
import { templateOf } from '../../support/template.ts';

const agent = resourceAt('coder_agent.main', { actions: ['delete', 'create'], replacePaths: [['env']] });

it.each([
  { snapshot: claimOf(agent), lost: 1, because: 'the agent is replaced' },
  { snapshot: claimOf({ ...agent, actions: ['no-op'] }), lost: 0, because: 'the agent stays' },
  { snapshot: claimOf({ ...agent, type: 'coder_app' }), lost: 0, because: 'an app has no token' },
  {
    snapshot: snapshot({ template: template({ agents: ['coder_agent.a', 'coder_agent.b'] }) }),
    lost: 1,
    because: 'Coder keeps the token of a single agent',
  },
  { snapshot: snapshot({ template: template({ agents: [] }) }), lost: 0, because: 'there is no agent' },
])('$lost, because $because', ({ snapshot, lost }) => {
  expect(agentTokenLoss.evaluate(snapshot)).toMatchObject({ kind: 'checked', items: { length: lost } });
});

it('counts agents in any plan, and is not checked without a claim', () => {
  const outcome = agentTokenLoss.evaluate(
    snapshot({ template: template({ agents: ['coder_agent.a', 'coder_agent.b'] }), claims: read([], [notChecked()]) }),
  );
  expect(outcome).toMatchObject({ kind: 'not-checked', items: [{ subject: { kind: 'template' } }] });
});

const AGENTS = 'resource "coder_agent" "main" {\n  dir = data.coder_workspace_owner.me.name\n}\n';
const OWNER = 'data "coder_workspace_owner" "me" {}\n';

const USED = 'resource "example" "e" {\n  depends_on = [coder_agent.a, coder_agent.b]\n}\n';

/** No claim was planned, and no plan counted the agents. */
async function unplanned(hcl: string) {
  const configuration = read([await templateOf(OWNER + hcl)]);
  return snapshot({ template: template({ agents: [] }), claims: read([], [notChecked()]), configuration });
}

it.each([
  { hcl: AGENTS, found: ['resource coder_agent.main'], because: 'the owner is in an argument' },
  { hcl: AGENTS.replace('_owner.me.name', '.me.id'), found: [], because: 'a claim keeps the id' },
  {
    hcl: `resource "coder_agent" "a" {}\nresource "coder_agent" "b" {}\n${USED}`,
    found: ['template'],
    because: 'there are two blocks',
  },
  {
    hcl: 'resource "coder_agent" "a" {}\nresource "coder_agent" "b" {}\n',
    found: [],
    because: 'no resource uses them, so Coder stores none',
  },
  {
    hcl: `resource "coder_agent" "a" {\n  count = 2\n}\n${USED}`,
    found: ['template'],
    because: 'one block makes two',
  },
  { hcl: 'resource "coder_agent" "a" {}\n', found: [], because: 'a single agent keeps its token' },
])('predicts $found from the files, because $because', async ({ hcl, found }) => {
  const decision = decided(agentTokenLoss, await unplanned(hcl));
  expect(decision).toEqual({ found: found.map((subject) => `warning ${subject}`), open: ['plan-without-state'] });
});

it('predicts nothing where a claim was judged', async () => {
  const { configuration } = await unplanned(AGENTS);
  expect(
    decided(agentTokenLoss, { ...snapshot(), ...(configuration === undefined ? {} : { configuration }) }).found,
  ).toEqual([]);
});

it('says what it predicts', async () => {
  expect(said(agentTokenLoss, await unplanned(AGENTS))).toMatchSnapshot();
});

it.each([
  { name: 'a replaced agent', given: claimOf(agent) },
  { name: 'several agents', given: snapshot({ template: template({ agents: ['coder_agent.a', 'coder_agent.b'] }) }) },
])('explains $name', ({ given }) => {
  const [violation] = agentTokenLoss.evaluate(given).items;
  if (violation === undefined) throw new Error('nothing was found');
  const { what, why, remedy } = agentTokenLoss.explain(violation);
  expect([what, why, remedy].map(plain)).toMatchSnapshot();
});

const TWO = `resource "coder_agent" "a" {}
resource "coder_agent" "b" {}
resource "example" "box" {
  env = [coder_agent.a.token, coder_agent.b.token]
  lifecycle {
    ignore_changes = [env]
  }
}
`;

describe('with a plan of the prebuild', () => {
  const built = async (hcl: string, ...resources: readonly string[]) =>
    snapshot({
      template: template({ built: { isPrebuild: true, resources, configuration: undefined } }),
      configuration: read([await templateOf(hcl)]),
    });

  it.each([
    {
      hcl: TWO,
      resources: ['coder_agent.a', 'coder_agent.b', 'example.box'],
      found: ['warning template', 'error resource example.box'],
      because: 'both tokens are lost, and the box keeps the old ones',
    },
    {
      hcl: TWO.replace('ignore_changes = [env]', 'ignore_changes = [name]'),
      resources: ['coder_agent.a', 'coder_agent.b', 'example.box'],
      found: ['warning template'],
      because: 'the box is told of the new tokens',
    },
    {
      hcl: TWO.replace(', coder_agent.b.token', ''),
      resources: ['coder_agent.a', 'coder_agent.b', 'example.box'],
      found: [],
      because: 'the second is used by no resource, so Coder does not store it',
    },
    {
      hcl: TWO,
      resources: ['coder_agent.a', 'example.box'],
      found: [],
      because: 'the prebuild has one agent',
    },
    {
      hcl: `${TWO.replace(', coder_agent.b.token', '')}resource "coder_devcontainer" "d" {\n  agent_id = coder_agent.a.id\n}\n`,
      resources: ['coder_agent.a', 'coder_devcontainer.d', 'example.box'],
      found: ['warning template', 'error resource example.box'],
      because: 'the dev container has an agent of its own',
    },
  ])('finds $found, because $because', async ({ hcl, resources, found }) => {
    expect(decided(agentTokenLoss, await built(hcl, ...resources)).found).toEqual(found);
  });

  it('says what becomes of the tokens', async () => {
    const resources = ['coder_agent.a', 'coder_agent.b', 'coder_devcontainer.d', 'example.box'];
    expect(said(agentTokenLoss, await built(TWO, ...resources))).toMatchSnapshot();
  });
});
