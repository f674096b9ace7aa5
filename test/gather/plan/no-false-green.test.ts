import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parsePlan } from '../../../src/gather/plan/read-plan.ts';
import { isPrebuildEnabled } from '../../../src/gather/subject/snapshot-of-plan.ts';
import { planKind } from '../../../src/model/plan/plan-kind.ts';

interface RawPlan {
  complete?: unknown;
  applyable?: unknown;
  errored?: unknown;
  prior_state?: { values: { root_module: { resources: RawResource[] } } };
  resource_changes: { address: string; change: { actions: string[] } }[];
}

interface RawResource {
  address: string;
  mode: string;
  type: string;
  values: Record<string, unknown>;
  sensitive_values?: unknown;
}

const rawPlan = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as RawPlan;
const rawClaim = () => rawPlan('fixtures/templates/docker-workspace/claim.plan.json');
const planOf = (raw: unknown) => parsePlan(Buffer.from(JSON.stringify(raw)), 'none').plan;

/** As OpenTofu writes it, and Terraform before 1.8. */
function withoutWordOnCompleteness(raw: RawPlan): RawPlan {
  const { complete: _, applyable: __, ...rest } = raw;
  return rest;
}

describe('a plan that does not say whether it is complete', () => {
  it('is a claim where it lists every managed resource of the state', () => {
    expect(planKind(planOf(withoutWordOnCompleteness(rawClaim())))).toBe('claim');
  });

  it.each(rawClaim().resource_changes.map(({ address }) => address))('is partial without a word on %s', (address) => {
    const raw = withoutWordOnCompleteness(rawClaim());
    raw.resource_changes = raw.resource_changes.filter((change) => change.address !== address);
    expect(planKind(planOf(raw))).toBe('partial');
  });

  it.each([
    ['real-ptarget', 'partial'],
    ['real-p1', 'ordinary'],
    ['real-pcount', 'ordinary'],
    ['real-moved-imported-removed', 'ordinary'],
    ['real-pdestroy', 'destroy'],
    ['real-prefreshonly', 'refresh-only'],
    ['real-p0', 'fresh'],
  ])('%s is %s with and without that word', (name, kind) => {
    const raw = rawPlan(`fixtures/plans/valid/${name}.json`);
    expect(planKind(planOf(raw))).toBe(kind);
    expect(planKind(planOf(withoutWordOnCompleteness(raw)))).toBe(kind);
  });
});

describe('a flag in an odd form', () => {
  it.each(['true', 1, 'false', {}])('errored: %j does not pass for a plan without error', (errored) => {
    expect(planKind(planOf({ ...rawClaim(), errored }))).toBe('errored');
  });

  it.each(['false', 0, 'true', {}])('complete: %j does not pass for a complete plan', (complete) => {
    expect(planKind(planOf({ ...rawClaim(), complete }))).toBe('partial');
  });
});

describe('a preset whose prebuilds are sensitive', () => {
  const presetOf = (raw: RawPlan) =>
    raw.prior_state?.values.root_module.resources.find(({ type }) => type === 'coder_workspace_preset');

  it.each([
    ['the number', { prebuilds: [{ instances: true }] }],
    ['the block', { prebuilds: [true] }],
    ['all blocks', { prebuilds: true }],
    ['everything', true],
  ])('has them all the same: masked is %s', (_, mask) => {
    const raw = rawClaim();
    const preset = presetOf(raw);
    if (preset === undefined) throw new Error('the recorded plan has no preset');
    preset.sensitive_values = mask;
    const plan = planOf(raw);
    expect(plan.presets[0]?.prebuilds).toMatchObject({ instances: undefined });
    expect(plan.presets[0]?.unknown).toContain('prebuilds');
    expect(isPrebuildEnabled(plan)).toBe(true);
  });

  it('shows what is not sensitive', () => {
    const raw = rawClaim();
    const preset = presetOf(raw);
    if (preset === undefined) throw new Error('the recorded plan has no preset');
    preset.values['prebuilds'] = [{ instances: 3, expiration_policy: [{ ttl: 3600 }], scheduling: [] }];
    preset.sensitive_values = { prebuilds: [{ expiration_policy: [{ ttl: true }] }] };
    expect(planOf(raw).presets[0]?.prebuilds).toMatchObject({ instances: 3, expirationTtlSeconds: undefined });
  });
});

it('a plan whose state was cut out is not called a plan without state', () => {
  const { prior_state: _, ...raw } = rawClaim();
  expect(planOf(raw)).toMatchObject({ priorResources: undefined });
  expect(planKind(planOf(raw))).toBe('ordinary');
});

describe('a plan made to exhaust the stack', () => {
  const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
  it.each(['values', 'sensitive_values'])('by %s nested 20,000 deep is read', (key) => {
    const raw = rawClaim();
    const preset = raw.prior_state?.values.root_module.resources.find(({ type }) => type === 'coder_workspace_preset');
    Object.assign(preset ?? {}, { [key]: { parameters: 'DEEP', prebuilds: 'DEEP', name: 'DEEP' } });
    const text = JSON.stringify(raw).replaceAll('"DEEP"', nested(20_000));
    expect(parsePlan(Buffer.from(text), 'safe').plan.presets).toHaveLength(1);
  });

  it('by a key of 20 million characters is read', () => {
    const key = 'x'.repeat(20_000_000);
    const raw = rawClaim();
    for (const resource of raw.prior_state?.values.root_module.resources ?? []) {
      if (resource.mode === 'data') resource.address = `module.m["${key}"].${resource.address}["${key}"]`;
    }
    expect(parsePlan(Buffer.from(JSON.stringify(raw)), 'safe').plan.presets).toHaveLength(1);
  });
});
