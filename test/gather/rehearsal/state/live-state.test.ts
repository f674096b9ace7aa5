import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLiveState } from '../../../../src/gather/rehearsal/state/live-state.ts';

const state = (...resources: readonly object[]) => parseLiveState(JSON.stringify({ version: 4, resources }));
const volume = { mode: 'managed', type: 'docker_volume', name: 'home' };

describe('the state of a real prebuild', () => {
  it.each([
    { resource: volume, instance: {}, address: 'docker_volume.home' },
    { resource: volume, instance: { index_key: 0 }, address: 'docker_volume.home[0]' },
    { resource: volume, instance: { index_key: 'a"b' }, address: 'docker_volume.home["a\\"b"]' },
    { resource: { ...volume, module: 'module.x["y"]' }, instance: {}, address: 'module.x["y"].docker_volume.home' },
  ])('holds $address', ({ resource, instance, address }) => {
    const live = state({ ...resource, instances: [{ ...instance, attributes: { id: 'x' } }] });
    expect([...(live?.objects ?? [])]).toEqual([[address, { id: 'x' }]]);
  });

  it('holds nothing of what is on its way out, or only read', () => {
    const live = state(
      { ...volume, instances: [{ deposed: 'ab12', attributes: { id: 'old' } }, { attributes: null }] },
      { ...volume, mode: 'data', instances: [{ attributes: { id: 'x' } }] },
    );
    expect(live?.objects.size).toBe(0);
  });

  it('tells the tokens of its agents and who the workspace is, as far as it says so', () => {
    const live = state(
      {
        ...volume,
        type: 'coder_agent',
        instances: [{ attributes: { token: 'a' } }, { attributes: { token: 'b' } }, { attributes: {} }],
      },
      {
        mode: 'data',
        type: 'coder_workspace',
        name: 'me',
        instances: [{ attributes: { id: 'w', access_url: '', template_name: 't' } }],
      },
    );
    expect(live?.agentTokens).toEqual(['a', 'b']);
    expect(live?.workspace).toEqual({ id: 'w', templateName: 't' });
  });

  it('that an apply has written is read whole', () => {
    const live = parseLiveState(readFileSync('fixtures/rehearsal/applied/module.tfstate.json', 'utf8'));
    expect([...(live?.objects.keys() ?? [])].toSorted()).toMatchSnapshot();
  });

  it('never fails to be read, whatever the file holds', () => {
    const odd = fc.record({
      version: fc.constant(4),
      resources: fc.array(
        fc.dictionary(fc.constantFrom('mode', 'type', 'name', 'module', 'instances'), fc.jsonValue()),
      ),
    });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          odd.map((value) => JSON.stringify(value)),
          fc.string(),
        ),
        (text) => {
          const live = parseLiveState(text);
          return live === undefined || live.objects instanceof Map;
        },
      ),
    );
  });
});
