import { describe, expect, it } from 'vitest';
import { plain } from '../../../src/model/text.ts';
import { reconciliationPaused } from '../../../src/rules/history/reconciliation-paused.ts';
import { notChecked, snapshot } from '../../support/builders.ts';
import { history, snapshotOf } from '../../support/history.ts';

describe('reconciliation-paused', () => {
  it.each([
    { paused: true, licensed: true, kind: 'checked', found: 1, because: 'it is paused' },
    { paused: false, licensed: true, kind: 'checked', found: 0, because: 'it runs' },
    { paused: undefined, licensed: true, kind: 'not-checked', found: 0, because: 'the server does not tell' },
    { paused: undefined, licensed: undefined, kind: 'not-checked', found: 0, because: 'the server tells nothing' },
    {
      paused: undefined,
      licensed: false,
      kind: 'checked',
      found: 0,
      because: 'without a licence there is nothing to pause',
    },
  ])('is $kind with $found finding, because $because', ({ paused, licensed, kind, found }) => {
    const outcome = reconciliationPaused.evaluate(snapshotOf(history({ reconciliationPaused: paused, licensed })));
    expect([outcome.kind, outcome.items.length]).toEqual([kind, found]);
  });

  it('is not checked with a gap, and not configured without a Coder', () => {
    expect(reconciliationPaused.evaluate(snapshotOf(history({ gaps: [notChecked()] }))).kind).toBe('not-checked');
    expect(reconciliationPaused.evaluate(snapshot()).kind).toBe('not-configured');
  });

  it('says what stands still and how to resume it', () => {
    const said = reconciliationPaused
      .evaluate(snapshotOf(history({ reconciliationPaused: true })))
      .items.flatMap((violation) => Object.values(reconciliationPaused.explain(violation)).map(plain));
    expect(said).toMatchInlineSnapshot(`
      [
        "Prebuild reconciliation is paused on this Coder server, so Coder builds nothing for version \`v12\`.",
        "Coder does not refill pools that claims empty. While it is paused, a history without failures proves nothing.",
        "Resume it with \`coder prebuilds resume\` once the reason for the pause is gone.",
      ]
    `);
  });
});
