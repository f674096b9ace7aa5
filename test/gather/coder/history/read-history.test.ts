import { describe, expect, it } from 'vitest';
import type { CoderClient } from '../../../../src/gather/coder/client/client.ts';
import { readAllHistories, readTemplateHistory } from '../../../../src/gather/coder/history/read-history.ts';
import type { TemplateHistory } from '../../../../src/model/history/history.ts';
import { decidePreset } from '../../../../src/model/history/preset-status.ts';
import type { Source } from '../../../../src/model/judgement/outcome.ts';
import { plain } from '../../../../src/model/text.ts';
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
import { CODER_URL, type Rig, type RigOptions, rig } from '../../../support/coder/rig.ts';
import {
  ADMIN_TOKEN,
  emptyWorld,
  type FakeTemplate,
  MEMBER_TOKEN,
  nextId,
  type World,
} from '../../../support/coder/world.ts';
import { historyPolicy } from '../../../support/history.ts';

const asMember: RigOptions = { connection: { token: MEMBER_TOKEN } };

interface Deployment {
  readonly world: World;
  readonly template: FakeTemplate;
}

/** One template an hour old, with a preset that wants two prebuilds and one that wants none. */
function deployment(): Deployment {
  const world = emptyWorld();
  const template = pushTemplate(world, 'docker', [
    { name: 'Go', instances: 2 },
    { name: 'Plain', instances: null },
  ]);
  wait(world, 60);
  return { world, template };
}

function fill({ world, template }: Deployment, ...statuses: readonly ('failed' | 'succeeded' | 'running')[]): void {
  for (const status of statuses) {
    wait(world, 1);
    createPrebuild(world, template, presetNamed(world, template, 'Go'), status, `no such image ${ADMIN_TOKEN}`);
  }
}

async function readWith(own: Rig, name = 'docker', organization?: string): Promise<Source<TemplateHistory>> {
  return own.clock.drive(readTemplateHistory(own.client, { template: name, organization }));
}

function only(source: Source<TemplateHistory>): TemplateHistory {
  const [history] = source.kind === 'read' ? source.items : [];
  if (history === undefined) throw new Error(`No history: ${JSON.stringify(source)}`);
  return history;
}

function codes(source: Source<TemplateHistory>): readonly string[] {
  return source.kind === 'read' ? source.gaps.map(({ code }) => code) : ['not-configured'];
}

function statusOf(source: Source<TemplateHistory>, name = 'Go'): string {
  const history = only(source);
  const preset = history.presets.find((each) => each.name === name);
  return preset === undefined ? 'missing' : decidePreset(history, preset, historyPolicy()).status;
}

describe('the history of a template', () => {
  it('holds the version, its presets and their builds, newest first', async () => {
    const own = deployment();
    fill(own, 'succeeded', 'failed');
    const source = await readWith(rig(own.world));
    expect(only(source)).toMatchObject({
      template: 'docker',
      organization: 'coder',
      version: { id: own.template.activeVersionId, name: 'v1' },
      licensed: true,
      reconciliationPaused: false,
      deprecated: false,
      readAt: own.world.clock / 1000,
      presets: [
        {
          name: 'Go',
          desiredInstances: 2,
          ready: 1,
          attempted: true,
          builds: [{ status: 'failed' }, { status: 'succeeded' }],
        },
        { name: 'Plain', desiredInstances: null, ready: 0, builds: [] },
      ],
      gaps: [],
    });
  });

  it('links a build to its page, and shows its error without the token that it echoes', async () => {
    const own = deployment();
    fill(own, 'failed');
    const [build] = only(await readWith(rig(own.world))).presets[0]?.builds ?? [];
    expect(build?.url).toBe(`${CODER_URL}/@prebuilds/${build?.workspace}/builds/1`);
    expect(build?.error).toBe('no such image (hidden)');
  });

  it.each([
    [
      'fail, ok (claimed), fail, ok (claimed), fail reaches the limit',
      ['failed', 'claimed', 'failed', 'claimed', 'failed'],
      'hard_limited',
    ],
    ['an unclaimed success clears the streak', ['failed', 'failed', 'failed', 'succeeded'], 'healthy'],
    ['a running build breaks the streak', ['failed', 'failed', 'failed', 'running'], 'failing'],
    ['stopping a failed prebuild takes it out', ['stopped', 'failed', 'failed'], 'failing'],
    ['deleting a failed prebuild takes it out', ['deleted', 'failed', 'failed'], 'failing'],
    ['a delete that fails takes it out too', ['delete-failed', 'failed', 'failed'], 'failing'],
    ['restarting one by hand counts as its build', ['restarted', 'failed', 'failed'], 'hard_limited'],
  ])('shows that %s', async (_, events, status) => {
    const { world, template } = deployment();
    for (const event of events) {
      wait(world, 1);
      const isFine = event === 'claimed' || event === 'succeeded';
      const first = isFine ? 'succeeded' : event === 'running' ? 'running' : 'failed';
      const workspace = createPrebuild(world, template, presetNamed(world, template, 'Go'), first);
      wait(world, 1);
      if (event === 'claimed') claim(world, workspace, world.users[1]?.id ?? '');
      if (event === 'stopped') rebuild(world, workspace, 'stop', 'succeeded');
      if (event === 'deleted') rebuild(world, workspace, 'delete', 'succeeded');
      if (event === 'delete-failed') rebuild(world, workspace, 'delete', 'failed');
      if (event === 'restarted') rebuild(world, workspace, 'start', 'failed');
    }
    wait(world, 0.1);
    expect(statusOf(await readWith(rig(world)))).toBe(status);
  });

  it('starts anew with a promoted version', async () => {
    const own = deployment();
    fill(own, 'failed', 'failed', 'failed');
    expect(statusOf(await readWith(rig(own.world)))).toBe('hard_limited');
    promote(own.world, own.template, pushVersion(own.world, own.template, [{ name: 'Go' }]));
    expect(statusOf(await readWith(rig(own.world)))).toBe('unknown');
    fill(own, 'succeeded');
    expect(statusOf(await readWith(rig(own.world)))).toBe('healthy');
  });

  it('leaves out a namesake in another organization', async () => {
    const own = deployment();
    const other = { id: nextId(), name: 'other' };
    own.world.organizations.push(other);
    const namesake = pushTemplate(own.world, 'docker', [{ name: 'Go', instances: 2 }], other.id);
    fill({ world: own.world, template: namesake }, 'failed', 'failed', 'failed');
    fill(own, 'succeeded');
    expect(statusOf(await readWith(rig(own.world), 'docker', 'coder'))).toBe('healthy');
    expect(statusOf(await readWith(rig(own.world), 'docker', 'other'))).toBe('hard_limited');
  });

  it('is found without its organization where one template has the name, deprecated or not', async () => {
    const own = deployment();
    expect(codes(await readWith(rig(own.world)))).toEqual([]);
    own.template.deprecated = true;
    expect(only(await readWith(rig(own.world))).deprecated).toBe(true);
  });

  it('lists deletes that failed under the version they ran on', async () => {
    const own = deployment();
    const workspace = createPrebuild(own.world, own.template, presetNamed(own.world, own.template, 'Go'), 'succeeded');
    promote(own.world, own.template, pushVersion(own.world, own.template, [{ name: 'Go' }]));
    rebuild(own.world, workspace, 'delete', 'failed');
    expect(only(await readWith(rig(own.world)))).toMatchObject({
      version: { name: 'v2' },
      failedDeletions: [{ workspace: workspace.name, version: { name: 'v1' }, error: 'exit status 1' }],
    });
  });

  it('reads pages of any size to the end', async () => {
    const own = deployment();
    for (let count = 0; count < 23; count++) fill(own, 'failed');
    for (const maxPageSize of [2, 5, 22, 23, 24]) {
      const source = await readWith(rig(own.world, { server: { maxPageSize } }));
      expect(only(source).presets[0]?.builds).toHaveLength(23);
    }
  });

  it('waits out a rate limit', async () => {
    const own = deployment();
    fill(own, 'failed', 'failed', 'failed');
    expect(statusOf(await readWith(rig(own.world, { server: { rateLimitAfter: 3 } })))).toBe('hard_limited');
  });
});

describe('a preset whose request Coder refuses', () => {
  it('was never attempted', async () => {
    const { world } = deployment();
    expect(statusOf(await readWith(rig(world)))).toBe('validation_failed');
  });

  it('was attempted where a build was claimed since', async () => {
    const own = deployment();
    const workspace = createPrebuild(own.world, own.template, presetNamed(own.world, own.template, 'Go'), 'succeeded');
    claim(own.world, workspace, own.world.users[1]?.id ?? '');
    expect(statusOf(await readWith(rig(own.world)))).toBe('healthy');
  });

  it('was not attempted by the builds of another preset', async () => {
    const world = emptyWorld();
    const template = pushTemplate(world, 'docker', [{ name: 'Go' }, { name: 'Rust' }]);
    wait(world, 60);
    createPrebuild(world, template, presetNamed(world, template, 'Rust'), 'succeeded');
    const source = await readWith(rig(world));
    expect([statusOf(source, 'Go'), statusOf(source, 'Rust')]).toEqual(['validation_failed', 'healthy']);
  });

  it('is not told from a paused one', async () => {
    const { world } = deployment();
    world.paused = true;
    expect(statusOf(await readWith(rig(world)))).toBe('unknown');
  });

  it('is told by servers older than the pause', async () => {
    const { world } = deployment();
    expect(statusOf(await readWith(rig(world, { server: { settings: false } })))).toBe('validation_failed');
  });
});

describe('the right to see prebuilds', () => {
  it('is missing for a plain member, whose empty list is no clean history', async () => {
    const own = deployment();
    fill(own, 'failed', 'failed', 'failed');
    const source = await readWith(rig(own.world, asMember));
    expect(codes(source)).toEqual(['prebuilds-not-visible']);
    expect(statusOf(source)).toBe('unknown');
  });

  it('is not assumed where the server does not tell and the list is empty', async () => {
    const own = deployment();
    const source = await readWith(rig(own.world, { server: { authcheck: false } }));
    expect(codes(source)).toEqual(['prebuilds-not-visible']);
    expect(statusOf(source)).toBe('unknown');
  });

  it('is proven by a prebuild in sight where the server does not tell', async () => {
    const own = deployment();
    fill(own, 'failed', 'failed', 'failed');
    const source = await readWith(rig(own.world, { server: { authcheck: false } }));
    expect([codes(source), statusOf(source)]).toEqual([[], 'hard_limited']);
  });

  it('is not had by a token that Coder says has it not, whatever else it sees', async () => {
    const own = deployment();
    fill(own, 'failed', 'failed', 'failed');
    const denied = rig(own.world, {
      inject: (_, { url }) =>
        url.pathname.endsWith('/authcheck')
          ? { kind: 'answer', answer: { status: 200, body: { prebuilds: false } } }
          : undefined,
    });
    const source = await readWith(denied);
    expect([codes(source), statusOf(source)]).toEqual([['prebuilds-not-visible'], 'unknown']);
  });

  it('is had by a template admin of the organization alone', async () => {
    const own = deployment();
    fill(own, 'succeeded');
    const token = 'orgadminid-canarytokenoforganizationadm';
    own.world.users.push({
      id: nextId(),
      name: 'orgadmin',
      token,
      role: `template-admin:${own.template.organizationId}`,
    });
    expect(statusOf(await readWith(rig(own.world, { connection: { token } })))).toBe('healthy');
  });

  it('does not matter to a template without prebuilds', async () => {
    const world = emptyWorld();
    pushTemplate(world, 'docker', [{ name: 'Plain', instances: null }]);
    pushTemplate(world, 'bare', []);
    expect(codes(await readWith(rig(world, asMember)))).toEqual([]);
    expect(codes(await readWith(rig(world, asMember), 'bare'))).toEqual([]);
  });
});

describe('what is not there', () => {
  it.each<[string, (own: Deployment) => RigOptions & { name?: string; organization?: string }, string, RegExp]>([
    ['a template', () => ({ name: 'kubernetes' }), 'template-not-found', /no template `kubernetes`/],
    [
      'a template of the organization',
      () => ({ name: 'kubernetes', organization: 'coder' }),
      'template-not-found',
      /in organization `coder`/,
    ],
    ['an organization', () => ({ organization: 'nobody' }), 'template-not-found', /in organization `nobody`/],
    [
      'the licence',
      ({ world }) => {
        world.licensed = false;
        return {};
      },
      'prebuilds-not-licensed',
      /no licence for prebuilds/,
    ],
    [
      'the active version',
      ({ template }) => {
        template.activeVersionId = nextId();
        return {};
      },
      'version-not-found',
      /does not show the active version/,
    ],
    [
      'a session',
      () => ({ connection: { token: 'nobody-knowsthistoken' } }),
      'coder-token-refused',
      /refuses the session token \(401\)/,
    ],
  ])('%s is a gap with its own sentence', async (_, change, code, sentence) => {
    const own = deployment();
    const { name, organization, ...options } = change(own);
    const source = await readWith(rig(own.world, options), name, organization);
    expect(codes(source)).toEqual([code]);
    expect(source.kind === 'read' && source.gaps.map(({ detail }) => plain(detail)).join()).toMatch(sentence);
  });

  it('one template of two of that name is asked for', async () => {
    const own = deployment();
    const other = { id: nextId(), name: 'other' };
    own.world.organizations.push(other);
    pushTemplate(own.world, 'docker', [], other.id);
    expect(codes(await readWith(rig(own.world)))).toEqual(['template-ambiguous']);
  });

  it.each(['../users', 'a b', 'owner:me', ''])('%j is no name', async (name) => {
    const { client, clock } = rig();
    await expect(clock.drive(readTemplateHistory(client, { template: name }))).rejects.toThrow(
      /`coder-template` is not a name/,
    );
  });
});

describe('what moves while it is read', () => {
  it('is read again until a reading is whole', async () => {
    const own = deployment();
    for (let count = 0; count < 12; count++) fill(own, 'failed');
    let lists = 0;
    const moving = rig(own.world, {
      server: { maxPageSize: 5 },
      inject: (_, { url }) => {
        if (url.pathname.endsWith('/workspaces') && ++lists === 2) fill(own, 'succeeded');
        return undefined;
      },
    });
    expect(only(await readWith(moving)).presets[0]?.builds).toHaveLength(13);
  });

  it('again and again is a gap, and no builds', async () => {
    const own = deployment();
    for (let count = 0; count < 12; count++) fill(own, 'failed');
    const moving = rig(own.world, {
      server: { maxPageSize: 5 },
      inject: (_, { url }) => {
        if (url.pathname.endsWith('/workspaces') && url.searchParams.get('offset') !== '0') fill(own, 'succeeded');
        return undefined;
      },
    });
    const source = await readWith(moving);
    expect(codes(source)).toEqual(['prebuilds-moved']);
    expect([only(source).presets[0]?.builds, statusOf(source)]).toEqual([undefined, 'unknown']);
  });

  it('without changing its number is noticed too', async () => {
    const own = deployment();
    for (let count = 0; count < 12; count++) fill(own, 'failed');
    let lists = 0;
    const swapped = rig(own.world, {
      connection: { maxConcurrency: 1 },
      server: { maxPageSize: 5 },
      inject: (_, { url }) => {
        if (url.pathname.endsWith('/workspaces') && ++lists === 2) {
          // The first page loses a row, so that a row of the second moves to a page that was read already.
          const [first] = own.world.workspaces;
          if (first !== undefined) first.deleted = true;
          fill(own, 'failed');
        }
        return undefined;
      },
    });
    const builds = only(await readWith(swapped)).presets[0]?.builds ?? [];
    expect(lists).toBeGreaterThan(3);
    expect(builds).toHaveLength(12);
  });

  it('to another version is a gap', async () => {
    const own = deployment();
    fill(own, 'failed', 'failed', 'failed');
    const promoted = rig(own.world, {
      inject: (_, { url }) => {
        if (url.pathname.endsWith('/presets'))
          promote(own.world, own.template, pushVersion(own.world, own.template, []));
        return undefined;
      },
    });
    expect(codes(await readWith(promoted))).toEqual(['version-promoted-meanwhile']);
  });
});

describe('the histories of all templates', () => {
  async function readAll(client: CoderClient, clock: Rig['clock'], organization?: string) {
    return clock.drive(readAllHistories(client, organization));
  }

  it('come by one list of prebuilds', async () => {
    const own = deployment();
    const kubernetes = pushTemplate(own.world, 'kubernetes', [{ name: 'Go' }]);
    wait(own.world, 60);
    fill(own, 'failed', 'failed', 'failed');
    fill({ world: own.world, template: kubernetes }, 'succeeded');
    const { client, clock, coder } = rig(own.world);
    const source = await readAll(client, clock, 'coder');
    const statuses =
      source.kind === 'read' &&
      source.items.map((history) => [history.template, statusOf({ ...source, items: [history] })]);
    expect(statuses).toEqual([
      ['docker', 'hard_limited'],
      ['kubernetes', 'healthy'],
    ]);
    expect(coder.requests.filter(({ url }) => url.pathname.endsWith('/workspaces'))).toHaveLength(1);
  });

  it('span organizations where none is named, and say whose a gap is', async () => {
    const own = deployment();
    const other = { id: nextId(), name: 'other' };
    own.world.organizations.push(other);
    const token = 'orgadminid-canarytokenoforganizationadm';
    own.world.users.push({
      id: nextId(),
      name: 'orgadmin',
      token,
      role: `template-admin:${own.template.organizationId}`,
    });
    pushTemplate(own.world, 'hidden', [{ name: 'Go' }], other.id);
    fill(own, 'succeeded');
    const { client, clock } = rig(own.world, { connection: { token } });
    const source = await readAll(client, clock);
    expect(codes(source)).toEqual(['prebuilds-not-visible']);
    expect(source.kind === 'read' && plain(source.gaps[0]?.detail ?? [])).toMatch(/^Template `hidden`: /);
  });

  it('come one by one where prebuilds of a deleted template are counted and not sent', async () => {
    const own = deployment();
    const gone = pushTemplate(own.world, 'gone', [{ name: 'Go' }]);
    fill({ world: own.world, template: gone }, 'succeeded');
    gone.deleted = true;
    fill(own, 'failed', 'failed', 'failed');
    const { client, clock } = rig(own.world);
    const source = await readAll(client, clock);
    expect([codes(source), statusOf(source)]).toEqual([[], 'hard_limited']);
  });

  it('are a gap where no template is in sight', async () => {
    const { client, clock } = rig();
    expect(codes(await readAll(client, clock))).toEqual(['no-template-visible']);
  });

  it('are a gap where the organization is not there', async () => {
    const { client, clock } = rig();
    expect(codes(await readAll(client, clock, 'nobody'))).toEqual(['coder-not-found']);
  });
});
