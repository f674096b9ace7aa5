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
  readonly errored?: boolean;
}

/** A plan that holds these data sources and no resources. */
function read({
  prior = [],
  modules = [],
  planned = [],
  reads = [],
  configuration = {},
  errored = false,
}: Given): Plan {
  const document = {
    format_version: '1.2',
    terraform_version: '1.11.4',
    errored,
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

  it('may have one value that is hidden, which hides no other', () => {
    const address = 'data.coder_workspace_preset.eu';
    const [preset] = read({
      prior: [
        {
          ...source(address, {
            name: 'Europe',
            parameters: { script: 'x', region: 'eu' },
            prebuilds: [{ instances: 1 }],
          }),
          sensitive_values: { parameters: { script: true } },
        },
      ],
    }).presets;
    expect([...(preset?.parameters ?? [])]).toEqual([
      ['script', undefined],
      ['region', 'eu'],
    ]);
    expect(preset?.unknown).toBeUndefined();
  });

  it('hide what a preset sets where all of it is hidden', () => {
    const address = 'data.coder_workspace_preset.eu';
    const [preset] = read({
      prior: [
        { ...source(address, { name: 'Europe', parameters: { a: 'b' } }), sensitive_values: { parameters: true } },
      ],
    }).presets;
    expect(preset?.unknown).toEqual(['parameters']);
  });

  it.each([
    { sensitive: { default: true }, optional: true, because: 'it is sensitive' },
    { sensitive: {}, optional: true, because: 'it holds a credential' },
    { sensitive: { default: true }, optional: undefined, because: 'the provider does not say that there is one' },
  ])('have a default that may not be shown, because $because', ({ sensitive, optional }) => {
    const values = { name: 'token', default: 'ghp_16C7e42F292c6912E7710c838347Ae178B4a', optional };
    const [parameter] = read({
      prior: [{ ...source('data.coder_parameter.token', values), sensitive_values: sensitive }],
    }).parameters;
    expect(parameter?.default).toBeUndefined();
    expect(parameter?.hasHiddenDefault).toBe(optional);
    expect(parameter?.unknown).toContain('default');
  });

  describe('that a failed plan did not read', () => {
    const constant = (value: unknown) => ({ constant_value: value });
    const schedule = { cron: constant('* 8-18 * * 1-5'), instances: constant(2) };
    const written = {
      address: 'data.coder_workspace_preset.p',
      mode: 'data',
      type: 'coder_workspace_preset',
      name: 'p',
      expressions: {
        name: constant('P'),
        parameters: constant({ region: 'eu' }),
        prebuilds: [
          { instances: constant(1), scheduling: [{ timezone: constant('Europe/Berlin'), schedule: [schedule] }] },
        ],
      },
    };
    const failed = (block: object, more: Given = {}) =>
      read({ errored: true, configuration: { resources: [block] }, ...more }).presets;

    it('are taken from the configuration, as far as it holds constants', () => {
      expect(failed(written)).toEqual([
        {
          address: written.address,
          name: 'P',
          isDefault: false,
          parameters: new Map([['region', 'eu']]),
          prebuilds: {
            instances: 1,
            expirationTtlSeconds: undefined,
            scheduling: { timezone: 'Europe/Berlin', schedules: [{ cron: '* 8-18 * * 1-5', instances: 2 }] },
          },
        },
      ]);
    });

    it.each<{ expressions: object; unknown: readonly string[]; because: string }>([
      { expressions: { parameters: { references: ['var.x'] } }, unknown: ['parameters'], because: 'it is computed' },
      { expressions: { parameters: {} }, unknown: ['parameters'], because: 'a function makes it' },
      {
        expressions: { prebuilds: [{ instances: { references: ['var.pool'] } }] },
        unknown: ['prebuilds'],
        because: 'a part of the block is computed',
      },
      { expressions: { prebuilds: undefined }, unknown: ['prebuilds'], because: 'a dynamic block is not shown' },
    ])('say what they do not know: $unknown, because $because', ({ expressions, unknown }) => {
      const [preset] = failed({ ...written, expressions: { ...written.expressions, ...expressions } });
      expect(preset).toMatchObject({ name: 'P', unknown, prebuilds: {} });
    });

    it('are those of modules, too, unless they repeat', () => {
      const call = (more: object) => ({ module: { resources: [written] }, ...more });
      const inner = { module_calls: { a: call({}), b: call({ count_expression: constant(2) }) } };
      expect(read({ errored: true, configuration: inner }).presets.map(({ address }) => address)).toEqual([
        'module.a.data.coder_workspace_preset.p',
      ]);
      expect(failed({ ...written, for_each_expression: constant({}) })).toEqual([]);
    });

    it('are none where the plan read them, or did not fail', () => {
      const prior = [source(written.address, { name: 'As read' })];
      expect(failed(written, { prior }).map(({ name }) => name)).toEqual(['As read']);
      expect(failed(written, { errored: false })).toEqual([]);
    });
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
