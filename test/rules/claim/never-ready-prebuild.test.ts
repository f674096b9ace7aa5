import { describe, expect, it } from 'vitest';
import { read } from '../../../src/model/judgement/outcome.ts';
import type { BuiltWorkspace } from '../../../src/model/plan/built-workspace.ts';
import type { PlanConfiguration } from '../../../src/model/plan/plan-configuration.ts';
import { neverReadyPrebuild } from '../../../src/rules/claim/never-ready-prebuild.ts';
import { claimOf, notChecked, resourceAt, snapshot, template } from '../../support/builders.ts';
import { configuration } from '../../support/configuration.ts';
import { decided, said } from '../../support/rule.ts';
import { templateOf } from '../../support/template.ts';

const AGENT = 'resource "coder_agent" "main" {}\n';
const BOX = 'resource "example" "box" {\n  env = [coder_agent.main.token]\n}\n';

const built = (overrides: Partial<BuiltWorkspace> = {}): BuiltWorkspace => ({
  isPrebuild: true,
  resources: ['coder_agent.main', 'example.box'],
  configuration: undefined,
  ...overrides,
});

async function of(
  given: BuiltWorkspace | undefined,
  hcl?: string,
  files: readonly ReturnType<typeof notChecked>[] = [],
) {
  return snapshot({
    template: template(given === undefined ? {} : { built: given }),
    ...(hcl === undefined ? {} : { configuration: read([await templateOf(hcl)], files) }),
  });
}

/** A plan's own configuration, in which the box refers to this. */
const planned = (...references: readonly string[]): PlanConfiguration =>
  configuration({
    resources: { 'coder_agent.main': { attributes: {} }, 'example.box': { attributes: { env: references } } },
  });

describe('a prebuild', () => {
  it.each([
    { hcl: AGENT + BOX, found: [], because: 'the box holds the token' },
    { hcl: BOX, resources: ['example.box'], found: ['error template'], because: 'there is no agent' },
    {
      hcl: AGENT + BOX,
      resources: ['example.box'],
      found: ['error template'],
      because: 'the agent is there in other builds only',
    },
    {
      hcl: `${AGENT}resource "example" "box" {}\n`,
      found: ['error resource coder_agent.main'],
      because: 'no resource depends on the agent',
    },
    {
      hcl: AGENT + BOX,
      resources: ['coder_agent.main'],
      found: ['error resource coder_agent.main'],
      because: 'what depends on it is not in the prebuild',
    },
    {
      hcl: `${AGENT}resource "coder_app" "box" {\n  agent_id = coder_agent.main.id\n}\n`,
      resources: ['coder_agent.main', 'coder_app.box'],
      found: ['error resource coder_agent.main'],
      because: 'an app runs nothing',
    },
    {
      hcl: `${AGENT}resource "example" "box" {\n  depends_on = [coder_agent.main]\n}\n`,
      found: [],
      because: 'to wait for it is enough for Coder',
    },
    {
      hcl: `${AGENT}resource "example" "box" {\n  provisioner "local-exec" {\n    command = coder_agent.main.init_script\n  }\n}\n`,
      found: [],
      because: 'a provisioner depends on it',
    },
    {
      hcl: `${AGENT}locals {\n  env = { TOKEN = coder_agent.main.token }\n}\nresource "example" "box" {\n  env = local.env\n}\n`,
      found: [],
      because: 'the token goes through a local',
    },
  ])('is found: $found, because $because', async ({ hcl, resources, found }) => {
    const given = built(resources === undefined ? {} : { resources });
    expect(decided(neverReadyPrebuild, await of(given, hcl))).toEqual({ found, open: [] });
  });

  it('runs its agent in a module that is given the token', async () => {
    const hcl = {
      'main.tf': `${AGENT}module "box" {\n  source = "./box"\n  token  = coder_agent.main.token\n}\n`,
      'box/main.tf': 'variable "token" {}\nresource "example" "box" {\n  env = [var.token]\n}\n',
    };
    const given = built({ resources: ['coder_agent.main', 'module.box.example.box'] });
    const configured = snapshot({ template: template({ built: given }), configuration: read([await templateOf(hcl)]) });
    expect(decided(neverReadyPrebuild, configured).found).toEqual([]);
    const idle = { ...hcl, 'box/main.tf': 'variable "token" {}\nresource "example" "box" {}\n' };
    const unused = snapshot({ template: template({ built: given }), configuration: read([await templateOf(idle)]) });
    expect(decided(neverReadyPrebuild, unused).found).toEqual(['error resource coder_agent.main']);
  });

  it.each([
    { hcl: undefined, open: ['agent-use-not-seen'], because: 'there are no files' },
    { hcl: '', open: ['agent-use-not-seen'], because: 'a file was refused', gaps: [notChecked()] },
    {
      hcl: 'module "far" {\n  source = "example/far/null"\n  token  = coder_agent.main.token\n}\n',
      open: ['agent-use-not-seen'],
      because: 'a module was not downloaded',
    },
  ])('stays open where $because and the plan shows no user', async ({ hcl, gaps, open }) => {
    const given = built({ configuration: planned('local.env') });
    expect(decided(neverReadyPrebuild, await of(given, hcl, gaps))).toEqual({ found: [], open });
  });

  it('is well where the plan alone shows what uses the agent', async () => {
    const given = built({ configuration: planned('coder_agent.main.token', 'coder_agent.main') });
    expect(decided(neverReadyPrebuild, await of(given))).toEqual({ found: [], open: [] });
  });
});

describe('without a plan of a prebuild', () => {
  const CONDITION = 'data "coder_workspace" "me" {}\nresource "coder_agent" "main" {\n  count = ';

  it.each([
    {
      configured: configuration({}),
      hcl: undefined,
      found: ['error template'],
      because: 'no module declares an agent',
    },
    { configured: planned(), hcl: undefined, found: [], because: 'there is one at least' },
    {
      configured: planned(),
      hcl: `${CONDITION}data.coder_workspace.me.is_prebuild ? 0 : 1\n}\n`,
      found: ['error template'],
      because: 'the files tell that a prebuild has none',
    },
    {
      configured: planned(),
      hcl: `${CONDITION}data.coder_parameter.agent.value == "yes" ? 1 : 0\n}\n`,
      found: [],
      because: 'a parameter decides',
    },
    { configured: undefined, hcl: undefined, found: [], because: 'the plan holds no configuration' },
  ])('finds $found, because $because', async ({ configured, hcl, found }) => {
    const given = built({ isPrebuild: false, resources: [], configuration: configured });
    expect(decided(neverReadyPrebuild, await of(given, hcl)).found).toEqual(found);
  });

  it('is not checked where no claim was seen', () => {
    const claims = read([], [notChecked()]);
    expect(decided(neverReadyPrebuild, snapshot({ claims })).open).toEqual(['plan-without-state']);
  });
});

describe('a claim', () => {
  const agent = (name: string, action: string) => resourceAt(`coder_agent.${name}`, { actions: [action] });

  it.each([
    { changes: [agent('main', 'delete')], found: ['error resource coder_agent.main'], because: 'the only agent goes' },
    { changes: [agent('main', 'delete'), agent('b', 'no-op')], found: [], because: 'another one stays' },
    { changes: [agent('main', 'delete'), agent('b', 'create')], found: [], because: 'another one comes' },
    { changes: [agent('main', 'forget')], found: ['error resource coder_agent.main'], because: 'it is given up' },
    { changes: [], found: [], because: 'nothing changes' },
  ])('leaves $found, because $because', ({ changes, found }) => {
    expect(decided(neverReadyPrebuild, claimOf(...changes)).found).toEqual(found);
  });
});

it('explains each kind', async () => {
  const words = [
    said(neverReadyPrebuild, await of(built({ resources: [] }), '')),
    said(neverReadyPrebuild, await of(built({ resources: ['example.box'] }), AGENT)),
    said(neverReadyPrebuild, await of(built({ resources: ['coder_agent.main'] }), AGENT)),
    said(neverReadyPrebuild, claimOf(resourceAt('coder_agent.main', { actions: ['delete'] }))),
  ];
  expect(words.join('\n\n')).toMatchSnapshot();
});
