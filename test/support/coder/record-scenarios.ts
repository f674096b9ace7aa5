import { writeFileSync } from 'node:fs';
import { renderHistoryFile } from '../../../src/gather/coder/history/history-file.ts';
import { readTemplateHistory } from '../../../src/gather/coder/history/read-history.ts';
import { createPrebuild, finish, presetNamed, promote, pushTemplate, pushVersion, rebuild, wait } from './operate.ts';
import { rig } from './rig.ts';
import { emptyWorld, type FakePreset, type FakeTemplate, type World } from './world.ts';

/** Writes the histories of the scenarios, read by our client from the fake Coder: `node test/support/coder/record-scenarios.ts`. */
async function record(
  scenario: string,
  happen: (world: World, template: FakeTemplate, preset: FakePreset) => void,
): Promise<void> {
  const world = emptyWorld();
  const template = pushTemplate(world, 'docker', [{ name: 'Europe', instances: 2 }]);
  happen(world, template, presetNamed(world, template, 'Europe'));
  const { client } = rig(world);
  const history = await readTemplateHistory(client, { template: 'docker' });
  writeFileSync(`fixtures/scenarios/${scenario}/history.json`, renderHistoryFile(history, client.now()));
}

function fail(world: World, template: FakeTemplate, preset: FakePreset, times: number): void {
  for (let build = 0; build < times; build++) {
    wait(world, 3);
    createPrebuild(
      world,
      template,
      preset,
      'failed',
      'error pulling image codercom/enterprise-base:nightly: not found',
    );
  }
  wait(world, 1);
}

await record('hard-limited-preset', (world, template, preset) => fail(world, template, preset, 3));
await record('failing-preset', (world, template, preset) => fail(world, template, preset, 2));
await record('validation-failed-preset', (world) => wait(world, 60));
await record('failing-prebuild-deletion', (world, template, preset) => {
  const prebuild = createPrebuild(world, template, preset, 'succeeded');
  createPrebuild(world, template, preset, 'succeeded');
  wait(world, 60);
  rebuild(world, prebuild, 'delete', 'pending');
  finish(prebuild, 'failed', 'volume is in use');
});
await record('reconciliation-paused', (world, template, preset) => {
  createPrebuild(world, template, preset, 'succeeded');
  world.paused = true;
});
await record('leftover-prebuilds', (world, template, preset) => {
  fail(world, template, preset, 2);
  promote(world, template, pushVersion(world, template, [{ name: 'Europe', instances: 2 }]));
  wait(world, 3);
  for (let count = 0; count < 2; count++) {
    createPrebuild(world, template, presetNamed(world, template, 'Europe'), 'succeeded');
  }
});
await record('presets-with-history', (world, template, preset) => fail(world, template, preset, 2));
