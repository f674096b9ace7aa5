import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useBuiltAction } from '../support/built-action.ts';
import { FakeGitHub, TOKEN } from '../support/github/fake-github.ts';
import { isMissing, terraform } from '../support/rehearsal/terraform.ts';
import { type ActionStep, runStep, type StepResult } from '../support/runner.ts';

const action = useBuiltAction();

let github: FakeGitHub;
let workspace: string;
let temporary: string;
beforeEach(async () => {
  github = await new FakeGitHub().start();
  workspace = mkdtempSync(join(tmpdir(), 'workspace-'));
  temporary = mkdtempSync(join(tmpdir(), 'temporary-'));
  cpSync('fixtures/templates/terraform-only', join(workspace, 'templates', 'only'), { recursive: true });
  cpSync('fixtures/plans/README.md', join(workspace, 'templates', 'README.md'));
});
afterEach(async () => {
  await github.stop();
  // Whatever a rehearsal did, its private directory is gone.
  expect(readdirSync(temporary)).toEqual([]);
  for (const directory of [workspace, temporary]) rmSync(directory, { recursive: true });
});

function run(inputs: Readonly<Record<string, string>>, step: Partial<ActionStep> = {}): Promise<StepResult> {
  return runStep({
    action: action(),
    workspace,
    event: 'pull_request',
    token: TOKEN,
    apiUrl: github.apiUrl,
    serverUrl: github.serverUrl,
    inputs: { template: 'templates/*', 'assume-prebuild': 'true', ...inputs },
    ...step,
    env: { TMPDIR: temporary, ...step.env },
  });
}

describe.skipIf(isMissing(terraform))('the template of a pull request', () => {
  it('is rehearsed with the real Terraform, and annotated where it never comes to rest', async () => {
    const result = await run({});
    expect({ code: result.code, stderr: result.stderr }).toEqual({ code: 1, stderr: '' });
    expect(result.outputs).toMatchObject({ conclusion: 'fail', errors: '2' });
    expect(result.annotations).toMatchObject([
      { name: 'error', properties: { title: 'unstable-configuration', file: 'templates/only/main.tf', line: '3' } },
      // A template without an agent, too.
      { name: 'error', properties: { title: 'never-ready-prebuild' } },
    ]);
    expect(result.stdout).toContain('::group::Rehearsing templates/only');
    expect(github.comments[0]?.body).toContain('`terraform_data.workspace`');
  });

  it('is refused with a sentence where a file that goes with it cannot be read', async () => {
    const { code, outputs, stdout } = await run({ 'var-file': 'nothing.tfvars' });
    expect({ code, conclusion: outputs['conclusion'] }).toEqual({ code: 2, conclusion: 'inconclusive' });
    expect(stdout).toContain('`nothing.tfvars` cannot be read; give the path of a `.tfvars` file as `var-file`.');
  });
});

it('without Terraform the run is inconclusive and says how to get it', async () => {
  const result = await run({}, { env: { PATH: temporary } });
  expect(result.code).toBe(2);
  expect(result.outputs).toMatchObject({ conclusion: 'inconclusive' });
  expect(result.stdout).toContain('hashicorp/setup-terraform');
});

it('a fork’s code is not rehearsed where the event brings the secrets of this repository', async () => {
  const result = await run({}, { event: 'pull_request_target.fork' });
  expect(result.code).toBe(2);
  expect(result.annotations.map(({ message }) => message).join()).toContain('use the event `pull_request`');
});
