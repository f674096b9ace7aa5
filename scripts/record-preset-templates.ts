/**
 * Plans the templates about presets and parameters with the real provider, as CI
 * would: without a state. Needs Terraform, and the provider where Terraform finds
 * it. The plan of `base/`, where there is one, is the baseline. Records those that
 * are named, or all.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const TEMPLATES = [
  'ambiguous-preset',
  'duplicate-preset-name',
  'ephemeral-preset-parameter',
  'invalid-prebuild-schedule',
  'invalid-prebuild-schedule-refused',
  'invalid-preset-value',
  'missing-required-parameter',
  'multiple-default-presets',
  'prebuild-capacity',
  'presets-clean',
  'template-change',
  'undefined-preset-parameter',
  'unpinned-immutable-parameter',
  'invalid-preset-value-deferred',
];

/** What the provider would make up anew for each plan. */
const ENVIRONMENT = {
  CODER_AGENT_URL: 'https://coder.example.com',
  CODER_WORKSPACE_ID: '5f5d1f80-0000-4000-8000-000000000001',
  CODER_WORKSPACE_NAME: 'prebuild-guard',
  CODER_WORKSPACE_OWNER: 'prebuilds',
  CODER_WORKSPACE_OWNER_ID: 'c42fdf75-3097-471c-8c33-fb52454d81c0',
  CODER_WORKSPACE_TRANSITION: 'start',
};

const named = process.argv.slice(2);

for (const template of TEMPLATES.filter((each) => named.length === 0 || named.includes(each))) {
  const directory = `fixtures/templates/${template}`;
  writeFileSync(`${directory}/plan.json`, planOf(`${directory}/main.tf`));
  const base = `${directory}/base/main.tf`;
  if (existsSync(base)) writeFileSync(`${directory}/base.plan.json`, planOf(base));
}

function planOf(configuration: string): string {
  const cwd = mkdtempSync(join(tmpdir(), 'record-preset-templates-'));
  const options = { cwd, env: { ...process.env, ...ENVIRONMENT }, encoding: 'utf8', maxBuffer: 2 ** 26 } as const;
  try {
    copyFileSync(configuration, join(cwd, 'main.tf'));
    execFileSync('terraform', ['init', '-input=false'], options);
    // A plan that errors is written all the same, and is worth a scenario.
    spawnSync('terraform', ['plan', '-input=false', '-out=tfplan'], options);
    return execFileSync('terraform', ['show', '-json', 'tfplan'], options);
  } finally {
    rmSync(cwd, { recursive: true });
  }
}
