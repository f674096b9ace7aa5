import { describe, expect, it } from 'vitest';
import { checkFiles } from '../../support/check-files.ts';

const REALITY = 'fixtures/reality';

describe('A plan that reality answered otherwise', () => {
  it.each<{ plans: readonly string[]; exit: number; codes: readonly string[]; because: string }>([
    {
      plans: ['check-without-prior-state/cut1.json'],
      exit: 2,
      codes: ['state-cut-out', 'template-not-read'],
      because: 'the state was cut out, and the presets with it',
    },
    {
      plans: ['check-without-prior-state/prior-state-cut.json'],
      exit: 2,
      codes: ['state-cut-out', 'template-not-read'],
      because: 'no preset was read, though one is declared',
    },
    {
      plans: ['check-claim-by-prebuilds-user/same-owner.plan.json'],
      exit: 2,
      codes: ['claimed-by-prebuilds-user', 'named-as-prebuild'],
      because: 'nothing that depends on the owner can show in it',
    },
    {
      plans: ['check-one-of-two-presets/small.plan.json'],
      exit: 2,
      codes: ['preset-not-planned'],
      because: 'the preset large was not planned',
    },
    {
      plans: ['unknown-action/oneUnknown.json'],
      exit: 2,
      codes: ['unknown-action'],
      because: 'nobody knows what replace does',
    },
    {
      plans: ['unknown-action/unknownWord.json'],
      exit: 2,
      codes: ['unknown-action'],
      because: 'a word is damaged',
    },
    { plans: ['tf012-count/tf012-count.json'], exit: 1, codes: [], because: 'Terraform 0.12 names no instance' },
    { plans: ['tf012-count/tf012-count-noop.json'], exit: 0, codes: [], because: 'nothing changes' },
    {
      plans: ['provider-config-owner/drift-gone.plan.json'],
      exit: 1,
      codes: [],
      because: 'the refresh found the container gone, and the claim makes another one',
    },
    {
      plans: ['two-presets/small.plan.json', 'two-presets/large.plan.json'],
      exit: 0,
      codes: [],
      because: 'both presets were planned',
    },
    { plans: ['two-presets/small.plan.json'], exit: 2, codes: ['preset-not-planned'], because: 'Large was not' },
    {
      plans: ['two-presets/small.plan.json', 'two-presets/large-with-default-disk.plan.json'],
      exit: 2,
      codes: ['preset-not-planned'],
      because: 'Large sets another disk',
    },
    {
      plans: ['two-presets/small-with-other-disk.plan.json', 'two-presets/large.plan.json'],
      exit: 2,
      codes: ['preset-not-planned'],
      because: 'Small leaves the disk to its default',
    },
  ])('$plans comes to $exit, because $because', async ({ plans, exit, codes }) => {
    const { verdict, codes: told } = await checkFiles(plans.map((plan) => `${REALITY}/${plan}`));
    expect(verdict.exitCode).toBe(exit);
    expect(told).toEqual(expect.arrayContaining([...codes]));
    if (exit !== 2) expect(told).toEqual([]);
  });

  it('the claim of one preset says which other one was not planned', async () => {
    const { reasons } = await checkFiles([`${REALITY}/check-one-of-two-presets/small.plan.json`]);
    expect(reasons).toContain('No given plan was made with the values of preset `large`.');
  });

  it('what PowerShell read in another code page is called that', async () => {
    const { errors } = await checkFiles([`${REALITY}/powershell-recoded/powershell-recoded.json`]);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(/PowerShell.*code page/);
    expect(errors[0]).toMatch(/OutputEncoding/);
  });
});

it('the bundled example without its state is inconclusive', async () => {
  const { verdict, codes } = await checkFiles(['examples/docker-workspace/claim.plan.json'], (plan) => {
    delete plan['prior_state'];
  });
  expect(verdict.exitCode).toBe(2);
  expect(codes).toContain('state-cut-out');
});
