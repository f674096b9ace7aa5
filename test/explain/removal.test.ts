import { expect, it } from 'vitest';
import { removals } from '../../src/explain/removal.ts';
import type { ResourceChange } from '../../src/model/plan/plan.ts';
import { plan, resourceAt } from '../support/builders.ts';
import { configuration } from '../support/configuration.ts';

const gone = (overrides: Partial<ResourceChange> = {}) =>
  resourceAt('docker_volume.cache[0]', {
    index: 0,
    actions: ['delete'],
    actionReason: 'delete_because_count_index',
    ...overrides,
  });

it.each([
  {
    count: ['data.coder_workspace.me.prebuild_count', 'data.coder_workspace.me'],
    byDesign: true,
    because: 'it is gated',
  },
  { count: ['data.coder_workspace.me.is_prebuild'], byDesign: true, because: 'it is gated' },
  { count: ['data.coder_workspace.me[0].is_prebuild'], byDesign: true, because: 'an instance key changes nothing' },
  {
    count: ['data.coder_workspace.me.is_prebuild', 'data.coder_parameter.size.value'],
    byDesign: true,
    because: 'a parameter keeps its value',
  },
  {
    count: ['data.coder_workspace.me.is_prebuild', 'data.coder_workspace_owner.me.name'],
    byDesign: false,
    because: 'the owner decides, too',
  },
  { count: ['data.coder_workspace.me.name'], byDesign: false, because: 'the name is no gate' },
  { count: ['data.coder_workspace.me'], byDesign: false, because: 'the whole object may hold anything' },
  { count: ['local.gate'], byDesign: false, because: 'a plan does not say what a local is' },
  { count: undefined, byDesign: false, because: 'there is no count' },
])('a deletion by count of $count is by design: $byDesign, because $because', ({ count, byDesign }) => {
  const given = configuration({
    resources: { 'docker_volume.cache': { attributes: {}, ...(count === undefined ? {} : { repetition: count }) } },
  });
  expect(removals(plan({ changes: [gone()], configuration: given }))).toMatchObject([{ byDesign }]);
});

it('a deletion pairs with the creation of the same block under another key', () => {
  const old = gone({ address: 'docker_volume.cache["prebuilds"]', index: 'prebuilds' });
  const made = gone({ address: 'docker_volume.cache["alice"]', index: 'alice', actions: ['create'] });
  const other = resourceAt('docker_volume.other["alice"]', { index: 'alice', actions: ['create'] });
  expect(removals(plan({ changes: [other, old, made] }))).toMatchObject([
    { recreatedAs: 'docker_volume.cache["alice"]' },
  ]);
});

it('each creation pairs once', () => {
  const changes = [
    gone(),
    gone({ address: 'docker_volume.cache[1]', index: 1 }),
    gone({ address: 'docker_volume.cache["x"]', index: 'x', actions: ['create'] }),
  ];
  expect(removals(plan({ changes })).map(({ recreatedAs }) => recreatedAs)).toEqual([
    'docker_volume.cache["x"]',
    undefined,
  ]);
});

it.each([
  ['a deposed object', gone({ deposed: '1a2b3c4d' })],
  ['a Coder resource', resourceAt('coder_app.code', { actions: ['delete'] })],
  ['data', gone({ mode: 'data' })],
])('%s is no removal', (_, change) => {
  expect(removals(plan({ changes: [change] }))).toEqual([]);
});
