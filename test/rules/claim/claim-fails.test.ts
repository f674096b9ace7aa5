import { expect, it } from 'vitest';
import { read } from '../../../src/model/judgement/outcome.ts';
import { claimFails } from '../../../src/rules/claim/claim-fails.ts';
import { claimContext, notChecked, refusedBuild, snapshot } from '../../support/builders.ts';
import { decided, said } from '../../support/rule.ts';

const byAlice = refusedBuild({ build: 'claim', context: claimContext({ preset: 'Small', persona: 'alice' }) });
const withChoice = refusedBuild({
  build: 'claim',
  context: claimContext({ preset: 'Small', persona: 'alice', parameter: { name: 'size', value: 'large' } }),
});

it.each([
  { refusals: [], found: [], because: 'every claim can be planned' },
  { refusals: [byAlice], found: ['error preset Small'], because: 'one cannot' },
  { refusals: [withChoice], found: ['error parameter ["size","Small"]'], because: 'one with a choice cannot' },
  { refusals: [refusedBuild({ build: 'prebuild' })], found: [], because: 'there is nothing to claim' },
])('$found, because $because', ({ refusals, found }) => {
  expect(decided(claimFails, snapshot({ refusals: read(refusals) }))).toEqual({ found, open: [] });
});

it('tells whose claim it was', () => {
  const [violation] = claimFails.evaluate(snapshot({ refusals: read([withChoice]) })).items;
  expect(violation?.details?.seenIn).toEqual([withChoice.context]);
});

it('is not configured where nothing was rehearsed, and tells what it could not check', () => {
  expect(decided(claimFails, snapshot())).toEqual({ found: [], open: 'not-configured' });
  const half = snapshot({ refusals: read([], [notChecked()]) });
  expect(decided(claimFails, half)).toEqual({ found: [], open: ['plan-without-state'] });
});

it.each([
  { name: 'a claim', refused: byAlice },
  { name: 'a choice', refused: withChoice },
])('is explained with the words of Terraform: $name', ({ refused }) => {
  expect(said(claimFails, snapshot({ refusals: read([refused]) }))).toMatchSnapshot();
});
