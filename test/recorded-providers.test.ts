import { globSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { linesOf, readProviderTemplates, replacementsIn, wordsOf } from '../scripts/providers/templates.ts';
import { NO_REHEARSER } from '../src/gather/gather.ts';
import { createConfigurationReader } from '../src/gather/hcl/configuration-reader.ts';
import { createPlanReader } from '../src/gather/plan/read-plan.ts';
import { check } from '../src/run/check.ts';
import { settings } from './support/settings.ts';

const templates = readProviderTemplates();

const judge = (plan: string) =>
  check(
    { ...settings({}), plans: [plan] },
    {
      plans: createPlanReader(),
      rehearser: NO_REHEARSER,
      configurations: createConfigurationReader([process.cwd()]),
    },
  );

const CHANGES = /^(?:resource-replacement|resource-removal|unstable-configuration) /;

/** Their addresses without an instance: what is predicted is predicted of all of them. */
function resourcesOf(words: readonly string[]): readonly string[] {
  return [...new Set(words.map((word) => word.replace(/^\S+ /, '').replace(/\[[^\]]*\]$/, '')))].sort();
}

describe.each(templates)('$name, because $expected.because', ({ directory, expected, sources }) => {
  it('is judged by what real providers planned for the claim', async () => {
    const { report, verdict } = await judge(`${directory}/claim.plan.json`);
    expect(wordsOf(report.findings)).toEqual(expected.fromPlan ?? expected.findings);
    expect(verdict.conclusion).not.toBe('inconclusive');
    expect(replacementsIn(readFileSync(`${directory}/claim.plan.json`, 'utf8'))).toEqual(expected.replaces);
  });

  it('has its mistakes shown on their lines', async () => {
    const { report } = await judge(`${directory}/claim.plan.json`);
    expect(linesOf(report.findings)).toEqual(expected.lines ?? {});
  });

  it('is not judged by the plan of the prebuild itself, from which no more than a warning follows', async () => {
    const { report, verdict } = await judge(`${directory}/prebuild.plan.json`);
    expect(report.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(verdict.conclusion).toBe('inconclusive');
  });

  it('has what its providers replace predicted, and nothing else', async () => {
    const { report } = await judge(`${directory}/prebuild.plan.json`);
    const predicted = report.findings.filter(({ ruleId }) => ruleId === 'claim-varying-attribute');
    const changed = expected.findings.filter((word) => CHANGES.test(word));
    expect(resourcesOf(wordsOf(predicted))).toEqual(resourcesOf(changed));
  });

  it('says which providers planned', () => {
    const { providers } = JSON.parse(readFileSync(`${directory}/recorded.json`, 'utf8'));
    expect(Object.keys(providers)).toEqual(sources);
    for (const version of Object.values(providers)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });
});

it('is asked of the providers that most workspaces are made of', () => {
  expect(new Set(templates.flatMap(({ sources }) => sources))).toEqual(
    new Set([
      'coder/coder',
      'hashicorp/aws',
      'hashicorp/azurerm',
      'hashicorp/google',
      'hashicorp/kubernetes',
      'hashicorp/local',
      'hashicorp/null',
      'hashicorp/random',
      'hashicorp/time',
      'hashicorp/tls',
      'kreuzwerker/docker',
    ]),
  );
});

it('keeps what was recorded small', () => {
  const sizes = globSync('fixtures/providers/**/*.json').map((file) => statSync(file).size);
  expect(Math.max(...sizes)).toBeLessThan(300_000);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(5_000_000);
});
