import { expect, it } from 'vitest';
import { untriedOwnerCondition } from '../../../src/rules/claim/untried-owner-condition.ts';
import { snapshot } from '../../support/builders.ts';
import { decided, said } from '../../support/rule.ts';

const group = { attribute: 'groups', value: 'gpu', claimant: 'gerd groups=Everyone,gpu' };
const pattern = { attribute: 'email', value: '^ops', claimant: undefined };
const task = { attribute: 'task', value: 'prompt', claimant: undefined };

it.each([
  { unmet: undefined, found: [], open: 'not-configured', because: 'nothing was rehearsed' },
  { unmet: [], found: [], open: [], because: 'somebody met each condition' },
  { unmet: [group, pattern], found: ['notice template'], open: [], because: 'nobody met two of them' },
])('$found, because $because', ({ unmet, found, open }) => {
  expect(decided(untriedOwnerCondition, snapshot(unmet === undefined ? {} : { unmet }))).toEqual({ found, open });
});

it.each([
  { name: 'one that a claimant can be given for', unmet: [group, task] },
  { name: 'one that nobody can be made up for', unmet: [pattern] },
])('explains $name', ({ unmet }) => {
  expect(said(untriedOwnerCondition, snapshot({ unmet }))).toMatchSnapshot();
});
