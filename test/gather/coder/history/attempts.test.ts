import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTemplateHistory } from '../../../../src/gather/coder/history/read-history.ts';
import { decidePreset } from '../../../../src/model/history/preset-status.ts';
import type { Injection, Injector } from '../../../support/coder/in-process.ts';
import {
  claim,
  createPrebuild,
  presetNamed,
  promote,
  pushTemplate,
  pushVersion,
  rebuild,
  wait,
} from '../../../support/coder/operate.ts';
import { type RigOptions, rig } from '../../../support/coder/rig.ts';
import {
  emptyWorld,
  type FakeTemplate,
  PREBUILDS_USER,
  TEMPLATE_ADMIN_TOKEN,
  type World,
} from '../../../support/coder/world.ts';
import { historyPolicy } from '../../../support/history.ts';

/** What a real server answered, and to whom. */
function recorded(name: string): Injection {
  const { status, body } = JSON.parse(readFileSync(`fixtures/coder-api/${name}.json`, 'utf8')) as {
    status: number;
    body: unknown;
  };
  return { kind: 'answer', answer: { status, body } };
}

interface Scene {
  readonly world: World;
  readonly template: FakeTemplate;
}

/** A template an hour old with two presets that want prebuilds and have none. */
function emptyPools(): Scene {
  const world = emptyWorld();
  const template = pushTemplate(world, 'docker', [{ name: 'Go' }, { name: 'Rust' }]);
  wait(world, 60);
  return { world, template };
}

function prebuild({ world, template }: Scene, preset: string) {
  wait(world, 1);
  return createPrebuild(world, template, presetNamed(world, template, preset), 'succeeded');
}

function claimed(scene: Scene, preset: string, updates = 0) {
  const workspace = prebuild(scene, preset);
  claim(scene.world, workspace, scene.world.users[1]?.id ?? '');
  for (let count = 0; count < updates; count++) rebuild(scene.world, workspace, 'start', 'succeeded');
  return workspace;
}

async function statuses({ world }: Scene, options: RigOptions = {}): Promise<Readonly<Record<string, string>>> {
  const { client, clock } = rig(world, options);
  const source = await clock.drive(readTemplateHistory(client, { template: 'docker' }));
  const [history] = source.kind === 'read' ? source.items : [];
  if (history === undefined) throw new Error(`No history: ${JSON.stringify(source)}`);
  return Object.fromEntries(
    history.presets.map((preset) => [preset.name, decidePreset(history, preset, historyPolicy()).status]),
  );
}

const at =
  (end: string, injection: Injection): Injector =>
  (_, { url }) =>
    url.pathname.endsWith(end) ? injection : undefined;
const answered = (body: unknown): Injection => ({ kind: 'answer', answer: { status: 200, body } });

const REFUSED = { Go: 'validation_failed', Rust: 'validation_failed' };
const OPEN = { Go: 'unknown', Rust: 'unknown' };

describe('that Coder never started a build', () => {
  it('is told by the whole list of jobs', async () => {
    expect(await statuses(emptyPools())).toEqual(REFUSED);
  });

  it.each(['provisionerjobs-tadmin', 'provisionerjobs-sc1', 'provisionerjobs-alice'])(
    'is not told by a list that is refused, as in %s',
    async (name) => {
      expect(await statuses(emptyPools(), { inject: at('/provisionerjobs', recorded(name)) })).toEqual(OPEN);
    },
  );

  it('is not told to a template admin of the site, whom Coder shows no jobs', async () => {
    expect(await statuses(emptyPools(), { connection: { token: TEMPLATE_ADMIN_TOKEN } })).toEqual(OPEN);
  });

  it.each(['provisionerjobs-owner', 'provisionerjobs-orgadmin'])(
    'is told by jobs of other templates alone, as in %s',
    async (name) => {
      expect(await statuses(emptyPools(), { inject: at('/provisionerjobs', recorded(name)) })).toEqual(REFUSED);
    },
  );

  it.each([
    ['an empty list from a server that does not tell the right', { prebuilds: true }, OPEN],
    ['an empty list though the right is missing', { prebuilds: true, jobs: false }, OPEN],
    ['an empty list with the right', { prebuilds: true, jobs: true }, REFUSED],
  ])('is judged by %s', async (_, rights, expected) => {
    const inject: Injector = (index, request) =>
      at('/provisionerjobs', answered([]))(index, request) ?? at('/authcheck', answered(rights))(index, request);
    expect(await statuses(emptyPools(), { inject })).toEqual(expected);
  });

  it.each([
    ['`null`, as Go writes an empty list', null, REFUSED],
    ['jobs that name no template', [{ id: 'job', initiator_id: PREBUILDS_USER, metadata: null }], OPEN],
    ['jobs of another template', [job(1, { template_id: 'other' })], REFUSED],
    ['as many jobs as were asked for', Array.from({ length: 100 }, (_, index) => job(index)), OPEN],
    [
      'as many, back to before the version',
      Array.from({ length: 100 }, (_, index) => job(index, { createdAt: '2020-01-01T00:00:00Z' })),
      REFUSED,
    ],
    [
      'as many, in an order of their own',
      Array.from({ length: 100 }, (_, index) => job(index, { createdAt: `20${10 + index}-01-01T00:00:00Z` })),
      OPEN,
    ],
  ])('is judged by %s', async (_, jobs, expected) => {
    expect(await statuses(emptyPools(), { inject: at('/provisionerjobs', answered(jobs)) })).toEqual(expected);
  });

  it('is not told where the version has more builds than are looked at', async () => {
    const scene = emptyPools();
    for (let count = 0; count < 11; count++) claimed(scene, 'Go');
    expect(await statuses(scene)).toEqual({ Go: 'healthy', Rust: 'unknown' });
  });

  it('is told where ten workspaces have many builds each', async () => {
    const scene = emptyPools();
    for (let count = 0; count < 10; count++) {
      const workspace = prebuild(scene, 'Go');
      rebuild(scene.world, workspace, 'start', 'succeeded');
      rebuild(scene.world, workspace, 'delete', 'succeeded');
    }
    expect(await statuses(scene)).toEqual({ Go: 'healthy', Rust: 'validation_failed' });
  });

  it('is not told where a build is not shown', async () => {
    const scene = emptyPools();
    claimed(scene, 'Go');
    const inject: Injector = (_, { url }) =>
      url.pathname.includes('/workspacebuilds/') ? recorded('provisionerjobs-tadmin') : undefined;
    expect(await statuses(scene, { inject })).toEqual({ Go: 'healthy', Rust: 'unknown' });
  });
});

function job(index: number, own: { template_id?: string; createdAt?: string } = {}): object {
  return {
    id: `job-${index}`,
    created_at: own.createdAt ?? '2026-03-01T13:00:00Z',
    initiator_id: PREBUILDS_USER,
    input: { workspace_build_id: `build-${index}` },
    metadata: { template_id: own.template_id ?? 'other', template_version_name: 'v1' },
  };
}

describe('that Coder started a build', () => {
  const asTemplateAdmin: RigOptions = { connection: { token: TEMPLATE_ADMIN_TOKEN } };

  it('is proven by a claimed workspace whose first build the prebuilds user began', async () => {
    const scene = emptyPools();
    claimed(scene, 'Go');
    expect(await statuses(scene, asTemplateAdmin)).toEqual({ Go: 'healthy', Rust: 'unknown' });
  });

  it('is proven however often the workspace was built since', async () => {
    const scene = emptyPools();
    claimed(scene, 'Go', 120);
    expect(await statuses(scene, asTemplateAdmin)).toEqual({ Go: 'healthy', Rust: 'unknown' });
  });

  it('is proven by a prebuild that is being deleted', async () => {
    const scene = emptyPools();
    rebuild(scene.world, prebuild(scene, 'Go'), 'delete', 'running');
    expect(await statuses(scene, asTemplateAdmin)).toEqual({ Go: 'healthy', Rust: 'unknown' });
  });

  it('is not proven by a workspace that a person made with the preset', async () => {
    const scene = emptyPools();
    const workspace = claimed(scene, 'Go');
    const owner = scene.world.users[1]?.id ?? '';
    const builds = workspace.builds.map((build) => ({ ...build, initiatorId: owner }));
    workspace.builds.splice(0, workspace.builds.length, ...builds);
    expect(await statuses(scene, asTemplateAdmin)).toEqual(OPEN);
  });

  it('is not proven by a workspace of the version before', async () => {
    const scene = emptyPools();
    claimed(scene, 'Go');
    const next = pushVersion(scene.world, scene.template, [{ name: 'Go' }, { name: 'Rust' }]);
    promote(scene.world, scene.template, next);
    wait(scene.world, 60);
    expect(await statuses(scene, asTemplateAdmin)).toEqual(OPEN);
  });

  it('is looked for in a bounded number of workspaces', async () => {
    const scene = emptyPools();
    for (let count = 0; count < 300; count++) claimed(scene, 'Go');
    const { client, clock, coder } = rig(scene.world, asTemplateAdmin);
    await clock.drive(readTemplateHistory(client, { template: 'docker' }));
    const asked = (end: RegExp) => coder.requests.filter(({ url }) => end.test(url.pathname)).length;
    expect([asked(/\/workspaces$/), asked(/\/builds$/)]).toEqual([1 + 3, 20]);
  });
});
