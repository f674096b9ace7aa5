import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_REHEARSER } from '../../../src/gather/gather.ts';
import { parsePlan } from '../../../src/gather/plan/read-plan.ts';
import { Refusal } from '../../../src/gather/plan/text/refusal.ts';
import type { ValuePolicy } from '../../../src/model/plan/value-policy.ts';
import { UserError } from '../../../src/model/user-error.ts';
import { OUTPUTS, type OutputName, planPublications } from '../../../src/report/index.ts';
import { check } from '../../../src/run/check.ts';
import { settings as settingsOf } from '../../support/settings.ts';

const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 200);
const CANARY = 'CANARY';
const policies = fc.constantFrom<ValuePolicy>('none', 'safe');
const settings = settingsOf({ 'assume-prebuild': 'true' });

/** Everything that a run says of a plan, in every output. */
async function everyOutput(bytes: Buffer, values: ValuePolicy): Promise<string> {
  const reading = await check(
    { ...settings, plans: ['plan.json'], values },
    {
      plans: {
        async readPlan(input, policy) {
          try {
            return parsePlan(bytes, policy);
          } catch (error) {
            throw error instanceof Refusal ? error.about(input) : error;
          }
        },
      },
      rehearser: NO_REHEARSER,
    },
  );
  const publications = planPublications(reading.report, Object.keys(OUTPUTS) as OutputName[], {
    text: { colour: true, width: 80 },
    comment: { mode: 'always', key: 'default' },
    reportPath: 'report.json',
  });
  return JSON.stringify(publications);
}

/** Where one secret stands in a value, and the mask that says so: at the leaf, around it, or over all of it. */
type Masking = 'leaf' | 'parent' | 'root';

interface Planted {
  readonly secret: string;
  readonly depth: number;
  readonly masking: Masking;
  readonly sides: 'before' | 'after' | 'both';
  readonly inList: boolean;
  /** The same secret in an attribute that nothing marks: alone, or in a longer text. */
  readonly copy: 'none' | 'alone' | 'inside';
  readonly pathDepth: number;
  readonly declared: 'mask' | 'variable' | 'output' | 'state';
}

const planted: fc.Arbitrary<Planted> = fc.record({
  secret: fc.integer({ min: 100_000, max: 999_999 }).map((number) => `${CANARY}-${number}`),
  depth: fc.integer({ min: 0, max: 3 }),
  masking: fc.constantFrom<Masking>('leaf', 'parent', 'root'),
  sides: fc.constantFrom('before', 'after', 'both'),
  inList: fc.boolean(),
  copy: fc.constantFrom('none', 'alone', 'inside'),
  pathDepth: fc.integer({ min: 0, max: 4 }),
  declared: fc.constantFrom('mask', 'variable', 'output', 'state'),
});

/** A value with the secret this deep, and its mask. */
function nest({ secret, depth, masking, inList }: Planted): {
  value: unknown;
  mask: unknown;
  steps: (string | number)[];
} {
  let value: unknown = secret;
  let mask: unknown = true;
  const steps: (string | number)[] = [];
  for (let level = 0; level < depth; level++) {
    const isParent = masking === 'parent' && level === 0;
    if (inList) {
      value = ['plain', value];
      mask = isParent ? true : [false, mask];
      steps.unshift(1);
    } else {
      value = { other: 'plain', key: value };
      mask = isParent ? true : { key: mask };
      steps.unshift('key');
    }
  }
  return { value, mask: masking === 'root' ? true : mask, steps };
}

/** A claim plan that replaces a container because of an attribute with the secret in it. */
function planWith(given: Planted): Buffer {
  const { value, mask, steps } = nest(given);
  const isMasked = given.declared === 'mask';
  const masks = isMasked ? (given.masking === 'root' ? true : { setting: mask }) : {};
  const copy = given.copy === 'inside' ? `https://host/?a=${given.secret}&b=1` : given.secret;
  const side = { setting: value, note: given.copy === 'none' ? 'plain' : copy };
  const path = ['setting', ...steps].slice(0, given.pathDepth + 1);
  const isOn = (name: 'before' | 'after') => isMasked && (given.sides === name || given.sides === 'both');
  const change = {
    actions: ['delete', 'create'],
    before: side,
    after: side,
    after_unknown: {},
    before_sensitive: isOn('before') ? masks : {},
    after_sensitive: isOn('after') ? masks : {},
    replace_paths: [path, ['note']],
  };
  const address = 'docker_container.workspace';
  const plan = {
    format_version: '1.2',
    terraform_version: '1.11.4',
    variables: given.declared === 'variable' ? { key: { value: given.secret } } : {},
    resource_changes: [{ address, mode: 'managed', type: 'docker_container', name: 'workspace', change }],
    prior_state: {
      values: {
        outputs: given.declared === 'output' ? { key: { sensitive: true, value: [given.secret] } } : {},
        root_module: {
          resources: [
            { address, mode: 'managed', type: 'docker_container', name: 'workspace', values: {} },
            {
              address: 'data.coder_workspace.me',
              mode: 'data',
              type: 'coder_workspace',
              values: { is_prebuild_claim: true, transition: 'start' },
            },
            {
              address: 'data.vault.x',
              mode: 'data',
              type: 'vault',
              values: { deep: given.declared === 'state' ? { list: [given.secret] } : {} },
              sensitive_values: given.declared === 'state' ? { deep: { list: [true] } } : {},
            },
          ],
        },
      },
    },
    configuration: { root_module: { variables: { key: { sensitive: given.declared === 'variable' } } } },
  };
  return Buffer.from(JSON.stringify(plan));
}

describe('a secret', () => {
  it('that the plan marks anywhere is in no output, nor is a copy that nothing marks', async () => {
    await fc.assert(
      fc.asyncProperty(planted, policies, async (given, values) => {
        const output = await everyOutput(planWith(given), values);
        expect(output).toContain('docker_container.workspace');
        expect(output).not.toContain(given.secret);
      }),
      { numRuns: RUNS },
    );
  });

  it('would be seen if nothing hid it: the same plan without a mark shows the value', async () => {
    const given: Planted = {
      secret: `${CANARY}-123456`,
      depth: 0,
      masking: 'leaf',
      sides: 'both',
      inList: false,
      copy: 'none',
      pathDepth: 0,
      declared: 'mask',
    };
    const unmarked = planWith(given).toString().replaceAll('"setting":true', '"setting":false');
    expect(await everyOutput(Buffer.from(unmarked), 'safe')).toContain(given.secret);
    expect(await everyOutput(Buffer.from(unmarked), 'none')).not.toContain(given.secret);
  });
});

/** A plan of a template with one preset whose value, or a default of which, is this text. */
function presetPlan(text: string, place: 'preset' | 'default' | 'name', declared: 'variable' | 'state' | 'nowhere') {
  const source = (type: string, name: string, values: object, sensitive_values: object = {}) => ({
    address: `data.${type}.${name}`,
    mode: 'data',
    type,
    name,
    values,
    sensitive_values,
  });
  const resources = [
    source('coder_parameter', 'region', {
      name: 'region',
      type: 'string',
      optional: true,
      default: place === 'default' ? text : 'eu',
    }),
    source('coder_workspace_preset', 'go', {
      name: place === 'name' ? text : 'Go',
      parameters: place === 'preset' ? { region: text } : {},
      prebuilds: [{ instances: 1 }],
    }),
    source('vault', 'x', declared === 'state' ? { key: text } : {}, declared === 'state' ? { key: true } : {}),
  ];
  const variables = declared === 'variable' ? { key: { value: text } } : {};
  return Buffer.from(
    JSON.stringify({
      format_version: '1.2',
      variables,
      resource_changes: [],
      prior_state: { values: { root_module: { resources } } },
      configuration: { root_module: { variables: { key: { sensitive: true } } } },
    }),
  );
}

describe('a value of a preset', () => {
  const places = fc.constantFrom('preset' as const, 'default' as const, 'name' as const);

  it('that is a secret elsewhere in the plan, or has one in it, is in no output', async () => {
    const secrets = fc.integer({ min: 100_000, max: 999_999 }).map((number) => `${CANARY}-${number}`);
    await fc.assert(
      fc.asyncProperty(
        secrets,
        places,
        fc.constantFrom('variable' as const, 'state' as const),
        policies,
        async (secret, place, declared, values) => {
          const output = await everyOutput(presetPlan(secret, place, declared), values);
          expect(output).toContain('region');
          expect(output).not.toContain(secret);
        },
      ),
      { numRuns: RUNS },
    );
  });

  it.each(['preset', 'default'] as const)(
    'that has the form of a credential is in no output, in a %s',
    async (place) => {
      const token = `ghp_${'a1B2'.repeat(9)}`;
      expect(await everyOutput(presetPlan(token, place, 'nowhere'), 'safe')).not.toContain(token);
    },
  );

  it('would be seen if nothing hid it', async () => {
    for (const place of ['preset', 'default', 'name'] as const) {
      expect(await everyOutput(presetPlan('harmless', place, 'nowhere'), 'none')).toContain('harmless');
    }
  });
});

const samples = [
  'fixtures/templates/docker-workspace/claim.plan.json',
  'fixtures/templates/random/claim.plan.json',
  'fixtures/plans/valid/path-steps-odd.json',
  'fixtures/plans/valid/deferred.json',
  'fixtures/plans/noisy/setup-terraform-v2-command-only.txt',
].map((path) => readFileSync(path));

const RUBBISH = [null, true, 0, -1, '', 'x', [], {}, [[]], { a: null }, ['no-op'], Number.MAX_VALUE];

/** Replaces some of the values in a document by rubbish. */
function spoilt(value: unknown, next: () => number): unknown {
  if (next() < 0.02) return RUBBISH[Math.floor(next() * RUBBISH.length)];
  if (Array.isArray(value)) return value.map((child) => spoilt(child, next));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, spoilt(child, next)]));
}

describe('a plan that was damaged', () => {
  it('byte by byte is read or refused, and never crashes a reader or an output', async () => {
    const damage = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...samples), damage, policies, async (sample, flips, values) => {
        const bytes = Buffer.from(sample);
        for (const [at, byte] of flips) bytes[at % bytes.length] = byte;
        await expect(everyOutput(bytes, values)).resolves.toBeTypeOf('string');
      }),
      { numRuns: RUNS },
    );
  });

  it('value by value is read or refused, and never crashes a reader or an output', async () => {
    const document = JSON.parse(samples[0]?.toString() ?? '{}') as unknown;
    await fc.assert(
      fc.asyncProperty(
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })),
        policies,
        async (stream, values) => {
          const bytes = Buffer.from(JSON.stringify(spoilt(document, () => Number(stream.next().value))));
          try {
            await everyOutput(bytes, values);
          } catch (error) {
            expect(error).toBeInstanceOf(UserError);
          }
        },
      ),
      { numRuns: Math.ceil(RUNS / 4) },
    );
  });
});
