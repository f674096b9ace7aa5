import { afterEach, describe, expect, it } from 'vitest';
import { createCoderReader } from '../../src/gather/coder/coder-reader.ts';
import { NO_REHEARSER } from '../../src/gather/gather.ts';
import { createPlanReader } from '../../src/gather/plan/read-plan.ts';
import type { GatherRequest } from '../../src/gather/requests.ts';
import { DEFAULT_HISTORY_POLICY } from '../../src/model/history/history.ts';
import { plain } from '../../src/model/text.ts';
import { check } from '../../src/run/check.ts';
import { FakeCoder } from '../support/coder/fake-coder.ts';
import { type LoopbackServer, serve } from '../support/coder/loopback.ts';
import { createWorkspace, pushTemplate, rebuild } from '../support/coder/operate.ts';
import { connection } from '../support/coder/rig.ts';
import { ADMIN_TOKEN, emptyWorld, MEMBER_TOKEN } from '../support/coder/world.ts';

let server: LoopbackServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

interface Options {
  readonly token?: string;
  readonly values?: GatherRequest['values'];
  readonly classicFlow?: boolean;
  readonly isAway?: boolean;
}

/** Seven workspaces: three with the option that is gone, one of them stopped; two with more than four processors. */
async function judge({ token = ADMIN_TOKEN, values = 'none', classicFlow = false, isAway = false }: Options = {}) {
  const world = emptyWorld();
  const template = pushTemplate(world, 'docker', []);
  template.classicFlow = classicFlow;
  for (const cpus of ['2', '2', '8', '5']) createWorkspace(world, template, { image: 'noble', cpus });
  const old = ['2', '2', '2'].map((cpus) => createWorkspace(world, template, { image: 'jammy', cpus }));
  rebuild(world, old[0]!, 'stop', 'succeeded');
  server = await serve(new FakeCoder(world, { version: 'v2.38.8' }));
  const { url } = server;
  if (isAway) await server.close();
  const access = {
    kind: 'connection' as const,
    connection: connection({ baseUrl: new URL(`${url}/`), token, deadlineMs: 1500 }),
  };
  const directory = 'fixtures/templates/parameter-value-removed';
  const request: GatherRequest = {
    plans: [`${directory}/plan.json`],
    templates: [],
    configuration: undefined,
    assumePrebuild: false,
    values,
    persistentTypes: [],
    baseline: `${directory}/base.plan.json`,
    maxPrebuilds: undefined,
    prebuildGrowthFactor: undefined,
    coder: {
      history: { kind: 'not-configured' },
      policy: DEFAULT_HISTORY_POLICY,
      live: { kind: 'coder', access, template: { template: 'docker' }, baseline: false, quota: true },
      follow: undefined,
    },
    isPullRequest: false,
    commentKey: 'default',
    notify: [],
    suggestions: false,
  };
  const { report } = await check(
    { ...request, failOn: 'error', onInconclusive: 'fail' },
    { plans: createPlanReader(), rehearser: NO_REHEARSER, coder: createCoderReader(() => undefined) },
  );
  const own = ['image', 'cpus'].flatMap((name) =>
    report.findings.filter(({ ruleId, subject }) => {
      return ruleId === 'parameter-value-removed' && subject.kind === 'parameter' && subject.name === name;
    }),
  );
  return {
    said: own.map(({ severity, what }) => `${severity}: ${plain(what)}`),
    why: own.map(({ why }) => plain(why)),
    state: report.rules.find(({ id }) => id === 'parameter-value-removed')?.state.kind,
    notices: report.notices.map(({ text }) => plain(text)),
  };
}

describe('the blast radius of a change', () => {
  it('is how many workspaces of the template it breaks', async () => {
    const { said, state, notices } = await judge();
    expect(said[0]).toMatch(
      /^error: .* no longer accepts `jammy`.* This breaks 3 of 7 workspaces, 2 of them running\.$/,
    );
    expect(said[1]).toMatch(/^error: .* falls from 8 to 4.* This breaks 2 of 7 workspaces, 2 of them running\.$/);
    expect(state).toBe('checked');
    expect(notices).toEqual([expect.stringMatching(/Terraform `1\.11\.4`, which is older than the `1\.17\.2`/)]);
  });

  it('names workspaces only where values may be shown', async () => {
    expect((await judge()).said.join()).not.toMatch(/member|dev-/);
    expect((await judge({ values: 'safe' })).said[0]).toMatch(/running \(`member\/dev-\d+`, `member\/dev-\d+` and /);
  });

  it('is told in words of the flow that the template has', async () => {
    expect((await judge()).why[1]).not.toMatch(/classic/);
    expect((await judge({ classicFlow: true })).why[1]).toMatch(
      /Terraform fails it\..* start, stop and delete fail too/,
    );
  });

  it('is open where the token sees its own workspaces alone, or nobody answers', async () => {
    for (const options of [{ token: MEMBER_TOKEN }, { isAway: true }]) {
      const { said, state } = await judge(options);
      // A preset had the option, whoever else has it; of the range nothing is known.
      expect(said[0]).toMatch(/^error: .* Every workspace that has this value is affected\.$/);
      expect(said[1]).toMatch(/^warning: /);
      expect(state).toBe('not-checked');
    }
  });
});
