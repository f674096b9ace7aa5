import { describe, expect, it } from 'vitest';
import { handOver, tokenToKeep } from '../../../../src/gather/rehearsal/claim/hand-over.ts';
import { isOfSession } from '../../../../src/gather/rehearsal/template/session.ts';
import { prebuildAgents } from '../../../support/builders.ts';

type Attributes = Readonly<Record<string, string>>;

function state(...resources: readonly (readonly [type: string, name: string, ...instances: Attributes[]])[]): string {
  return JSON.stringify({
    version: 4,
    resources: resources.map(([type, name, ...instances]) => ({
      mode: 'managed',
      type,
      name,
      ...(name === 'inner' ? { module: 'module.m["a"]' } : {}),
      instances: instances.map((attributes, index) => ({
        ...(instances.length > 1 ? { index_key: index } : {}),
        attributes,
      })),
    })),
  });
}

const inSession = (path: string): boolean => isOfSession(path, '/tmp/private/sessions');

function tokensOf(text: string): readonly string[] {
  const { resources } = JSON.parse(text);
  return resources.flatMap(({ instances }: { instances: { attributes: Attributes }[] }) =>
    instances.flatMap(({ attributes: { token } }) => token ?? []),
  );
}

describe('the token of an agent', () => {
  const two = state(['coder_agent', 'main', { token: 'm' }], ['coder_agent', 'second', { token: 's' }]);

  it('is handed over where Coder stored one agent, and every agent is given it', () => {
    const agents = prebuildAgents({ declared: ['coder_agent.main', 'coder_agent.second'] });
    const { agentToken, state: claimed } = handOver(two, agents, inSession);
    expect(agentToken).toBe('m');
    expect(tokensOf(claimed)).toEqual(['m', 'm']);
  });

  it('is new for each agent where Coder stored several', () => {
    const stored = ['coder_agent.main', 'coder_agent.second'];
    const { agentToken, state: claimed } = handOver(two, prebuildAgents({ stored, isTokenKept: false }), inSession);
    expect(agentToken).toBeUndefined();
    const tokens = tokensOf(claimed);
    expect(new Set([...tokens, 'm', 's']).size).toBe(4);
    for (const token of tokens)
      expect(token).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-9[0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('is found by its address, in a module and behind a count', () => {
    const text = state(['coder_agent', 'inner', { token: 'a' }, { token: 'b' }]);
    const stored = ['module.m["a"].coder_agent.inner[1]'];
    expect(tokenToKeep(text, prebuildAgents({ stored }))).toBe('b');
  });
});

describe('a file that a build wrote', () => {
  it.each([
    { path: './init.sh', gone: true, because: '`path.module` is `.`' },
    { path: 'scripts/init.sh', gone: true, because: 'a provider resolves it from the directory of the build' },
    { path: '/tmp/private/sessions/1/Session1/x', gone: true, because: '`path.cwd` leads there' },
    { path: '../x', gone: false, because: 'it is outside of the directory' },
    { path: './a/../../x', gone: false, because: 'it is outside, around a corner' },
    { path: '/var/tmp/x', gone: false, because: 'it is a place of its own' },
    { path: '/tmp/private/sessions-of-others/x', gone: false, because: 'another directory begins alike' },
  ])('is gone is $gone at $path, because $because', ({ path, gone }) => {
    const text = state(['local_file', 'x', { filename: path }], ['docker_volume', 'x', { filename: path }]);
    const { lostFiles, state: claimed } = handOver(text, prebuildAgents(), inSession);
    expect(lostFiles).toEqual(gone ? ['local_file.x'] : []);
    expect(JSON.parse(claimed).resources.map(({ type }: { type: string }) => type)).toEqual(
      gone ? ['docker_volume'] : ['local_file', 'docker_volume'],
    );
  });

  it('is one instance of several', () => {
    const text = state(['local_sensitive_file', 'x', { filename: '/srv/a' }, { filename: 'b' }]);
    const { lostFiles, state: claimed } = handOver(text, prebuildAgents(), inSession);
    expect(lostFiles).toEqual(['local_sensitive_file.x[1]']);
    expect(JSON.parse(claimed).resources[0].instances).toEqual([{ index_key: 0, attributes: { filename: '/srv/a' } }]);
  });
});
