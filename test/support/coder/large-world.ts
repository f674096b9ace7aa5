import { activeVersion, createPrebuild, pushTemplate } from './operate.ts';
import { emptyWorld, type World } from './world.ts';

/** One template with this many presets, and this many prebuilds spread over them. */
export function largeWorld(presets: number, workspaces: number): World {
  const world = emptyWorld();
  const sketches = Array.from({ length: presets }, (_, index) => ({ name: `preset-${index}`, instances: 5 }));
  const template = pushTemplate(world, 'docker', sketches);
  const own = activeVersion(world, template).presets;
  for (let index = 0; index < workspaces; index++) {
    world.clock += 1_000_000;
    const preset = own[index % presets];
    if (preset !== undefined) createPrebuild(world, template, preset, index % 4 === 0 ? 'failed' : 'succeeded');
  }
  return world;
}
