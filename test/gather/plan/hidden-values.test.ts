import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parsePlan } from '../../../src/gather/plan/read-plan.ts';

const bytes = readFileSync('fixtures/templates/owner-name/claim.plan.json');

/** The value of the name after the claim, as it may be shown. */
function nameAfter(hidden: readonly string[]) {
  const { plan } = parsePlan(bytes, 'safe', { hidden });
  return plan.changes.flatMap(({ attributes }) => attributes).find(({ path }) => path[0] === 'name')?.after;
}

it('a value that holds a text from outside the plan is not shown', () => {
  expect(nameAfter([])).toMatchObject({ kind: 'known', json: expect.stringContaining('alice') });
  expect(nameAfter(['alice'])).toEqual({ kind: 'sensitive' });
  expect(nameAfter(['bob of the environment'])).toMatchObject({ kind: 'known' });
});

it('what is too common to be a secret hides nothing', () => {
  expect(nameAfter(['true', 'ice'])).toMatchObject({ kind: 'known' });
});

it('a placeholder is shown as made up, wherever it stands in a value', () => {
  const { plan } = parsePlan(bytes, 'safe', { madeUp: ['alice', 'alice-dev'] });
  const [name] = plan.changes.flatMap(({ attributes }) => attributes).filter(({ path }) => path[0] === 'name');
  expect(name?.after).toMatchObject({ kind: 'known', json: expect.stringContaining('(made up)') });
  expect(JSON.stringify(name)).not.toContain('alice');
});
