import { expect, it } from 'vitest';
import { gather } from '../../src/gather/gather.ts';
import { createPlanReader } from '../../src/gather/plan/read-plan.ts';
import { read } from '../../src/model/judgement/outcome.ts';

import { plan } from '../support/builders.ts';
import { settings } from '../support/settings.ts';

it.each([
  { version: '1.99.0', notices: ['Terraform 1.99.0'], because: 'nobody has tried one as new, and that is said once' },
  { version: '1.11.4', notices: [], because: 'it was tried' },
])('Terraform $version is a notice: $notices, because $because', async ({ version, notices }) => {
  const gathered = await gather(
    { ...settings(), plans: [], templates: ['a', 'b'] },
    {
      plans: createPlanReader(),
      rehearser: {
        rehearse: async () => ({
          terraform: { product: 'Terraform', version },
          plan: plan(),
          claims: read([]),
          control: read([]),
          refusals: read([]),
          unmet: [],
        }),
      },
    },
  );
  expect(gathered.notices.map(({ input }) => input)).toEqual(notices);
  expect(gathered.subjects).toHaveLength(2);
});
