import { describe, expect, it } from 'vitest';
import { NOT_CONFIGURED } from '../../../src/model/judgement/outcome.ts';
import { leftoverPrebuilds as rule } from '../../../src/rules/history/leftover-prebuilds.ts';
import { notChecked, snapshot } from '../../support/builders.ts';
import { history, snapshotOf } from '../../support/history.ts';
import { decided, said } from '../../support/rule.ts';

const left = (workspace: string, name: string) => ({ workspace, version: { id: `id-of-${name}`, name } });

describe('leftover-prebuilds', () => {
  it.each([
    { leftovers: [], found: [], because: 'nothing was left' },
    { leftovers: undefined, found: [], because: 'an older file does not tell' },
    { leftovers: [left('prebuild-1', 'v10')], found: ['notice template'], because: 'one stayed' },
  ])('finds $found, because $because', ({ leftovers, found }) => {
    expect(decided(rule, snapshotOf(history({ leftovers }))).found).toEqual(found);
  });

  it('is not configured without Coder, and not checked with a gap', () => {
    expect(decided(rule, snapshot({ histories: NOT_CONFIGURED })).open).toBe('not-configured');
    expect(decided(rule, snapshotOf(history({ gaps: [notChecked()] }))).open).toEqual(['plan-without-state']);
  });

  it('names the versions, and that they cost', () => {
    const many = ['1', '2', '3', '4'].map((number) => left(`prebuild-${number}`, 'v11'));
    expect(said(rule, snapshotOf(history({ leftovers: [...many, left('prebuild-9', 'v9')] })))).toMatchInlineSnapshot(`
      "5 failed prebuilds are left of versions that are no longer active; \`v12\` is. Version \`v11\`: \`prebuild-1\`, \`prebuild-2\`, \`prebuild-3\` and 1 more. Version \`v9\`: \`prebuild-9\`.
      A promotion deletes the ready prebuilds of the version before, and leaves its failed ones. Each stays as a workspace of the prebuilds user, keeps what its build made before it failed, and counts for the quota.
      Delete them: \`coder list --search owner:prebuilds\` shows them."
    `);
    expect(said(rule, snapshotOf(history({ leftovers: [left('prebuild-9', 'v9')] })))).toMatchInlineSnapshot(`
      "A failed prebuild is left of a version that is no longer active; \`v12\` is. Version \`v9\`: \`prebuild-9\`.
      A promotion deletes the ready prebuilds of the version before, and leaves its failed ones. Each stays as a workspace of the prebuilds user, keeps what its build made before it failed, and counts for the quota.
      Delete it: \`coder list --search owner:prebuilds\` shows it."
    `);
  });
});
