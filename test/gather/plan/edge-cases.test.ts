import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { replacementCause } from '../../../src/explain/replacement-cause.ts';
import { createPlanReader, parsePlan } from '../../../src/gather/plan/read-plan.ts';
import { formatPath } from '../../../src/model/plan/attribute-path.ts';
import { isReplacement, type Plan, type ResourceChange } from '../../../src/model/plan/plan.ts';
import { planKind } from '../../../src/model/plan/plan-kind.ts';

const reader = createPlanReader();
const valid = async (name: string, values: 'none' | 'safe' = 'safe') =>
  (await reader.readPlan(`fixtures/plans/valid/${name}.json`, values)).plan;
const claimOf = async (template: string) =>
  (await reader.readPlan(`fixtures/templates/${template}/claim.plan.json`, 'none')).plan;
const changeAt = (plan: Plan, address: string): ResourceChange => {
  const change = plan.changes.find((candidate) => candidate.address === address);
  if (change === undefined) throw new Error(`${address} is not in the plan`);
  return change;
};
const replacedIn = (plan: Plan) => plan.changes.filter(isReplacement).map(({ address }) => address);
const ofJson = (value: unknown) => parsePlan(Buffer.from(JSON.stringify(value)), 'safe');
const planWith = (changes: unknown, more: object = {}) => ({
  format_version: '1.2',
  resource_changes: changes,
  ...more,
});

describe('the kind of a plan', () => {
  it.each([
    ['real-p0', 'fresh'],
    ['real-p1', 'ordinary'],
    ['real-pcount', 'ordinary'],
    ['real-preplace', 'ordinary'],
    ['real-ptaint', 'ordinary'],
    ['real-moved-imported-removed', 'ordinary'],
    ['real-pdestroy', 'destroy'],
    ['real-prefreshonly', 'refresh-only'],
    ['real-ptarget', 'partial'],
    ['deferred', 'partial'],
    ['real-errored-partial', 'errored'],
    ['real-errored-no-changes', 'errored'],
    ['real-errored-prevent-destroy', 'errored'],
    ['real-empty-config', 'fresh'],
  ])('%s is %s', async (name, kind) => {
    expect(planKind(await valid(name))).toBe(kind);
  });

  it.each(['docker-workspace', 'owner-name', 'module', 'prebuild-count', 'two-agents'])(
    'the recorded claim of %s is claim',
    async (template) => {
      expect(planKind(await claimOf(template))).toBe('claim');
    },
  );

  it('a plan whose state holds data alone is fresh', async () => {
    const { plan } = await reader.readPlan('fixtures/templates/docker-workspace/prebuild.plan.json', 'none');
    expect(plan.workspaces).toMatchObject([{ isPrebuild: true }]);
    expect(planKind(plan)).toBe('fresh');
  });
});

describe('changes', () => {
  it('that are absent are none, and no error', async () => {
    for (const name of ['no-resource-changes', 'real-prefreshonly', 'real-empty-config']) {
      expect((await valid(name)).changes).toEqual([]);
    }
  });

  it('keep the order of their actions', async () => {
    const plan = await valid('real-p1');
    expect(changeAt(plan, 'terraform_data.basic').actions).toEqual(['delete', 'create']);
    expect(changeAt(plan, 'terraform_data.cbd').actions).toEqual(['create', 'delete']);
  });

  it('of words that nobody knows do not crash, and hide no word that is known', async () => {
    expect(replacedIn(await valid('unknown-action'))).toEqual(['t.b']);
  });

  it('keep a reason that nobody knows as it is', async () => {
    const plan = await valid('unknown-reason');
    expect(plan.changes[0]?.actionReason).toBeDefined();
    expect(replacedIn(plan)).toEqual(['t.a']);
  });

  it.each([
    ['real-preplace', 'terraform_data.basic', 'replace_by_request', 0],
    ['real-preplace_change', 'terraform_data.basic', 'replace_by_request', 1],
    ['real-ptaint', 'terraform_data.basic', 'replace_because_tainted', 0],
    ['real-ptaint_change', 'terraform_data.basic', 'replace_because_tainted', 0],
    ['real-p1', 'terraform_data.rtb', 'replace_by_triggers', 0],
    ['real-p1', 'terraform_data.basic', 'replace_because_cannot_update', 1],
  ])('%s: %s has the reason %s and %i paths, independent of each other', async (name, address, reason, paths) => {
    const change = changeAt(await valid(name), address);
    expect({ reason: change.actionReason, paths: change.replacePaths.length }).toEqual({ reason, paths });
  });

  it('that wait for another replacement say so, and lead there', async () => {
    const plan = await valid('real-p1');
    const change = changeAt(plan, 'terraform_data.downstream');
    expect(change.attributes).toMatchObject([{ becomesUnknown: true, after: { kind: 'unknown' } }]);
    expect(replacementCause(plan, change).root).toBe('terraform_data.basic');
  });

  it('by a smaller count are deletions, not replacements', async () => {
    const plan = await valid('real-pcount');
    expect(replacedIn(plan)).toEqual([]);
    expect(plan.isDestroy).toBe(false);
    expect(plan.changes.some(({ actionReason }) => actionReason === 'delete_because_count_index')).toBe(true);
  });

  it('name the address before a move, and forgetting is none', async () => {
    const plan = await valid('real-moved-imported-removed');
    expect(plan.changes.some(({ previousAddress }) => previousAddress !== undefined)).toBe(true);
    expect(replacedIn(plan)).toHaveLength(18);
  });

  it('of a deposed object share an address with the current one and have a key of their own', async () => {
    const plan = await valid('deposed-duplicate-address');
    expect(plan.changes.map(({ address }) => address)).toEqual(['t.a', 't.a']);
    expect(new Set(plan.changes.map(({ address, deposed }) => `${address} ${deposed}`)).size).toBe(2);
  });

  it('that are put off are possible, not planned', async () => {
    const plan = await valid('deferred');
    expect(replacedIn(plan)).toEqual([]);
    expect(plan.deferredChanges.some(isReplacement)).toBe(true);
  });

  it('that drifted are none', () => {
    const drift = [
      { address: 't.a', type: 't', name: 'a', mode: 'managed', change: { actions: ['delete', 'create'] } },
    ];
    expect(ofJson(planWith([], { resource_drift: drift })).plan.changes).toEqual([]);
  });

  it.each([
    ['importing: false', { importing: false }],
    ['importing an identity', { importing: { identity: { id: 'x' } } }],
    ['null in place of everything', { before: null, after: null, after_unknown: null, before_sensitive: null }],
    ['no values at all', {}],
  ])('with %s are read', (_, more) => {
    const { plan } = ofJson(
      planWith([
        { address: 't.a', mode: 'managed', type: 't', name: 'a', change: { actions: ['delete', 'create'], ...more } },
      ]),
    );
    expect(replacedIn(plan)).toEqual(['t.a']);
  });

  it('with deposed: true, as in alphas of 2018, are read', () => {
    const { plan } = ofJson(
      planWith([{ address: 't.a', type: 't', name: 'a', deposed: true, change: { actions: ['NoOp'] } }]),
    );
    expect(plan.changes).toMatchObject([{ deposed: 'deposed', actions: ['NoOp'], mode: 'managed' }]);
  });

  it.each([
    [1],
    [null],
    ['x'],
    [{}],
    [{ change: null }],
    [{ change: { actions: 'delete' } }],
    [{ change: { actions: [] } }],
  ])('such as %j are counted and told, never passed over in silence', (element) => {
    const { plan, notices } = ofJson(planWith([element]));
    expect(plan.unreadableChanges).toBe(1);
    expect(notices).toHaveLength(1);
  });

  it('have paths whose odd steps are opaque and quoted, and never show what is no name', async () => {
    const plan = await valid('path-steps-odd');
    const paths = plan.changes[0]?.replacePaths.map(formatPath) ?? [];
    expect(paths).toContain('(whole resource)');
    expect(paths.join('\n')).toContain('[*]');
    expect(JSON.stringify(plan.changes)).not.toContain('SECRETSTEP');
  });

  it('pass addresses through untouched', async () => {
    const raw = JSON.parse(readFileSync('fixtures/plans/valid/real-p1.json', 'utf8')) as {
      resource_changes: { address: string; index?: unknown }[];
    };
    const plan = await valid('real-p1');
    expect(plan.changes.map(({ address, index }) => ({ address, index }))).toEqual(
      raw.resource_changes.map(({ address, index }) => ({ address, index })),
    );
  });
});

describe('values', () => {
  it.each(['masks-true-root', 'mask-ancestor-and-descendant', 'proto-keys', 'path-steps-odd'])(
    'that %s hides are in nothing that is read',
    async (name) => {
      for (const values of ['safe', 'none'] as const)
        expect(JSON.stringify(await valid(name, values))).not.toMatch(/SECRET/);
    },
  );

  it('that JavaScript rounds are not called equal', async () => {
    expect(replacedIn(await valid('big-numbers'))).toEqual(['t.a']);
  });

  it('that are nested 20,000 deep overflow no stack', async () => {
    expect(replacedIn(await valid('deep-nesting'))).toEqual(['t.a']);
  });
});

describe('other producers', () => {
  it('Terraform 0.12 replaces without a reason', async () => {
    const plan = await valid('tf012-legacy');
    expect(plan.changes.filter(isReplacement)).toMatchObject([{ actionReason: undefined, replacePaths: [] }]);
  });

  it("HCP's redacted plan says neither what existed nor what is configured", async () => {
    const plan = await valid('hcp-redacted');
    expect(plan).toMatchObject({ redactedByHcp: true, priorResources: undefined, configuration: undefined });
    expect(replacedIn(plan)).toHaveLength(1);
  });

  it.each(['create-forget', 'forget-create-opentofu'])('%s is a replacement', async (name) => {
    expect(replacedIn(await valid(name))).toEqual(['t.a']);
  });

  it('OpenTofu opens ephemeral resources, which changes nothing', async () => {
    expect(replacedIn(await valid('ephemeral-open-opentofu'))).toEqual([]);
  });
});

it('of a key that is there twice the last one counts, as for JSON.parse', () => {
  const text =
    '{"format_version":"1.2","resource_changes":[{"address":"t.a","change":{"actions":["delete","create"]}}],"resource_changes":[]}';
  expect(parsePlan(Buffer.from(text), 'none').plan.changes).toEqual([]);
});

describe('a plan that is cut short', () => {
  it('is refused at every byte', () => {
    const bytes = readFileSync('fixtures/plans/valid/create-forget.json');
    const end = bytes.toString('utf8').trimEnd().length;
    for (let length = 0; length < end; length++) {
      expect(() => parsePlan(bytes.subarray(0, length), 'none'), `${length} bytes`).toThrow();
    }
  });

  it('is refused wherever a large one was cut', () => {
    const bytes = readFileSync('fixtures/plans/valid/real-p1.json');
    const end = bytes.toString('utf8').trimEnd().length;
    for (let length = 1; length < end; length += 137) {
      expect(() => parsePlan(bytes.subarray(0, length), 'none'), `${length} bytes`).toThrow();
    }
  });

  it('is refused without a word of what is in it', async () => {
    const text = '{"format_version":"1.2","variables":{"password":{"value":s3cretvalue}}}';
    const error = await createPlanReader(Readable.from([text]))
      .readPlan('-', 'none')
      .catch((caught: unknown) => caught);
    expect(String(error)).toMatch(/^UserError: Standard input is not valid JSON/);
    expect(String(error)).not.toMatch(/s3cret|password/);
  });
});

describe('what is no file of a plan', () => {
  let directory: string;
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'prebuild-guard-inputs-'));
    mkdirSync(join(directory, 'a-directory'));
    writeFileSync(join(directory, 'forbidden.json'), '{}', { mode: 0o000 });
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  const refusal = async (name: string) =>
    String(await reader.readPlan(join(directory, name), 'none').catch((error: unknown) => error));

  it('is a directory', async () => {
    expect(await refusal('a-directory')).toContain('is a directory; name the plan file in it');
  });

  it('does not exist', async () => {
    expect(await refusal('missing.json')).toContain('does not exist; correct the path');
  });

  it.skipIf(process.platform === 'win32')('is a pipe that nobody writes to', async () => {
    execFileSync('mkfifo', [join(directory, 'pipe')]);
    expect(await refusal('pipe')).toContain('is a pipe, a socket or a device, not a regular file');
  });

  it.skipIf(process.platform === 'win32')('is a link that leads back to itself', async () => {
    symlinkSync(join(directory, 'loop'), join(directory, 'loop'));
    expect(await refusal('loop')).toContain('leads back to itself');
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('may not be read', async () => {
    expect(await refusal('forbidden.json')).toContain('cannot be read by this user');
  });
});
