import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plain } from '../../../src/model/text.ts';
import { OUTPUTS } from '../../../src/report/index.ts';
import type { Fault } from '../../support/rehearsal/faults.ts';
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

/** All that is found in a template whose agent no resource uses: Coder never sees its prebuilds ready. */
const IDLE_AGENT = ['never-ready-prebuild'];

const MILD = ['ambiguous-preset', 'ephemeral-preset-parameter'];

describe.skipIf(isMissing(terraform))('a rehearsal', () => {
  it(
    'settles a chain of sixteen resources',
    async () => {
      expect(saidOf(await rehearse('chain-16'))).toEqual({ conclusion: 'fail', findings: IDLE_AGENT, gaps: [] });
    },
    PATIENCE_MS,
  );

  it(
    'has an element for a nested block that the provider computes and the template takes apart',
    async () => {
      const { gaps, findings } = saidOf(await rehearse('aws-computed-block-index'));
      expect({ gaps, findings }).toEqual({ gaps: [], findings: [] });
    },
    PATIENCE_MS,
  );

  it(
    'lays nothing over a root module that does not require the provider',
    async () => {
      const { gaps, findings } = saidOf(await rehearse('docker-provider-only-in-module'));
      expect({ gaps, findings }).toEqual({ gaps: [], findings: ['resource-replacement'] });
    },
    PATIENCE_MS,
  );

  it.each(['preset-one-sensitive-value', 'default-equals-a-secret'])(
    'passes what only hides a value: %s',
    async (name) => {
      const { findings, gaps } = saidOf(await rehearse(name));
      expect({ errors: findings.filter((id) => !MILD.includes(id)), gaps }).toEqual({ errors: IDLE_AGENT, gaps: [] });
    },
    PATIENCE_MS,
  );

  it(
    'judges a preset that the provider refuses by what is written',
    async () => {
      const refuses: Fault = {
        rpc: 'ReadDataSource',
        type: 'coder_workspace_preset',
        effect: { kind: 'error', summary: 'schedules overlap with each other' },
      };
      const { conclusion, findings, gaps } = saidOf(await rehearse('schedule-message', { faults: [refuses] }));
      expect({ conclusion, findings }).toEqual({
        conclusion: 'fail',
        findings: ['import-fails', 'invalid-prebuild-schedule'],
      });
      expect(gaps).toEqual(
        [0, 1].map(() => expect.stringMatching(/^import-fails: Coder refuses this version at the push/)),
      );
    },
    PATIENCE_MS,
  );

  it(
    'tells a value of pages by its beginning',
    async () => {
      const { report } = await rehearse('long-parameter-value');
      const text = OUTPUTS.text(report, {
        text: { colour: false, width: 100 },
        comment: { mode: 'always', key: 'x' },
        reportPath: undefined,
      });
      const [published] = text;
      const shown = published?.kind === 'text' ? published.text : '';
      expect(shown).toContain('`System prompt` set to');
      expect(shown).not.toContain('Line 2 of');
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
      expect(saidOf(run)).toEqual({ conclusion: 'fail', findings: IDLE_AGENT, gaps: [] });
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
