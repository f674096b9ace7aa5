import { describe, expect, it } from 'vitest';
import { readAllHistories } from '../../../src/gather/coder/history/read-all-histories.ts';
import { readTemplateHistory } from '../../../src/gather/coder/history/read-history.ts';
import { largeWorld } from '../../support/coder/large-world.ts';
import { pushTemplate } from '../../support/coder/operate.ts';
import { rig } from '../../support/coder/rig.ts';
import { emptyWorld } from '../../support/coder/world.ts';

/** Template, licence, pause, rights, version, presets, and the template once more. */
const CONSTANT = 7;

async function requestsFor(presets: number, workspaces: number): Promise<{ requests: number; pages: number }> {
  const { client, clock, coder } = rig(largeWorld(presets, workspaces));
  const source = await clock.drive(readTemplateHistory(client, { template: 'docker' }));
  expect(source).toMatchObject({ kind: 'read', gaps: [] });
  const pages = coder.requests.filter(({ url }) => url.pathname.endsWith('/workspaces')).length;
  return { requests: coder.requests.length, pages };
}

describe('the number of requests', () => {
  it.each([
    { presets: 1, workspaces: 1, pages: 1 },
    { presets: 200, workspaces: 200, pages: 3 },
    { presets: 1, workspaces: 1000, pages: 11 },
    { presets: 50, workspaces: 1000, pages: 11 },
  ])(
    'for $presets presets and $workspaces prebuilds is $pages pages and a constant',
    async ({ presets, workspaces, pages }) => {
      expect(await requestsFor(presets, workspaces)).toEqual({ requests: pages + CONSTANT, pages });
    },
  );

  it('for empty pools stays bounded, however many presets have one', async () => {
    const world = largeWorld(200, 0);
    world.clock += 3_600_000_000;
    const { client, clock, coder } = rig(world);
    await clock.drive(readTemplateHistory(client, { template: 'docker' }));
    expect(coder.requests.length).toBe(CONSTANT + 2);
  });

  it('for all templates is three for each, and one list', async () => {
    const world = emptyWorld();
    for (let index = 0; index < 20; index++) pushTemplate(world, `docker-${index}`, [{ name: 'Go', instances: null }]);
    const { client, clock, coder } = rig(world);
    await clock.drive(readAllHistories(client, 'coder'));
    expect(coder.requests.length).toBe(5 + 20 * 3);
  });
});
