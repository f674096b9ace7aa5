import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listPrebuilds } from '../../../../src/gather/coder/history/list-prebuilds.ts';
import { createPrebuild, finish, presetNamed, pushTemplate } from '../../../support/coder/operate.ts';
import { rig } from '../../../support/coder/rig.ts';
import { emptyWorld, type FakeWorkspace, type World } from '../../../support/coder/world.ts';

function worldOf(count: number): World {
  const world = emptyWorld();
  const template = pushTemplate(world, 'docker', [{ name: 'Go' }]);
  for (let index = 0; index < count; index++) create(world, index % 3 === 0 ? 'succeeded' : 'failed');
  return world;

  function create(own: World, status: 'failed' | 'succeeded'): void {
    own.clock += 1_000_000;
    createPrebuild(own, template, presetNamed(own, template, 'Go'), status);
  }
}

describe('the list of prebuilds', () => {
  it.each([
    { count: 0, size: 5, pages: 1 },
    { count: 5, size: 5, pages: 1 },
    { count: 6, size: 5, pages: 2 },
    { count: 9, size: 5, pages: 2 },
    { count: 10, size: 5, pages: 3 },
    { count: 1, size: 1, pages: 1 },
    { count: 3, size: 2, pages: 2 },
    { count: 250, size: 100, pages: 3 },
  ])('of $count in pages of $size takes $pages', async ({ count, size, pages }) => {
    const { client, clock, coder } = rig(worldOf(count), { server: { maxPageSize: size } });
    const rows = await clock.drive(listPrebuilds(client, { template: 'docker' }));
    expect([new Set(rows?.map(({ id }) => id)).size, coder.requests.length]).toEqual([count, pages]);
  });

  it('holds every prebuild that was there all the time, whatever comes, goes and changes meanwhile', async () => {
    const event = fc.record({
      at: fc.nat(12),
      kind: fc.constantFrom('create', 'delete', 'finish', 'fail'),
      pick: fc.nat(100),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 25 }),
        fc.integer({ min: 2, max: 9 }),
        fc.integer({ min: 1, max: 4 }),
        fc.array(event, { maxLength: 6 }),
        async (count, maxPageSize, maxConcurrency, events) => {
          const world = worldOf(count);
          const before = [...world.workspaces];
          const touched = new Set<FakeWorkspace>();
          const own = rig(world, {
            connection: { maxConcurrency },
            server: { maxPageSize },
            inject: (index) => {
              for (const { kind, pick } of events.filter(({ at }) => at === index)) {
                const workspace = world.workspaces[pick % Math.max(world.workspaces.length, 1)];
                const [template] = world.templates;
                if (kind === 'create' && template !== undefined) {
                  createPrebuild(world, template, presetNamed(world, template, 'Go'), 'failed');
                }
                if (workspace === undefined || kind === 'create') continue;
                touched.add(workspace);
                if (kind === 'delete') workspace.deleted = true;
                else finish(workspace, kind === 'finish' ? 'succeeded' : 'failed');
              }
              return undefined;
            },
          });
          const rows = await own.clock.drive(listPrebuilds(own.client, { template: 'docker' }));
          if (rows === undefined) return;
          const ids = rows.map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
          const stayed = before.filter((workspace) => !touched.has(workspace)).map(({ id }) => id);
          expect(stayed.filter((id) => !ids.includes(id))).toEqual([]);
        },
      ),
      { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 300) },
    );
  });

  it('that counts without end is not read', async () => {
    const { client, clock, coder } = rig(worldOf(1), {
      inject: () => ({ kind: 'answer', answer: { status: 200, body: { workspaces: [], count: 1_000_000_000 } } }),
    });
    await expect(clock.drive(listPrebuilds(client, {}))).rejects.toMatchObject({ fault: { kind: 'endless-list' } });
    expect(coder.requests).toHaveLength(1);
  });

  it('that counts rows it never sends ends as moved', async () => {
    const { client, clock, coder } = rig(worldOf(1), {
      inject: () => ({ kind: 'answer', answer: { status: 200, body: { workspaces: null, count: 7 } } }),
    });
    expect(await clock.drive(listPrebuilds(client, {}))).toBeUndefined();
    expect(coder.requests).toHaveLength(3);
  });
});
