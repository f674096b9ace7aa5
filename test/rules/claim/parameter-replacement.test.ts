import { expect, it } from 'vitest';
import type { ClaimPlan } from '../../../src/model/judgement/claim-plan.ts';
import { read } from '../../../src/model/judgement/outcome.ts';
import type { ResourceChange } from '../../../src/model/plan/plan.ts';
import { plain } from '../../../src/model/text.ts';
import { parameterReplacement } from '../../../src/rules/claim/parameter-replacement.ts';
import {
  claimContext,
  claimPlan,
  notChecked,
  plan,
  rehearsalControl,
  replacement,
  resourceChange,
  snapshot,
} from '../../support/builders.ts';

function chosen(preset: string, ...changes: readonly ResourceChange[]): ClaimPlan {
  return claimPlan({
    plan: plan({ changes }),
    evidence: 'rehearsed',
    context: claimContext({ preset, persona: 'alice', parameter: { name: 'tz', value: 'UTC' } }),
  });
}

function claimed(preset: string, ...changes: readonly ResourceChange[]): ClaimPlan {
  return claimPlan({
    plan: plan({ changes }),
    evidence: 'rehearsed',
    context: claimContext({ preset, persona: 'bob' }),
  });
}

it.each([
  { choice: chosen('EU', replacement()), claim: claimed('EU'), found: 1, because: 'only that choice replaces it' },
  { choice: chosen('EU', resourceChange()), claim: claimed('EU'), found: 0, because: 'nothing is replaced' },
  {
    choice: chosen('EU', resourceChange({ actions: ['update'] })),
    claim: claimed('EU'),
    found: 0,
    because: 'it is changed in place',
  },
  {
    choice: chosen('EU', replacement()),
    claim: claimed('EU', replacement()),
    found: 0,
    because: 'every claim replaces it',
  },
  {
    choice: chosen('EU', replacement()),
    claim: claimed('US', replacement()),
    found: 1,
    because: 'another preset says nothing of this one',
  },
])('$found, because $because', ({ choice, claim, found }) => {
  const outcome = parameterReplacement.evaluate(
    snapshot({ claims: read([claim]), rehearsal: read([rehearsalControl({ choices: [choice] })]) }),
  );
  expect(outcome).toMatchObject({ kind: 'checked', items: { length: found } });
});

it('is not configured where nothing was rehearsed, and not checked where a preset could not be', () => {
  expect(parameterReplacement.evaluate(snapshot()).kind).toBe('not-configured');
  expect(parameterReplacement.evaluate(snapshot({ rehearsal: read([], [notChecked()]) })).kind).toBe('not-checked');
});

it('explains the choice', () => {
  const [violation] = parameterReplacement.evaluate(
    snapshot({ rehearsal: read([rehearsalControl({ choices: [chosen('EU', replacement())] })]) }),
  ).items;
  if (violation === undefined) throw new Error('nothing was found');
  const { what, why, remedy } = parameterReplacement.explain(violation);
  expect(violation.subject).toEqual({ kind: 'parameter', name: 'tz', preset: 'EU' });
  expect([what, why, remedy].map(plain)).toMatchSnapshot();
});
