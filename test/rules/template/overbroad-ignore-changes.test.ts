import { describe, expect, it } from 'vitest';
import { NOT_CONFIGURED, read } from '../../../src/model/judgement/outcome.ts';
import { overbroadIgnoreChanges } from '../../../src/rules/template/overbroad-ignore-changes.ts';
import { notChecked, snapshot } from '../../support/builders.ts';
import { decided, said } from '../../support/rule.ts';
import { fixtureTemplate, templateOf } from '../../support/template.ts';

const DATA = 'data "coder_workspace_owner" "me" {}\nresource "coder_agent" "main" {}\n';

const container = (body: string, ignored: string) =>
  `resource "docker_container" "a" {\n${body}\n  lifecycle {\n    ignore_changes = ${ignored}\n  }\n}\n`;

const TOKEN = `  env = ["CODER_AGENT_TOKEN=\${coder_agent.main.token}"]`;

async function of(hcl: string) {
  return snapshot({ configuration: read([await templateOf(DATA + hcl)]) });
}

describe('a resource', () => {
  it.each([
    { hcl: container(TOKEN, 'all'), found: 'warning', because: 'everything is ignored, the token too' },
    { hcl: container(TOKEN, '[env]'), found: 'warning', because: 'what holds the token is ignored' },
    { hcl: container(TOKEN, '[image]'), found: undefined, because: 'the token reaches it' },
    {
      hcl: container(`${TOKEN}\n  command = [coder_agent.main.init_script]`, '[command]'),
      found: undefined,
      because: 'the script is ignored and the token is not',
    },
    {
      hcl: container(`${TOKEN}\n  command = [coder_agent.main.token]`, '[env]'),
      found: undefined,
      because: 'the token comes in by another way, too',
    },
    {
      hcl: container('  user_data = coder_agent.main.init_script', 'all'),
      found: 'warning',
      because: 'it runs the agent, and nothing of the template reaches it any more',
    },
    {
      hcl: container('  user_data = coder_agent.main.init_script', '[user_data]'),
      found: undefined,
      because: 'the agent connects without a token, as with the identity of a cloud',
    },
    { hcl: container('  name = "home"', 'all'), found: undefined, because: 'a volume runs no agent' },
    { hcl: container('  name = coder_agent.main.id', 'all'), found: undefined, because: 'an id starts nothing' },
    {
      hcl: container('  env = [coder_agent.main.token, data.coder_workspace_owner.me.name]', '[env]'),
      found: 'notice',
      because: 'a claim needs it to be ignored',
    },
    {
      hcl: `${container('  env = [local.token]', '[env]')}locals {\n  token = coder_agent.main.token\n}\n`,
      found: 'warning',
      because: 'a local only passes the token on',
    },
    {
      hcl: 'resource "coder_script" "s" {\n  script = coder_agent.main.token\n  lifecycle {\n    ignore_changes = all\n  }\n}\n',
      found: undefined,
      because: 'Coder’s own resources run nothing',
    },
  ])('is found: $found, because $because', async ({ hcl, found }) => {
    const [resource] = decided(overbroadIgnoreChanges, await of(hcl)).found;
    expect(resource).toBe(found === undefined ? undefined : `${found} resource docker_container.a`);
  });

  it('of a module gets the token through it', async () => {
    const configuration = await templateOf({
      'main.tf': `${DATA}module "box" {\n  source = "./box"\n  token  = coder_agent.main.token\n}\n`,
      'box/main.tf': `variable "token" {}\n${container('  env = [var.token]', 'all')}`,
    });
    expect(decided(overbroadIgnoreChanges, snapshot({ configuration: read([configuration]) })).found).toEqual([
      'warning resource module.box.docker_container.a',
    ]);
  });

  it('is found in the templates that ignore too much, and in no other', async () => {
    const found: string[] = [];
    for (const name of ['ignore-all', 'ignore-fields', 'ignore-agent-cascade', 'safe', 'docker-workspace-fixed']) {
      const configuration = read([await fixtureTemplate(name)]);
      found.push(
        ...decided(overbroadIgnoreChanges, snapshot({ configuration })).found.map((each) => `${name}: ${each}`),
      );
    }
    expect(found).toEqual([
      'ignore-all: warning resource docker_container.workspace',
      'ignore-agent-cascade: notice resource docker_container.workspace',
      'docker-workspace-fixed: notice resource docker_container.workspace',
    ]);
  });
});

it('is shown at the list', async () => {
  const [violation] = overbroadIgnoreChanges.evaluate(await of(container(TOKEN, '[env]'))).items;
  expect(violation?.details?.location).toEqual({ file: 'main.tf', line: 6, column: 5 });
});

it('is not asked for without the files, and open where some could not be read', async () => {
  expect(decided(overbroadIgnoreChanges, snapshot()).open).toBe('not-configured');
  expect(decided(overbroadIgnoreChanges, snapshot({ configuration: NOT_CONFIGURED })).open).toBe('not-configured');
  const configuration = read([await templateOf('')], [notChecked({ code: 'broken-configuration' })]);
  expect(decided(overbroadIgnoreChanges, snapshot({ configuration })).open).toEqual(['broken-configuration']);
});

it.each([
  { name: 'all', hcl: container(`${TOKEN}\n  name = data.coder_workspace_owner.me.name`, 'all') },
  { name: 'all of what no claim changes', hcl: container(TOKEN, 'all') },
  { name: 'a list', hcl: container(TOKEN, '[env]') },
  {
    name: 'a list that a claim needs',
    hcl: container('  env = [coder_agent.main.token, data.coder_workspace_owner.me.name]', '[env]'),
  },
])('explains $name', async ({ hcl }) => {
  expect(said(overbroadIgnoreChanges, await of(hcl))).toMatchSnapshot();
});
