import { expect, it } from 'vitest';
import { readBaseline } from '../../../src/gather/coder/read-baseline.ts';
import { plain } from '../../../src/model/text.ts';
import { promote, pushTemplate, pushVersion } from '../../support/coder/operate.ts';
import { rig } from '../../support/coder/rig.ts';
import { emptyWorld } from '../../support/coder/world.ts';

const REGION = {
  name: 'Region',
  display_name: '',
  description: '',
  type: 'string',
  form_type: 'radio',
  mutable: false,
  default_value: 'eu',
  icon: '',
  options: [
    { name: 'Europe', value: 'eu', description: '', icon: '' },
    { name: 'America', value: 'us', description: '', icon: '' },
  ],
  required: false,
  ephemeral: false,
};

const CORES = {
  name: 'Cores',
  type: 'number',
  form_type: 'slider',
  mutable: true,
  default_value: '',
  options: null,
  validation_min: 1,
  validation_max: 16,
  validation_monotonic: 'increasing',
  required: true,
  ephemeral: false,
};

it('the active version gives presets and parameters to compare with', async () => {
  const world = emptyWorld();
  const template = pushTemplate(world, 'docker', []);
  const presets = [
    { name: 'Large', instances: 2, parameters: { Region: 'eu', Cores: '8' } },
    { name: 'Plain', instances: null },
    { name: 'Scheduled or plain', instances: 0 },
  ];
  promote(world, template, pushVersion(world, template, presets, [REGION, CORES]));
  const { client, clock } = rig(world);
  const source = await clock.drive(readBaseline(client, { template: 'docker' }));
  const [baseline] = source.kind === 'read' ? source.items : [];
  expect(plain(baseline?.origin ?? [])).toBe('the active version `v2`');
  expect(baseline).toMatchObject({
    presets: [
      {
        name: 'Large',
        parameters: new Map([
          ['Region', 'eu'],
          ['Cores', '8'],
        ]),
        prebuilds: { instances: 2 },
      },
      { name: 'Plain', parameters: new Map(), prebuilds: undefined },
      { name: 'Scheduled or plain', prebuilds: undefined, unknown: ['prebuilds'] },
    ],
    schedulesUntold: true,
    parameters: [
      {
        name: 'Region',
        type: 'string',
        formType: 'radio',
        mutable: false,
        default: 'eu',
        value: undefined,
        options: [
          { name: 'Europe', value: 'eu' },
          { name: 'America', value: 'us' },
        ],
        validation: undefined,
      },
      {
        name: 'Cores',
        mutable: true,
        default: undefined,
        options: [],
        validation: { min: 1, max: 16, monotonic: 'increasing', regex: undefined, error: undefined },
      },
    ],
  });
});

it('a template that is not there is a gap', async () => {
  const { client, clock } = rig();
  const source = await clock.drive(readBaseline(client, { template: 'docker' }));
  expect(source).toMatchObject({ kind: 'read', items: [], gaps: [{ code: 'template-not-found' }] });
});
