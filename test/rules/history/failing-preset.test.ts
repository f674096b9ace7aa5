import { describe, expect, it } from 'vitest';
import { plain } from '../../../src/model/text.ts';
import { failingPreset } from '../../../src/rules/history/failing-preset.ts';
import { notChecked, snapshot } from '../../support/builders.ts';
import { history, presetHistory, snapshotOf } from '../../support/history.ts';

describe('failing-preset', () => {
  it.each([
    { words: 'fail ok', failing: true, because: 'the newest failed' },
    { words: 'run fail fail', failing: true, because: 'the build under way may be the next failure' },
    { words: 'fail fail fail', failing: false, because: 'past the limit it is another rule’s' },
    { words: 'ok fail fail', failing: false, because: 'a success ends the streak, and the pause with it' },
    { words: 'cancel fail', failing: false, because: 'canceled ends the streak too' },
    { words: '', failing: false, because: 'nothing failed' },
  ])('"$words": $failing, because $because', ({ words, failing }) => {
    const own = history({ presets: [presetHistory('Go', words)] });
    expect(failingPreset.evaluate(snapshotOf(own))).toMatchObject({
      kind: 'checked',
      items: failing ? [{ subject: { name: 'Go' } }] : [],
    });
  });

  it('reports a pause that an older failure caused', () => {
    const own = history({ presets: [presetHistory('Go', 'ok fail')] });
    const outcome = failingPreset.evaluate(snapshotOf(own, { backoffIntervalMs: 600_000 }));
    expect(outcome.items).toMatchObject([{ data: { diagnosis: { streak: 0, backoff: { failures: 1 } } } }]);
  });

  it('is not checked with a gap, and not configured without a Coder', () => {
    expect(failingPreset.evaluate(snapshotOf(history({ gaps: [notChecked()] }))).kind).toBe('not-checked');
    expect(failingPreset.evaluate(snapshot()).kind).toBe('not-configured');
  });

  it.each([
    ['fail ok', {}],
    ['fail fail', { backoffIntervalMs: 600_000 }],
    ['run fail', {}],
    ['fail', { failureHardLimit: 0 }],
    ['ok fail', { backoffIntervalMs: 600_000 }],
  ] as const)('says what happens next after "%s" with %j', (own, policy) => {
    const snapshotWith = snapshotOf(history({ presets: [presetHistory('Go', own)] }), policy);
    const said = failingPreset.evaluate(snapshotWith).items.map((violation) => {
      const { what, why, remedy } = failingPreset.explain(violation);
      return [what, why, remedy].map(plain).join('\n');
    });
    expect(said.join('\n')).toMatchSnapshot();
  });
});
