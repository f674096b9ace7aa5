import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import type { PlanResult } from '../../../src/gather/rehearsal/terraform/run-terraform.ts';
import {
  type FakeProviders,
  type FakeProvidersOptions,
  startFakeProviders,
} from '../../support/rehearsal/fake-providers.ts';
import { type Fault, isClaim } from '../../support/rehearsal/faults.ts';
import { type TerraformByHand, withTerraform } from '../../support/rehearsal/plan-by-hand.ts';
import { recordedPrebuild } from '../../support/rehearsal/recorded-build.ts';
import { REHEARSED_TEMPLATES } from '../../support/rehearsal/rehearsed-templates.ts';
import { isMissing, terraform, tofu } from '../../support/rehearsal/terraform.ts';

interface Change {
  readonly address: string;
  readonly change: { readonly actions: readonly string[]; readonly after: Readonly<Record<string, unknown>> | null };
}

function changesOf(plan: unknown): readonly Change[] {
  const { resource_changes: changes = [] } = plan as { resource_changes?: readonly Change[] };
  // What else it says of a resource differs between versions of Terraform.
  return changes.map(({ address, change }) => ({ address, change }));
}

const OWNER_NAME = 'fixtures/templates/owner-name';
const PREBUILD = recordedPrebuild({});
const CLAIM = { ...PREBUILD, CODER_WORKSPACE_IS_PREBUILD: 'false', CODER_WORKSPACE_IS_PREBUILD_CLAIM: 'true' };

describe.skipIf(isMissing(terraform))('fake providers', () => {
  let fakes: FakeProviders | undefined;
  const start = async (options: FakeProvidersOptions = {}): Promise<FakeProviders> => {
    fakes = await startFakeProviders(options);
    return fakes;
  };
  afterEach(() => fakes?.stop());

  it.each(REHEARSED_TEMPLATES)('plan the prebuild of $name as it was recorded', async ({ directory, parameters }) => {
    const recorded: unknown = JSON.parse(await readFile(join(directory, 'prebuild.plan.json'), 'utf8'));
    const planned = await withTerraform(directory, await start(), async ({ plan, shown }) => {
      expect(await plan(recordedPrebuild(parameters), 'nothing')).toEqual({ kind: 'planned', hasChanges: true });
      return shown();
    });
    expect(changesOf(planned)).toEqual(changesOf(recorded));
  });

  it('tell their schemas', async () => {
    const schemas = await withTerraform(OWNER_NAME, await start(), (by) => by.schemas());
    expect(schemas).toMatchObject({
      provider_schemas: {
        'registry.terraform.io/coder/coder': {
          resource_schemas: {
            coder_agent: {
              version: 1,
              block: { attributes: { token: { type: 'string', computed: true, sensitive: true } } },
            },
          },
        },
        'registry.terraform.io/kreuzwerker/docker': {
          resource_schemas: {
            docker_container: {
              block: {
                block_types: { volumes: { nesting_mode: 'set' }, healthcheck: { nesting_mode: 'list', max_items: 1 } },
              },
            },
          },
        },
      },
    });
  });

  it('see the build of the Terraform that asks, and of no other that runs at the same time', async () => {
    const started = await start();
    const names = await Promise.all(
      ['alice', 'bob', 'carol'].map((owner) =>
        withTerraform(OWNER_NAME, started, async ({ plan, shown }) => {
          await plan({ ...PREBUILD, CODER_WORKSPACE_OWNER: owner }, 'nothing');
          const container = changesOf(await shown()).find(({ address }) => address === 'docker_container.workspace[0]');
          return container?.change.after?.['name'];
        }),
      ),
    );
    expect(names).toEqual(['alice', 'bob', 'carol'].map((owner) => `coder-${owner}-prebuild-rehearsal0`));
    const asked = started.calls
      .filter(({ type }) => type === 'coder_workspace_owner')
      .map(({ environment }) => environment);
    expect(new Set(asked.map((environment) => environment['CODER_WORKSPACE_OWNER']))).toEqual(
      new Set(['alice', 'bob', 'carol']),
    );
    expect(asked.flatMap(Object.keys).filter((name) => !name.startsWith('CODER_'))).toEqual([]);
  });

  it('apply to an object that planning again leaves alone, and destroy it', async () => {
    const { calls, ...rest } = await start();
    await withTerraform(OWNER_NAME, { calls, ...rest }, async ({ terraform: running, plan, file }) => {
      const state = file('applied');
      const token = {
        CODER_RUNNING_WORKSPACE_AGENT_TOKEN_e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855: 't',
      };
      expect(await running.apply({ ...PREBUILD, ...token }, state)).toBeUndefined();
      expect(await readFile(state, 'utf8')).toContain('CODER_AGENT_TOKEN=t');
      expect(await plan({ ...PREBUILD, ...token }, 'applied')).toEqual({ kind: 'planned', hasChanges: false });
      const applied = calls.filter(({ rpc }) => rpc === 'ApplyResourceChange').map(({ type }) => type);
      expect(applied.toSorted()).toEqual(['coder_agent', 'docker_container', 'docker_image', 'docker_volume']);
      expect(await running.destroy({ ...PREBUILD, ...token }, state)).toBeUndefined();
      expect(JSON.parse(await readFile(state, 'utf8'))).toMatchObject({ resources: [] });
    });
  });

  it('serve a Terraform that is started by hand with the build that they were started with', async () => {
    const { reattach } = await start({ environment: { ...PREBUILD, CODER_WORKSPACE_OWNER: 'dora' } });
    const directory = await mkdtemp(join(tmpdir(), 'by-hand-'));
    try {
      await copyFile(join(OWNER_NAME, 'main.tf'), join(directory, 'main.tf'));
      const run = (...words: readonly string[]) =>
        promisify(execFile)('terraform', words, {
          cwd: directory,
          env: { PATH: process.env['PATH'], TF_REATTACH_PROVIDERS: reattach },
        });
      await run('init');
      expect((await run('plan', '-no-color')).stdout).toContain('"coder-dora-prebuild-rehearsal0"');
    } finally {
      await rm(directory, { recursive: true });
    }
  });

  describe('at fault', () => {
    const planned = async (
      faults: readonly Fault[],
      use: (by: TerraformByHand) => Promise<PlanResult>,
      timeoutMs = 20_000,
    ): Promise<PlanResult> => withTerraform(OWNER_NAME, await start({ faults }), use, { timeoutMs });

    it.each<{ fault: Fault; says: RegExp }>([
      {
        fault: { rpc: 'ConfigureProvider', provider: 'docker', effect: { kind: 'error', summary: 'no daemon at all' } },
        says: /no daemon at all/,
      },
      {
        fault: { rpc: 'PlanResourceChange', type: 'docker_volume', effect: { kind: 'crash' } },
        says: /Plugin did not respond/,
      },
      {
        fault: { rpc: 'PlanResourceChange', type: 'docker_volume', effect: { kind: 'garbage' } },
        says: /unmarshal|Plugin error/,
      },
      {
        fault: { rpc: 'PlanResourceChange', type: 'docker_volume', effect: { kind: 'invalid-plan' } },
        says: /invalid plan/,
      },
    ])('$fault.effect.kind of $fault.rpc makes Terraform fail', async ({ fault, says }) => {
      const result = await planned([fault], ({ plan }) => plan(PREBUILD, 'nothing'));
      expect(result.kind).toBe('errored');
      expect(JSON.stringify(result)).toMatch(says);
    });

    it('hang keeps Terraform waiting', async () => {
      const fault: Fault = { rpc: 'PlanResourceChange', type: 'docker_volume', effect: { kind: 'hang' } };
      expect(await planned([fault], ({ plan }) => plan(PREBUILD, 'nothing'), 4_000)).toMatchObject({
        kind: 'failed',
        failure: { cause: 'terraform-timeout' },
      });
    });

    it('a fault of the claim alone leaves the prebuild as it is', async () => {
      const fault: Fault = {
        rpc: 'PlanResourceChange',
        type: 'docker_volume',
        when: isClaim,
        effect: { kind: 'error', summary: 'not for claimants' },
      };
      const results = await withTerraform(OWNER_NAME, await start({ faults: [fault] }), async ({ plan }) => [
        await plan(PREBUILD, 'nothing'),
        await plan(CLAIM, 'nothing'),
      ]);
      expect(results.map(({ kind }) => kind)).toEqual(['planned', 'errored']);
    });
  });
});

describe.skipIf(isMissing(tofu))('fake providers under OpenTofu', () => {
  it('are found by the name that it has for them', async () => {
    const fakes = await startFakeProviders();
    try {
      const result = await withTerraform(OWNER_NAME, fakes, ({ plan }) => plan(PREBUILD, 'nothing'), { program: tofu });
      expect(result).toEqual({ kind: 'planned', hasChanges: true });
    } finally {
      await fakes.stop();
    }
  });
});
