import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { subjectKey } from '../../src/model/judgement/finding.ts';
import { rehearseWithFakes } from '../support/rehearsal/rehearse-with-fakes.ts';
import { isMissing, terraform } from '../support/rehearsal/terraform.ts';

/** Several processes of Terraform one after the other, on a machine that may be busy. */
const PATIENCE_MS = 120_000;

/** `error resource-removal docker_container.w[0]`, and what goes by design. */
async function judged(directory: string) {
  const { report } = await rehearseWithFakes(directory, { readFiles: true });
  return {
    found: report.findings
      .filter(({ severity }) => severity !== 'notice')
      .map(({ severity, ruleId, subject }) => `${severity} ${ruleId} ${subjectKey(subject).replace(/^\w+ /, '')}`),
    byDesign: report.plans.flatMap(({ removals }) =>
      removals.filter((each) => each.byDesign).map((each) => each.address),
    ),
    exitCode: report.verdict.exitCode,
  };
}

const CASES = 'fixtures/reality';

describe.skipIf(isMissing(terraform))('a template that was tried on a real server', () => {
  it.each([
    {
      name: 'gate-mixed-with-local',
      found: ['error resource-removal docker_container.w[0]'],
      because: 'the local asks for the owner',
    },
    {
      name: 'two-blocks-gated',
      found: ['error resource-removal docker_container.pool[0]'],
      because: 'the agent goes with it',
    },
    { name: 'module-gated', found: [], byDesign: ['module.pool[0].terraform_data.x'], because: 'the module is gated' },
    { name: 'no-agent', found: ['error never-ready-prebuild template'], because: 'nothing can get ready' },
    {
      name: 'multi-agent-ignored-env',
      found: ['error agent-token-loss docker_container.w', 'warning agent-token-loss template'],
      because: 'both keep tokens that are dead',
    },
  ])(
    '$name: $found, because $because',
    async ({ name, found, byDesign = [] }) => {
      expect(await judged(join(CASES, name))).toEqual({
        found,
        byDesign,
        exitCode: found.some((each) => each.startsWith('error')) ? 1 : 0,
      });
    },
    PATIENCE_MS,
  );

  it('every case is tried', () => {
    expect(readdirSync(CASES).length).toBeGreaterThan(0);
  });
});

const PRELUDE = `terraform {
  required_providers {
    coder = { source = "coder/coder" }
  }
}
data "coder_workspace" "me" {}
data "coder_workspace_owner" "me" {}
data "coder_workspace_preset" "p" {
  name = "P"
  prebuilds { instances = 1 }
}
locals {
  is_person = data.coder_workspace_owner.me.name != "prebuilds"
  is_pool   = data.coder_workspace.me.is_prebuild
}
`;

const agent = (name: string, rest = '') =>
  `resource "coder_agent" "${name}" {\n  os = "linux"\n  arch = "amd64"\n  ${rest}\n}\n`;
const MAIN = agent('main');
const user = (name: string, token: string, rest = '') =>
  `resource "terraform_data" "${name}" {\n  input = ${token}\n  ${rest}\n}\n`;
const IGNORED = 'lifecycle {\n    ignore_changes = [input]\n  }';

/** The rows of a table that a real server answered, of agents, twins and gates. */
describe.skipIf(isMissing(terraform))('an agent or a gate', () => {
  it.each([
    { row: 'a1', hcl: user('w', '1'), found: ['error never-ready-prebuild template'] },
    {
      row: 'a2',
      hcl:
        agent('main', 'count = data.coder_workspace.me.is_prebuild_claim ? 1 : 0') +
        user('w', 'one(coder_agent.main[*].id)'),
      found: ['error never-ready-prebuild template'],
    },
    {
      row: 'a3',
      hcl:
        agent('main', 'count = data.coder_workspace.me.is_prebuild ? 0 : 1') + user('w', 'one(coder_agent.main[*].id)'),
      found: ['error never-ready-prebuild template'],
    },
    { row: 'a4', hcl: MAIN + user('w', '1'), found: ['error never-ready-prebuild coder_agent.main'] },
    {
      row: 'a4, used by Coder’s own',
      hcl: `${MAIN}${user('w', '1')}resource "coder_script" "s" {\n  agent_id = coder_agent.main.id\n  display_name = "s"\n  script = "x"\n  run_on_start = true\n}\n`,
      found: ['error never-ready-prebuild coder_agent.main'],
    },
    {
      row: 'a5',
      hcl:
        agent('main', 'count = data.coder_workspace.me.is_prebuild ? 1 : 0') + user('w', 'one(coder_agent.main[*].id)'),
      found: ['error never-ready-prebuild coder_agent.main[0]'],
    },
    {
      row: 'a6',
      hcl: agent('main', 'count = local.is_person ? 1 : 0') + user('w', 'one(coder_agent.main[*].id)'),
      found: ['error never-ready-prebuild template'],
    },
    {
      row: 'f1',
      hcl:
        MAIN +
        user('pool', 'coder_agent.main.token', 'count = local.is_pool ? 1 : 0') +
        user('person', 'coder_agent.main.token', 'count = local.is_pool ? 0 : 1'),
      found: ['error resource-removal terraform_data.pool[0]'],
    },
    {
      row: 'f2',
      hcl:
        MAIN +
        user('always', 'coder_agent.main.id') +
        user('pool', 'coder_agent.main.token', 'count = local.is_pool ? 1 : 0') +
        user('person', 'coder_agent.main.token', 'count = local.is_pool ? 0 : 1'),
      found: ['error resource-removal terraform_data.pool[0]'],
    },
    {
      row: 'f3',
      hcl: MAIN + user('person', 'coder_agent.main.token', 'count = local.is_pool ? 0 : 1'),
      found: ['error never-ready-prebuild coder_agent.main'],
    },
    {
      row: 'f4',
      hcl:
        MAIN +
        user('pool', 'coder_agent.main.token', 'count = local.is_person ? 0 : 1') +
        user('person', 'coder_agent.main.token', 'count = local.is_person ? 1 : 0'),
      found: ['error resource-removal terraform_data.pool[0]'],
    },
    {
      row: 'g1',
      hcl: MAIN + user('w', 'coder_agent.main.id', 'count = local.is_person ? 0 : local.is_pool ? 1 : 1'),
      found: ['error resource-removal terraform_data.w[0]'],
    },
    {
      row: 'g2',
      hcl: MAIN + user('w', 'coder_agent.main.id', 'count = !local.is_person && local.is_pool ? 1 : 1'),
      found: [],
    },
    {
      row: 'a cache of the pool',
      hcl: MAIN + user('w', 'coder_agent.main.id') + user('warm', '1', 'count = local.is_pool ? 1 : 0'),
      found: [],
      byDesign: ['terraform_data.warm[0]'],
    },
    {
      row: 'i1',
      hcl: MAIN + agent('second') + user('w', '[coder_agent.main.token, coder_agent.second.token]', IGNORED),
      found: ['error agent-token-loss terraform_data.w', 'warning agent-token-loss template'],
    },
    {
      row: 'i2',
      hcl:
        MAIN +
        agent('second') +
        user('w', 'coder_agent.main.token', IGNORED) +
        user('v', 'coder_agent.second.token', IGNORED),
      found: [
        'error agent-token-loss terraform_data.v',
        'error agent-token-loss terraform_data.w',
        'warning agent-token-loss template',
      ],
    },
    {
      row: 'i4',
      hcl: MAIN + user('w', 'coder_agent.main.token', IGNORED),
      found: ['warning overbroad-ignore-changes terraform_data.w'],
    },
    {
      row: 'i5',
      hcl: MAIN + agent('second') + user('w', 'coder_agent.main.token', IGNORED),
      found: ['warning overbroad-ignore-changes terraform_data.w'],
    },
  ])(
    '$row: $found',
    async ({ hcl, found, byDesign = [] }) => {
      const directory = mkdtempSync(join(tmpdir(), 'prebuild-guard-row-'));
      try {
        mkdirSync(directory, { recursive: true });
        writeFileSync(join(directory, 'main.tf'), PRELUDE + hcl);
        const { found: seen, byDesign: gated } = await judged(directory);
        expect({ found: seen, byDesign: gated }).toEqual({ found, byDesign });
      } finally {
        rmSync(directory, { recursive: true });
      }
    },
    PATIENCE_MS,
  );
});
