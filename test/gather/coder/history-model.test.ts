import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTemplateHistory } from '../../../src/gather/coder/history/read-history.ts';
import { backoff } from '../../../src/model/history/backoff.ts';
import { DEFAULT_HISTORY_POLICY, isHardLimited, JOB_STATUSES } from '../../../src/model/history/history.ts';
import {
  activeVersion,
  claim,
  createPrebuild,
  finish,
  promote,
  pushTemplate,
  pushVersion,
  rebuild,
} from '../../support/coder/operate.ts';
import { backoffUntil, isAtLimit, setOf } from '../../support/coder/oracle.ts';
import { rig } from '../../support/coder/rig.ts';
import {
  emptyWorld,
  type FakeTemplate,
  latestBuild,
  nextId,
  PREBUILDS_USER,
  type World,
} from '../../support/coder/world.ts';

const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 300);

interface Step {
  readonly kind: 'create' | 'finish' | 'claim' | 'delete' | 'stop' | 'restart' | 'promote' | 'ordinary' | 'deprecate';
  /** Chooses the preset, the workspace or the template. */
  readonly pick: number;
  readonly status: (typeof JOB_STATUSES)[number];
  /** Until the next step, often less than a millisecond. */
  readonly micros: number;
  readonly matched: boolean;
}

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.oneof(
    { weight: 8, arbitrary: fc.constant('create' as const) },
    { weight: 3, arbitrary: fc.constant('finish' as const) },
    ...(['claim', 'delete', 'stop', 'restart', 'ordinary'] as const).map((kind) => ({
      weight: 1,
      arbitrary: fc.constant(kind),
    })),
    { weight: 1, arbitrary: fc.constantFrom('promote' as const, 'create' as const, 'deprecate' as const) },
  ),
  pick: fc.nat(1000),
  status: fc.oneof(
    { weight: 5, arbitrary: fc.constant('failed' as const) },
    { weight: 1, arbitrary: fc.constantFrom(...JOB_STATUSES) },
  ),
  micros: fc.oneof(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 20 * 60_000_000 })),
  matched: fc.boolean(),
});

const PRESETS = [
  { name: 'go', instances: 2 },
  { name: 'scheduled', instances: 0, parameters: { size: 'small' } },
  { name: 'plain', instances: null },
  { name: 'many', instances: 5 },
];

/** Three templates: the one that is asked about, a namesake in another organization, and another. */
function startingWorld(): World {
  const world = emptyWorld();
  const other = { id: nextId(), name: 'other' };
  world.organizations.push(other);
  pushTemplate(world, 'docker', PRESETS);
  pushTemplate(world, 'docker', PRESETS, other.id);
  pushTemplate(world, 'kubernetes', PRESETS);
  return world;
}

function take<T>(items: readonly T[], pick: number): T | undefined {
  return items[pick % Math.max(items.length, 1)];
}

function apply(world: World, { kind, pick, status, micros, matched }: Step): void {
  world.clock += micros;
  const template = take(world.templates, pick % 4 === 3 ? 0 : pick) as FakeTemplate;
  const preset = take(activeVersion(world, template).presets, Math.floor(pick / 7));
  const live = take(
    world.workspaces.filter(({ deleted }) => !deleted),
    pick,
  );
  if (kind === 'create' && preset !== undefined) createPrebuild(world, template, preset, status);
  if (kind === 'ordinary' && preset !== undefined) {
    const own = createPrebuild(world, template, preset, status);
    own.ownerId = world.users[1]?.id ?? '';
  }
  if (kind === 'promote') promote(world, template, pushVersion(world, template, PRESETS));
  if (kind === 'deprecate' && pick % 3 > 0) template.deprecated = true;
  if (live === undefined) return;
  if (kind === 'finish') finish(live, status);
  if (kind === 'delete') rebuild(world, live, 'delete', status, matched);
  if (kind === 'stop') rebuild(world, live, 'stop', status, matched);
  if (kind === 'restart') rebuild(world, live, 'start', status, matched);
  const isClaimable = live.ownerId === PREBUILDS_USER && latestBuild(live)?.agents === 'ready';
  if (kind === 'claim' && isClaimable) claim(world, live, world.users[1]?.id ?? '');
}

describe('the failure history', () => {
  it(`is Coder's own set, limit and backoff after any sequence of events (${RUNS} runs)`, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 60 }),
        fc.integer({ min: 0, max: 5 }),
        fc.integer({ min: 2, max: 120 }),
        async (steps, limit, pageSize) => {
          const world = startingWorld();
          for (const each of steps) apply(world, each);
          const { clock, client } = rig(world, { server: { maxPageSize: pageSize } });
          const source = await clock.drive(readTemplateHistory(client, { template: 'docker', organization: 'coder' }));

          const template = world.templates[0] as FakeTemplate;
          expect(source).toMatchObject({ kind: 'read', gaps: [] });
          const [history] = source.kind === 'read' ? source.items : [];
          expect(history?.presets.map(({ name }) => name)).toEqual(PRESETS.map(({ name }) => name));
          for (const preset of activeVersion(world, template).presets) {
            const rows = setOf(world, template, preset);
            const ours = history?.presets.find(({ id }) => id === preset.id);
            const builds = ours?.builds ?? [];
            expect(builds.map(({ id }) => id)).toEqual(rows.map(({ buildId }) => buildId));
            expect(isHardLimited(builds, limit)).toBe(isAtLimit(rows, limit));
            const expected = backoffUntil(rows, preset.desiredInstances ?? 0, world.clock, 60_000_000, 3_600_000_000);
            const until = backoff(
              builds,
              preset.desiredInstances ?? 0,
              world.clock / 1000,
              DEFAULT_HISTORY_POLICY,
            )?.until;
            expect(until === undefined ? undefined : Math.round(until * 1000)).toBe(expected);
          }
        },
      ),
      { numRuns: RUNS },
    );
  });
});
