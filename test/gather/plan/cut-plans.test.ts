import { describe, expect, it } from 'vitest';
import { checkFiles } from '../../support/check-files.ts';

/** A claim that is clean, of the only preset. */
const CLEAN = 'fixtures/templates/docker-workspace-fixed/claim.plan.json';
const CONTAINER = 'docker_container.workspace[0]';

// biome-ignore lint/suspicious/noExplicitAny: plans are damaged at will.
type Raw = any;

const stateOf = (plan: Raw): Raw[] => plan.prior_state.values.root_module.resources;
const inState = (plan: Raw, address: string): Raw => stateOf(plan).find((each) => each.address === address);
const changeOf = (plan: Raw, address: string): Raw =>
  plan.resource_changes.find((each: Raw) => each.address === address);

function without(list: Raw[], is: (item: Raw) => boolean): void {
  const at = list.findIndex(is);
  if (at < 0) throw new Error('there is no such thing in the plan');
  list.splice(at, 1);
}

const dropFromState = (type: string) => (plan: Raw) => without(stateOf(plan), (each) => each.type === type);
const actions = (words: readonly string[]) => (plan: Raw) => {
  changeOf(plan, CONTAINER).change.actions = words;
};

it('as it was recorded it passes', async () => {
  expect((await checkFiles([CLEAN])).verdict.exitCode).toBe(0);
});

describe('A clean claim plan that was cut', () => {
  it.each<[string, string, (plan: Raw) => void]>([
    ['its prior state', 'state-cut-out', (plan) => delete plan.prior_state],
    ['the values of its prior state', 'plan-without-state', (plan) => delete plan.prior_state.values],
    ['the workspace', 'template-not-read', dropFromState('coder_workspace')],
    ['the owner', 'template-not-read', dropFromState('coder_workspace_owner')],
    ['the preset', 'template-not-read', dropFromState('coder_workspace_preset')],
    ['the parameter', 'template-not-read', dropFromState('coder_parameter')],
    [
      'the prebuilds of the preset',
      'template-not-read',
      (plan) => {
        delete stateOf(plan).find(({ type }) => type === 'coder_workspace_preset').values.prebuilds;
      },
    ],
    ['the container in the state', 'state-incomplete', dropFromState('docker_container')],
    [
      'the change of the container',
      'changes-incomplete',
      (plan) => without(plan.resource_changes, (each) => each.address === CONTAINER),
    ],
    ['its configuration', 'configuration-cut-out', (plan) => delete plan.configuration],
    [
      'the resources of its configuration',
      'configuration-incomplete',
      (plan) => delete plan.configuration.root_module.resources,
    ],
    ['its format version', 'format-not-known', (plan) => delete plan.format_version],
    ['the transition', 'not-a-start-plan', (plan) => delete inState(plan, 'data.coder_workspace.me').values.transition],
    ['its changes', 'refresh-only-plan', (plan) => delete plan.resource_changes],
  ])('by %s is inconclusive: %s', async (_, code, damage) => {
    const { verdict, codes } = await checkFiles([CLEAN], damage);
    expect(codes).toContain(code);
    expect(verdict.exitCode).toBe(2);
  });

  it('by what it planned is still a claim that loses nothing', async () => {
    expect((await checkFiles([CLEAN], (plan) => delete plan['planned_values'])).verdict.exitCode).toBe(0);
  });
});

describe('A clean claim plan in which something else is said', () => {
  it.each<[string, string, (plan: Raw) => void]>([
    ['replaces by a word that nobody knows', 'unknown-action', actions(['replace'])],
    ['destroys by a word that nobody knows', 'unknown-action', actions(['destroy'])],
    ['says two words that do not go together', 'unknown-action', actions(['no-op', 'delete'])],
    ['creates what is there', 'created-twice', actions(['create'])],
    ['forgets the container', 'forgetting-plan', actions(['forget'])],
    [
      'is said to be applyable, and changes nothing',
      'applyable-disagrees',
      (plan) => {
        plan.applyable = true;
      },
    ],
    [
      'imports the container',
      'importing-plan',
      (plan) => {
        changeOf(plan, CONTAINER).change.importing = { id: 'x' };
      },
    ],
    [
      'forces a replacement of what it leaves as it is',
      'forced-without-effect',
      (plan) => {
        changeOf(plan, CONTAINER).change.replace_paths = [['name']];
      },
    ],
    ['lists the container twice', 'listed-twice', (plan) => plan.resource_changes.push(changeOf(plan, CONTAINER))],
    [
      'found the container gone and does not make it anew',
      'unexplained-drift',
      (plan) => {
        plan.resource_drift = [{ address: CONTAINER, mode: 'managed', change: { actions: ['delete'] } }];
      },
    ],
    [
      'drifts in a way that nobody knows',
      'unexplained-drift',
      (plan) => {
        plan.resource_drift = [{ address: CONTAINER, mode: 'managed', change: { actions: ['vanish'] } }];
      },
    ],
    [
      'is of a prebuild and a claim',
      'not-a-claim-plan',
      (plan) => {
        inState(plan, 'data.coder_workspace.me').values.is_prebuild = true;
      },
    ],
    [
      'is claimed by the id of the prebuilds user',
      'claimed-by-prebuilds-user',
      (plan) => {
        inState(plan, 'data.coder_workspace_owner.me').values.id = 'c42fdf75-3097-471c-8c33-fb52454d81c0';
      },
    ],
    [
      'is of a preset behind the prebuild flag that is not there',
      'conditional-preset',
      (plan) => {
        plan.configuration.root_module.resources.push({
          address: 'data.coder_workspace_preset.gated',
          mode: 'data',
          type: 'coder_workspace_preset',
          name: 'gated',
          expressions: { name: { constant_value: 'Gated' } },
          count_expression: { references: ['data.coder_workspace.me.prebuild_count', 'data.coder_workspace.me'] },
        });
      },
    ],
    [
      'was made on the state of another template',
      'state-of-another-template',
      (plan) => {
        const at = inState(plan, 'docker_volume.home');
        stateOf(plan).splice(stateOf(plan).indexOf(at), 1);
        changeOf(plan, 'docker_volume.home').change.actions = ['create'];
        plan.applyable = true;
      },
    ],
  ])('%s, is inconclusive: %s', async (_, code, damage) => {
    const { verdict, codes } = await checkFiles([CLEAN], damage);
    expect(codes).toContain(code);
    expect(verdict.exitCode).toBe(2);
  });

  it.each<[string, (plan: Raw) => void]>([
    [
      'whose container the refresh found gone',
      (plan) => {
        without(stateOf(plan), ({ address }) => address === CONTAINER);
        actions(['create'])(plan);
        plan.applyable = true;
        plan.resource_drift = [{ address: CONTAINER, mode: 'managed', change: { actions: ['delete'] } }];
      },
    ],
    [
      'whose replacement is told as a delete and a create',
      (plan) => {
        actions(['delete'])(plan);
        plan.resource_changes.push({ ...changeOf(plan, CONTAINER), change: { actions: ['create'] } });
        plan.applyable = true;
      },
    ],
    [
      'whose replacement is told as a create and a forget',
      (plan) => {
        actions(['create'])(plan);
        plan.resource_changes.push({ ...changeOf(plan, CONTAINER), change: { actions: ['forget'] } });
        plan.applyable = true;
      },
    ],
  ])('%s, fails, and nothing is left open', async (_, damage) => {
    const { verdict, codes, report } = await checkFiles([CLEAN], damage);
    expect(verdict.exitCode).toBe(1);
    expect(report.findings.map(({ ruleId }) => ruleId)).toContain('resource-replacement');
    expect(codes).toEqual([]);
  });

  it('that reads its owner back differently, passes', async () => {
    const { verdict } = await checkFiles([CLEAN], (plan: Raw) => {
      plan.resource_drift = [{ address: CONTAINER, mode: 'managed', change: { actions: ['update'] } }];
    });
    expect(verdict.exitCode).toBe(0);
  });
});

it.each([
  ['count', { count_expression: { references: ['var.sizes'] } }],
  ['for_each', { for_each_expression: {} }],
])('a preset that variables leave out by %s is not missed', async (_, repetition) => {
  const { verdict, codes } = await checkFiles([CLEAN], (plan: Raw) => {
    plan.configuration.root_module.resources.push({
      address: 'data.coder_workspace_preset.gated',
      mode: 'data',
      type: 'coder_workspace_preset',
      name: 'gated',
      expressions: { name: { constant_value: 'Gated' } },
      ...repetition,
    });
  });
  expect(codes).toEqual([]);
  expect(verdict.exitCode).toBe(0);
});
