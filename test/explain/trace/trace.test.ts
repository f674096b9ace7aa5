import { describe, expect, it } from 'vitest';
import { storedAgents } from '../../../src/explain/trace/agents.ts';
import { leavesOf } from '../../../src/explain/trace/leaves.ts';
import { byLength, type Trace, type Tracing, withLink } from '../../../src/explain/trace/trace.ts';
import { blockScope, leafLink, traceLeaf } from '../../../src/explain/trace/trace-resource.ts';
import { agentTracing, claimTracing } from '../../../src/explain/trace/tracer.ts';
import type { Configuration } from '../../../src/model/configuration/configuration.ts';
import { formatPath } from '../../../src/model/plan/attribute-path.ts';
import { fixtureTemplate, templateOf } from '../../support/template.ts';

/** `example.a.x@1 ← local.b@2 ← …`, with lines where they are in `main.tf`, for every varying argument of a resource. */
function chains(tracing: Tracing, address: string, moduleKey = ''): readonly string[] {
  const module = tracing.configuration.modules.get(moduleKey);
  const resource = module?.resources.get(address);
  if (module === undefined || resource === undefined) throw new Error(`${address} is not there.`);
  return leavesOf(resource.body, blockScope(module, resource))
    .flatMap((leaf) => withLink(leafLink(tracing, module, address, leaf), traceLeaf(tracing, leaf)))
    .toSorted(byLength)
    .map(written);
}

function written({ links }: Trace): string {
  return links
    .map(({ reference, location }) => {
      const file = location === undefined || location.file === 'main.tf' ? '' : `${location.file}:`;
      return `${reference}@${file}${location?.line ?? '?'}`;
    })
    .join(' ← ');
}

async function tracedTo(hcl: string, address = 'example.a'): Promise<readonly string[]> {
  return chains(claimTracing(await templateOf(hcl)), address);
}

describe('what leads to an argument', () => {
  it.each([
    {
      because: 'a local of a local',
      hcl: `data "coder_workspace_owner" "me" {}
locals {
  inner = data.coder_workspace_owner.me.name
  outer = upper(local.inner)
}
resource "example" "a" {
  x = "ws-\${local.outer}"
}
`,
      found: ['example.a.x@7 ← local.outer@4 ← local.inner@3 ← data.coder_workspace_owner.me.name@3'],
    },
    {
      because: 'an object that a local is, of which one attribute is asked',
      hcl: `data "coder_workspace_owner" "me" {}
locals {
  who = data.coder_workspace_owner.me
}
resource "example" "a" {
  x = local.who.email
}
`,
      found: ['example.a.x@6 ← local.who@3 ← data.coder_workspace_owner.me.email@3'],
    },
    {
      because: 'the each of a resource',
      hcl: `data "coder_workspace_owner" "me" {}
resource "example" "a" {
  for_each = { one = data.coder_workspace_owner.me.name, two = "fixed" }
  x        = each.value
}
`,
      found: ['example.a.x@4 ← data.coder_workspace_owner.me.name@3'],
    },
    {
      because: 'the value of a dynamic block',
      hcl: `data "coder_workspace_owner" "me" {}
resource "example" "a" {
  dynamic "env" {
    for_each = { OWNER = data.coder_workspace_owner.me.name }
    content {
      name  = env.key
      value = env.value
    }
  }
}
`,
      found: ['example.a.env[*].value@7 ← data.coder_workspace_owner.me.name@4'],
    },
    {
      because: 'the iterator of a dynamic block, by another name, in a block within',
      hcl: `data "coder_workspace_owner" "me" {}
resource "example" "a" {
  dynamic "outer" {
    for_each = [data.coder_workspace_owner.me.name]
    iterator = it
    content {
      inner {
        value = it.value
      }
    }
  }
}
`,
      found: ['example.a.outer[*].inner[0].value@8 ← data.coder_workspace_owner.me.name@4'],
    },
    {
      because: 'what decides how many dynamic blocks there are',
      hcl: `data "coder_workspace" "me" {}
resource "example" "a" {
  dynamic "env" {
    for_each = data.coder_workspace.me.is_prebuild ? [] : [1]
    content {
      x = 1
    }
  }
}
`,
      found: ['example.a.env@4 ← data.coder_workspace.me.is_prebuild@4'],
    },
    {
      because: 'a heredoc',
      hcl: `data "coder_workspace_owner" "me" {}
resource "example" "a" {
  x = <<-EOT
    plain
    \${data.coder_workspace_owner.me.name}
  EOT
}
`,
      found: ['example.a.x@3 ← data.coder_workspace_owner.me.name@5'],
    },
    {
      because: 'a directive in a template',
      hcl: `data "coder_workspace" "me" {}
resource "example" "a" {
  x = "%{if data.coder_workspace.me.is_prebuild}warm%{else}cold%{endif}"
}
`,
      found: ['example.a.x@3 ← data.coder_workspace.me.is_prebuild@3'],
    },
    {
      because: 'another resource that is replaced',
      hcl: `data "coder_workspace_owner" "me" {}
resource "random_id" "r" {
  keepers = { owner = data.coder_workspace_owner.me.id }
}
resource "example" "a" {
  x = random_id.r.hex
}
`,
      found: ['example.a.x@6 ← random_id.r.hex@2 ← random_id.r.keepers.owner@3 ← data.coder_workspace_owner.me.id@3'],
    },
    {
      because: 'an agent that is replaced',
      hcl: `data "coder_workspace_owner" "me" {}
resource "coder_agent" "main" {
  env = { OWNER = data.coder_workspace_owner.me.name }
}
resource "example" "a" {
  x = coder_agent.main.token
}
`,
      found: [
        'example.a.x@6 ← coder_agent.main.token@2 ← coder_agent.main.env.OWNER@3 ← data.coder_workspace_owner.me.name@3',
      ],
    },
    {
      because: 'a splat over instances',
      hcl: `data "coder_workspace_owner" "me" {}
resource "random_id" "r" {
  count   = 2
  keepers = { owner = data.coder_workspace_owner.me.id }
}
resource "example" "a" {
  x = join(",", random_id.r[*].hex)
}
`,
      found: ['example.a.x@7 ← random_id.r.hex@2 ← random_id.r.keepers.owner@4 ← data.coder_workspace_owner.me.id@4'],
    },
    {
      because: 'a function that never gives the same twice',
      hcl: `resource "example" "a" {
  x = formatdate("YYYY", timestamp())
}
`,
      found: ['example.a.x@2 ← timestamp()@2'],
    },
    {
      because: 'two of them, the shorter chain first',
      hcl: `data "coder_workspace" "me" {}
locals {
  far = data.coder_workspace.me.name
}
resource "example" "a" {
  x = local.far
  y = data.coder_workspace.me.name
}
`,
      found: [
        'example.a.y@7 ← data.coder_workspace.me.name@7',
        'example.a.x@6 ← local.far@3 ← data.coder_workspace.me.name@3',
      ],
    },
    {
      because: 'nothing, where the prebuild’s value is ignored on the way',
      hcl: `data "coder_workspace_owner" "me" {}
resource "other" "b" {
  x = data.coder_workspace_owner.me.name
  lifecycle {
    ignore_changes = [x]
  }
}
resource "example" "a" {
  x = other.b.x
}
`,
      found: [],
    },
  ])('is $because', async ({ hcl, found }) => {
    expect(await tracedTo(hcl)).toEqual(found);
  });

  it('goes into a module and out of it', async () => {
    const configuration = await templateOf({
      'main.tf': `data "coder_workspace_owner" "me" {}
module "name" {
  source = "./name"
  owner  = data.coder_workspace_owner.me.name
}
resource "example" "a" {
  x = module.name.full
  y = module.name.fixed
}
`,
      'name/main.tf': `variable "owner" {}
locals {
  lower = lower(var.owner)
}
output "full" {
  value = "ws-\${local.lower}"
}
output "fixed" {
  value = "ws"
}
`,
    });
    expect(chains(claimTracing(configuration), 'example.a')).toEqual([
      'example.a.x@7 ← module.name.full@name/main.tf:6 ← module.name.local.lower@name/main.tf:3 ← module.name.var.owner@4 ← data.coder_workspace_owner.me.name@4',
    ]);
  });

  it('goes through the each of a module, and through modules within modules', async () => {
    const tracing = claimTracing(await fixtureTemplate('module'));
    expect(chains(tracing, 'docker_container.c', 'box.inner')).toEqual([
      'docker_container.c.hostname@box/inner/main.tf:12 ← module.box.module.inner.var.host@box/main.tf:18 ← module.box.local.hostname@box/main.tf:12 ← module.box.var.owner@25 ← data.coder_workspace_owner.me.name@25',
    ]);
  });

  it('is a parameter only where the claimant chose it otherwise', async () => {
    const hcl = `data "coder_parameter" "region" {
  name = "region"
}
resource "example" "a" {
  x = data.coder_parameter.region.value
}
`;
    const configuration = await templateOf(hcl);
    const chosen = (name: string) =>
      chains(claimTracing(configuration, { chosenParameters: new Set([name]) }), 'example.a');
    expect(chosen('region')).toEqual(['example.a.x@5 ← data.coder_parameter.region.value@5']);
    expect(chosen('size')).toEqual([]);
  });

  it('ends for a configuration that refers to itself', async () => {
    const hcl = `locals {
  a = local.b
  b = local.a
}
resource "example" "a" {
  x = local.a
  y = example.a.z
}
`;
    expect(await tracedTo(hcl)).toEqual([]);
  });

  it('is found in time where values fan out and in again', async () => {
    const layers = Array.from(
      { length: 40 },
      (_, index) => `  l${index + 1} = [local.l${index}, local.l${index}, { a = local.l${index} }]`,
    );
    const hcl = `data "coder_workspace_owner" "me" {}
locals {
  l0 = data.coder_workspace_owner.me
${layers.join('\n')}
}
resource "example" "a" {
  x = local.l40
}
`;
    expect(await tracedTo(hcl)).toHaveLength(1);
  });
});

describe('an agent', () => {
  const AGENT = 'resource "coder_agent" "main" {}\n';
  const USES =
    'resource "example" "uses" {\n  depends_on = [coder_agent.main, coder_agent.more, coder_agent.warm, coder_agent.b]\n}\n';

  it.each([
    { hcl: AGENT, agents: 1, because: 'there is one block' },
    { hcl: 'resource "coder_agent" "main" {\n  count = 2\n}\n', agents: 2, because: 'it is made twice' },
    {
      hcl: 'data "coder_workspace" "me" {}\nresource "coder_agent" "main" {\n  count = data.coder_workspace.me.start_count\n}\n',
      agents: 1,
      because: 'a started workspace has it',
    },
    {
      hcl: `${AGENT}resource "coder_agent" "more" {\n  count = data.coder_parameter.more.value == "yes" ? 1 : 0\n}\n`,
      agents: 1,
      because: 'a parameter decides on the other',
    },
    {
      hcl: `${AGENT}data "coder_workspace" "me" {}\nresource "coder_agent" "warm" {\n  count = data.coder_workspace.me.prebuild_count\n}\n`,
      agents: 2,
      because: 'the other is there when its token is made',
    },
    {
      hcl: `${AGENT}resource "coder_agent" "b" {\n  for_each = toset(["x", "x"])\n}\n`,
      agents: 2,
      because: 'a set has each of its elements once',
    },
  ])('is counted $agents times where $because', async ({ hcl, agents }) => {
    expect(storedAgents(claimTracing(await templateOf(hcl + USES)))).toHaveLength(agents);
  });

  it.each([
    { hcl: '', stored: [], because: 'no resource uses it' },
    {
      hcl: 'resource "coder_app" "a" {\n  agent_id = coder_agent.main.id\n}\n',
      stored: [],
      because: 'an app runs nothing',
    },
    { hcl: 'data "example" "a" {\n  x = coder_agent.main.id\n}\n', stored: [], because: 'data runs nothing' },
    {
      hcl: 'resource "coder_env" "e" {\n  agent_id = coder_agent.main.id\n}\nresource "example" "a" {\n  x = coder_env.e.id\n}\n',
      stored: ['coder_agent.main'],
      because: 'the way may lead through Coder’s own',
    },
    {
      hcl: 'locals {\n  a = coder_agent.main\n}\nresource "example" "a" {\n  dynamic "env" {\n    for_each = [local.a.token]\n    content {\n      x = env.value\n    }\n  }\n}\n',
      stored: ['coder_agent.main'],
      because: 'the way may lead through a local and a dynamic block',
    },
    {
      hcl: 'data "coder_workspace" "me" {}\nresource "example" "a" {\n  count = data.coder_workspace.me.is_prebuild ? 0 : 1\n  x     = coder_agent.main.id\n}\n',
      stored: [],
      because: 'what uses it is not in the prebuild',
    },
    {
      hcl: 'resource "example" "a" {\n  x = coder_agent.main.id\n}\nresource "coder_devcontainer" "d" {\n  agent_id = coder_agent.main.id\n}\n',
      stored: ['coder_agent.main', 'coder_devcontainer.d'],
      because: 'a dev container has an agent of its own',
    },
  ])('is stored: $stored, because $because', async ({ hcl, stored }) => {
    expect(storedAgents(claimTracing(await templateOf(AGENT + hcl)))).toEqual(stored);
  });

  it('is counted once for each instance of the module that it is in', async () => {
    const configuration = await templateOf({
      'main.tf': 'module "box" {\n  source = "./box"\n  count  = 2\n}\n',
      'box/main.tf': AGENT + USES,
    });
    expect(storedAgents(claimTracing(configuration))).toHaveLength(2);
  });

  it('loses its token where there are two, and only then', async () => {
    const uses = 'resource "example" "a" {\n  x = coder_agent.main.token\n  y = coder_agent.main.init_script\n}\n';
    expect(await tracedTo(AGENT + uses)).toEqual([]);
    expect(await tracedTo(`${AGENT}${uses}resource "coder_agent" "more" {}\n`)).toEqual([]);
    expect(await tracedTo(`${AGENT}${uses}resource "coder_agent" "more" {}\n${USES}`)).toEqual([
      'example.a.x@3 ← coder_agent.main.token@1',
    ]);
  });
});

describe('what runs an agent', () => {
  const runs = (configuration: Configuration, address: string) =>
    leavesOfRoot(configuration, address).filter((leaf) => traceLeaf(agentTracing(configuration), leaf).length > 0);

  function leavesOfRoot(configuration: Configuration, address: string) {
    const module = configuration.modules.get('');
    const resource = module?.resources.get(address);
    if (module === undefined || resource === undefined) throw new Error(`${address} is not there.`);
    return leavesOf(resource.body, blockScope(module, resource));
  }

  it('holds its token or script, through whatever it comes', async () => {
    const configuration = await templateOf(`resource "coder_agent" "main" {}
locals {
  start = templatefile("start.sh", { token = coder_agent.main.token })
}
resource "secret" "s" {
  data = coder_agent.main.init_script
}
resource "example" "a" {
  id_only = coder_agent.main.id
  start   = local.start
  script  = secret.s.data
  other   = "x"
}
`);
    expect(runs(configuration, 'example.a').map(({ path }) => formatPath(path))).toEqual(['start', 'script']);
  });
});
