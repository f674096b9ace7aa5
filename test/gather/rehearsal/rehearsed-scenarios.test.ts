import { describe, expect, it } from 'vitest';
import type { ClaimPlan } from '../../../src/model/judgement/claim-plan.ts';
import type { Source } from '../../../src/model/judgement/outcome.ts';
import type { Rehearsal } from '../../../src/model/judgement/rehearsal.ts';
import { formatPath } from '../../../src/model/plan/attribute-path.ts';
import { type FakedRun, rehearseWithFakes } from '../../support/rehearsal/rehearse-with-fakes.ts';
import { REHEARSED_TEMPLATES } from '../../support/rehearsal/rehearsed-templates.ts';
import type { Rpc } from '../../support/rehearsal/serve-provider.ts';
import { isMissing, terraform } from '../../support/rehearsal/terraform.ts';

/** Several processes of Terraform one after the other, on a machine that may be busy. */
const PATIENCE_MS = 180_000;

/**
 * Computed values of a real object make it refuse itself, so nothing can be
 * applied that a rehearsal could be compared with.
 */
const NOT_APPLICABLE = ['placeholder-repair'];

/** No resource of theirs uses the agent. */
const IDLE = ['alias', 'deferred-data', 'placeholder-repair', 'random', 'set-unknown'];

describe.skipIf(isMissing(terraform))('a rehearsal', () => {
  it.each(REHEARSED_TEMPLATES)(
    'of $name comes to what a claim of it does, and to what an apply shows',
    async ({ name, directory, replaced, also, isUnstable }) => {
      const rehearsed = await rehearseWithFakes(directory, { values: 'none', readFiles: true });
      const { verdict, rehearsal } = rehearsed;

      expect({ claims: gapsOf(rehearsal.claims), control: gapsOf(rehearsal.control) }).toEqual({
        claims: [],
        control: [],
      });
      expect(addressesOf(rehearsed, ['resource-replacement', 'unstable-configuration'])).toEqual(replaced.toSorted());
      expect(changesOf(rehearsal).map(({ done }) => done)).toEqual(expect.arrayContaining([...also]));
      expect(addressesOf(rehearsed, ['unstable-configuration']).length > 0).toBe(isUnstable);
      expect(addressesOf(rehearsed, ['never-ready-prebuild'])).toEqual(IDLE.includes(name) ? ['coder_agent.main'] : []);
      expect(verdict.conclusion).toBe(replaced.length > 0 || IDLE.includes(name) ? 'fail' : 'pass');
      expect(timesAsked(rehearsed, 'PlanResourceChange')).toBeGreaterThan(0);
      expect(timesAsked(rehearsed, 'ApplyResourceChange')).toBe(0);
      expect(timesAsked(rehearsed, 'ReadResource')).toBe(0);

      if (NOT_APPLICABLE.includes(name)) return;
      // What is made up has other values than what is real; that they are there is all that can be the same.
      const applied = await rehearseWithFakes(directory, { values: 'none', apply: true, readFiles: true });
      expect(timesAsked(applied, 'ApplyResourceChange')).toBeGreaterThan(0);
      expect(timesAsked(applied, 'ReadResource')).toBeGreaterThan(0);
      expect(changesOf(rehearsal)).toEqual(changesOf(applied.rehearsal));
      expect(findingsOf(rehearsed)).toEqual(findingsOf(applied));
      expect(verdict.conclusion).toBe(applied.verdict.conclusion);
    },
    PATIENCE_MS,
  );

  it('has every template that an expectation is written down for', () => {
    expect(REHEARSED_TEMPLATES).toHaveLength(26);
  });
});

interface DoneByClaim {
  readonly persona: string | undefined;
  /** `address:action`. */
  readonly done: string;
  readonly because: readonly string[];
}

/** What each claim does. */
function changesOf({ claims }: Rehearsal): readonly DoneByClaim[] {
  return itemsOf(claims).flatMap(({ plan, context }: ClaimPlan) =>
    plan.changes
      .filter(({ mode, actions }) => mode === 'managed' && actions.join() !== 'no-op')
      .map(({ address, actions, replacePaths, updatedAttributes }) => ({
        persona: context.persona,
        done: `${address}:${actions.join()}`,
        because: [...replacePaths.map(formatPath), ...updatedAttributes],
      })),
  );
}

function addressesOf({ report }: FakedRun, ruleIds: readonly string[]): readonly string[] {
  return report.findings
    .flatMap(({ ruleId, subject }) =>
      ruleIds.includes(ruleId) && subject.kind === 'resource' ? [subject.address] : [],
    )
    .toSorted();
}

/**
 * All but how it is known, and the words that follow from that. An apply on a
 * real state shows what is read back, so no table is asked about it there.
 */
function findingsOf({ report }: FakedRun): readonly unknown[] {
  return report.findings
    .filter(({ ruleId }) => ruleId !== 'read-back-replacement')
    .map(({ evidence: _, ...finding }) =>
      finding.ruleId === 'unstable-configuration' ? { ...finding, why: undefined, remedy: undefined } : finding,
    );
}

function timesAsked({ calls }: FakedRun, rpc: Rpc): number {
  return calls.filter((call) => call.rpc === rpc).length;
}

function itemsOf<T>(source: Source<T>): readonly T[] {
  return source.kind === 'read' ? source.items : [];
}

function gapsOf<T>(source: Source<T>): unknown {
  return source.kind === 'read' ? source.gaps : source.kind;
}
