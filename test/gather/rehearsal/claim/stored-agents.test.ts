import { describe, expect, it } from 'vitest';
import { agentsOfPrebuild } from '../../../../src/gather/rehearsal/claim/stored-agents.ts';
import { labelOf, parseGraph, type ResourceGraph } from '../../../../src/gather/rehearsal/terraform/resource-graph.ts';

/** `a -> b`: a needs b. Whatever has a dot and is no local, variable or output is a resource. */
function graph(...edges: readonly string[]): ResourceGraph {
  const node = (name: string): string => `"[root] ${name.replaceAll('"', '\\"')} (expand)"`;
  const names = [...new Set(edges.flatMap((edge) => edge.split(' -> ')))];
  const resources = names.filter((name) => !/(?:^|\.)(?:local|var|output)\./.test(name));
  return parsed(
    [
      'digraph {',
      ...resources.map((name) => `\t\t${node(name)} [label = "${name}", shape = "box"]`),
      ...edges.map((edge) => `\t\t${edge.split(' -> ').map(node).join(' -> ')}`),
      '}',
    ].join('\n'),
  );
}

function parsed(dot: string): ResourceGraph {
  const found = parseGraph(dot);
  if (found === undefined) throw new Error('this is no graph');
  return found;
}

function built(...addresses: readonly string[]) {
  return addresses.map((address) => ({ address, type: /(\w+)\.[^.]+$/.exec(labelOf(address))?.[1] ?? '' }));
}

const AGENT = 'coder_agent.main';

describe('Coder stores an agent', () => {
  it.each([
    { edges: [`docker_container.w -> ${AGENT}`], stored: true, because: 'a container uses it' },
    {
      edges: [`local.env -> ${AGENT}`, 'terraform_data.w -> local.env'],
      stored: true,
      because: 'a local is on the way',
    },
    {
      edges: [`data.docker_config.c -> ${AGENT}`, 'docker_container.w -> data.docker_config.c'],
      stored: true,
      because: 'a data source is on the way',
    },
    {
      edges: [`coder_app.code -> ${AGENT}`, 'docker_container.w -> coder_app.code'],
      stored: true,
      because: "a resource of Coder's is on the way",
    },
    { edges: [`coder_app.code -> ${AGENT}`], stored: false, because: "only Coder's own use it" },
    { edges: [`data.docker_config.c -> ${AGENT}`], stored: false, because: 'only a data source uses it' },
    { edges: ['docker_container.w -> data.coder_workspace.me'], stored: false, because: 'nothing uses it' },
    { edges: [`${AGENT} -> docker_container.w`], stored: false, because: 'it uses the container, not the other way' },
    {
      edges: [`docker_container.gone -> ${AGENT}`],
      stored: false,
      because: 'what would use it is not built',
    },
  ])('$edges: $stored, because $because', ({ edges, stored }) => {
    const users = built(AGENT, 'docker_container.w', 'terraform_data.w', 'coder_app.code');
    expect(agentsOfPrebuild(graph(...edges), users).stored).toEqual(stored ? [AGENT] : []);
  });

  it('of a module and behind a count by what stands without keys in the graph', () => {
    const edges = graph('module.m.docker_container.w -> module.m.coder_agent.a');
    const agents = agentsOfPrebuild(
      edges,
      built('module.m["x.y"].coder_agent.a[0]', 'module.m["x.y"].docker_container.w["b]"]'),
    );
    expect(agents.stored).toEqual(['module.m["x.y"].coder_agent.a[0]']);
  });
});

describe('Coder keeps the token', () => {
  const used = graph('docker_container.w -> coder_agent.a', 'docker_container.w -> coder_agent.b');
  it.each([
    { resources: ['coder_agent.a', 'docker_container.w'], kept: true, because: 'one agent is stored' },
    { resources: ['coder_agent.a', 'coder_agent.b', 'docker_container.w'], kept: false, because: 'two are' },
    { resources: ['coder_agent.a', 'coder_agent.c', 'docker_container.w'], kept: true, because: 'the other is not' },
    { resources: ['coder_agent.a'], kept: false, because: 'none is' },
    {
      resources: ['coder_agent.a', 'coder_devcontainer.d[0]', 'docker_container.w'],
      kept: false,
      because: 'the dev container has an agent of its own',
    },
  ])('of $resources: $kept, because $because', ({ resources, kept }) => {
    expect(agentsOfPrebuild(used, built(...resources)).isTokenKept).toBe(kept);
  });
});

describe('a graph of Terraform', () => {
  it('is read with the quotes in its names', () => {
    const { labels, dependents } = parsed(
      [
        'digraph {',
        '"[root] provider[\\"registry.terraform.io/coder/coder\\"]" [label = "provider[\\"registry.terraform.io/coder/coder\\"]", shape = "diamond"]',
        '"[root] coder_agent.main (expand)" -> "[root] provider[\\"registry.terraform.io/coder/coder\\"]"',
        '}',
      ].join('\n'),
    );
    const provider = '[root] provider["registry.terraform.io/coder/coder"]';
    expect(labels.get(provider)).toBe('provider["registry.terraform.io/coder/coder"]');
    expect(dependents.get(provider)).toEqual(['[root] coder_agent.main (expand)']);
  });

  it.each(['', 'digraph {', '│ Error: no', 'digraph {\n"[root] a" -> "[root]'])(
    'is none where it is not whole: %s',
    (dot) => {
      expect(parseGraph(dot)).toBeUndefined();
    },
  );
});
