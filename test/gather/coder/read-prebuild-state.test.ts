import { describe, expect, it } from 'vitest';
import { readPrebuildStates } from '../../../src/gather/coder/read-prebuild-state.ts';
import { createPrebuild, presetNamed, promote, pushTemplate, pushVersion, wait } from '../../support/coder/operate.ts';
import { rig } from '../../support/coder/rig.ts';
import { emptyWorld, type FakeTemplate, latestBuild, MEMBER_TOKEN, type World } from '../../support/coder/world.ts';

function deployment(): { world: World; template: FakeTemplate } {
  const world = emptyWorld();
  return {
    world,
    template: pushTemplate(world, 'docker', [{ name: 'Go' }, { name: 'Rust' }, { name: 'Plain', instances: null }]),
  };
}

describe('the state of a real prebuild', () => {
  it('is that of the newest ready one of each preset', async () => {
    const { world, template } = deployment();
    createPrebuild(world, template, presetNamed(world, template, 'Go'), 'succeeded');
    wait(world, 1);
    const newer = createPrebuild(world, template, presetNamed(world, template, 'Go'), 'succeeded');
    wait(world, 1);
    createPrebuild(world, template, presetNamed(world, template, 'Go'), 'failed');
    const { client, clock } = rig(world);
    const source = await clock.drive(readPrebuildStates(client, { template: 'docker' }));
    expect(source).toMatchObject({
      items: [
        {
          preset: 'Go',
          workspace: { id: newer.id, name: newer.name },
          organization: 'coder',
          template: { version: 'v1' },
        },
      ],
      gaps: [{ code: 'no-ready-prebuild' }],
    });
    const [item] = source.kind === 'read' ? source.items : [];
    expect(JSON.parse(new TextDecoder().decode(item?.state))).toMatchObject({
      version: 4,
      lineage: latestBuild(newer)?.id,
    });
  });

  it('is not that of an old version', async () => {
    const { world, template } = deployment();
    createPrebuild(world, template, presetNamed(world, template, 'Go'), 'succeeded');
    promote(world, template, pushVersion(world, template, [{ name: 'Go' }]));
    const { client, clock } = rig(world);
    expect(await clock.drive(readPrebuildStates(client, { template: 'docker' }))).toMatchObject({
      items: [],
      gaps: [{ code: 'no-ready-prebuild' }],
    });
  });

  it('is asked for by the preset’s name, and one that is unknown is a gap', async () => {
    const { world, template } = deployment();
    for (const name of ['Go', 'Rust']) createPrebuild(world, template, presetNamed(world, template, name), 'succeeded');
    const { client, clock } = rig(world);
    const source = await clock.drive(readPrebuildStates(client, { template: 'docker' }, ['Rust', 'Zig']));
    expect(source).toMatchObject({ items: [{ preset: 'Rust' }], gaps: [{ code: 'no-ready-prebuild' }] });
  });

  it('is a gap where the token may see the prebuild and not its state', async () => {
    const { world, template } = deployment();
    createPrebuild(world, template, presetNamed(world, template, 'Go'), 'succeeded');
    const { client, clock } = rig(world, {
      inject: (_, { url }) =>
        url.pathname.endsWith('/state') ? { kind: 'answer', answer: { status: 404, body: {} } } : undefined,
    });
    const source = await clock.drive(readPrebuildStates(client, { template: 'docker' }, ['Go']));
    expect(source).toMatchObject({ items: [], gaps: [{ code: 'state-not-visible' }] });
  });

  it('is a gap where it is empty', async () => {
    const { world, template } = deployment();
    createPrebuild(world, template, presetNamed(world, template, 'Go'), 'succeeded');
    const { client, clock } = rig(world, {
      inject: (_, { url }) =>
        url.pathname.endsWith('/state') ? { kind: 'answer', answer: { status: 200, body: '' } } : undefined,
    });
    const source = await clock.drive(readPrebuildStates(client, { template: 'docker' }, ['Go']));
    expect(source).toMatchObject({ items: [], gaps: [{ code: 'prebuild-without-state' }] });
  });

  it('is out of a member’s sight', async () => {
    const { world, template } = deployment();
    createPrebuild(world, template, presetNamed(world, template, 'Go'), 'succeeded');
    const { client, clock } = rig(world, { connection: { token: MEMBER_TOKEN } });
    const source = await clock.drive(readPrebuildStates(client, { template: 'docker' }, ['Go']));
    expect(source).toMatchObject({ items: [], gaps: [{ code: 'no-ready-prebuild' }] });
  });
});
