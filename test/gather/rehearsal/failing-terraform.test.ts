import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPlanReader } from '../../../src/gather/plan/read-plan.ts';
import { createRehearser, type RehearserEffects } from '../../../src/gather/rehearsal/create-rehearser.ts';
import type { Cause } from '../../../src/gather/rehearsal/terraform/failure.ts';
import type { RehearsalOptions } from '../../../src/gather/requests.ts';
import { plain } from '../../../src/model/text.ts';
import { renderText } from '../../../src/report/text/text.ts';
import { check } from '../../../src/run/check.ts';
import {
  type Behaviour,
  type FakeStage,
  type FakeTerraform,
  fakeTerraform,
  planStream,
} from '../../support/fake-terraform.ts';
import { rehearsalOptions } from '../../support/rehearsal-options.ts';
import { settings } from '../../support/settings.ts';

const outer = process.env['TMPDIR'];
let root: string;
const fakes: FakeTerraform[] = [];
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'failing-terraform-'));
  process.env['TMPDIR'] = root;
});
afterAll(async () => {
  if (outer === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = outer;
  for (const fake of fakes) expect((await fake.cleared()).processes).toEqual([]);
  expect(readdirSync(root).filter((name) => name.startsWith('prebuild-guard-'))).toEqual([]);
  rmSync(root, { recursive: true });
});

function newFake(options: Parameters<typeof fakeTerraform>[1] = {}): FakeTerraform {
  const fake = fakeTerraform(mkdtempSync(join(root, 'fake-')), options);
  fakes.push(fake);
  return fake;
}

async function judge(
  fake: FakeTerraform,
  options: Partial<RehearsalOptions> = {},
  effects?: Partial<RehearserEffects>,
) {
  const rehearser = createRehearser(rehearsalOptions({ executable: fake.executable, ...options }), {
    host: process.env,
    platform: process.platform,
    signal: new AbortController().signal,
    tell() {},
    ...effects,
  });
  const { verdict, report } = await check(
    { ...settings({}), plans: [], templates: [fake.template] },
    { plans: createPlanReader(), rehearser },
  );
  const reasons = report.rules.flatMap(({ state }) => (state.kind === 'not-checked' ? state.reasons : []));
  return {
    report,
    conclusion: verdict.conclusion,
    codes: [...new Set(reasons.map(({ code }) => code))],
    words: [...new Set(reasons.map(({ detail }) => plain(detail)))],
  };
}

/** Every stage, in order, with what a rehearsal says where nothing can be made of its answer. */
const STAGES: readonly (readonly [FakeStage, string])[] = [
  ['version', 'Starting Terraform'],
  ['init', 'terraform init'],
  ['schema', 'terraform providers schema'],
  ['plan-template-prebuild', 'Planning as the prebuilds user'],
  ['show-template-prebuild', 'Planning as the prebuilds user'],
  ['plan-preset-1-settle-1', 'Planning the same prebuild again'],
  ['show-preset-1-settle-1', 'Planning the same prebuild again'],
  ['plan-preset-1-claim-1', 'Planning the claim'],
  ['show-preset-1-claim-1', 'Planning the claim'],
];

/** So that the stage is asked for its JSON. */
function askFor(fake: FakeTerraform, stage: FakeStage): void {
  if (stage.startsWith('show-')) fake.print(stage.replace('show', 'plan') as FakeStage, planStream({ change: 1 }));
}

const UNREADABLE: Cause = 'terraform-output-unreadable';
const WAYS: readonly (readonly [Behaviour, Cause, (stage: FakeStage) => boolean])[] = [
  ['exit 1', 'terraform-crashed', () => true],
  ['exit 1 after its answer', 'terraform-crashed', () => true],
  ['half an answer, exit 1', 'terraform-crashed', () => true],
  ['a crash', 'terraform-crashed', () => true],
  ['a crash after its answer', 'terraform-crashed', () => true],
  ['a hang', 'terraform-timeout', (stage) => !stage.startsWith('show')],
  ['a hang after its answer', 'terraform-timeout', (stage) => stage.startsWith('show')],
  ['no output', UNREADABLE, (stage) => stage !== 'init'],
  ['garbage', UNREADABLE, (stage) => stage !== 'init'],
  ['half an answer', UNREADABLE, (stage) => stage !== 'init' && stage !== 'version'],
];

describe('a rehearsal whose Terraform works', () => {
  it('passes where the claim changes nothing', async () => {
    const { conclusion, codes } = await judge(newFake());
    expect({ conclusion, codes }).toEqual({ conclusion: 'pass', codes: [] });
  });

  it('fails where the claim replaces something', async () => {
    const fake = newFake();
    fake.print('plan-preset-1-claim-1', planStream({ add: 1, remove: 1 }));
    expect((await judge(fake)).conclusion).toBe('fail');
  });
});

describe('a rehearsal is inconclusive and says why where Terraform answers', () => {
  const cases = STAGES.flatMap(([stage, where]) =>
    WAYS.filter(([, , isFailure]) => isFailure(stage)).map(([behaviour, code]) => ({ stage, where, behaviour, code })),
  );
  it.concurrent.each(cases)('$stage with $behaviour', async ({ stage, where, behaviour, code }) => {
    const fake = newFake();
    askFor(fake, stage);
    fake.behave(stage, behaviour);
    const { conclusion, codes, words } = await judge(fake, {
      timeoutMs: behaviour.startsWith('a hang') ? 3_000 : 20_000,
    });
    expect(fake.hasReached(stage)).toBe(true);
    expect({ conclusion, codes }).toEqual({ conclusion: 'inconclusive', codes: [code] });
    for (const word of words) expect(word).toContain(where);
  });
});

describe('whatever Terraform leaves running', () => {
  it.concurrent.each(['init', 'plan-template-prebuild', 'show-template-prebuild'] as const)(
    'ends with it, at %s',
    async (stage) => {
      const fake = newFake();
      fake.behave(stage, 'a grandchild that no SIGTERM ends');
      expect((await judge(fake)).conclusion).toBe('pass');
      expect((await fake.cleared()).processes).toEqual([]);
    },
  );

  it.concurrent('is not waited for, where it has left the group and keeps the output open', async () => {
    const fake = newFake();
    fake.behave('plan-template-prebuild', 'a grandchild in a session of its own');
    expect((await judge(fake)).conclusion).toBe('pass');
    for (const left of fake.livingProcesses()) process.kill(left);
  });

  it.concurrent('is ended with it where it takes too long and heeds no SIGTERM', async () => {
    const fake = newFake();
    fake.behave('plan-preset-1-settle-1', 'a hang that no SIGTERM ends');
    expect((await judge(fake, { timeoutMs: 3_000 })).codes).toEqual(['terraform-timeout']);
    expect((await fake.cleared()).processes).toEqual([]);
  });
});

describe('an answer that nobody can read', () => {
  it.concurrent.each([
    { stage: 'plan-template-prebuild', code: 'terraform-crashed' },
    { stage: 'show-template-prebuild', code: UNREADABLE },
    { stage: 'schema', code: UNREADABLE },
  ] as const)('is inconclusive where it is endless: $stage', async ({ stage, code }) => {
    const fake = newFake();
    fake.behave(stage, 'more output than anybody reads');
    const { conclusion, codes } = await judge(fake);
    expect({ conclusion, codes }).toEqual({ conclusion: 'inconclusive', codes: [code] });
  });

  it.concurrent.each(['schema', 'show-template-prebuild', 'show-preset-1-claim-1'] as const)(
    'is inconclusive where it has gigabytes: %s',
    async (stage) => {
      const fake = newFake();
      askFor(fake, stage);
      fake.behave(stage, 'gigabytes of nothing');
      const { conclusion, codes } = await judge(fake);
      expect({ conclusion, codes }).toEqual({ conclusion: 'inconclusive', codes: [UNREADABLE] });
    },
  );

  it.concurrent('is inconclusive where a plan is nested without end', async () => {
    const fake = newFake();
    const deep = `${'{"child_modules":['.repeat(20_000)}{}${']}'.repeat(20_000)}`;
    fake.print('show-template-prebuild', `{"format_version":"1.2","prior_state":{"values":{"root_module":${deep}}}}`);
    const { conclusion, codes } = await judge(fake);
    expect({ conclusion, codes }).toEqual({ conclusion: 'inconclusive', codes: [UNREADABLE] });
  });

  it.concurrent('is taken from its JSON alone where the plan was never saved', async () => {
    const fake = newFake();
    fake.behave('plan-template-prebuild', 'an answer, but nothing saved');
    expect((await judge(fake)).conclusion).toBe('pass');
  });
});

describe('OpenTofu', () => {
  it('is named in the report and in its text', async () => {
    const { report, conclusion } = await judge(newFake({ firstLine: 'OpenTofu v1.10.0' }));
    expect(conclusion).toBe('pass');
    expect(report.plans).toMatchObject([{ terraformVersion: '1.10.0', rehearsal: { product: 'OpenTofu' } }]);
    expect(renderText(report, { colour: false, width: 100 })).toContain('OpenTofu');
  });

  it('that accepts encrypted state only is told apart, with what helps', async () => {
    const fake = newFake({ firstLine: 'OpenTofu v1.10.0' });
    fake.print('plan-preset-1-settle-1', errorStream('Error refreshing state', ENCRYPTED));
    fake.behave('plan-preset-1-settle-1', 'exit 1 after its answer');
    const { codes, words } = await judge(fake);
    expect(codes).toEqual(['encrypted-state']);
    expect(words.join()).toContain('OpenTofu accepts only encrypted state here');
  });
});

/** As OpenTofu 1.10 says it. */
const ENCRYPTED = 'decryption failed for state: encountered unencrypted payload without unencrypted method configured';

function errorStream(summary: string, detail: string): string {
  return `${JSON.stringify({ '@level': 'error', type: 'diagnostic', diagnostic: { severity: 'error', summary, detail } })}\n`;
}
