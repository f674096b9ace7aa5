import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createConfigurationReader } from '../../../src/gather/hcl/configuration-reader.ts';
import { createPlanReader } from '../../../src/gather/plan/read-plan.ts';
import { createRehearser } from '../../../src/gather/rehearsal/create-rehearser.ts';
import type { Finding } from '../../../src/model/judgement/finding.ts';
import { plain } from '../../../src/model/text.ts';
import { createTemplateWriter } from '../../../src/publish/files/template-writer.ts';
import type { Report } from '../../../src/report/report.ts';
import { check } from '../../../src/run/check.ts';
import { fix } from '../../../src/run/fix.ts';
import { DEFAULT_CLAIMANTS } from '../../../src/run/settings/claimants.ts';
import { type FakeProviders, startFakeProviders } from '../../support/rehearsal/fake-providers.ts';
import { REHEARSED_TEMPLATES } from '../../support/rehearsal/rehearsed-templates.ts';
import { isMissing, terraform } from '../../support/rehearsal/terraform.ts';
import { settings as settingsOf } from '../../support/settings.ts';

/** Several processes of Terraform one after the other, on a machine that may be busy. */
const PATIENCE_MS = 180_000;

/** Templates of which a claim replaces or removes something that must stay. */
const FAILING = REHEARSED_TEMPLATES.filter(({ replaced }) => replaced.length > 0);

const NOT_FIXED = ['never-ready-prebuild', 'read-back-replacement'];

/** What hangs on the prebuild flags alone is meant to change, so nothing is written. */
const ON_PURPOSE = ['conditional'];

/** The smallest edit would ignore what holds the agent's token, which is a new warning: it is taken back. */
const TAKEN_BACK = ['k8s'];

describe.skipIf(isMissing(terraform))('a template that a claim would harm', () => {
  let fakes: FakeProviders;
  let away: string;
  beforeAll(async () => {
    fakes = await startFakeProviders();
    away = mkdtempSync(join(tmpdir(), 'prebuild-guard-fix-'));
  });
  afterAll(async () => {
    rmSync(away, { recursive: true });
    await fakes.stop();
  });

  /** Everything that names a file of this machine is relative to the template. */
  async function fixed(directory: string): Promise<{ first: Report; last: Report }> {
    const reports: Report[] = [];
    const writer = createTemplateWriter([directory]);
    const { report: last } = await fix(async () => {
      const configurations = createConfigurationReader([directory]);
      const rehearser = createRehearser(
        {
          executable: undefined,
          variableFiles: [],
          overrideFiles: [],
          claimants: DEFAULT_CLAIMANTS.slice(0, 1),
          maxClaimants: 1,
          maxChoices: 0,
          assumePrebuild: true,
          values: 'none',
          timeoutMs: 60_000,
          parallelism: 2,
          pass: [],
          apply: false,
          coderRelease: undefined,
        },
        {
          host: process.env,
          platform: process.platform,
          signal: new AbortController().signal,
          tell: () => {},
          decorate: fakes.launch,
        },
      );
      const settings = { ...settingsOf({ 'assume-prebuild': 'true' }), templates: [directory], now: 0 };
      const judgement = await check(settings, { plans: createPlanReader(), rehearser, configurations });
      reports.push(judgement.report);
      return { ...judgement, configurations };
    }, writer);
    const [first] = reports;
    if (first === undefined) throw new Error('Nothing was rehearsed.');
    return { first, last };
  }

  /** The fake providers answer from this process, so it must not wait for Terraform. */
  async function terraformIn(directory: string, words: readonly string[]): Promise<void> {
    const env = { ...process.env, TF_REATTACH_PROVIDERS: fakes.reattach, TF_IN_AUTOMATION: '1' };
    await promisify(execFile)('terraform', words, { cwd: directory, env });
  }

  it.each(FAILING)(
    '$name is found to the line, fixed, proven, and still as Terraform formats it',
    async ({ name, directory }) => {
      const template = join(away, name);
      mkdirSync(template);
      for (const entry of readdirSync(directory).filter((each) => !each.endsWith('.json'))) {
        cpSync(join(directory, entry), join(template, entry), { recursive: true });
      }
      await terraformIn(template, ['fmt', '-recursive']);

      const before = textsOf(template);
      const { first, last } = await fixed(template);
      expect({
        found: first.findings.map((finding) => told(finding, before)),
        fixes: last.fixes?.map(({ diffs }) => diffs),
      }).toMatchSnapshot();
      expect(first.findings.filter(({ details }) => details.location === undefined)).toEqual([]);
      if (ON_PURPOSE.includes(name)) {
        expect(last.fixes).toEqual([]);
        return;
      }
      if (TAKEN_BACK.includes(name)) {
        const [{ proof } = { proof: undefined }] = last.fixes ?? [];
        expect(proof?.kind === 'not-proven' ? plain(proof.because) : '').toContain('`overbroad-ignore-changes`');
        expect(textsOf(template)).toEqual(before);
        return;
      }
      expect(last.fixes?.map(({ proof }) => proof)).toEqual([{ kind: 'proven' }]);
      // An agent that nothing uses is not for this command to fix, nor is what the provider reads back.
      expect(last.verdict.blocking.filter(({ ruleId }) => !NOT_FIXED.includes(ruleId))).toEqual([]);
      expect(last.fixes?.flatMap(({ diffs }) => diffs).join('\n')).not.toMatch(/^\+.*ignore_changes\s*=\s*all/m);

      await terraformIn(template, ['fmt', '-check', '-recursive']);
      await terraformIn(template, ['init', '-backend=false', '-input=false']);
      await terraformIn(template, ['validate']);
    },
    PATIENCE_MS,
  );

  it.each([
    { name: 'parentheses-dropped', written: '(data.coder_workspace.me.id) = 1' },
    { name: 'two-keys-into-one', written: undefined },
    { name: 'shared-local', written: undefined },
    { name: 'fix-leaves-a-reference', written: 'docker_volume.home_volume[data.coder_workspace.me.id].name' },
    { name: 'k8s-deployment-selector-fix', written: 'spec[0].template[0].metadata[0].labels' },
    { name: 'fix-of-prebuild-gated-attribute', written: undefined },
  ])(
    '$name comes to no harm: $written is written',
    async ({ name, written }) => {
      const template = join(away, name);
      cpSync(join('fixtures/reality', name), template, { recursive: true });
      const before = textsOf(template);
      const { last } = await fixed(template);
      if (written === undefined) expect(textsOf(template)).toEqual(before);
      else expect([...textsOf(template).values()].join()).toContain(written);
      expect(last.fixes?.map(({ proof }) => proof)).toEqual(written === undefined ? [] : [{ kind: 'proven' }]);
    },
    PATIENCE_MS,
  );
});

/** `resource-replacement a.b at main.tf:3 "name = local.name": a.b.name@3 ← local.name@1`, with the line that is pointed at. */
function told({ ruleId, subject, details: { location, chains = [] } }: Finding, texts: ReadonlyMap<string, string>) {
  const line = location === undefined ? '' : texts.get(location.file)?.split('\n')[location.line - 1];
  const address = subject.kind === 'resource' ? ` ${subject.address}` : '';
  return [
    `${ruleId}${address} at ${location?.file}:${location?.line}: ${line?.trim()}`,
    ...chains.map((chain) =>
      chain.map((link) => `${link.reference}@${link.location?.file}:${link.location?.line}`).join(' ← '),
    ),
  ];
}

function textsOf(directory: string): ReadonlyMap<string, string> {
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tf'));
  return new Map(files.map((file) => [file, readFileSync(join(directory, file), 'utf8')]));
}
