import { expect, it } from 'vitest';
import type { CoderClient } from '../../../src/gather/coder/client/client.ts';
import { countWorkspaces } from '../../../src/gather/coder/count-workspaces.ts';
import { readAllHistories } from '../../../src/gather/coder/history/read-all-histories.ts';
import { readBaseline } from '../../../src/gather/coder/read-baseline.ts';
import { readPrebuildStates } from '../../../src/gather/coder/read-prebuild-state.ts';
import { readQuota } from '../../../src/gather/coder/read-quota.ts';
import type { Source } from '../../../src/model/judgement/outcome.ts';
import { FAULTS } from '../../support/coder/faults.ts';
import type { Injector } from '../../support/coder/in-process.ts';
import { activeVersion, createPrebuild, presetNamed, pushTemplate } from '../../support/coder/operate.ts';
import { rig } from '../../support/coder/rig.ts';
import { ADMIN_TOKEN, emptyWorld } from '../../support/coder/world.ts';

const NAME = { template: 'docker', organization: 'coder' };
const READINGS: Readonly<Record<string, (client: CoderClient) => Promise<Source<unknown>>>> = {
  'the active version': (client) => readBaseline(client, NAME),
  'all histories': (client) => readAllHistories(client, 'coder'),
  'the workspaces that a change touches': (client) =>
    countWorkspaces(client, NAME, [{ parameter: 'region', value: 'eu' }], false),
  'the quota': (client) => readQuota(client, NAME),
  'the states of prebuilds': (client) => readPrebuildStates(client, NAME),
};

const DEADLINE_MS = 60_000;

async function run(reading: (client: CoderClient) => Promise<Source<unknown>>, inject?: Injector) {
  const world = emptyWorld();
  const template = pushTemplate(world, 'docker', [{ name: 'Go', parameters: { region: 'eu' } }]);
  activeVersion(world, template).dailyCost = 10;
  createPrebuild(world, template, presetNamed(world, template, 'Go'), 'succeeded');
  const own = rig(world, { connection: { deadlineMs: DEADLINE_MS }, ...(inject && { inject }) });
  const startedAt = own.clock.now();
  const source = await own.clock.drive(reading(own.client));
  return { source, requests: own.coder.requests.length, tookMs: own.clock.now() - startedAt };
}

/** Without the ids, which every world draws anew. */
function itemsOf(source: Source<unknown>): number {
  return source.kind === 'read' ? source.items.length : 0;
}

it.each(
  Object.entries(READINGS).flatMap(([what, reading]) =>
    Object.entries(FAULTS).map(([fault, injection]) => ({ what, fault, reading, injection })),
  ),
)('$what is whole or has a gap with $fault at any request', async ({ fault, reading, injection }) => {
  const clean = await run(reading);
  expect(itemsOf(clean.source)).toBe(1);
  expect(clean.requests).toBeGreaterThan(2);
  for (let index = 0; index < clean.requests; index++) {
    for (const isLasting of [false, true]) {
      const { source, tookMs } = await run(reading, (at) =>
        (isLasting ? at >= index : at === index) ? injection : undefined,
      );
      const where = `${fault} at ${index}`;
      const gaps = source.kind === 'read' ? source.gaps.length : 0;
      const isWhole = itemsOf(source) === 1 && gaps === 0;
      expect(isWhole || gaps > 0, where).toBe(true);
      expect(tookMs, where).toBeLessThanOrEqual(DEADLINE_MS);
      expect(JSON.stringify(source), where).not.toContain(ADMIN_TOKEN);
    }
  }
});
