import { expect, it } from 'vitest';
import { withoutControl } from '../../../../src/gather/rehearsal/settle/without-control.ts';
import { plan, replacement, resourceChange } from '../../../support/builders.ts';

const updated = (...updatedAttributes: readonly string[]) => resourceChange({ actions: ['update'], updatedAttributes });

it.each([
  { claim: replacement(), control: [], stays: true, because: 'nothing changes without a claim' },
  { claim: replacement(), control: [replacement()], stays: false, because: 'the same happens without a claim' },
  {
    claim: replacement({ replacePaths: [['name']] }),
    control: [replacement({ replacePaths: [['name'], ['env', 0]] })],
    stays: false,
    because: 'more than that happens without a claim',
  },
  {
    claim: replacement({ replacePaths: [['name'], ['hostname']] }),
    control: [replacement({ replacePaths: [['name']] })],
    stays: true,
    because: 'the claim replaces for one path more',
  },
  { claim: replacement({ replacePaths: [] }), control: [replacement()], stays: false, because: 'it goes either way' },
  { claim: replacement(), control: [updated('env')], stays: true, because: 'an update is no replacement' },
  {
    claim: replacement({ replacePaths: [] }),
    control: [updated('env')],
    stays: true,
    because: 'an update is no replacement, for whatever reason that is',
  },
  { claim: updated('env'), control: [replacement()], stays: true, because: 'a replacement is no update' },
  { claim: updated('env'), control: [updated('env', 'image')], stays: false, because: 'the same is updated anyway' },
  {
    claim: updated('env', 'image'),
    control: [updated('env')],
    stays: true,
    because: 'the claim updates one attribute more',
  },
  {
    claim: replacement(),
    control: [replacement({ address: 'docker_container.other' })],
    stays: true,
    because: 'it is another resource that changes without a claim',
  },
])('what a claim changes is its own doing ($stays), because $because', ({ claim, control, stays }) => {
  expect(withoutControl(plan({ changes: [claim] }), control).changes).toEqual(stays ? [claim] : []);
});
