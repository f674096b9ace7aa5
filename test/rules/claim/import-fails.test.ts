import { expect, it } from 'vitest';
import { read } from '../../../src/model/judgement/outcome.ts';
import { importFails } from '../../../src/rules/claim/import-fails.ts';
import { notChecked, refusedBuild, snapshot } from '../../support/builders.ts';
import { decided, said } from '../../support/rule.ts';

it.each([
  { refusals: [], found: [], because: 'the import went through' },
  { refusals: [refusedBuild()], found: ['error template'], because: 'the start failed' },
  { refusals: [refusedBuild({ transition: 'stop' })], found: ['error template'], because: 'the stop failed' },
  { refusals: [refusedBuild({ build: 'prebuild' })], found: [], because: 'a prebuild is built after the import' },
  { refusals: [refusedBuild({ build: 'claim' })], found: [], because: 'a claim comes after the import' },
])('$found, because $because', ({ refusals, found }) => {
  expect(decided(importFails, snapshot({ refusals: read(refusals) }))).toEqual({ found, open: [] });
});

it('is not configured where nothing was rehearsed, and not checked where the import could not be planned here', () => {
  expect(decided(importFails, snapshot())).toEqual({ found: [], open: 'not-configured' });
  const unplanned = snapshot({ refusals: read([], [notChecked()]) });
  expect(decided(importFails, unplanned)).toEqual({ found: [], open: ['plan-without-state'] });
});

it('is explained with the words of Terraform', () => {
  const refusals = read([refusedBuild({ transition: 'stop' })]);
  expect(said(importFails, snapshot({ refusals }))).toMatchInlineSnapshot(`
    "Coder refuses this version at the push: the import as a stop cannot be planned. Terraform says: \`Invalid index\`.
    Coder imports a version before anybody uses it, as a start and as a stop. The owner is empty then: no name, no email, no login type, no roles, the group Everyone alone, no parameter, and no prebuild.
    Let the expression work without an owner, for instance with \`try(…, "")\` or \`coalesce(…, "")\`, then push again."
  `);
});
