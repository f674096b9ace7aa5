import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/engine/evaluate.ts';
import { readTemplateHistory } from '../../../src/gather/coder/history/read-history.ts';
import type { TemplateHistory } from '../../../src/model/history/history.ts';
import type { Source } from '../../../src/model/judgement/outcome.ts';
import type { Rule } from '../../../src/model/judgement/rule.ts';
import { failingPrebuildDeletion } from '../../../src/rules/history/failing-prebuild-deletion.ts';
import { failingPreset } from '../../../src/rules/history/failing-preset.ts';
import { hardLimitedPreset } from '../../../src/rules/history/hard-limited-preset.ts';
import { reconciliationPaused } from '../../../src/rules/history/reconciliation-paused.ts';
import { validationFailedPreset } from '../../../src/rules/history/validation-failed-preset.ts';
import { snapshot } from '../../support/builders.ts';
import { FAULTS } from '../../support/coder/faults.ts';
import type { Injector } from '../../support/coder/in-process.ts';
import { claim, createPrebuild, presetNamed, pushTemplate, rebuild, wait } from '../../support/coder/operate.ts';
import { rig } from '../../support/coder/rig.ts';
import { ADMIN_TOKEN, emptyWorld, type World } from '../../support/coder/world.ts';

const RULES: readonly Rule[] = [
  hardLimitedPreset,
  failingPreset,
  validationFailedPreset,
  failingPrebuildDeletion,
  reconciliationPaused,
];

const DEADLINE_MS = 60_000;

const WORLDS: Readonly<Record<string, () => World>> = {
  limited: () => worldOf('failed failed failed'),
  'limited on several pages': () => worldOf('failed '.repeat(9).trim()),
  'saved by one success on the last page': () => worldOf(`${'failed '.repeat(8)}succeeded`),
  failing: () => worldOf('succeeded failed'),
  healthy: () => worldOf('succeeded succeeded'),
  refused: () => worldOf(''),
  'claimed to the last': () => {
    const world = worldOf('succeeded succeeded');
    for (const workspace of world.workspaces) claim(world, workspace, world.users[1]?.id ?? '');
    return world;
  },
  paused: () => Object.assign(worldOf(''), { paused: true }),
  'not deleting': () => {
    const world = worldOf('succeeded succeeded');
    for (const workspace of world.workspaces) rebuild(world, workspace, 'delete', 'failed');
    return world;
  },
  unlicensed: () => Object.assign(worldOf(''), { licensed: false }),
};

function worldOf(statuses: string): World {
  const world = emptyWorld();
  const template = pushTemplate(world, 'docker', [{ name: 'Go', instances: 2 }]);
  wait(world, 60);
  for (const status of statuses.split(' ').filter((word) => word !== '')) {
    wait(world, 1);
    createPrebuild(world, template, presetNamed(world, template, 'Go'), status === 'failed' ? 'failed' : 'succeeded');
  }
  return world;
}

/** With these a server says that it has no such page, as an older one does. That is an answer and no fault. */
const ANSWERS = ['status 403', 'status 404'];
const OPTIONAL_PAGES = /\/prebuilds\/settings$/;

interface Judgement {
  readonly findings: readonly string[];
  readonly notChecked: readonly string[];
}

function judge(histories: Source<TemplateHistory>): Judgement {
  const { findings, rules } = evaluate([snapshot({ histories })], RULES, new Map());
  return {
    findings: findings.map(({ ruleId, subject }) => `${ruleId} ${JSON.stringify(subject)}`),
    notChecked: rules.filter(({ state }) => state.kind === 'not-checked').map(({ id }) => id),
  };
}

async function run(
  world: World,
  inject?: Injector,
): Promise<{ source: Source<TemplateHistory>; requests: number; tookMs: number; paths: readonly string[] }> {
  const own = rig(world, {
    connection: { deadlineMs: DEADLINE_MS },
    server: { maxPageSize: 3 },
    ...(inject === undefined ? {} : { inject }),
  });
  const startedAt = own.clock.now();
  const source = await own.clock.drive(readTemplateHistory(own.client, { template: 'docker', organization: 'coder' }));
  return {
    source,
    requests: own.coder.requests.length,
    tookMs: own.clock.now() - startedAt,
    paths: own.coder.requests.map(({ url }) => url.pathname),
  };
}

describe.each(Object.entries(WORLDS))('a deployment that is %s', (_, makeWorld) => {
  it.each(Object.entries(FAULTS))(
    'is judged right or not at all with %s, once or for good, at any request',
    async (fault, injection) => {
      const clean = await run(makeWorld());
      const truth = judge(clean.source);
      expect(clean.requests).toBeGreaterThan(6);
      for (let index = 0; index < clean.requests; index++) {
        if (ANSWERS.includes(fault) && OPTIONAL_PAGES.test(clean.paths[index] ?? '')) continue;
        for (const isLasting of [false, true]) {
          const { source, tookMs } = await run(makeWorld(), (at, { url }) => {
            const isHit = isLasting ? url.pathname === clean.paths[index] : at === index;
            return isHit ? injection : undefined;
          });
          const where = `${fault} at ${index} (${clean.paths[index]})`;
          const judged = judge(source);
          expect(
            judged.findings.filter((finding) => !truth.findings.includes(finding)),
            where,
          ).toEqual([]);
          const lost = truth.findings.filter((finding) => !judged.findings.includes(finding));
          const silent = lost.filter((finding) => !judged.notChecked.includes(finding.split(' ')[0] ?? ''));
          expect(silent, where).toEqual([]);
          expect(tookMs, where).toBeLessThanOrEqual(DEADLINE_MS);
          expect(JSON.stringify(source), where).not.toContain(ADMIN_TOKEN);
        }
      }
    },
  );
});

it('a fault that passes is overcome', async () => {
  const { source } = await run(worldOf('failed failed failed'), (index) =>
    index % 2 === 0 ? FAULTS['no connection'] : undefined,
  );
  expect(judge(source)).toEqual({ findings: ['hard-limited-preset {"kind":"preset","name":"Go"}'], notChecked: [] });
});
