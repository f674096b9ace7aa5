import { describe, expect, it } from 'vitest';
import type { PresetHistory, TemplateHistory } from '../../../src/model/history/history.ts';
import { decidePreset, diagnosePreset } from '../../../src/model/history/preset-status.ts';
import { notChecked } from '../../support/builders.ts';
import { history, historyPolicy, NOW, presetHistory } from '../../support/history.ts';

interface Case {
  readonly because: string;
  readonly words: string;
  readonly preset?: Partial<PresetHistory>;
  readonly template?: Partial<TemplateHistory>;
  readonly status: string;
  readonly action: string;
}

const empty = { desiredInstances: 2, attempted: false } as const;

describe('the status of a preset', () => {
  it.each<Case>([
    { because: 'its prebuilds are there', words: 'ok ok', status: 'healthy', action: 'creates' },
    { because: 'the newest three failed', words: 'fail fail fail', status: 'hard_limited', action: 'backs-off' },
    { because: 'the newest failed', words: 'fail ok', status: 'failing', action: 'creates' },
    {
      because: 'what is under way may be the next failure',
      words: 'run fail fail',
      status: 'failing',
      action: 'creates',
    },
    { because: 'somebody canceled the newest', words: 'cancel fail', status: 'healthy', action: 'creates' },
    { because: 'none was ever built', words: '', preset: empty, status: 'validation_failed', action: 'creates-none' },
    {
      because: 'one was built, and claimed',
      words: '',
      preset: { ...empty, attempted: true },
      status: 'healthy',
      action: 'creates',
    },
    {
      because: 'nobody knows whether one was built',
      words: '',
      preset: { ...empty, attempted: undefined },
      status: 'unknown',
      action: 'creates',
    },
    {
      because: 'there was no time to build one',
      words: '',
      preset: empty,
      template: { version: { id: 'v', name: 'v', activeSince: NOW - 299_999 } },
      status: 'unknown',
      action: 'creates',
    },
    {
      because: 'a pause explains the empty pool',
      words: '',
      preset: empty,
      template: { reconciliationPaused: true },
      status: 'unknown',
      action: 'creates-none',
    },
    {
      because: 'a pause could explain the empty pool',
      words: '',
      preset: empty,
      template: { reconciliationPaused: undefined },
      status: 'unknown',
      action: 'creates',
    },
    {
      because: 'without a licence nothing is built',
      words: '',
      preset: empty,
      template: { licensed: false, gaps: [notChecked()] },
      status: 'unknown',
      action: 'creates-none',
    },
    {
      because: 'a deprecated template gets no prebuilds',
      words: '',
      preset: empty,
      template: { deprecated: true },
      status: 'unknown',
      action: 'creates-none',
    },
    {
      because: 'a deprecated template is limited like another',
      words: 'fail fail fail',
      template: { deprecated: true },
      status: 'hard_limited',
      action: 'creates-none',
    },
    { because: 'none is wanted', words: '', preset: { desiredInstances: 0 }, status: 'healthy', action: 'creates' },
    {
      because: 'it has no prebuilds',
      words: '',
      preset: { desiredInstances: null },
      status: 'healthy',
      action: 'creates-none',
    },
    {
      because: 'an old server does not say whether any is wanted',
      words: '',
      preset: { desiredInstances: undefined },
      status: 'unknown',
      action: 'creates',
    },
    {
      because: 'the workspaces were not seen',
      words: '',
      preset: { builds: undefined, ready: undefined },
      template: { gaps: [notChecked()] },
      status: 'unknown',
      action: 'unknown',
    },
  ])('is $status, because $because', ({ words, preset, template, status, action }) => {
    const own = presetHistory('Go', words, preset);
    const decision = decidePreset(history({ presets: [own], ...template }), own, historyPolicy());
    expect({ status: decision.status, action: decision.action.kind }).toEqual({ status, action });
  });

  it('is hard limited and no longer backing off once the pause is over', () => {
    const own = presetHistory('Go', 'fail fail fail');
    const decision = decidePreset(history({ presets: [own], readAt: NOW + 3_600_000 }), own, historyPolicy());
    expect(decision).toEqual({ status: 'hard_limited', action: { kind: 'creates-none', because: 'hard-limit' } });
  });

  it('is never hard limited where the limit is switched off', () => {
    const own = presetHistory('Go', 'fail fail fail fail');
    expect(decidePreset(history({ presets: [own] }), own, historyPolicy({ failureHardLimit: 0 })).status).toBe(
      'failing',
    );
  });
});

describe('the diagnosis of a preset', () => {
  it.each([
    { words: 'fail fail ok', streak: 2, failuresLeft: 1, underWay: 0, last: 'build-0' },
    { words: 'run wait fail', streak: 0, failuresLeft: 3, underWay: 2, last: 'build-2' },
    { words: 'fail fail fail fail', streak: 4, failuresLeft: 0, underWay: 0, last: 'build-0' },
    { words: 'ok', streak: 0, failuresLeft: 3, underWay: 0, last: undefined },
  ])('of "$words" counts $streak, and $failuresLeft left', ({ words, last, ...expected }) => {
    const own = presetHistory('Go', words);
    const diagnosis = diagnosePreset(history({ presets: [own] }), own, historyPolicy());
    expect(diagnosis).toMatchObject(expected);
    expect(diagnosis.lastFailure?.id).toBe(last);
  });
});
