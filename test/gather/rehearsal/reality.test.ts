import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plain } from '../../../src/model/text.ts';
import { type FakedOptions, type FakedRun, rehearseWithFakes } from '../../support/rehearsal/rehearse-with-fakes.ts';
import { isMissing, terraform } from '../../support/rehearsal/terraform.ts';

/** A chain of forty needs as many plans. */
const PATIENCE_MS = 180_000;

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'reality-'));
});
afterAll(() => rmSync(directory, { recursive: true }));

const rehearse = (name: string, options: FakedOptions = {}): Promise<FakedRun> =>
  rehearseWithFakes(`fixtures/reality/${name}`, options);

describe.skipIf(isMissing(terraform))('a rehearsal', () => {
  it(
    'settles a chain of sixteen resources',
    async () => {
      expect(saidOf(await rehearse('chain-16'))).toEqual({ conclusion: 'pass', findings: [], gaps: [] });
    },
    PATIENCE_MS,
  );

  it(
    'settles a chain of forty',
    async () => {
      const links = Array.from({ length: 40 }, (_, index) => {
        const before = index === 0 ? '1' : `terraform_data.w${index - 1}.id`;
        return `resource "terraform_data" "w${index}" {\n  triggers_replace = [${before}]\n}\n`;
      });
      writeFileSync(join(directory, 'main.tf'), links.join(''));
      const run = await rehearseWithFakes(directory, { claimants: [{ username: 'alice' }] });
      expect(saidOf(run)).toEqual({ conclusion: 'pass', findings: [], gaps: [] });
    },
    PATIENCE_MS,
  );
});

function saidOf({ verdict, report, rehearsal: { claims, control } }: FakedRun) {
  const sources = [claims, control].flatMap((source) => (source.kind === 'read' ? source.gaps : []));
  return {
    conclusion: verdict.conclusion,
    findings: report.findings.map(({ ruleId }) => ruleId),
    gaps: sources.map(({ code, detail }) => `${code}: ${plain(detail)}`),
  };
}
