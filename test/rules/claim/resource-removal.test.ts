import { describe, expect, it } from 'vitest';
import { read } from '../../../src/model/judgement/outcome.ts';
import type { ResourceChange } from '../../../src/model/plan/plan.ts';
import { plain } from '../../../src/model/text.ts';
import { resourceRemoval } from '../../../src/rules/claim/resource-removal.ts';
import { claimOf, claimPlan, notChecked, plan, resourceAt, snapshot } from '../../support/builders.ts';
import { configuration } from '../../support/configuration.ts';

const gone = resourceAt('docker_container.side["prebuilds"]', {
  index: 'prebuilds',
  actions: ['delete'],
  actionReason: 'delete_because_each_key',
});

it('finds a resource that a claim deletes', () => {
  expect(resourceRemoval.evaluate(claimOf(gone))).toMatchObject({
    kind: 'checked',
    items: [{ subject: { address: gone.address } }],
  });
});

it('leaves alone what the template gates on being a prebuild', () => {
  const given = configuration({
    resources: {
      'docker_container.side': { attributes: {}, repetition: ['data.coder_workspace.me.is_prebuild'] },
    },
  });
  const claims = read([claimPlan({ plan: plan({ changes: [gone], configuration: given }) })]);
  expect(resourceRemoval.evaluate(snapshot({ claims }))).toEqual({ kind: 'checked', items: [] });
});

it('is not checked where no claim could be seen', () => {
  expect(resourceRemoval.evaluate(snapshot({ claims: read([], [notChecked()]) })).kind).toBe('not-checked');
});

describe('it explains', () => {
  const words = (...changes: readonly ResourceChange[]) => {
    const [violation] = resourceRemoval.evaluate(claimOf(...changes)).items;
    if (violation === undefined) throw new Error('nothing was found');
    const { what, why, remedy } = resourceRemoval.explain(violation);
    return [what, why, remedy].map(plain);
  };

  it.each([
    'delete_because_each_key',
    'delete_because_count_index',
    'delete_because_no_resource_config',
    'delete_because_a_later_version_says_so',
  ])('%s', (actionReason) => {
    expect(words({ ...gone, actionReason })).toMatchSnapshot();
  });

  it('a resource that comes back under another key', () => {
    const made = { ...gone, address: 'docker_container.side["alice"]', index: 'alice', actions: ['create'] };
    expect(words(gone, made)[0]).toMatchInlineSnapshot(
      `"Claiming a prebuild deletes \`docker_container.side["prebuilds"]\` and creates \`docker_container.side["alice"]\` in its place."`,
    );
  });
});
