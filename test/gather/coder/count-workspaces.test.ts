import { describe, expect, it } from 'vitest';
import { countWorkspaces } from '../../../src/gather/coder/count-workspaces.ts';
import { countOf, questionKey, type WorkspaceQuestion } from '../../../src/model/change/live-workspaces.ts';
import type { Injection } from '../../support/coder/in-process.ts';
import {
  createPrebuild,
  createWorkspace,
  presetNamed,
  promote,
  pushTemplate,
  pushVersion,
  rebuild,
} from '../../support/coder/operate.ts';
import { type RigOptions, rig } from '../../support/coder/rig.ts';
import {
  emptyWorld,
  type FakeTemplate,
  MEMBER_TOKEN,
  nextId,
  TEMPLATE_ADMIN_TOKEN,
  type World,
} from '../../support/coder/world.ts';

const region = (value?: string): WorkspaceQuestion => ({ parameter: 'region', value });

/** Seven workspaces of people, three of them in asia, beside prebuilds and a namesake elsewhere. */
function deployment(): { world: World; template: FakeTemplate } {
  const world = emptyWorld();
  const other = { id: nextId(), name: 'other' };
  world.organizations.push(other);
  const template = pushTemplate(world, 'docker', [{ name: 'Go' }]);
  const namesake = pushTemplate(world, 'docker', [{ name: 'Go' }], other.id);
  for (const own of ['asia', 'asia', 'eu', 'eu']) createWorkspace(world, template, { region: own });
  promote(world, template, pushVersion(world, template, [{ name: 'Go' }]));
  createWorkspace(world, template, { region: 'us' });
  createWorkspace(world, template, { region: 'us' });
  const stopped = createWorkspace(world, template, { region: 'asia' });
  rebuild(world, stopped, 'stop', 'succeeded');
  createWorkspace(world, namesake, { region: 'asia' });
  createPrebuild(world, template, presetNamed(world, template, 'Go'), 'succeeded').parameters = { region: 'asia' };
  return { world, template };
}

async function count(questions: readonly WorkspaceQuestion[], options: RigOptions = {}, showNames = false) {
  const own = rig(deployment().world, options);
  const name = { template: 'docker', organization: 'coder' };
  const source = await own.clock.drive(countWorkspaces(own.client, name, questions, showNames));
  const [live] = source.kind === 'read' ? source.items : [];
  const codes = source.kind === 'read' ? source.gaps.map(({ code }) => code) : [];
  return { live, codes, requests: own.coder.requests };
}

describe('how many workspaces a change touches', () => {
  it('is counted for each value, for a parameter and for each version, prebuilds and namesakes left out', async () => {
    const { live, codes } = await count([region('asia'), region('eu'), region('moon'), region()]);
    expect(codes).toEqual([]);
    expect(live?.all).toEqual({ total: 7, running: 6, isWhole: true, names: [] });
    expect(live?.versions).toEqual([
      { version: 'v1', isActive: false, total: 4 },
      { version: 'v2', isActive: true, total: 3 },
    ]);
    expect(live?.counts.get(questionKey(region('asia')))).toMatchObject({ total: 3, running: 2 });
    expect(live && countOf(live, [region('asia'), region('eu')])).toMatchObject({ total: 5, running: 4 });
    expect(live && countOf(live, [region('moon')])).toMatchObject({ total: 0 });
    expect(live && countOf(live, [region()])).toMatchObject({ total: 7 });
    expect(live && countOf(live, [region('asia'), region('mars')])).toBeUndefined();
  });

  it('names nobody unless values may be shown', async () => {
    const hidden = await count([region('asia')]);
    expect(JSON.stringify([...(hidden.live?.counts ?? [])])).not.toMatch(/dev-|member/);
    const shown = await count([region('asia')], {}, true);
    expect(shown.live?.counts.get(questionKey(region('asia')))?.names).toEqual([
      expect.stringMatching(/^member\/dev-/),
      expect.stringMatching(/^member\/dev-/),
      expect.stringMatching(/^member\/dev-/),
    ]);
  });

  it('is asked with a value in quotes, so that a space or a colon stays in it', async () => {
    const { requests, live } = await count([region('eu west:1')]);
    const queries = requests.flatMap(({ url }) => url.searchParams.get('q') ?? []);
    expect(queries.at(-1)).toMatch(/^template:docker organization:\S+ param:"region=eu west:1"$/);
    expect(live && countOf(live, [region('eu west:1')])).toMatchObject({ total: 0 });
  });

  it('is seen by a template admin, and not by somebody to whom Coder shows their own alone', async () => {
    expect((await count([], { connection: { token: TEMPLATE_ADMIN_TOKEN } })).codes).toEqual([]);
    const member = await count([region('asia')], { connection: { token: MEMBER_TOKEN } });
    expect([member.live, member.codes]).toEqual([undefined, ['workspaces-not-visible']]);
    const untold = await count([], { server: { authcheck: false } });
    expect([untold.live, untold.codes]).toEqual([undefined, ['workspaces-not-visible']]);
  });

  it('is not known for a search that the server does not have, and that is no gap', async () => {
    const refused: Injection = { kind: 'answer', answer: { status: 400, body: { message: 'Invalid search query.' } } };
    const { live, codes } = await count([region('asia')], {
      inject: (_, { url }) => (url.searchParams.get('q')?.includes('param:') ? refused : undefined),
    });
    expect([live?.all.total, live?.counts.size, codes]).toEqual([7, 0, []]);
  });

  it('is "at least" where there are more pages than are read', async () => {
    const { live, requests } = await count([], { server: { maxPageSize: 1 } });
    expect(live?.all.isWhole).toBe(true);
    expect(requests.filter(({ url }) => url.pathname.endsWith('/workspaces'))).toHaveLength(8);
    const { world, template } = deployment();
    for (let index = 0; index < 20; index++) createWorkspace(world, template, { region: 'us' });
    const own = rig(world, { server: { maxPageSize: 2 } });
    const source = await own.clock.drive(
      countWorkspaces(own.client, { template: 'docker', organization: 'coder' }, [], false),
    );
    expect(source).toMatchObject({ items: [{ all: { total: 20, isWhole: false } }] });
  });
});
