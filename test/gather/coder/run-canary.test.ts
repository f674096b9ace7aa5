import { describe, expect, it } from 'vitest';
import { type CanaryRequest, runCanary } from '../../../src/gather/coder/run-canary.ts';
import type { CanaryProgress } from '../../../src/model/history/canary.ts';
import { plain } from '../../../src/model/text.ts';
import { fetchFrom } from '../../support/coder/in-process.ts';
import {
  createPrebuild,
  finish,
  presetNamed,
  promote,
  pushTemplate,
  pushVersion,
  wait,
} from '../../support/coder/operate.ts';
import { connection, type RigOptions, rig } from '../../support/coder/rig.ts';
import { emptyWorld, type FakeTemplate, TEMPLATE_ADMIN_TOKEN, type World } from '../../support/coder/world.ts';
import { historyPolicy } from '../../support/history.ts';

interface Scene {
  readonly world: World;
  readonly template: FakeTemplate;
}

function deployment(): Scene {
  const world = emptyWorld();
  const template = pushTemplate(world, 'docker', [{ name: 'Go' }, { name: 'Rust' }]);
  wait(world, 60);
  return { world, template };
}

/** What the deployment does at each look, counted from 0. */
type Script = (look: number, scene: Scene) => void;

async function follow(scene: Scene, script: Script, request: Partial<CanaryRequest> = {}, options: RigOptions = {}) {
  const { coder, clock } = rig(scene.world, options);
  const lines: CanaryProgress[] = [];
  let looks = 0;
  const fetch = fetchFrom(coder, (index, sent) => {
    scene.world.clock = Math.max(scene.world.clock, clock.now() * 1000);
    if (sent.url.pathname.endsWith('/entitlements')) script(looks++, scene);
    return options.inject?.(index, sent);
  });
  const result = await clock.drive(
    runCanary(
      connection(options.connection),
      { template: 'docker', timeoutMs: 1_200_000, policy: historyPolicy(), ...request },
      clock.effects(fetch),
      (progress) => lines.push(progress),
    ),
  );
  return { result, lines, kinds: lines.map(({ decision }) => decision.kind), requests: coder.requests.length };
}

function createOne({ world, template }: Scene, name: string, status: 'failed' | 'succeeded' | 'running' = 'running') {
  return createPrebuild(world, template, presetNamed(world, template, name), status);
}

function createBoth(scene: Scene): void {
  for (const name of ['Go', 'Rust']) createOne(scene, name);
}

describe('the canary gate', () => {
  it('waits until every preset has a ready prebuild', async () => {
    const { result, kinds } = await follow(deployment(), (look, scene) => {
      if (look === 0) createBoth(scene);
      if (look === 2) finish(scene.world.workspaces[0]!, 'succeeded');
      if (look === 4) finish(scene.world.workspaces[1]!, 'succeeded');
    });
    expect(kinds).toEqual(['wait', 'wait', 'wait', 'wait', 'ready']);
    expect(result).toMatchObject({ elapsedMs: 40_000, version: 'v1', promotePrevious: undefined });
  });

  it('ends with the first preset that reaches the limit, and says how to go back', async () => {
    const scene = deployment();
    const { result, kinds } = await follow(
      scene,
      (look) => {
        if (look === 1)
          promote(scene.world, scene.template, pushVersion(scene.world, scene.template, [{ name: 'Go' }]));
        if (look >= 1) createOne(scene, 'Go', 'failed');
      },
      { version: 'v2' },
    );
    expect(kinds).toEqual(['wait', 'wait', 'wait', 'failed']);
    expect(result.promotePrevious).toBe(
      'coder templates versions promote --template=docker --template-version=v1 --org=coder',
    );
  });

  it('finds the version before among the template’s versions where it never was active meanwhile', async () => {
    const scene = deployment();
    promote(scene.world, scene.template, pushVersion(scene.world, scene.template, [{ name: 'Go' }]));
    wait(scene.world, 1);
    promote(scene.world, scene.template, pushVersion(scene.world, scene.template, [{ name: 'Go' }]));
    const { result } = await follow(scene, () => createOne(scene, 'Go', 'failed'));
    expect(result.promotePrevious).toMatch(/--template-version=v2 /);
  });

  it('runs out of time, and not far beyond it', async () => {
    const { result, lines } = await follow(deployment(), (look, scene) => look === 0 && createBoth(scene), {
      timeoutMs: 65_000,
    });
    expect(result.decision.kind).toBe('timed-out');
    expect(result.elapsedMs).toBe(65_000);
    expect(lines).toHaveLength(8);
    expect(result.promotePrevious).toBeUndefined();
  });

  it('stays within its time though no answer ever comes', async () => {
    const { result } = await follow(
      deployment(),
      () => undefined,
      { timeoutMs: 65_000 },
      {
        inject: () => ({ kind: 'silence' }),
      },
    );
    expect(result.decision.kind).toBe('timed-out');
    expect(result.elapsedMs).toBeLessThanOrEqual(66_000);
  });

  it('goes on after a server that was away', async () => {
    let isAway = false;
    const { kinds } = await follow(
      deployment(),
      (look, scene) => {
        isAway = look === 1;
        if (look === 0) createBoth(scene);
        if (look === 2) for (const workspace of scene.world.workspaces) finish(workspace, 'succeeded');
      },
      {},
      { inject: () => (isAway ? { kind: 'answer', answer: { status: 500, body: {} } } : undefined) },
    );
    expect(kinds).toEqual(['wait', 'wait', 'ready']);
  });

  it('ends at once where the answer will never come', async () => {
    const scene = deployment();
    scene.world.paused = true;
    const { kinds } = await follow(scene, () => undefined);
    expect(kinds).toEqual(['blocked']);
  });

  it('names a version that does not exist, with those that are near', async () => {
    const scene = deployment();
    for (let count = 0; count < 12; count++) {
      wait(scene.world, 1);
      pushVersion(scene.world, scene.template, []);
    }
    const { result, kinds } = await follow(scene, () => undefined, { version: 'v14' });
    expect(kinds).toEqual(['wait', 'blocked']);
    expect(result.elapsedMs).toBeLessThan(5000);
    const { decision } = result;
    expect(decision.kind === 'blocked' && plain(decision.reason.detail)).toBe(
      'Template `docker` has no version `v14`; near it are `v1`, `v13` and `v12`.',
    );
  });

  it('says so in the end where there is no time for a second look', async () => {
    const { result } = await follow(deployment(), () => undefined, { version: 'nope', timeoutMs: 1 });
    expect(result.decision).toMatchObject({ kind: 'blocked', reason: { code: 'version-not-found' } });
  });

  it('does not wait for a version whose import failed', async () => {
    const scene = deployment();
    pushVersion(scene.world, scene.template, []).importStatus = 'failed';
    const { result, kinds } = await follow(scene, () => undefined, { version: 'v2' });
    expect(kinds).toEqual(['blocked']);
    expect(result.decision).toMatchObject({ reason: { code: 'version-not-imported' } });
  });

  it('waits for a version that is there and not active', async () => {
    const scene = deployment();
    pushVersion(scene.world, scene.template, []);
    const { result } = await follow(scene, () => undefined, { version: 'v2', timeoutMs: 60_000 });
    expect(result.decision).toMatchObject({ kind: 'timed-out', reason: { code: 'version-not-active' } });
  });

  it('calls no preset refused that it may not see being built', async () => {
    const { result } = await follow(
      deployment(),
      () => undefined,
      { timeoutMs: 60_000 },
      { connection: { token: TEMPLATE_ADMIN_TOKEN } },
    );
    expect(result.decision.kind).toBe('timed-out');
  });

  it('quotes for the shell what needs it', async () => {
    const scene = deployment();
    const odd = { ...scene.world.versions[0]!, name: "it's $(bad)" };
    scene.world.versions.splice(0, 1, odd);
    wait(scene.world, 1);
    promote(scene.world, scene.template, pushVersion(scene.world, scene.template, [{ name: 'Go' }]));
    const { result } = await follow(scene, () => createOne(scene, 'Go', 'failed'));
    expect(result.promotePrevious).toContain(`--template-version='it'\\''s $(bad)'`);
  });
});
