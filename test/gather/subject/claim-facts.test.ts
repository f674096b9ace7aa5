import { describe, expect, it } from 'vitest';
import { snapshotOfPlan } from '../../../src/gather/subject/snapshot-of-plan.ts';
import { NOT_CONFIGURED } from '../../../src/model/judgement/outcome.ts';
import { CLAIM_FACTS } from '../../../src/model/plan/claim-proof.ts';
import { CONTENT_FACTS, READING_FACTS } from '../../../src/model/plan/content-proof.ts';
import type { Plan } from '../../../src/model/plan/plan.ts';
import { PRESENCE_FACTS, PRESET_FACTS } from '../../../src/model/plan/preset-proof.ts';
import { TEMPLATE_FACTS } from '../../../src/model/plan/template-proof.ts';
import {
  declaredEvidence,
  evidence,
  plan,
  preset,
  replacement,
  resourceChange,
  workspace,
} from '../../support/builders.ts';

function gapsOf(given: Plan, together: readonly Plan[] = [given], assumePrebuild = false): readonly string[] {
  const judgement = {
    assumePrebuild,
    baseline: NOT_CONFIGURED,
    quota: NOT_CONFIGURED,
    policy: { persistentTypes: [] },
  };
  const { claims } = snapshotOfPlan('plan.json', given, judgement, together);
  return claims.kind === 'read' ? claims.gaps.map(({ code }) => code) : [];
}

const claim = (overrides = {}) => workspace({ isPrebuildClaim: true, ...overrides });

/** Each breaks one fact of a claim plan that proves everything. */
const BROKEN: readonly { given: Partial<Plan>; codes: readonly string[] }[] = [
  { given: { errored: true }, codes: ['errored-plan'] },
  { given: { isDestroy: true }, codes: ['destroy-plan'] },
  { given: { changes: [] }, codes: ['refresh-only-plan'] },
  { given: { complete: false }, codes: ['partial-plan'] },
  { given: { deferredChanges: [replacement()] }, codes: ['partial-plan'] },
  { given: { redactedByHcp: true, priorResources: undefined }, codes: ['redacted-plan'] },
  { given: { priorResources: undefined }, codes: ['state-cut-out'] },
  { given: { priorResources: 0 }, codes: ['plan-without-state'] },
  { given: { workspaces: [claim({ transition: 'stop' })] }, codes: ['stop-plan'] },
  { given: { workspaces: [claim({ transition: undefined })] }, codes: ['not-a-start-plan'] },
  { given: { workspaces: [claim(), claim({ transition: 'delete' })] }, codes: ['not-a-start-plan'] },
  { given: { workspaces: [] }, codes: ['not-a-claim-plan'] },
  { given: { workspaces: [workspace()] }, codes: ['not-a-claim-plan'] },
  { given: { workspaces: [claim(), workspace()] }, codes: ['not-a-claim-plan'] },
  { given: { workspaces: [claim({ isPrebuild: true })] }, codes: ['not-a-claim-plan'] },
  { given: { unreadableChanges: 1 }, codes: ['unreadable-changes'] },
  { given: { changes: [resourceChange({ actions: ['replace'] })] }, codes: ['unknown-action'] },
  { given: { changes: [resourceChange({ actions: ['destroy'] })] }, codes: ['unknown-action'] },
  { given: { changes: [resourceChange({ actions: ['NoOp'] })] }, codes: ['unknown-action'] },
  { given: { changes: [resourceChange({ actions: ['no-op', 'delete'] })] }, codes: ['unknown-action'] },
  { given: { changes: [resourceChange({ actions: ['delete', 'crdate'] })] }, codes: ['unknown-action'] },
  { given: { changes: [resourceChange(), resourceChange({ mode: 'managet' })] }, codes: ['unknown-action'] },
  { given: { formatVersion: undefined }, codes: ['format-not-known'] },
  { given: { evidence: evidence({ hasUniqueKeys: false }) }, codes: ['key-twice'] },
  {
    given: { evidence: evidence({ declared: undefined }) },
    codes: ['configuration-cut-out', 'configuration-incomplete'],
  },
  { given: { evidence: evidence({ declared: declaredEvidence({ unread: ['x'] }) }) }, codes: ['template-not-read'] },
  {
    given: { evidence: evidence({ declared: declaredEvidence({ conditionalPresets: ['x'] }) }) },
    codes: ['conditional-preset'],
  },
  { given: { owners: [{ isPrebuildsUser: true }] }, codes: ['claimed-by-prebuilds-user'] },
  { given: { owners: [{ isPrebuildsUser: undefined }] }, codes: ['claimed-by-prebuilds-user'] },
  { given: { workspaces: [claim({ hasPrebuildName: true })] }, codes: ['named-as-prebuild'] },
  { given: { evidence: evidence({ notInState: ['x'] }) }, codes: ['state-incomplete'] },
  { given: { evidence: evidence({ alreadyInState: ['x'] }) }, codes: ['created-twice'] },
  { given: { evidence: evidence({ notInChanges: ['x'] }) }, codes: ['changes-incomplete'] },
  {
    given: { evidence: evidence({ declared: declaredEvidence({ undeclared: ['x'] }) }) },
    codes: ['configuration-incomplete'],
  },
  { given: { evidence: evidence({ stillPlanned: ['x'] }) }, codes: ['deleted-but-planned'] },
  { given: { evidence: evidence({ listedTwice: ['x'] }) }, codes: ['listed-twice'] },
  { given: { evidence: evidence({ forcedWithoutEffect: ['x'] }) }, codes: ['forced-without-effect'] },
  { given: { evidence: evidence({ applyableAgrees: false }) }, codes: ['applyable-disagrees'] },
  { given: { evidence: evidence({ unexplainedDrift: ['x'] }) }, codes: ['unexplained-drift'] },
  { given: { evidence: evidence({ missedByPrebuild: ['x'] }) }, codes: ['state-of-another-template'] },
  { given: { changes: [resourceChange({ isImported: true })] }, codes: ['importing-plan'] },
  { given: { changes: [resourceChange(), resourceChange({ actions: ['forget'] })] }, codes: ['forgetting-plan'] },
  { given: { evidence: evidence({ plannedPresets: [] }) }, codes: ['preset-not-planned'] },
];

describe('A claim plan', () => {
  it('that proves every fact leaves no gap', () => {
    expect(gapsOf(plan())).toEqual([]);
  });

  it.each(BROKEN)('without one fact leaves $codes', ({ given, codes }) => {
    expect(gapsOf(plan(given))).toEqual(codes);
  });

  it('has a case for every fact of the tables', () => {
    const plans = BROKEN.map(({ given }) => plan(given));
    const unbroken = [
      ...[...CLAIM_FACTS, ...READING_FACTS, ...CONTENT_FACTS, ...PRESENCE_FACTS].filter((fact) =>
        plans.every((each) => fact.isProven(each)),
      ),
      ...TEMPLATE_FACTS.filter((fact) => plans.every((each) => fact.isProven({ plan: each, called: [] }))),
      ...PRESET_FACTS.filter((fact) =>
        plans.every((each) => fact.isProven({ plan: each, together: [each], assumePrebuild: false })),
      ),
    ];
    expect(unbroken.map(({ fact }) => fact)).toEqual([]);
  });
});

describe('Presets', () => {
  const small = preset();
  const large = preset({ address: 'data.coder_workspace_preset.large', name: 'Large' });
  const planned = (address: string, key = 'one') =>
    plan({
      presets: [small, large],
      evidence: evidence({ plannedPresets: [address], declared: declaredEvidence({ key }) }),
    });

  it.each([
    { with: [planned(large.address)], gaps: [], because: 'both presets were planned' },
    { with: [], gaps: ['preset-not-planned'], because: 'one was not' },
    { with: [planned(large.address, 'other')], gaps: ['preset-not-planned'], because: 'that is another template' },
    {
      with: [{ ...planned(large.address), workspaces: [workspace()] }],
      gaps: ['preset-not-planned'],
      because: 'nobody claims in the other plan',
    },
  ])('of several plans leave $gaps, because $because', ({ with: others, gaps }) => {
    const given = planned(small.address);
    expect(gapsOf(given, [given, ...others])).toEqual(gaps);
  });

  it.each([
    { assume: false, gaps: [], because: 'without prebuilds nobody claims it' },
    { assume: true, gaps: ['preset-not-planned'], because: 'every preset is taken for one with prebuilds' },
  ])('without prebuilds leave $gaps, because $because', ({ assume, gaps }) => {
    const given = plan({ presets: [small, { ...large, prebuilds: undefined }] });
    expect(gapsOf(given, [given], assume)).toEqual(gaps);
  });
});
