import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planTemplateOnce } from '../../../src/gather/rehearsal/create-rehearser.ts';
import type { PlaceTemplate } from '../../../src/gather/rehearsal/template/workspace.ts';
import { UserError } from '../../../src/model/user-error.ts';
import { type FakeTerraform, fakeTerraform } from '../../support/fake-terraform.ts';
import { rehearsalOptions } from '../../support/rehearsal-options.ts';

let root: string;
let fake: FakeTerraform;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'plan-template-'));
  fake = fakeTerraform(root);
});
afterEach(async () => {
  expect((await fake.cleared()).processes).toEqual([]);
  rmSync(root, { recursive: true });
});

function planned(place: PlaceTemplate = async () => fake.template) {
  return planTemplateOnce('templates/docker in main', place, rehearsalOptions({ executable: fake.executable }), {
    host: process.env,
    platform: process.platform,
    signal: new AbortController().signal,
    tell() {},
  });
}

/** A real plan in which a preset sets a parameter behind a condition that the defaults do not meet. */
const CONDITIONAL = readFileSync('fixtures/templates/undefined-preset-parameter/plan.json', 'utf8');

/** The same plan as the values of the preset make it. */
function withGpu(): string {
  const plan = JSON.parse(CONDITIONAL);
  const { resources } = plan.prior_state.values.root_module;
  const gpu = resources.find(({ values }: { values: { name?: string } }) => values.name === 'gpu');
  const values = { ...gpu.values, name: 'gpu_model', type: 'string', default: 'a10', value: 'h100' };
  resources.push({ ...gpu, address: 'data.coder_parameter.gpu_model[0]', name: 'gpu_model', values });
  return JSON.stringify(plan);
}

describe('A template that is planned for its presets and parameters', () => {
  it('is planned once, and neither settled nor claimed, where no parameter is behind a condition', async () => {
    const { plan, underPresets, gaps } = await planned();
    expect(plan?.presets.map(({ name }) => name)).toEqual(['Europe']);
    expect(plan?.parameters.map(({ name }) => name)).toEqual(['region']);
    expect([...underPresets]).toEqual([]);
    expect(gaps).toEqual([]);
    expect(fake.reached()).toEqual(['version', 'init', 'schema', 'plan-import-start', 'show-import-start']);
  });

  it('is planned with the values of each preset, too, where conditions hide parameters', async () => {
    fake.print('show-import-start', CONDITIONAL);
    fake.print('show-preset-1-prebuild', withGpu());
    fake.print('show-preset-2-prebuild', CONDITIONAL);
    const { plan, underPresets } = await planned();
    expect(plan?.parameters.map(({ name }) => name)).toEqual(['gpu', 'Region']);
    const names = [...underPresets].map(([preset, own]) => [preset, own.parameters.map(({ name }) => name)]);
    expect(names).toEqual([
      ['GPU', ['gpu', 'Region', 'gpu_model']],
      ['Misspelled', ['gpu', 'Region']],
    ]);
  });

  it.each(['version', 'init', 'schema', 'plan-import-start', 'show-import-start'] as const)(
    'is not planned where %s fails, and says so',
    async (stage) => {
      fake.behave(stage, 'exit 1');
      const { plan, gaps } = await planned();
      expect(plan).toBeUndefined();
      expect(gaps).toHaveLength(1);
    },
  );

  it('is planned as far as that goes where the values of one preset do not plan', async () => {
    fake.print('show-import-start', CONDITIONAL);
    fake.print('show-preset-1-prebuild', CONDITIONAL);
    fake.behave('plan-preset-2-prebuild', 'exit 1');
    const { plan, underPresets, gaps } = await planned();
    expect(plan).toBeDefined();
    expect([...underPresets.keys()]).toEqual(['GPU']);
    expect(gaps).toHaveLength(1);
  });

  it('is put into the private directory, and nothing of it stays', async () => {
    let place = '';
    const missing = new UserError('The ref is not there.');
    await expect(
      planned(async (into) => {
        place = into;
        throw missing;
      }),
    ).rejects.toBe(missing);
    expect(place).toMatch(/prebuild-guard-[^/]+\/checkout$/);
    expect(() => readFileSync(join(place, '..'))).toThrow(/ENOENT/);
  });

  it('whose files cannot be copied is named by its path in the repository', async () => {
    const message = await planned(async (into) => join(into, 'templates/gone')).catch((error: Error) => error.message);
    expect(message).toContain('`templates/gone`');
    expect(message).not.toContain(tmpdir());
  });
});
