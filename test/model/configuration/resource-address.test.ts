import { describe, expect, it } from 'vitest';
import { parseAddress } from '../../../src/model/configuration/resource-address.ts';

describe('an address', () => {
  it.each([
    { address: 'a_b.c', parts: { calls: [], mode: 'managed', type: 'a_b', name: 'c', key: undefined } },
    { address: 'a.b[0]', parts: { calls: [], type: 'a', name: 'b', key: 0 } },
    { address: 'a.b["0"]', parts: { key: '0' } },
    { address: 'data.a.b', parts: { calls: [], mode: 'data', type: 'a', name: 'b' } },
    { address: 'ephemeral.a.b[1]', parts: { mode: 'ephemeral', key: 1 } },
    { address: 'module.m.a.b', parts: { calls: [{ name: 'm', key: undefined }], type: 'a', name: 'b' } },
    {
      address: 'module.m[2].module.n["a.b"].data.a.b["x]"]',
      parts: {
        calls: [
          { name: 'm', key: 2 },
          { name: 'n', key: 'a.b' },
        ],
        mode: 'data',
        key: 'x]',
      },
    },
    { address: 'a.b["web\\"q"]', parts: { key: 'web"q' } },
    { address: 'a.b["$${x} %%{y}"]', parts: { key: `\${x} %{y}` } },
    { address: 'a.b["module.x.c"]', parts: { calls: [], key: 'module.x.c' } },
  ])('$address is taken apart', ({ address, parts }) => {
    expect(parseAddress(address)).toMatchObject(parts);
  });

  it.each(['', 'a', 'a.', '.a', 'a..b', 'a.b.c.d', 'a.b[', 'a.b["x]', 'module.m', 'data.a', 'a b'])(
    '%j is none',
    (address) => {
      expect(parseAddress(address)).toBeUndefined();
    },
  );
});
