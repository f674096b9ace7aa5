import { expect, it } from 'vitest';
import { liveStates } from '../../../src/gather/coder/live-states.ts';
import { createPrebuild, presetNamed, pushTemplate } from '../../support/coder/operate.ts';
import { rig } from '../../support/coder/rig.ts';
import { emptyWorld } from '../../support/coder/world.ts';

function deployment() {
  const world = emptyWorld();
  const template = pushTemplate(world, 'docker', [{ name: 'Go' }, { name: 'Rust' }]);
  createPrebuild(world, template, presetNamed(world, template, 'Go'), 'succeeded');
  return world;
}

it('a preset with a ready prebuild has its state, and one without is a gap that names it', async () => {
  const { client, clock } = rig(deployment());
  let connected = 0;
  const states = liveStates(
    () => {
      connected++;
      return client;
    },
    { template: 'docker' },
  );
  expect(connected).toBe(0);
  const go = await clock.drive(states.readState('Go'));
  expect(go.kind === 'state' ? JSON.parse(go.text) : go).toMatchObject({ version: 4 });
  const rust = await clock.drive(states.readState('Rust'));
  expect(rust).toMatchObject({ kind: 'gap', reason: { code: 'no-ready-prebuild' } });
  expect(JSON.stringify(rust)).toContain('Rust');
  expect(connected).toBe(1);
});

it('what kept every state from being read is the reason for each preset', async () => {
  const { client, clock } = rig(deployment(), {
    inject: (_, { url }) =>
      url.pathname.endsWith('/state') ? { kind: 'answer', answer: { status: 404, body: {} } } : undefined,
  });
  const states = liveStates(() => client, { template: 'docker' });
  for (const preset of ['Go', 'Rust']) {
    expect(await clock.drive(states.readState(preset))).toMatchObject({ reason: { code: 'state-not-visible' } });
  }
});
