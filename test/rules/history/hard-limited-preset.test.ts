import { describe, expect, it } from 'vitest';
import { NOT_CONFIGURED } from '../../../src/model/judgement/outcome.ts';
import { plain } from '../../../src/model/text.ts';
import { hardLimitedPreset } from '../../../src/rules/history/hard-limited-preset.ts';
import { notChecked, snapshot } from '../../support/builders.ts';
import { history, presetHistory, snapshotOf } from '../../support/history.ts';

describe('hard-limited-preset', () => {
  it.each([
    { words: 'fail fail fail', limit: 3, limited: true, because: 'the newest three failed' },
    { words: 'run fail fail fail', limit: 3, limited: false, because: 'a running build breaks the streak' },
    { words: 'fail cancel fail fail', limit: 3, limited: false, because: 'canceled is not failed' },
    { words: 'fail fail', limit: 3, limited: false, because: 'one more may fail' },
    { words: '', limit: 0, limited: false, because: 'an empty history meets a limit of zero' },
    { words: 'fail fail fail', limit: 0, limited: false, because: 'zero switches the limit off' },
  ])('"$words" with limit $limit: $limited, because $because', ({ words, limit, limited }) => {
    const own = history({ presets: [presetHistory('Go', words), presetHistory('Rust')] });
    const outcome = hardLimitedPreset.evaluate(snapshotOf(own, { failureHardLimit: limit }));
    expect(outcome).toMatchObject({ kind: 'checked', items: limited ? [{ subject: { name: 'Go' } }] : [] });
  });

  it('is an error, and a warning on a change of the template, which may be the cure', () => {
    const own = history({ presets: [presetHistory('Go', 'fail fail fail')] });
    const severities = [false, true].map(
      (templateChanged) => hardLimitedPreset.evaluate(snapshotOf(own, { templateChanged })).items[0]?.severity,
    );
    expect([hardLimitedPreset.severity, ...severities]).toEqual(['error', undefined, 'warning']);
  });

  it('is judged by Coder’s defaults where the run says nothing', () => {
    const own = history({ presets: [presetHistory('Go', 'fail fail fail')] });
    const { policy: _, ...rest } = snapshotOf(own);
    expect(hardLimitedPreset.evaluate({ ...rest, policy: { persistentTypes: [] } }).items).toHaveLength(1);
  });

  it('is not checked where the history has a gap, and reports what was seen all the same', () => {
    const own = history({ presets: [presetHistory('Go', 'fail fail fail')], gaps: [notChecked()] });
    expect(hardLimitedPreset.evaluate(snapshotOf(own))).toMatchObject({ kind: 'not-checked', items: [{}] });
  });

  it('says nothing of a preset whose builds were not seen', () => {
    const own = history({ presets: [presetHistory('Go', '', { builds: undefined })], gaps: [notChecked()] });
    expect(hardLimitedPreset.evaluate(snapshotOf(own))).toMatchObject({ kind: 'not-checked', items: [] });
  });

  it('is not configured without a Coder', () => {
    expect(hardLimitedPreset.evaluate(snapshot()).kind).toBe('not-configured');
    expect(hardLimitedPreset.evaluate(snapshot({ histories: NOT_CONFIGURED })).kind).toBe('not-configured');
  });

  it('says what stopped, why it matters and what to do', () => {
    expect(words({})).toMatchInlineSnapshot(`
      [
        "Coder no longer builds prebuilds of preset \`Go\`: the newest 3 builds of version \`v12\` all failed. The last error: \`exit status 1\`.",
        "Coder notifies nobody. The pool runs empty, and every claim becomes an ordinary build that the user waits for.",
        "The build log is at \`https://coder.example.com/@prebuilds/prebuild-0/builds/1\`. Fix the template and promote a new version. If the cause was outside the template, delete the failed prebuilds: \`coder list --search owner:prebuilds\` lists them.",
      ]
    `);
    expect(words({ templateChanged: true, failureHardLimit: 1 })).toMatchInlineSnapshot(`
      [
        "Coder no longer builds prebuilds of preset \`Go\`: the newest build of version \`v12\` failed. The last error: \`exit status 1\`.",
        "Coder notifies nobody. The pool runs empty, and every claim becomes an ordinary build that the user waits for.",
        "The build log is at \`https://coder.example.com/@prebuilds/prebuild-0/builds/1\`. A merge starts a new version with no failures, so make sure that it fixes this error.",
      ]
    `);
  });
});

function words(policy: Parameters<typeof snapshotOf>[1]): readonly string[] {
  const own = history({ presets: [presetHistory('Go', 'fail fail fail')] });
  return hardLimitedPreset.evaluate(snapshotOf(own, policy)).items.flatMap((violation) => {
    const { what, why, remedy } = hardLimitedPreset.explain(violation);
    return [what, why, remedy].map(plain);
  });
}
