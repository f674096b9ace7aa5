import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isThere, prepareMirror } from '../../scripts/providers/mirror.ts';
import { claimReally } from '../../scripts/providers/reality/claim-really.ts';
import { ALICE } from '../../scripts/providers/reality/coder.ts';
import { rehearseWith } from '../../scripts/providers/rehearse.ts';
import { changesIn, readProviderTemplates, replacementsIn, wordsOf } from '../../scripts/providers/templates.ts';
import { applyPatches } from '../../src/model/configuration/patch.ts';
import type { Finding } from '../../src/model/judgement/finding.ts';

const tell = (text: string): void => {
  process.stderr.write(`${text}\n`);
};
const [hasGo, hasTerraform] = [isThere('go', 'version'), isThere('terraform', 'version')];
if (!hasGo) tell('Go is not on the PATH: no provider is built, so only what is in the mirror is asked.');
if (!hasTerraform) tell('Terraform is not on the PATH: no template is rehearsed.');
const mirror = hasTerraform ? prepareMirror(tell) : undefined;

describe.each(readProviderTemplates())('$name, because $expected.because', ({ name, directory, sources, expected }) => {
  const missing = sources.filter((source) => !mirror?.versions.has(source));
  if (mirror !== undefined && missing.length > 0) tell(`${name} is skipped, for want of ${missing.join(', ')}.`);
  const isPossible = mirror !== undefined && missing.length === 0;

  it.runIf(isPossible)('comes to what is known of its providers', async () => {
    const { report, verdict, plans } = await rehearseWith(mirror!, directory);
    const claim = plans.get('preset-1-claim-1') ?? '{}';
    expect(wordsOf(report.findings)).toEqual(expected.findings);
    expect(replacementsIn(claim)).toEqual(expected.replaces);
    expect(verdict.conclusion).not.toBe('inconclusive');

    const fixed = fixedBy(readFileSync(join(directory, 'main.tf'), 'utf8'), report.findings);
    if (fixed !== undefined) expect(await rehearsedAgain(fixed)).toEqual(expected.fixed ?? []);
    if (!expected.appliable) return;

    const reality = await claimReally(mirror!, directory, { claimants: [ALICE] });
    expect(reality).toMatchObject({ kind: 'imported', presets: [{ claims: [{ problem: undefined }] }] });
    const [built] = reality.kind === 'imported' ? reality.presets : [];
    expect(changesIn(claim)).toEqual(changesIn(built?.claims[0]?.plan ?? ''));
  });
});

/** The template with every patch of the report; undefined where there is none. */
function fixedBy(text: string, findings: readonly Finding[]): string | undefined {
  const patches = findings.flatMap(({ details: { fix } }) => (fix?.kind === 'patch' ? fix.patches : []));
  // Several findings may ask for the same.
  const distinct = new Map(patches.map((patch) => [JSON.stringify(patch), patch]));
  return distinct.size === 0 ? undefined : (applyPatches(text, [...distinct.values()]) ?? 'the patches do not apply');
}

async function rehearsedAgain(template: string): Promise<readonly string[]> {
  const directory = mkdtempSync(join(tmpdir(), 'fixed-'));
  try {
    writeFileSync(join(directory, 'main.tf'), template);
    const formatted = spawnSync('terraform', ['fmt', '-check', '-diff'], { cwd: directory, encoding: 'utf8' });
    expect(formatted.stdout).toBe('');
    return wordsOf((await rehearseWith(mirror!, directory)).report.findings);
  } finally {
    rmSync(directory, { recursive: true });
  }
}
