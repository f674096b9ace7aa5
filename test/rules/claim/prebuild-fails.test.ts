import { expect, it } from 'vitest';
import { read } from '../../../src/model/judgement/outcome.ts';
import { prebuildFails } from '../../../src/rules/claim/prebuild-fails.ts';
import {
  claimContext,
  notChecked,
  parameter,
  preset,
  refusedBuild,
  snapshot,
  template,
} from '../../support/builders.ts';
import { decided, said } from '../../support/rule.ts';

const refused = refusedBuild({ build: 'prebuild', context: claimContext({ preset: 'Small' }) });
const sized = (size: string) =>
  template({
    presets: [preset({ name: 'Small', parameters: new Map([['size', size]]) })],
    parameters: [parameter({ name: 'size', type: 'number', formType: undefined, default: '1', options: [] })],
  });

it.each([
  { refusals: [], size: '1', found: [], because: 'it can be built' },
  { refusals: [refused], size: '1', found: ['error preset Small'], because: 'it cannot' },
  { refusals: [refused], size: 'large', found: [], because: '`invalid-preset-value` says that it is no number' },
  {
    refusals: [refusedBuild({ build: 'prebuild' })],
    size: '1',
    found: ['error template'],
    because: 'it was rehearsed without a preset',
  },
  { refusals: [refusedBuild({ build: 'import' })], size: '1', found: [], because: 'an import is no prebuild' },
])('$found, because $because', ({ refusals, size, found }) => {
  const judged = snapshot({ template: sized(size), refusals: read(refusals) });
  expect(decided(prebuildFails, judged)).toEqual({ found, open: [] });
});

it('is not configured where nothing was rehearsed, and tells what it could not check', () => {
  expect(decided(prebuildFails, snapshot())).toEqual({ found: [], open: 'not-configured' });
  const half = snapshot({ refusals: read([refused], [notChecked()]) });
  expect(decided(prebuildFails, half)).toEqual({ found: ['error preset Small'], open: ['plan-without-state'] });
});

it('is explained with the words of Terraform', () => {
  expect(said(prebuildFails, snapshot({ refusals: read([refused]) }))).toMatchInlineSnapshot(`
    "The prebuild of preset \`Small\` cannot be built. Terraform says: \`Invalid index\`.
    Coder tries to build it, fails, and after three failures stops trying, so that nobody ever gets one.
    Fix what Terraform says. It fails for the prebuilds user with the values of the preset, while the import goes through."
  `);
});
