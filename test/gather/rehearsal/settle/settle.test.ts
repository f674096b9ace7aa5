import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { controlOf } from '../../../../src/gather/rehearsal/settle/control.ts';
import {
  beginSettling,
  MAX_RESHAPINGS,
  MAX_ROUNDS,
  type Observation,
  type Progress,
  roundsFor,
  type Settling,
  settle,
} from '../../../../src/gather/rehearsal/settle/settle.ts';
import type { StateObjects } from '../../../../src/gather/rehearsal/state/synthesize-state.ts';
import { type ClearPlan, parseClearPlan } from '../../../../src/gather/rehearsal/terraform/clear-plan.ts';
import { plainDiagnostic } from '../../../../src/gather/rehearsal/terraform/diagnostic.ts';
import { isFailure } from '../../../../src/gather/rehearsal/terraform/planner.ts';
import type { ResourceSchemas } from '../../../../src/gather/rehearsal/terraform/schema/provider-schema.ts';
import { openSchemaFile } from '../../../../src/gather/rehearsal/terraform/schema/schema-file.ts';
import { type ChangeSketch, planJson } from '../../../support/fake-planner.ts';

const planOf = (...changes: readonly ChangeSketch[]): ClearPlan => parseClearPlan(planJson({ changes }));
const observed = (...changes: readonly ChangeSketch[]): Observation => ({
  kind: 'changes',
  plan: planOf(...changes),
  saved: new Map(),
});
const refused = (summary: string): Observation => ({ kind: 'refused', diagnostics: [plainDiagnostic(summary)] });

const network: ChangeSketch = {
  address: 'docker_network.n',
  after: { name: 'net' },
  unknown: { id: true, driver: true },
};
/** A volume that is named after the network's id. */
const volume = (name: string | undefined, more: Partial<ChangeSketch> = {}): ChangeSketch => ({
  address: 'docker_volume.home',
  after: name === undefined ? { labels: [] } : { name, labels: [] },
  unknown: { id: true, driver: true, mountpoint: true, ...(name === undefined ? { name: true } : {}) },
  ...more,
});
const replaced = (name: string, more: Partial<ChangeSketch> = {}): ChangeSketch =>
  volume(name, { actions: ['delete', 'create'], replacePaths: [['name']], ...more });
const still = (address: string): ChangeSketch => ({ address, actions: ['no-op'], after: { name: 'net' } });

let schemas: ResourceSchemas;
beforeAll(async () => {
  const all = planOf(network, volume('x'), { address: 'terraform_data.x' }, { address: 'coder_agent.main' });
  const read = await openSchemaFile('fixtures/rehearsal/schemas.json').schemasFor(all);
  if (isFailure(read)) throw new Error('the schemas cannot be read');
  schemas = read;
});

const begin = (changes: readonly ChangeSketch[], seeds: StateObjects = new Map()): Progress =>
  beginSettling({ plan: planOf(...changes), saved: new Map() }, schemas, seeds);
const heldBy = ({ state }: Settling, address: string, attribute: string) => state.objects.get(address)?.[attribute];

describe('settling', () => {
  it('begins with a state of the first plan, that is planned again', () => {
    const { step, settling } = begin([network, volume('x')]);
    expect(step).toMatchObject({ kind: 'plan-again', because: 'unsettled' });
    expect([...settling.state.objects.keys()]).toEqual(['docker_network.n', 'docker_volume.home']);
  });

  it('ends where planning the same prebuild again changes nothing', () => {
    for (const observation of [{ kind: 'no-changes' } as const, observed(still('docker_network.n'))]) {
      const { step } = settle(begin([network]).settling, observation);
      expect(step).toMatchObject({ kind: 'claim', control: { unstable: [], unsettled: [], unfinished: [] } });
    }
  });

  it('takes over what the expressions come to, and keeps what it made up', () => {
    const { settling } = begin([network, volume(undefined)]);
    const id = String(heldBy(settling, 'docker_network.n', 'id'));
    const volumeId = heldBy(settling, 'docker_volume.home', 'id');
    expect(heldBy(settling, 'docker_volume.home', 'name')).not.toBe(id);

    const next = settle(
      settling,
      observed({ ...still('docker_network.n'), after: { name: 'net', id, driver: 'd' } }, replaced(id)),
    );
    expect(next.step).toMatchObject({ kind: 'plan-again', because: 'unsettled' });
    expect(heldBy(next.settling, 'docker_volume.home', 'name')).toBe(id);
    expect(heldBy(next.settling, 'docker_volume.home', 'id')).toBe(volumeId);
    expect(settle(next.settling, { kind: 'no-changes' }).step.kind).toBe('claim');
  });

  it('fills what is not known with the values of a real state', () => {
    const seeds: StateObjects = new Map([['docker_network.n', { id: 'real', driver: 'bridge' }]]);
    expect(heldBy(begin([network], seeds).settling, 'docker_network.n', 'id')).toBe('real');
  });

  it('takes what never stays the same for the template’s doing', () => {
    let progress = begin([volume('t0')]);
    let rounds = 0;
    while (progress.step.kind === 'plan-again') {
      rounds++;
      progress = settle(progress.settling, observed(replaced(`t${rounds}`)));
    }
    expect(rounds).toBe(3);
    expect(progress.step).toMatchObject({
      kind: 'claim',
      control: { unstable: ['docker_volume.home'], unsettled: [] },
    });
  });

  /** Every round, the first link of a chain comes to rest and the others are planned anew. */
  const settleChain = (length: number, hasEnd = true) => {
    const links = Array.from({ length }, (_, index) => `docker_volume.v${index}`);
    let progress = begin(links.map((address) => volume('x', { address })));
    let rounds = 0;
    while (progress.step.kind === 'plan-again') {
      rounds++;
      const moving = hasEnd ? links.slice(rounds) : links.slice(rounds % 2, rounds % 2 === 0 ? -1 : undefined);
      const changes = moving.map((address) => replaced(`y${rounds}`, { address }));
      progress = settle(progress.settling, changes.length === 0 ? { kind: 'no-changes' } : observed(...changes));
    }
    return { rounds, step: progress.step };
  };

  it.each([4, 16, 40, 90])('needs as many rounds as a chain has links: %i', (length) => {
    const { rounds, step } = settleChain(length);
    expect(rounds).toBe(length);
    expect(step).toMatchObject({ kind: 'claim', control: { unstable: [], unsettled: [], unfinished: [] } });
  });

  it.each([
    { length: 4, bound: 12, because: 'a small template has some rounds in any case' },
    { length: 30, bound: 33, because: 'no chain has more links than there are resources' },
    { length: 200, bound: MAX_ROUNDS, because: 'there is an end to it' },
  ])('says which still moved after $bound rounds of $length links: $because', ({ length, bound }) => {
    const { rounds, step } = settleChain(length, false);
    expect(rounds).toBe(bound);
    expect(step).toMatchObject({ kind: 'claim', control: { unstable: [], unsettled: [] } });
    expect(step.kind === 'claim' && step.control.unfinished).toHaveLength(length - 1);
  });

  it('counts the instances of a resource, and of a module, as one link', () => {
    const instances = [0, 1, 2].flatMap((index) => [
      volume('x', { address: `docker_volume.v[${index}]` }),
      volume('x', { address: `docker_volume.w[${index}]` }),
    ]);
    expect(
      roundsFor(
        planOf(...instances, ...Array.from({ length: 20 }, (_, n) => volume('x', { address: `docker_volume.x${n}` }))),
      ),
    ).toBe(22 + 3);
  });

  it('ends at once where another plan of the same state cannot come to anything else', () => {
    const { settling } = begin([volume('x')]);
    const held = settling.state.objects.get('docker_volume.home') ?? {};
    const { step } = settle(settling, observed({ ...replaced('x'), after: held, unknown: {} }));
    expect(step).toMatchObject({ kind: 'claim', control: { unstable: [], unsettled: ['docker_volume.home'] } });
  });

  it('gives up at a type that no provider describes', () => {
    expect(begin([{ address: 'docker_swarm.x', after: {} }]).step).toMatchObject({
      kind: 'give-up',
      cause: 'schema-missing',
      names: ['docker_swarm'],
    });
  });
});

describe('a refused state', () => {
  it('is tried again with another shape, from the first plan on', () => {
    const { settling } = begin([network, volume(undefined)]);
    const id = String(heldBy(settling, 'docker_network.n', 'id'));
    const { settling: later } = settle(settling, observed(replaced(id)));
    const { step, settling: reshaped } = settle(later, refused(`"${id}" is an invalid ARN`));
    expect(step).toMatchObject({ kind: 'plan-again', because: 'reshaped' });
    expect(heldBy(reshaped, 'docker_network.n', 'id')).toMatch(/^arn:/);
    expect(reshaped).toMatchObject({ rounds: 0, reshapings: 1, unmoved: 0 });
    // It begins anew: the name of the volume is not known again.
    expect(heldBy(reshaped, 'docker_volume.home', 'name')).not.toBe(id);
  });

  it('is fixed though the value was made up in an earlier round', () => {
    const { settling } = begin([network, volume(undefined)]);
    const id = String(heldBy(settling, 'docker_network.n', 'id'));
    const noLonger = { ...still('docker_network.n'), after: { name: 'net', id, driver: 'd' } };
    const { settling: later } = settle(settling, observed(noLonger, replaced(id)));
    expect(settle(later, refused(`${id} is no number`)).step).toMatchObject({
      kind: 'plan-again',
      because: 'reshaped',
    });
  });

  it.each([
    ['something is odd', 'placeholder-refused'],
    ['Unsupported attribute', 'placeholder-refused'],
    ['Resource postcondition failed', 'condition-failed'],
    ['Plugin did not respond', 'provider-crashed'],
    ['Invalid for_each argument', 'unknown-repetition'],
  ])('that is about nothing made up gives up: %s is %s', (summary, cause) => {
    expect(settle(begin([network]).settling, refused(summary)).step).toMatchObject({ kind: 'give-up', cause });
  });

  it('gives up where nothing is left to try, and in any case after so many times', () => {
    for (const attributes of [['id'], ['id', 'driver', 'mountpoint', 'name']]) {
      let progress = begin([volume(undefined)]);
      let reshapings = 0;
      while (progress.step.kind === 'plan-again') {
        const { settling } = progress;
        const quoted = attributes[reshapings++ % attributes.length] ?? '';
        progress = settle(settling, refused(`bad: ${heldBy(settling, 'docker_volume.home', quoted)}`));
      }
      expect(progress.step).toMatchObject({ kind: 'give-up', cause: 'placeholder-refused' });
      // The last one is refused.
      if (attributes.length > 1) expect(reshapings - 1).toBe(MAX_RESHAPINGS);
      else expect(reshapings).toBeLessThan(MAX_RESHAPINGS);
    }
  });

  it('never leaves it with a step that goes on for ever, whatever is observed', () => {
    const observations = fc.oneof(
      fc.constant<Observation>({ kind: 'no-changes' }),
      fc.constantFrom('a', 'b', 'c').map((name) => observed(replaced(name))),
      fc
        .constantFrom('docker_volume.home', 'docker_volume.other')
        .map((address) => observed(volume('x', { address, actions: ['update'] }))),
      fc.constantFrom('odd', 'invalid ARN docker_volume.home.id', 'Plugin did not respond').map(refused),
    );
    fc.assert(
      fc.property(fc.array(observations, { minLength: 1, maxLength: 20 }), (cycle) => {
        let progress = begin([volume('x')]);
        for (let steps = 0; progress.step.kind === 'plan-again'; steps++) {
          if (steps > (MAX_RESHAPINGS + 1) * MAX_ROUNDS) return false;
          progress = settle(progress.settling, cycle[steps % cycle.length] ?? { kind: 'no-changes' });
        }
        return true;
      }),
    );
  });
});

describe('the control experiment', () => {
  const held: StateObjects = new Map([
    ['docker_volume.home', { name: 'a', driver: 'local', driver_opts: null, labels: [], id: 'x', mountpoint: '/m' }],
    ['docker_network.n', { name: 'n', id: 'y', driver: 'bridge' }],
  ]);
  const change = (more: Partial<ChangeSketch>): ChangeSketch => ({
    address: 'docker_volume.home',
    actions: ['update'],
    after: { name: 'a', driver: 'local', driver_opts: null, labels: [], id: 'x', mountpoint: '/m' },
    ...more,
  });

  /** Of both, the template sets the name alone. */
  const configured = (...changes: readonly ChangeSketch[]): ClearPlan => {
    const expressions = { name: {} };
    const resources = [
      { mode: 'managed', type: 'docker_volume', name: 'home', expressions },
      { mode: 'managed', type: 'docker_network', name: 'n', expressions },
    ];
    const plan = JSON.parse(planJson({ changes }));
    return parseClearPlan(
      JSON.stringify({
        ...plan,
        configuration: {
          root_module: {
            resources,
            module_calls: { box: { module: { module_calls: { inner: { module: { resources } } } } } },
          },
        },
      }),
    );
  };

  const TABLE: readonly {
    readonly change: ChangeSketch;
    readonly by: 'template' | 'provider';
    readonly because: string;
  }[] = [
    { change: change({ after: { name: 'b', id: 'x' } }), by: 'template', because: 'its name comes out otherwise' },
    { change: change({ unknown: { name: true } }), by: 'template', because: 'its name is never known' },
    { change: change({}), by: 'provider', because: 'nothing differs from what is held' },
    { change: change({ after: { name: 'a', id: 'z' } }), by: 'provider', because: 'the provider alone sets the id' },
    { change: change({ unknown: { id: true } }), by: 'provider', because: 'the provider alone knows the id' },
    {
      change: change({ unknown: { driver_opts: true } }),
      by: 'provider',
      because: 'the template does not set what the provider makes unknown',
    },
  ];

  it.each(TABLE)('finds the $by at fault where $because', ({ change: sketch, by }) => {
    expect(controlOf(configured(sketch), held, schemas)).toEqual({
      unstable: by === 'template' ? ['docker_volume.home'] : [],
      unsettled: by === 'provider' ? ['docker_volume.home'] : [],
      unfinished: [],
    });
  });

  it.each(TABLE)('finds the $by at fault within modules, too, where $because', ({ change: sketch, by }) => {
    const address = 'module.box["a.b"].module.inner[0].docker_volume.home';
    const inner = new Map([...held].map(([key, object]) => [key === 'docker_volume.home' ? address : key, object]));
    expect(controlOf(configured({ ...sketch, address }), inner, schemas)).toEqual({
      unstable: by === 'template' ? [address] : [],
      unsettled: by === 'provider' ? [address] : [],
      unfinished: [],
    });
  });

  it('does not blame the template for what a provider made unknown elsewhere', () => {
    const plan = configured(
      {
        address: 'docker_network.n',
        actions: ['update'],
        after: { name: 'n', driver: 'bridge' },
        unknown: { id: true },
      },
      change({ unknown: { name: true } }),
    );
    expect(controlOf(plan, held, schemas)).toEqual({
      unstable: [],
      unsettled: ['docker_network.n', 'docker_volume.home'],
      unfinished: [],
    });
  });

  it('is clean where nothing changes', () => {
    expect(controlOf(planOf(still('docker_network.n')), held, schemas)).toEqual({
      unstable: [],
      unsettled: [],
      unfinished: [],
    });
  });
});
