import { describe, expect, it } from 'vitest';
import { readQuota } from '../../../src/gather/coder/read-quota.ts';
import { activeVersion, pushTemplate } from '../../support/coder/operate.ts';
import { type RigOptions, rig } from '../../support/coder/rig.ts';
import { emptyWorld, MEMBER_TOKEN, type World } from '../../support/coder/world.ts';

function deployment(dailyCost: number, budget: number): World {
  const world = emptyWorld();
  activeVersion(world, pushTemplate(world, 'docker', [{ name: 'Go' }])).dailyCost = dailyCost;
  world.budget = budget;
  return world;
}

async function quotaIn(world: World, options: RigOptions = {}) {
  const { client, clock, coder } = rig(world, options);
  const source = await clock.drive(readQuota(client, { template: 'docker' }));
  return { source, asked: coder.requests.map(({ url }) => url.pathname).filter((path) => path.includes('quota')) };
}

describe('the quota of the prebuilds user', () => {
  it('comes with the cost of one prebuild, that of a stopped workspace left out', async () => {
    const { source } = await quotaIn(deployment(10, 40));
    expect(source).toEqual({ kind: 'read', items: [{ budget: 40, costOfPrebuild: 10 }], gaps: [] });
  });

  it('is not asked for where the template costs nothing', async () => {
    const { source, asked } = await quotaIn(deployment(0, 0), { connection: { token: MEMBER_TOKEN } });
    expect(source).toEqual({ kind: 'read', items: [], gaps: [] });
    expect(asked).toEqual([]);
  });

  it('is none on a server without quotas', async () => {
    const world = Object.assign(deployment(10, 40), { licensed: false });
    expect((await quotaIn(world)).source).toEqual({ kind: 'read', items: [], gaps: [] });
  });

  it('is a gap where the token may not see it', async () => {
    const { source } = await quotaIn(deployment(10, 40), { connection: { token: MEMBER_TOKEN } });
    expect(source).toMatchObject({ items: [], gaps: [{ code: 'quota-not-visible' }] });
  });

  it('is a gap where the server is at fault', async () => {
    const { source } = await quotaIn(deployment(10, 40), {
      inject: (_, { url }) =>
        url.pathname.endsWith('/resources') ? { kind: 'answer', answer: { status: 500, body: {} } } : undefined,
    });
    expect(source).toMatchObject({ items: [], gaps: [{ code: 'coder-server-error' }] });
  });
});
