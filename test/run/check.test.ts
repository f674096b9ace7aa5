import { describe, expect, it } from 'vitest';
import { NO_REHEARSER } from '../../src/gather/gather.ts';
import type { CoderReader, PlanReader } from '../../src/gather/ports.ts';
import type { TemplateHistory } from '../../src/model/history/history.ts';
import { NOT_CONFIGURED, read } from '../../src/model/judgement/outcome.ts';
import type { Plan } from '../../src/model/plan/plan.ts';
import { UserError } from '../../src/model/user-error.ts';
import { check } from '../../src/run/check.ts';
import { plan, preset, replacement, workspace } from '../support/builders.ts';
import { history, presetHistory } from '../support/history.ts';
import { settings } from '../support/settings.ts';

function readerOf(plans: Readonly<Record<string, Plan | Error>>): PlanReader {
  return {
    async readPlan(input) {
      const found = plans[input];
      if (found === undefined || found instanceof Error) throw found ?? new UserError(`\`${input}\` does not exist.`);
      return { plan: found, notices: [] };
    },
  };
}

const run = (plans: Readonly<Record<string, Plan | Error>>, raw: Readonly<Record<string, string>> = {}) =>
  check({ ...settings(raw), plans: Object.keys(plans) }, { plans: readerOf(plans), rehearser: NO_REHEARSER });

describe('a plan', () => {
  const without = preset({ prebuilds: undefined });
  it.each([
    { given: plan(), conclusion: 'pass', code: undefined, because: 'it is a clean claim' },
    { given: plan({ changes: [replacement()] }), conclusion: 'fail', code: undefined, because: 'a claim replaces' },
    {
      given: plan({ priorResources: 0 }),
      conclusion: 'inconclusive',
      code: 'plan-without-state',
      because: 'it is fresh',
    },
    {
      given: plan({ workspaces: [workspace()] }),
      conclusion: 'inconclusive',
      code: 'not-a-claim-plan',
      because: 'nobody claims in it',
    },
    {
      given: plan({ workspaces: [] }),
      conclusion: 'inconclusive',
      code: 'not-a-claim-plan',
      because: 'it does not say',
    },
    {
      given: plan({ workspaces: [workspace({ isPrebuildClaim: true, transition: 'stop' })] }),
      conclusion: 'inconclusive',
      code: 'stop-plan',
      because: 'a stop is no claim',
    },
    { given: plan({ errored: true }), conclusion: 'inconclusive', code: 'errored-plan', because: 'planning failed' },
    {
      given: plan({ errored: true, changes: [replacement()] }),
      conclusion: 'fail',
      code: 'errored-plan',
      because: 'what it shows is real',
    },
    { given: plan({ complete: false }), conclusion: 'inconclusive', code: 'partial-plan', because: 'it was targeted' },
    {
      given: plan({ deferredChanges: [replacement()] }),
      conclusion: 'inconclusive',
      code: 'partial-plan',
      because: 'something was put off',
    },
    { given: plan({ isDestroy: true }), conclusion: 'inconclusive', code: 'destroy-plan', because: 'it destroys' },
    {
      given: plan({ changes: [] }),
      conclusion: 'inconclusive',
      code: 'refresh-only-plan',
      because: 'it lists nothing',
    },
    {
      given: plan({ redactedByHcp: true, priorResources: undefined, presets: [], workspaces: [] }),
      conclusion: 'inconclusive',
      code: 'redacted-plan',
      because: 'HCP took out what tells',
    },
    {
      given: plan({ unreadableChanges: 1 }),
      conclusion: 'inconclusive',
      code: 'unreadable-changes',
      because: 'what was not read may be a replacement',
    },
    {
      given: plan({ errored: true, presets: [], priorResources: 0 }),
      conclusion: 'inconclusive',
      code: 'errored-plan',
      because: 'it failed before a preset was seen',
    },
    {
      given: plan({ presets: [], priorResources: 0 }),
      conclusion: 'pass',
      code: undefined,
      because: 'it has no presets',
    },
    {
      given: plan({ presets: [without], changes: [replacement()] }),
      conclusion: 'pass',
      code: undefined,
      because: 'no preset has prebuilds',
    },
  ])('is $conclusion with $code, because $because', async ({ given, conclusion, code }) => {
    const { verdict, report } = await run({ 'plan.json': given });
    expect(verdict.conclusion).toBe(conclusion);
    const { state } = report.rules.find(({ id }) => id === 'resource-replacement') ?? {};
    expect(state?.kind === 'not-checked' ? state.reasons[0]?.code : undefined).toBe(code);
  });

  it('without prebuilds is judged as if it had them where the user asks that', async () => {
    const given = plan({ presets: [], changes: [replacement()] });
    expect((await run({ 'plan.json': given }, { 'assume-prebuild': 'true' })).verdict.conclusion).toBe('fail');
  });
});

it('an input that cannot be read hides nothing that the others show', async () => {
  const { verdict, report } = await run({
    'broken.json': new UserError('`broken.json` is empty.'),
    'claim.json': plan({ changes: [replacement()] }),
  });
  expect(verdict).toMatchObject({ conclusion: 'fail', exitCode: 1 });
  expect(report.errors).toEqual([{ input: 'broken.json', message: '`broken.json` is empty.' }]);
  expect(report.findings).toHaveLength(1);
});

it('a bug is not taken for bad input', async () => {
  await expect(run({ 'plan.json': new TypeError('x is not a function') })).rejects.toThrow(TypeError);
});

describe('The status of a preset in the report', () => {
  const limited = history({ presets: [presetHistory('Small', 'fail fail fail')] });
  const coderWith = (histories: readonly TemplateHistory[]): CoderReader => ({
    readTemplate: async () => ({ histories: read(histories), baseline: NOT_CONFIGURED, quota: NOT_CONFIGURED }),
    followVersion: () => Promise.reject(new Error('Nothing is followed.')),
  });
  const statuses = async (plans: readonly string[], histories: readonly TemplateHistory[] | undefined) => {
    const reader = readerOf(
      Object.fromEntries(plans.map((name) => [name, plan({ presets: [preset(), preset({ name: 'New' })] })])),
    );
    const named =
      histories === undefined ? {} : { 'coder-url': 'https://coder.example.com', 'coder-template': 'docker' };
    const { report } = await check(
      { ...settings(named), plans },
      { plans: reader, rehearser: NO_REHEARSER, coder: coderWith(histories ?? []) },
    );
    return report.plans.map(({ presetTable }) => presetTable.map(({ status }) => status));
  };

  it.each<{ plans: readonly string[]; given: readonly TemplateHistory[] | undefined; found: unknown; because: string }>(
    [
      {
        plans: ['a'],
        given: [limited],
        found: [['hard_limited', undefined]],
        because: 'names tell which preset it is',
      },
      { plans: ['a'], given: undefined, found: [[undefined, undefined]], because: 'nobody asked Coder' },
      {
        plans: ['a', 'b'],
        given: [limited],
        found: [
          [undefined, undefined],
          [undefined, undefined],
        ],
        because: 'it cannot be told whose presets they are',
      },
      {
        plans: ['a'],
        given: [limited, { ...limited, template: 'other' }],
        found: [[undefined, undefined]],
        because: 'two templates in Coder have a preset of that name',
      },
    ],
  )('is $found for $plans, because $because', async ({ plans, given, found }) => {
    expect(await statuses(plans, given)).toEqual(found);
  });
});
