import { describe, expect, it } from 'vitest';
import { readFlow } from '../../../src/gather/coder/read-flow.ts';
import { readServerVersion } from '../../../src/gather/coder/server-version.ts';
import { FAULTS } from '../../support/coder/faults.ts';
import { pushTemplate } from '../../support/coder/operate.ts';
import { type RigOptions, rig } from '../../support/coder/rig.ts';
import { ADMIN_TOKEN, emptyWorld } from '../../support/coder/world.ts';

function deployment(classicFlow: boolean, options: RigOptions = {}) {
  const world = emptyWorld();
  pushTemplate(world, 'docker', []).classicFlow = classicFlow;
  return rig(world, options);
}

describe('what Coder tells of its own accord', () => {
  it.each([
    [true, 'classic'],
    [false, 'dynamic'],
  ])('is the flow: with use_classic_parameter_flow %s it is %s', async (classicFlow, flow) => {
    const { client, clock } = deployment(classicFlow);
    expect(await clock.drive(readFlow(client, { template: 'docker' }))).toBe(flow);
  });

  it('is no flow for a template that is not there', async () => {
    const { client, clock } = deployment(false);
    expect(await clock.drive(readFlow(client, { template: 'new' }))).toBeUndefined();
  });

  it('is the version of the server', async () => {
    const { client, clock } = deployment(false, { server: { version: 'v2.38.8+4f2a1c9' } });
    expect(await clock.drive(readServerVersion(client))).toBe('v2.38.8+4f2a1c9');
  });

  it.each(Object.entries(FAULTS))('is nothing at all with %s, and no error', async (_, injection) => {
    const { client, clock } = deployment(true, { inject: () => injection });
    const told = await clock.drive(
      Promise.all([readServerVersion(client), readFlow(client, { template: 'docker', organization: 'coder' })]),
    );
    expect(told).toEqual([undefined, undefined]);
    expect(JSON.stringify(told)).not.toContain(ADMIN_TOKEN);
  });
});
