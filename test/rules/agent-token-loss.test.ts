import { expect, it } from 'vitest';
import { read } from '../../src/domain/outcome.ts';
import { plain } from '../../src/domain/text.ts';
import { agentTokenLoss } from '../../src/rules/agent-token-loss.ts';
import { claimOf, notChecked, resourceAt, snapshot, template } from '../support/builders.ts';

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

it.each([
  { name: 'a replaced agent', given: claimOf(agent) },
  { name: 'several agents', given: snapshot({ template: template({ agents: ['coder_agent.a', 'coder_agent.b'] }) }) },
])('explains $name', ({ given }) => {
  const [violation] = agentTokenLoss.evaluate(given).items;
  if (violation === undefined) throw new Error('nothing was found');
  const { what, why, remedy } = agentTokenLoss.explain(violation);
  expect([what, why, remedy].map(plain)).toMatchSnapshot();
});
