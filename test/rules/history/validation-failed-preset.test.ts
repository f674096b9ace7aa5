import { describe, expect, it } from 'vitest';
import type { PresetHistory, TemplateHistory } from '../../../src/model/history/history.ts';
import { plain } from '../../../src/model/text.ts';
import { validationFailedPreset } from '../../../src/rules/history/validation-failed-preset.ts';
import { notChecked, prebuilds, preset, snapshot, template } from '../../support/builders.ts';
import { history, NOW, presetHistory, snapshotOf } from '../../support/history.ts';

interface Case {
  readonly because: string;
  readonly preset?: Partial<PresetHistory>;
  readonly template?: Partial<TemplateHistory>;
  readonly kind: 'checked' | 'not-checked';
  readonly found: boolean;
}

const never = { desiredInstances: 2, attempted: false } as const;

function neverBuilt(overrides: Partial<PresetHistory> = {}, own: Partial<TemplateHistory> = {}): TemplateHistory {
  return history({ presets: [presetHistory('Go', '', { ...never, ...overrides })], ...own });
}

describe('validation-failed-preset', () => {
  it.each<Case>([
    { because: 'prebuilds are wanted and none was ever started', kind: 'checked', found: true },
    { because: 'none is wanted', preset: { desiredInstances: 0 }, kind: 'checked', found: false },
    { because: 'one was built and claimed since', preset: { attempted: true }, kind: 'checked', found: false },
    {
      because: 'the version is too young',
      template: { version: { id: 'v', name: 'v', activeSince: NOW - 60_000 } },
      kind: 'checked',
      found: false,
    },
    { because: 'a pause explains it', template: { reconciliationPaused: true }, kind: 'checked', found: false },
    { because: 'so does a deprecation', template: { deprecated: true }, kind: 'checked', found: false },
    {
      because: 'a pause may explain it, and the server does not tell',
      template: { reconciliationPaused: undefined },
      kind: 'not-checked',
      found: false,
    },
    {
      because: 'the server does not tell what it tried',
      preset: { attempted: undefined },
      kind: 'not-checked',
      found: false,
    },
    {
      because: 'without a licence nothing is tried',
      template: { licensed: false, gaps: [notChecked()] },
      kind: 'not-checked',
      found: false,
    },
    {
      because: 'the token may be blind',
      preset: { builds: undefined },
      template: { gaps: [notChecked()] },
      kind: 'not-checked',
      found: false,
    },
  ])('is $kind with finding: $found, because $because', ({ preset: own, template: other, kind, found }) => {
    expect(validationFailedPreset.evaluate(snapshotOf(neverBuilt(own, other)))).toMatchObject({
      kind,
      items: found ? [{ subject: { name: 'Go' } }] : [],
    });
  });

  it('is a warning where the template schedules its prebuilds: none may be meant at this hour', () => {
    const scheduling = { timezone: 'UTC', schedules: [{ cron: '* 8-18 * * 1-5', instances: 2 }] };
    const scheduled = template({ presets: [preset({ name: 'Go', prebuilds: prebuilds({ scheduling }) })] });
    const outcome = validationFailedPreset.evaluate(snapshotOf(neverBuilt(), {}, { template: scheduled }));
    expect(outcome.items[0]?.severity).toBe('warning');
    expect(validationFailedPreset.evaluate(snapshotOf(neverBuilt())).items[0]?.severity).toBeUndefined();
  });

  it('is not configured without a Coder', () => {
    expect(validationFailedPreset.evaluate(snapshot()).kind).toBe('not-configured');
  });

  it('says what never happened, why it stays so, and what clears it', () => {
    const said = validationFailedPreset.evaluate(snapshotOf(neverBuilt())).items.flatMap((violation) => {
      const { what, why, remedy } = validationFailedPreset.explain(violation);
      return [what, why, remedy].map(plain);
    });
    expect(said).toMatchInlineSnapshot(`
      [
        "Coder never built a prebuild of preset \`Go\`, although version \`v12\` has asked for 2 since 2026-02-28 12:00 UTC.",
        "If Coder refuses the request for a prebuild with 400 (a missing or invalid parameter, a bad workspace tag), it marks the preset as failed validation and stops trying. No build is left to show this.",
        "Give the preset a valid value for every parameter and promote a new version: nothing else clears the mark. If a schedule of the preset asks for no prebuilds at this hour, all is well.",
      ]
    `);
  });
});
