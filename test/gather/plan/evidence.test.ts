import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parsePlan } from '../../../src/gather/plan/read-plan.ts';
import type { Plan } from '../../../src/model/plan/plan.ts';
import { planKind } from '../../../src/model/plan/plan-kind.ts';

const planOf = (path: string): Plan => parsePlan(readFileSync(path), 'none').plan;
const recorded = (name: string) =>
  readdirSync('fixtures/templates')
    .map((template) => `fixtures/templates/${template}/${name}`)
    .filter((path) => {
      try {
        return readFileSync(path).length > 0;
      } catch {
        return false;
      }
    });
const given = ['local', 'valid'].flatMap((folder) =>
  readdirSync(`fixtures/plans/${folder}`)
    .filter((name) => folder === 'local' || name.startsWith('real-'))
    .map((name) => `fixtures/plans/${folder}/${name}`),
);

/** Planned to the end, without `-target` and not to refresh alone. */
const whole = [
  ...recorded('claim.plan.json'),
  ...recorded('plan.json'),
  ...recorded('prebuild.plan.json'),
  ...given,
].filter((path) => !['errored', 'partial', 'refresh-only'].includes(planKind(planOf(path))));

it('there are many of them', () => {
  expect(whole.length).toBeGreaterThan(150);
});

describe('A plan that Terraform wrote agrees with itself', () => {
  it.each(whole)('%s', (path) => {
    const { evidence } = planOf(path);
    expect(evidence).toMatchObject({
      hasUniqueKeys: true,
      applyableAgrees: true,
      notInState: [],
      alreadyInState: [],
      notInChanges: [],
      stillPlanned: [],
      listedTwice: [],
      forcedWithoutEffect: [],
      unexplainedDrift: [],
      declared: { undeclared: [] },
    });
  });
});
