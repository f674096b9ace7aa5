import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'examples-'));
  for (const name of ['bin', 'template', 'temp']) mkdirSync(join(directory, name));
  writeFileSync(join(directory, 'template', 'main.tf'), '');
  program('coder', `cat '${join(directory, 'state.json')}'`);
  program('terraform', `case "$1" in plan) env -0 > '${join(directory, 'env')}';; show) echo '{"plan":1}';; esac`);
});
afterEach(() => rmSync(directory, { recursive: true }));

function program(name: string, script: string): void {
  const path = join(directory, 'bin', name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
}

const AGENT = { mode: 'managed', type: 'coder_agent', instances: [{ attributes: { token: 'the-token' } }] };
const WORKSPACE = {
  mode: 'data',
  type: 'coder_workspace',
  instances: [{ attributes: { id: 'the-id', access_url: 'https://coder.acme.dev' } }],
};

function parameter(name: string, value: string) {
  return { mode: 'data', type: 'coder_parameter', instances: [{ attributes: { name, value } }] };
}

/** What `terraform plan` finds in its environment. */
function environmentOfPlan(resources: readonly object[]): Readonly<Record<string, string>> {
  writeFileSync(join(directory, 'state.json'), JSON.stringify({ version: 4, resources }));
  const env = { PATH: `${join(directory, 'bin')}:${process.env['PATH']}`, TMPDIR: join(directory, 'temp') };
  const script = resolve('examples/shadow-claim.sh');
  const stdio = ['ignore', 'pipe', 'ignore'] as const;
  const output = execFileSync(script, [join(directory, 'template'), 'ci/canary'], { env, stdio: [...stdio] });
  expect(JSON.parse(output.toString())).toEqual({ plan: 1 });
  const entries = readFileSync(join(directory, 'env'), 'utf8').split('\0');
  return Object.fromEntries(entries.map((entry) => [entry.split('=')[0] ?? '', entry.slice(entry.indexOf('=') + 1)]));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

describe('the claim that is planned in the shadow', () => {
  it('is that of the same workspace, by somebody else', () => {
    expect(environmentOfPlan([WORKSPACE, AGENT])).toMatchObject({
      CODER_WORKSPACE_ID: 'the-id',
      CODER_AGENT_URL: 'https://coder.acme.dev',
      CODER_WORKSPACE_IS_PREBUILD_CLAIM: 'true',
      CODER_WORKSPACE_OWNER: 'alice',
      [`CODER_RUNNING_WORKSPACE_AGENT_TOKEN_${sha256('')}`]: 'the-token',
    });
  });

  it('keeps every parameter, whatever is in it', () => {
    const values = { region: 'eu', 'Disk size': '10', list: '["a b","c"]', lines: 'one\ttwo\nthree = 3' };
    const environment = environmentOfPlan([
      WORKSPACE,
      ...Object.entries(values).map(([name, value]) => parameter(name, value)),
    ]);
    for (const [name, value] of Object.entries(values)) {
      expect(environment[`CODER_PARAMETER_${sha256(name)}`]).toBe(value);
      expect(environment[`CODER_PARAMETER_PREVIOUS_${sha256(name)}`]).toBe(value);
    }
  });

  it('has no token where there are several agents, as Coder gives none', () => {
    const names = Object.keys(environmentOfPlan([WORKSPACE, AGENT, AGENT]));
    expect(names.filter((name) => name.includes('AGENT_TOKEN'))).toEqual([]);
  });

  it('leaves nothing behind', () => {
    environmentOfPlan([WORKSPACE, AGENT]);
    expect(readdirSync(join(directory, 'temp'))).toEqual([]);
    expect(existsSync(join(directory, 'template', 'terraform.tfstate'))).toBe(false);
  });
});
