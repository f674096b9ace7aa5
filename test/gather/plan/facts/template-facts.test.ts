import { describe, expect, it } from 'vitest';
import { parsePlan } from '../../../../src/gather/plan/read-plan.ts';
import type { Plan } from '../../../../src/model/plan/plan.ts';

type Values = Readonly<Record<string, unknown>>;

function source(address: string, values: Values) {
  const type = address.split('data.').at(-1)?.split('.')[0] ?? '';
  return { address, mode: 'data', type, values };
}

interface Given {
  readonly prior?: readonly object[];
  readonly modules?: readonly object[];
  readonly planned?: readonly object[];
  readonly reads?: readonly { readonly address: string; readonly unknown: Values }[];
  readonly configuration?: object;
}

/** A plan that holds these data sources and no resources. */
function read({ prior = [], modules = [], planned = [], reads = [], configuration = {} }: Given): Plan {
  const document = {
    format_version: '1.2',
    terraform_version: '1.11.4',
    prior_state: { values: { root_module: { resources: prior, child_modules: modules } } },
    planned_values: { root_module: { resources: planned } },
    resource_changes: reads.map(({ address, unknown }) => ({
      ...source(address, {}),
      change: { actions: ['read'], before: null, after: {}, after_unknown: unknown },
    })),
    configuration: { root_module: configuration },
  };
  return parsePlan(Buffer.from(JSON.stringify(document)), 'none').plan;
}

describe('The presets and parameters of a template', () => {
  it('are those of the prior state and of its modules, however deep', () => {
    const deep = {
      address: 'module.a.module.b',
      resources: [source('module.a.module.b.data.coder_parameter.x', { name: 'x' })],
    };
    const { parameters, presets } = read({
      prior: [source('data.coder_parameter.size', { name: 'size' })],
      modules: [
        {
          address: 'module.a',
          resources: [source('module.a.data.coder_workspace_preset.go', { name: 'Go' })],
          child_modules: [deep],
        },
      ],
    });
    expect(parameters.map(({ name }) => name)).toEqual(['size', 'x']);
    expect(presets.map(({ name }) => name)).toEqual(['Go']);
  });

  it('are those whose read was put off, too, with what is known of them', () => {
    const address = 'data.coder_workspace_preset.late';
    const { presets } = read({
      planned: [source(address, { name: 'Late', parameters: { region: 'eu' }, default: null })],
      reads: [{ address, unknown: { parameters: { image: true }, prebuilds: true } }],
    });
    expect(presets).toMatchObject([{ name: 'Late', prebuilds: { instances: undefined }, unknown: ['prebuilds'] }]);
    expect([...(presets[0]?.parameters ?? [])]).toEqual([
      ['image', undefined],
      ['region', 'eu'],
    ]);
  });

  it('are each there once where a plan lists them twice, and what is known wins', () => {
    const address = 'data.coder_parameter.size';
    const { parameters } = read({
      prior: [source(address, { name: 'size', default: 'small', mutable: true })],
      planned: [source(address, { name: 'size', default: null })],
    });
    expect(parameters).toMatchObject([{ name: 'size', default: 'small', mutable: true }]);
  });

  it('are told apart where two of one name are at two addresses', () => {
    const { parameters } = read({
      prior: [source('data.coder_parameter.a', { name: 'size' }), source('data.coder_parameter.b', { name: 'size' })],
    });
    expect(parameters.map(({ address }) => address)).toEqual(['data.coder_parameter.a', 'data.coder_parameter.b']);
  });

  it.each<{ values: Values; found: object; because: string }>([
    {
      values: {},
      found: {
        type: 'string',
        formType: undefined,
        mutable: false,
        ephemeral: false,
        default: undefined,
        options: [],
        validation: undefined,
      },
      because: 'an old provider knows none of these attributes',
    },
    {
      values: { option: null, validation: [] },
      found: { options: [], validation: undefined },
      because: 'null is none',
    },
    {
      values: { option: [], validation: null },
      found: { options: [], validation: undefined },
      because: 'null is none',
    },
    {
      values: { default: null, optional: true },
      found: { default: '' },
      because: 'the provider writes an empty default as null',
    },
    { values: { default: null, optional: false }, found: { default: undefined }, because: 'it is required' },
    {
      values: { validation: [{ min: 0, max: 0 }] },
      found: { validation: { min: undefined, max: undefined } },
      because: 'before 0.8.2 zero and zero are no limits',
    },
    {
      values: { validation: [{ min: 0, max: 9 }] },
      found: { validation: { min: 0, max: 9 } },
      because: 'before 0.8.2 one limit made the other count',
    },
    {
      values: { validation: [{ min: 0, max: 0, min_disabled: false, max_disabled: true }] },
      found: { validation: { min: 0, max: undefined } },
      because: 'a flag says which limit is set',
    },
    {
      values: { validation: [{ min_disabled: true, max_disabled: true, monotonic: 'sideways', regex: '', error: '' }] },
      found: { validation: { monotonic: undefined, regex: undefined, error: undefined } },
      because: 'an empty text and an unknown direction are none',
    },
    {
      values: { default: 7, mutable: 'yes', option: [{ value: 1 }] },
      found: { default: undefined, mutable: false, options: [{ name: '', value: '' }] },
      because: 'a value of another type is not what the provider writes',
    },
  ])('with $values have $found, because $because', ({ values, found }) => {
    const { parameters } = read({ prior: [source('data.coder_parameter.n', { name: 'n', ...values })] });
    expect(parameters).toMatchObject([found]);
  });

  it.each<{ values: Values; found: object; because: string }>([
    { values: {}, found: { isDefault: false, prebuilds: undefined }, because: 'an old provider knows no more' },
    { values: { prebuilds: [], parameters: null }, found: { prebuilds: undefined }, because: 'there is no block' },
    {
      values: { prebuilds: [{ instances: 2 }] },
      found: { prebuilds: { instances: 2, expirationTtlSeconds: undefined, scheduling: undefined } },
      because: 'a provider before schedules has neither expiry nor schedule',
    },
    {
      values: {
        default: true,
        prebuilds: [
          {
            instances: 1,
            expiration_policy: [{ ttl: 86400 }],
            scheduling: [{ timezone: 'UTC', schedule: [{ cron: '* 8 * * *', instances: 3 }] }],
          },
        ],
      },
      found: {
        isDefault: true,
        prebuilds: {
          expirationTtlSeconds: 86_400,
          scheduling: { timezone: 'UTC', schedules: [{ cron: '* 8 * * *', instances: 3 }] },
        },
      },
      because: 'it says all',
    },
  ])('of a preset with $values are $found, because $because', ({ values, found }) => {
    const { presets } = read({ prior: [source('data.coder_workspace_preset.go', { name: 'Go', ...values })] });
    expect(presets).toMatchObject([found]);
  });

  it('are conditional behind a count or for_each, their own or that of a module', () => {
    const repeated = { count_expression: { references: ['x'] } };
    const block = (address: string, rest: object = {}) => ({
      address,
      mode: 'data',
      type: 'coder_parameter',
      expressions: { name: { constant_value: address.split('.').at(-1) } },
      ...rest,
    });
    const { parameters, declaredParameters } = read({
      prior: [
        source('data.coder_parameter.always', { name: 'always' }),
        source('data.coder_parameter.some[0]', { name: 'some' }),
        source('data.coder_parameter.each["a.b[0]"]', { name: 'each' }),
      ],
      modules: [
        { address: 'module.m[0]', resources: [source('module.m[0].data.coder_parameter.within', { name: 'within' })] },
      ],
      configuration: {
        resources: [
          block('data.coder_parameter.always'),
          block('data.coder_parameter.some', repeated),
          block('data.coder_parameter.each', { for_each_expression: {} }),
          block('data.coder_parameter.absent', repeated),
        ],
        module_calls: {
          m: { ...repeated, module: { resources: [block('data.coder_parameter.within')] } },
        },
      },
    });
    expect(parameters.map(({ name, conditional }) => [name, conditional])).toEqual([
      ['always', false],
      ['some', true],
      ['each', true],
      ['within', true],
    ]);
    expect(declaredParameters?.map(({ name, conditional }) => [name, conditional])).toEqual([
      ['always', false],
      ['some', true],
      ['each', true],
      ['absent', true],
      ['within', true],
    ]);
  });

  it('keep what a preset sets in order, a value that may not be shown included', () => {
    const { presets } = read({
      prior: [
        source('data.coder_workspace_preset.go', {
          name: 'Go',
          parameters: { zone: 'eu', key: `ghp_${'a1B2'.repeat(9)}`, size: 'small' },
        }),
      ],
    });
    expect([...(presets[0]?.parameters ?? [])]).toEqual([
      ['zone', 'eu'],
      ['key', undefined],
      ['size', 'small'],
    ]);
  });

  it('come with the workspace tags', () => {
    const { workspaceTags } = read({
      prior: [source('data.coder_workspace_tags.t', { tags: { zone: 'eu', odd: 1 } })],
    });
    expect(workspaceTags.map(({ tags }) => [...tags])).toEqual([
      [
        ['zone', 'eu'],
        ['odd', undefined],
      ],
    ]);
  });
});
