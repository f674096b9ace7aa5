import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StateReader } from '../../../src/gather/ports.ts';
import { rehearseTemplate } from '../../../src/gather/rehearsal/rehearse-template.ts';
import type { RehearsalOptions } from '../../../src/gather/requests.ts';
import type { Source } from '../../../src/model/judgement/outcome.ts';
import { plain, say } from '../../../src/model/text.ts';
import { type ChangeSketch, erring, type FakeAnswers, fakeRun, type PlanSketch } from '../../support/fake-planner.ts';

const TERRAFORM = { product: 'Terraform', version: '1.11.4' } as const;
let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'rehearse-template-'));
});
afterAll(() => rmSync(directory, { recursive: true }));

const volume = (more: Partial<ChangeSketch> = {}): ChangeSketch => ({
  address: 'docker_volume.home',
  after: { name: 'home', driver_opts: null, labels: [] },
  unknown: { id: true, driver: true, mountpoint: true },
  ...more,
});
const agent = (name: string): ChangeSketch => ({
  address: `coder_agent.${name}`,
  after: { arch: 'amd64', os: 'linux' },
  unknown: { id: true, token: true, init_script: true },
});
const replaced = volume({ actions: ['delete', 'create'], replacePaths: [['name']] });

/** Settles at once, and no claim changes anything, unless the case says otherwise. */
function rehearse(
  sketch: PlanSketch,
  answers: Partial<FakeAnswers> & { readonly by?: (name: string) => ReturnType<FakeAnswers['plan']> | undefined } = {},
  options: Partial<RehearsalOptions> = {},
  states?: StateReader,
) {
  const { by, ...rest } = answers;
  const fake = fakeRun(
    directory,
    {
      plan: (name) => by?.(name) ?? (name.endsWith('-prebuild') ? sketch : { ...sketch, changes: [] }),
      ...rest,
    },
    options,
  );
  return { ...fake, rehearsal: rehearseTemplate(fake.run, TERRAFORM, states) };
}

const namesOf = (planned: readonly { readonly name: string }[]): readonly string[] => planned.map(({ name }) => name);
const gapsOf = (source: Source<unknown>) =>
  source.kind === 'read' ? source.gaps.map(({ code, detail }) => `${code}: ${plain(detail)}`) : [];
const itemsOf = <T>(source: Source<T>): readonly T[] => (source.kind === 'read' ? source.items : []);
const parameterOf = (name: string): string => `CODER_PARAMETER_${createHash('sha256').update(name).digest('hex')}`;

const region = { region: { value: 'eu', default: 'eu' } };

describe('every preset that has prebuilds', () => {
  it('is planned with its own values, and claimed by each claimant', async () => {
    const { rehearsal, planned, environmentOf } = rehearse({
      presets: {
        Europe: { parameters: { region: 'eu' } },
        America: { parameters: { region: 'us' } },
        Idle: { instances: 0 },
      },
      parameters: region,
      changes: [volume()],
    });
    const { claims, control } = await rehearsal;
    expect(itemsOf(claims).map(({ context: { preset, persona } }) => `${preset} ${persona}`)).toEqual([
      'Europe alice',
      'Europe bob',
      'America alice',
      'America bob',
    ]);
    expect(gapsOf(claims)).toEqual([]);
    expect(itemsOf(control)).toMatchObject([
      { preset: 'Europe', rounds: 1 },
      { preset: 'America', rounds: 1 },
    ]);
    expect(environmentOf('preset-2-prebuild')[parameterOf('region')]).toBe('us');
    expect(environmentOf('preset-2-claim-1')[parameterOf('region')]).toBe('us');
    // The template was planned with the very values of the first.
    expect(namesOf(planned)).not.toContain('preset-1-prebuild');
  });

  it('is planned by itself where its own values make other parameters appear', async () => {
    const { rehearsal, planned } = rehearse(
      {
        presets: { Gpu: { parameters: { kind: 'gpu' } } },
        parameters: { kind: { value: 'cpu' } },
        changes: [volume()],
      },
      {
        by: (name) =>
          name === 'preset-1-prebuild'
            ? {
                presets: { Gpu: { parameters: { kind: 'gpu' } } },
                parameters: { kind: { value: 'gpu' }, cards: { value: '1', default: '1', mutable: true } },
                changes: [volume()],
              }
            : undefined,
      },
    );
    const [control] = itemsOf((await rehearsal).control);
    expect(control?.choices.map(({ context: { parameter } }) => parameter)).toEqual([
      { name: 'cards', value: '1-rehearsal' },
    ]);
    expect(namesOf(planned)).toContain('preset-1-prebuild');
  });

  it('is rehearsed where only the plan without values fails', async () => {
    const presets = { Set: { parameters: { region: 'eu' } } };
    const { rehearsal } = rehearse(
      { presets, changes: [volume()] },
      { by: (name) => (name === 'template-prebuild' ? erring('Value must be set', { presets }) : undefined) },
    );
    const { claims, plan } = await rehearsal;
    expect(itemsOf(claims)).toHaveLength(2);
    expect(gapsOf(claims)).toEqual([]);
    expect(plan?.errored).toBe(false);
  });

  it('is missed where the plan without values fails before it is read', async () => {
    const { rehearsal } = rehearse(
      {
        presets: { Set: { parameters: { region: 'eu' } }, Late: { parameters: { region: 'us' } } },
        changes: [volume()],
      },
      {
        by: (name) =>
          name === 'template-prebuild'
            ? erring('Value must be set', { presets: { Set: { parameters: { region: 'eu' } } } })
            : undefined,
      },
    );
    const { claims, control } = await rehearsal;
    const missed = [expect.stringMatching(/^terraform-failed: .*Late.*Value must be set/)];
    expect(gapsOf(claims)).toEqual(missed);
    expect(gapsOf(control)).toEqual(missed);
  });
});

describe('a template', () => {
  it('without a preset that has prebuilds has nothing to rehearse', async () => {
    const { rehearsal, planned } = rehearse({ presets: { Idle: { instances: 0 } }, changes: [volume()] });
    const { claims } = await rehearsal;
    expect({ items: itemsOf(claims), gaps: gapsOf(claims) }).toEqual({ items: [], gaps: [] });
    expect(namesOf(planned)).toEqual(['template-prebuild']);
  });

  it.each([
    { presets: {}, preset: undefined, because: 'it has no preset at all' },
    { presets: { Idle: { instances: 0 } }, preset: 'Idle', because: 'one without prebuilds stands in' },
  ])('is rehearsed as if it had prebuilds where that is asked for: $because', async ({ presets, preset }) => {
    const { rehearsal } = rehearse({ presets, changes: [volume()] }, {}, { assumePrebuild: true });
    expect(itemsOf((await rehearsal).claims).map(({ context }) => context.preset)).toEqual([preset, preset]);
  });

  it('that cannot be planned is a gap, with what was planned until then', async () => {
    const { rehearsal } = rehearse(
      {},
      { by: () => erring('Invalid for_each argument', { presets: { Large: {} }, changes: [volume()] }) },
    );
    const { claims, control, plan } = await rehearsal;
    expect(gapsOf(claims)).toEqual([expect.stringMatching(/^unknown-repetition: Planning as the prebuilds user/)]);
    expect(gapsOf(control)).toEqual(gapsOf(claims));
    expect(plan?.presets).toMatchObject([{ name: 'Large' }]);
  });

  it('whose preset is only known after the apply is a gap', async () => {
    const deferred = planSketchWithDeferredPreset();
    const { rehearsal } = rehearse(deferred);
    expect(gapsOf((await rehearsal).claims)).toEqual([expect.stringMatching(/^preset-not-known: .*`?Late/)]);
  });
});

describe('a claim', () => {
  const one = { presets: { Large: {} }, changes: [volume()] };

  it('lists what it replaces', async () => {
    const { rehearsal } = rehearse(one, {
      by: (name) => (name.includes('claim') ? { changes: [replaced] } : undefined),
    });
    const [first] = itemsOf((await rehearsal).claims);
    expect(first?.plan.changes).toMatchObject([{ address: 'docker_volume.home', replacePaths: [['name']] }]);
    expect(first?.evidence).toBe('rehearsed');
  });

  it('that errs is a gap, and lists what was planned until then', async () => {
    const { rehearsal } = rehearse(one, {
      by: (name) =>
        name.endsWith('claim-1') ? erring('Instance cannot be destroyed', { changes: [replaced] }) : undefined,
    });
    const { claims } = await rehearsal;
    expect(itemsOf(claims).map(({ context: { persona }, plan }) => [persona, plan.changes.length])).toEqual([
      ['alice', 1],
      ['bob', 0],
    ]);
    expect(gapsOf(claims)).toEqual([expect.stringMatching(/^claim-fails: .*Instance cannot be destroyed/)]);
  });

  it('is told apart from what planning the same prebuild again changes anyway', async () => {
    const { rehearsal } = rehearse(one, {
      by: (name) => (name.includes('settle') || name.includes('claim') ? { changes: [replaced] } : undefined),
    });
    const { claims, control } = await rehearsal;
    expect(itemsOf(claims).map(({ plan }) => plan.changes)).toEqual([[], []]);
    const [first] = itemsOf(control);
    expect([...(first?.unstable ?? []), ...gapsOf(claims)]).toHaveLength(1);
  });

  it('has the agent’s token where there is one agent, and no token where there are two', async () => {
    for (const agents of [['main'], ['main', 'other']]) {
      const { rehearsal, environmentOf } = rehearse({ presets: { Large: {} }, changes: agents.map(agent) });
      await rehearsal;
      const state = JSON.parse(readFileSync(join(directory, 'preset-1.tfstate'), 'utf8'));
      const tokens = state.resources.flatMap(({ instances }: { instances: { attributes: { token: string } }[] }) =>
        instances.map(({ attributes: { token } }) => token),
      );
      const given = Object.entries(environmentOf('preset-1-claim-1')).filter(([name]) => name.includes('AGENT_TOKEN'));
      expect(given.map(([, value]) => value)).toEqual(agents.length === 1 ? tokens : []);
    }
  });

  it('has tokens and secrets of its claimant for what the template asks of them', async () => {
    const { rehearsal, environmentOf } = rehearse({
      ...one,
      data: { coder_external_auth: { id: 'primary-github' }, coder_secret: { env: 'API', file: '' } },
    });
    await rehearsal;
    expect(environmentOf('preset-1-claim-2')).toMatchObject({
      'CODER_EXTERNAL_AUTH_ACCESS_TOKEN_primary-github': 'rehearsal-access-of-bob',
      CODER_SECRET_ENV_API: 'rehearsal-secret-of-bob',
    });
    expect(Object.keys(environmentOf('template-prebuild')).filter((name) => /EXTERNAL_AUTH|SECRET/.test(name))).toEqual(
      [],
    );
  });
});

describe('a parameter that the claimant may choose', () => {
  const open = (names: readonly string[], more = {}) =>
    Object.fromEntries(names.map((name) => [name, { value: 'a', default: 'a', mutable: true, ...more }]));
  const sketch = (parameters: PlanSketch['parameters']): PlanSketch => ({
    presets: { Large: { parameters: { pinned: 'x' } } },
    parameters: { pinned: { value: 'x', mutable: true }, ...parameters },
    changes: [volume()],
  });

  it('is claimed with another value, one at a time, by one claimant', async () => {
    const { rehearsal, environmentOf } = rehearse(sketch(open(['size', 'zone'])));
    const [control] = itemsOf((await rehearsal).control);
    expect(control?.choices.map(({ context }) => `${context.persona} ${context.parameter?.name}`)).toEqual([
      'alice size',
      'alice zone',
    ]);
    const chosen = environmentOf('preset-1-claim-3');
    expect([chosen[parameterOf('size')], chosen[parameterOf('zone')]]).toEqual(['a-rehearsal', undefined]);
    expect(chosen[`CODER_PARAMETER_PREVIOUS_${parameterOf('size').slice('CODER_PARAMETER_'.length)}`]).toBe('a');
  });

  it.each([
    { parameters: open(['a1', 'a2', 'a3']), most: 1, untried: ['a2 bounded', 'a3 bounded'] },
    { parameters: open(['a1'], { option: [{ name: 'A', value: 'a' }] }), most: 8, untried: ['a1 single-value'] },
    {
      parameters: open(['a1'], { validation: [{ regex: '^a$', error: 'x' }] }),
      most: 8,
      untried: ['a1 no-legal-value'],
    },
    { parameters: open(['a1'], { mutable: false }), most: 8, untried: [] },
    { parameters: open(['broken']), most: 8, untried: ['broken plan-failed'] },
  ])('is told of where it was not tried: $untried', async ({ parameters, most, untried }) => {
    const { rehearsal } = rehearse(
      sketch(parameters),
      { by: (name) => (name.endsWith('claim-3') && 'broken' in parameters ? erring('refused', one) : undefined) },
      { maxChoices: most },
    );
    const [control] = itemsOf((await rehearsal).control);
    expect(control?.untried.map(({ parameter, because }) => `${parameter} ${because}`)).toEqual(untried);
    expect(control?.choices.length).toBeLessThanOrEqual(most);
  });
  const one: PlanSketch = { changes: [replaced] };
});

describe('the state of a real prebuild', () => {
  const one = { presets: { Large: {} }, changes: [volume()] };
  const state = (text: string): StateReader => ({ readState: async () => ({ kind: 'state', text }) });
  const real = JSON.stringify({
    version: 4,
    resources: [
      {
        mode: 'data',
        type: 'coder_workspace',
        name: 'me',
        instances: [
          { attributes: { id: 'w0rkspace', template_name: 'docker', access_url: 'https://coder.example.com' } },
        ],
      },
      {
        mode: 'managed',
        type: 'docker_volume',
        name: 'home',
        instances: [{ attributes: { id: 'real-id', name: 'other', mountpoint: '/real', driver: 'local' } }],
      },
    ],
  });

  it('gives what the plan does not know, and who the workspace is', async () => {
    const { rehearsal, environmentOf } = rehearse(one, {}, {}, state(real));
    expect(gapsOf((await rehearsal).claims)).toEqual([]);
    const written = JSON.parse(readFileSync(join(directory, 'preset-1.tfstate'), 'utf8'));
    expect(written.resources[0].instances[0].attributes).toMatchObject({
      id: 'real-id',
      name: 'home',
      mountpoint: '/real',
      driver: 'local',
    });
    for (const name of ['preset-1-prebuild', 'preset-1-settle-1', 'preset-1-claim-1']) {
      expect(environmentOf(name)).toMatchObject({
        CODER_WORKSPACE_ID: 'w0rkspace',
        CODER_WORKSPACE_TEMPLATE_NAME: 'docker',
        CODER_AGENT_URL: 'https://coder.example.com',
      });
    }
  });

  it.each(['', '{}', 'null', '[]', '{"version":3,"resources":[]}', '{"format_version":"1.0","values":{}}'])(
    'that is none is a gap: %s',
    async (text) => {
      const { rehearsal } = rehearse(one, {}, {}, state(text));
      expect(gapsOf((await rehearsal).claims)).toEqual([expect.stringMatching(/^live-state-unreadable: /)]);
    },
  );

  it('that cannot be had is a gap, and says so for that preset alone', async () => {
    const reason = { code: 'no-live-prebuild', detail: say`none`, remedy: say`wait` };
    const states: StateReader = {
      readState: async (preset) => (preset === 'Large' ? { kind: 'gap', reason } : { kind: 'state', text: real }),
    };
    const { rehearsal } = rehearse(
      { ...one, presets: { Large: {}, Small: { parameters: { x: '1' } } } },
      {},
      {},
      states,
    );
    const { claims } = await rehearsal;
    expect(gapsOf(claims)).toEqual(['no-live-prebuild: none']);
    expect(itemsOf(claims).map(({ context }) => context.preset)).toEqual(['Small', 'Small']);
  });
});

describe('an applied prebuild', () => {
  const one = { presets: { Large: {} }, changes: [volume()] };
  const works = async (state: string) => {
    writeFileSync(state, '{"version":4,"resources":[]}');
    return undefined;
  };
  const failure = { stage: 'apply', cause: 'terraform-failed', diagnostics: [] } as const;
  const apply = (answers: Parameters<typeof rehearse>[1]) =>
    rehearse(one, { apply: works, ...answers }, { apply: true });
  const steps = (events: readonly string[]) => events.filter((event) => !event.startsWith('tell'));

  it('is planned again, claimed, and destroyed', async () => {
    const { rehearsal, events, planned } = apply({});
    const { claims } = await rehearsal;
    expect(steps(events)).toEqual([
      'template-prebuild',
      'apply',
      'preset-1-control',
      'preset-1-claim-1',
      'preset-1-claim-2',
      'destroy',
    ]);
    expect(itemsOf(claims).map(({ evidence }) => evidence)).toEqual(['measured', 'measured']);
    expect(planned.map(({ refresh = false }) => refresh)).toEqual([false, true, true, true]);
    expect(gapsOf(claims)).toEqual([]);
  });

  it.each([
    { at: 'the apply', answers: { apply: async () => failure }, code: 'terraform-failed' },
    {
      at: 'the state',
      answers: { apply: async (state: string) => void writeFileSync(state, '') },
      code: 'terraform-output-unreadable',
    },
    {
      at: 'the control plan',
      answers: { by: (name: string) => (name.endsWith('control') ? { failure } : undefined) },
      code: 'terraform-failed',
    },
    {
      at: 'a claim',
      answers: { by: (name: string) => (name.endsWith('claim-1') ? { failure } : undefined) },
      code: 'terraform-failed',
    },
  ])('is destroyed where $at fails', async ({ answers, code }) => {
    const { rehearsal, events } = apply(answers);
    expect(gapsOf((await rehearsal).claims)).toEqual([expect.stringMatching(new RegExp(`^${code}: `))]);
    expect(events.at(-1)).toBe('destroy');
  });

  it('is a gap, and is told of, where it cannot be destroyed', async () => {
    let file = '';
    const destroy = async (state: string) => {
      file = state;
      return { ...failure, stage: 'destroy' as const };
    };
    const { rehearsal, events } = apply({ destroy });
    const { claims } = await rehearsal;
    // Outside of what goes with the process.
    expect(file.startsWith(directory)).toBe(false);
    expect(events.filter((event) => event.startsWith('tell: applying'))[0]).toContain(file);
    expect(events.at(-1)).toContain(`terraform destroy -state=${file}`);
    expect(readFileSync(file, 'utf8')).toContain('resources');
    rmSync(dirname(file), { recursive: true });
    expect(gapsOf(claims)).toEqual([expect.stringMatching(/^not-destroyed: Destroying what was applied of preset/)]);
    expect(itemsOf(claims)).toHaveLength(2);
  });

  it('leaves no state behind once it is destroyed', async () => {
    let file = '';
    const { rehearsal } = apply({
      destroy: async (state) => {
        file = state;
        return undefined;
      },
    });
    const { claims, control } = await rehearsal;
    expect(gapsOf(claims)).toEqual([]);
    expect(itemsOf(control)).toMatchObject([{ evidence: 'measured' }]);
    expect(existsSync(dirname(file))).toBe(false);
  });

  it('has an id and a name that no other run has', async () => {
    const runs = [apply({}), apply({})];
    const workspaces: (readonly (string | undefined)[])[] = [];
    for (const { rehearsal, environmentOf } of runs) {
      await rehearsal;
      const control = environmentOf('preset-1-control');
      workspaces.push([control['CODER_WORKSPACE_ID'], control['CODER_WORKSPACE_NAME']]);
      // What is claimed is the very workspace that was applied.
      expect(environmentOf('preset-1-claim-1')['CODER_WORKSPACE_ID']).toBe(control['CODER_WORKSPACE_ID']);
    }
    const [first, second] = workspaces;
    expect(first?.[0]).not.toBe(second?.[0]);
    expect(first?.[1]).toMatch(/^prebuild-[a-z2-7]{15}$/);
    expect(first?.[1]).not.toBe(second?.[1]);
  });

  it.each(['apply', 'preset-1-control', 'preset-1-claim-1'])(
    'is destroyed where the run is ended at %s',
    async (at) => {
      const interrupted = new Error('interrupted');
      const { rehearsal, events } = apply({
        by: (name) => (name === at ? interrupted : undefined),
        ...(at === 'apply' ? { apply: () => Promise.reject(interrupted) } : {}),
      });
      await expect(rehearsal).rejects.toBe(interrupted);
      expect(events.at(-1)).toBe('destroy');
    },
  );

  it('is told of where the run was ended and it could not be destroyed', async () => {
    let file = '';
    const { rehearsal, events } = apply({
      apply: () => Promise.reject(new Error('interrupted')),
      destroy: async (state) => {
        file = state;
        return failure;
      },
    });
    await expect(rehearsal).rejects.toThrow('interrupted');
    expect(events.at(-1)).toMatch(/^tell: .*destroyed.*-state=/);
    rmSync(dirname(file), { recursive: true });
  });
});

function planSketchWithDeferredPreset(): PlanSketch {
  return {
    presets: { Now: {} },
    changes: [
      volume(),
      {
        address: 'data.coder_workspace_preset.late',
        actions: ['read'],
        after: { name: 'Late', prebuilds: [{ instances: 1 }] },
        unknown: { parameters: true },
      },
    ],
  };
}
