import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Severity } from '../../../src/model/judgement/severity.ts';
import { type FakedOptions, type FakedRun, rehearseWithFakes } from '../../support/rehearsal/rehearse-with-fakes.ts';
import { isMissing, terraform } from '../../support/rehearsal/terraform.ts';

const PATIENCE_MS = 120_000;

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'claim-reality-'));
});
afterAll(() => rmSync(directory, { recursive: true }));

/** What is said of a claim: neither notices, nor what other rules say of the same templates. */
function said({ verdict, report }: FakedRun) {
  const grave: readonly Severity[] = ['error', 'warning'];
  const findings = report.findings.filter(({ severity, ruleId }) => grave.includes(severity) && !BESIDE.has(ruleId));
  return { exit: verdict.exitCode, rules: [...new Set(findings.map(({ ruleId }) => ruleId))] };
}

/** A preset without values, and a Docker provider of an unknown version. */
const BESIDE: ReadonlySet<string> = new Set(['ambiguous-preset', 'read-back-replacement']);

describe.skipIf(isMissing(terraform))('what was green though a real claim loses something', () => {
  it.each([
    {
      name: 'external-auth-gated',
      exit: 1,
      rules: ['resource-replacement'],
      because: 'the token is there at the claim alone',
    },
    { name: 'task-prompt', exit: 1, rules: ['resource-replacement'], because: 'a task claims, too' },
    { name: 'path-cwd', exit: 1, rules: ['unstable-configuration'], because: 'each build has a directory of its own' },
    { name: 'local-file-session-dir', exit: 1, rules: ['resource-replacement'], because: 'the file is gone' },
    {
      name: 'preset-gated-on-prebuild',
      exit: 1,
      rules: ['resource-replacement'],
      because: 'the import has the preset',
    },
    {
      name: 'required-parameter-gated',
      exit: 1,
      rules: ['missing-required-parameter'],
      because: 'no prebuild is built',
    },
    {
      name: 'immutable-options-by-owner',
      exit: 1,
      rules: ['unpinned-immutable-parameter'],
      because: 'a choice gets 400',
    },
    { name: 'claim-only-mutable-parameter', exit: 0, rules: ['parameter-replacement'], because: 'it is tried' },
    { name: 'choice-refused', exit: 1, rules: ['claim-fails'], because: 'a legal choice fails' },
    { name: 'provider-config-owner', exit: 2, rules: ['claim-varying-provider'], because: 'another host is asked' },
    { name: 'groups-login-roles', exit: 1, rules: ['resource-replacement'], because: 'somebody is in the group' },
  ])('$name: $rules, because $because', { timeout: PATIENCE_MS }, async ({ name, exit, rules }) => {
    const run = await rehearseWithFakes(`fixtures/reality/${name}`, { readFiles: true, assumePrebuild: false });
    expect(said(run)).toEqual({ exit, rules });
  });
});

const HEAD = `
terraform {
  required_providers {
    coder = { source = "coder/coder" }
  }
}
data "coder_workspace" "me" {}
data "coder_workspace_owner" "me" {}
`;

const PRESET = (parameters = ''): string => `
data "coder_workspace_preset" "p" {
  name       = "P"
  parameters = { ${parameters} }
  prebuilds {
    instances = 1
  }
}
`;

const AGENT = `
resource "coder_agent" "main" {
  os   = "linux"
  arch = "amd64"
}
`;

const parameter = (name: string, body: string): string => `
data "coder_parameter" "${name}" {
  name = "${name}"
  ${body}
}
`;

const options = (condition: string): string => `dynamic "option" {
    for_each = ${condition} ? ["eu"] : ["eu", "us"]
    content {
      name  = option.value
      value = option.value
    }
  }`;

const work = (value: string): string => `
resource "terraform_data" "w" {
  triggers_replace = ${value}
  input            = coder_agent.main.id
}
`;

const IS_POOL = 'data.coder_workspace.me.is_prebuild';
const IS_OWNED_BY_POOL = 'data.coder_workspace_owner.me.name == "prebuilds"';

/** Rows of what a real server did with templates whose parts hang on the prebuild flags or the owner. */
const GATED: readonly {
  readonly row: string;
  readonly template: string;
  readonly rules: readonly string[];
}[] = [
  {
    row: 'b1: a required parameter that no prebuild has is never given, so none is built',
    template: PRESET() + AGENT + parameter('repo', `count = ${IS_POOL} ? 0 : 1`) + work('"x"'),
    rules: ['missing-required-parameter'],
  },
  {
    row: 'b4: required only for the prebuild',
    template: PRESET() + AGENT + parameter('repo', `count = ${IS_POOL} ? 1 : 0`) + work('"x"'),
    rules: ['missing-required-parameter'],
  },
  {
    row: 'c1: an immutable one whose options depend on the build',
    template: PRESET() + AGENT + parameter('r', `default = "eu"\n  ${options(IS_POOL)}`) + work('"x"'),
    rules: ['unpinned-immutable-parameter'],
  },
  {
    row: 'c1m: the same, mutable, is chosen and replaces',
    template:
      PRESET() +
      AGENT +
      parameter('r', `default = "eu"\n  mutable = true\n  ${options(IS_POOL)}`) +
      work('data.coder_parameter.r.value'),
    rules: ['parameter-replacement'],
  },
  {
    row: 'c1p: the preset pins it, and wins',
    template:
      PRESET('r = "eu"') +
      AGENT +
      parameter('r', `default = "eu"\n  ${options(IS_POOL)}`) +
      work('data.coder_parameter.r.value'),
    rules: [],
  },
  {
    row: 'c2: immutable for people alone',
    template: PRESET() + AGENT + parameter('r', `default = "a"\n  mutable = ${IS_POOL}`) + work('"x"'),
    rules: ['unpinned-immutable-parameter'],
  },
  {
    row: 'c4: options by the name of the owner',
    template: PRESET() + AGENT + parameter('r', `default = "eu"\n  ${options(IS_OWNED_BY_POOL)}`) + work('"x"'),
    rules: ['unpinned-immutable-parameter'],
  },
  {
    row: 'd2: exists at the claim alone',
    template:
      PRESET() +
      AGENT +
      parameter(
        'dotfiles',
        'count = data.coder_workspace.me.is_prebuild_claim ? 1 : 0\n  default = ""\n  mutable = true',
      ) +
      work('try(data.coder_parameter.dotfiles[0].value, "")'),
    rules: ['parameter-replacement'],
  },
  {
    row: 'd6: an immutable one that the prebuilds user does not have',
    template:
      PRESET() + AGENT + parameter('dotfiles', `count = ${IS_OWNED_BY_POOL} ? 0 : 1\n  default = ""`) + work('"x"'),
    rules: ['unpinned-immutable-parameter'],
  },
  {
    row: 'h1: a value that only people may choose makes every prebuild fail',
    template: PRESET('r = "us"') + AGENT + parameter('r', `default = "eu"\n  ${options(IS_POOL)}`) + work('"x"'),
    rules: ['prebuild-fails'],
  },
  {
    row: 'i5: of two agents one is used, so the token is kept',
    template: `${PRESET()}${AGENT}${AGENT.replace('main', 'second')}${work('coder_agent.main.token')}`,
    rules: [],
  },
  {
    row: 'i3: two agents are used, so both tokens are new',
    template: `${PRESET()}${AGENT}${AGENT.replace('main', 'second')}${work('[coder_agent.main.token, coder_agent.second.token]')}`,
    rules: ['resource-replacement', 'agent-token-loss'],
  },
  {
    row: 'an import without an owner fails',
    template: PRESET() + AGENT + work('length(data.coder_workspace_owner.me.login_type)'),
    rules: ['import-fails', 'claim-varying-attribute'],
  },
  {
    row: 'an import that stops fails',
    template: `${PRESET()}${AGENT}${work('["x"][1 - data.coder_workspace.me.start_count]')}`,
    rules: ['import-fails'],
  },
  {
    row: 'a default that holds the name of the owner, immutable and mutable',
    template:
      PRESET() +
      AGENT +
      parameter('who', 'default = data.coder_workspace_owner.me.name') +
      parameter('mut', 'default = data.coder_workspace_owner.me.name\n  mutable = true') +
      work('data.coder_parameter.mut.value'),
    rules: ['owner-dependent-default', 'unpinned-immutable-parameter', 'parameter-replacement'],
  },
  {
    row: 'an id is told apart by its first letter, whoever claims',
    template: PRESET() + AGENT + work('substr(data.coder_workspace_owner.me.id, 0, 1)'),
    rules: ['resource-replacement'],
  },
];

describe.skipIf(isMissing(terraform))('what a real server answered to gated blocks', () => {
  it.each(GATED)('$row', { timeout: PATIENCE_MS }, async ({ template, rules }) => {
    const own = mkdtempSync(join(directory, 'gated-'));
    writeFileSync(join(own, 'main.tf'), HEAD + template);
    const run = await rehearseWithFakes(own, FILES);
    expect(said(run).rules.toSorted()).toEqual(rules.toSorted());
  });
});

const FILES: FakedOptions = { readFiles: true, assumePrebuild: false };
