import { randomInt } from 'node:crypto';
import type { FakeProvider } from '../fake-provider.ts';
import { block, computed, NEW, optional } from '../schema.ts';

/** The provider `null`, which cannot be called so here. */
export const nothing: FakeProvider = {
  name: 'null',
  source: 'hashicorp/null',
  sdk: 'framework',
  configuration: block({}),
  resources: {
    null_resource: {
      version: 0,
      block: block({ id: computed('string'), triggers: optional(['map', 'string'], NEW) }),
      create: () => ({ id: String(randomInt(2 ** 47)) }),
    },
  },
  data: {},
};
