import { describe, expect, it } from 'vitest';
import { NO_REHEARSER } from '../../../src/gather/gather.ts';
import { templateGaps } from '../../../src/gather/subject/template-gaps.ts';
import type { Plan } from '../../../src/model/plan/plan.ts';
import { plain, say } from '../../../src/model/text.ts';
import { check } from '../../../src/run/check.ts';
import { plan } from '../../support/builders.ts';
import { settings } from '../../support/settings.ts';

describe('A plan that may lack presets and parameters', () => {
  it.each<{ given: Partial<Plan>; code: string | undefined; because: string }>([
    { given: {}, code: undefined, because: 'it is whole' },
    { given: { priorResources: 0 }, code: undefined, because: 'data sources are read without a state, too' },
    { given: { complete: undefined }, code: undefined, because: 'older versions do not say, and no sign tells' },
    { given: { errored: true }, code: 'errored-plan', because: 'planning failed' },
    { given: { complete: false }, code: 'partial-plan', because: 'it was targeted' },
    { given: { redactedByHcp: true }, code: 'redacted-plan', because: 'HCP took them out' },
    { given: { errored: true, complete: false }, code: 'errored-plan', because: 'the error is the cause of both' },
  ])('is told by $code, because $because', ({ given, code }) => {
    expect(templateGaps(plan(given)).map((gap) => gap.code)).toEqual(code === undefined ? [] : [code]);
  });

  it('is told in words about the template, which are not those about the claim', async () => {
    const given = plan({ errored: true });
    const { report } = await check(
      { ...settings({ baseline: 'base.json' }), plans: ['plan.json'] },
      { plans: { readPlan: async () => ({ plan: given, notices: [] }) }, rehearser: NO_REHEARSER },
    );
    const details = (id: string) => {
      const state = report.rules.find((rule) => rule.id === id)?.state;
      return state?.kind === 'not-checked' ? state.reasons.map(({ detail }) => plain(detail)) : state?.kind;
    };
    expect(details('resource-replacement')).toEqual([
      'Planning failed, so resources that this plan does not list may be replaced too.',
    ]);
    expect(details('duplicate-preset-name')).toEqual([
      'Planning failed, so the template may have presets and parameters that are not in this plan.',
    ]);
    expect(details('preset-removed')).toEqual([
      'Planning failed, so the template may have presets and parameters that are not in this plan.',
      'Planning failed, so the template may have presets and parameters that are not in `base.json`.',
    ]);
  });

  it.each([{ errored: true }, { complete: false }, { redactedByHcp: true }])('names the plan for %j', (given) => {
    const [gap] = templateGaps(plan(given), say`${'base.json'}`);
    expect(plain(gap?.detail ?? [])).toContain('`base.json`');
  });
});
