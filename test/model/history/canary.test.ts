import { describe, expect, it } from 'vitest';
import { type CanaryMemory, startCanary, stepCanary } from '../../../src/model/history/canary.ts';
import type { TemplateHistory } from '../../../src/model/history/history.ts';
import { read } from '../../../src/model/judgement/outcome.ts';
import { notChecked } from '../../support/builders.ts';
import { history, historyPolicy, historySource, NOW, presetHistory } from '../../support/history.ts';

const policy = historyPolicy();
const young = { id: 'version-13', name: 'v13', activeSince: NOW - 60_000 };

function look(own: TemplateHistory, memory: CanaryMemory = startCanary('v13'), isTimeUp = false) {
  return stepCanary(memory, historySource(own), policy, isTimeUp);
}

function version13(...presets: TemplateHistory['presets']): TemplateHistory {
  return history({ version: young, presets });
}

describe('the canary', () => {
  it.each([
    {
      because: 'every preset has a ready prebuild',
      presets: [presetHistory('Go', 'ok'), presetHistory('Rust', 'ok fail')],
      kind: 'ready',
    },
    {
      because: 'one is still being built',
      presets: [presetHistory('Go', 'ok'), presetHistory('Rust', 'run')],
      kind: 'wait',
    },
    {
      because: 'one is built and its agent is not ready',
      presets: [presetHistory('Go', 'ok', { ready: 0 })],
      kind: 'wait',
    },
    { because: 'nothing was started yet', presets: [presetHistory('Go', '', { attempted: false })], kind: 'wait' },
    { because: 'two failures may be followed by a success', presets: [presetHistory('Go', 'fail fail')], kind: 'wait' },
    {
      because: 'one reached the limit',
      presets: [presetHistory('Go', 'run'), presetHistory('Rust', 'fail fail fail')],
      kind: 'failed',
    },
    {
      because: 'no preset wants a prebuild',
      presets: [presetHistory('Plain', '', { desiredInstances: null })],
      kind: 'ready',
    },
    {
      because: 'a schedule-only preset is not waited for',
      presets: [presetHistory('Go', 'ok'), presetHistory('Night', '', { desiredInstances: 0 })],
      kind: 'ready',
    },
    {
      because: 'an older server does not say how many are wanted',
      presets: [presetHistory('Go', '', { desiredInstances: undefined })],
      kind: 'wait',
    },
  ])('says $kind, because $because', ({ presets, kind }) => {
    expect(look(version13(...presets)).decision.kind).toBe(kind);
  });

  it('fails early where Coder refused the request', () => {
    const own = history({
      version: { ...young, activeSince: NOW - 600_000 },
      presets: [presetHistory('Go', '', { attempted: false })],
    });
    expect(look(own).decision).toMatchObject({
      kind: 'failed',
      presets: [{ name: 'Go', status: 'validation_failed' }],
    });
  });

  it('keeps in mind a prebuild that was claimed since', () => {
    const { memory } = look(version13(presetHistory('Go', 'ok'), presetHistory('Rust', 'run')));
    const next = look(version13(presetHistory('Go', 'run'), presetHistory('Rust', 'ok')), memory);
    expect(next.decision.kind).toBe('ready');
  });

  it('waits for a version that is not active yet, and follows it once it is', () => {
    const before = look(history({ presets: [presetHistory('Go', 'ok')] }));
    expect(before.decision).toMatchObject({ kind: 'wait', reason: { code: 'version-not-active' } });
    expect(look(version13(presetHistory('Go', 'ok')), before.memory).decision.kind).toBe('ready');
  });

  it('stops when another version becomes active', () => {
    const { memory } = look(version13(presetHistory('Go', 'run')));
    expect(look(history(), memory).decision).toMatchObject({ kind: 'blocked', reason: { code: 'version-superseded' } });
  });

  it('follows the active version where none is named', () => {
    const { memory, decision } = look(version13(presetHistory('Go', 'run')), startCanary(undefined));
    expect([memory.version, decision.kind]).toEqual(['v13', 'wait']);
    expect(look(history(), memory).decision.kind).toBe('blocked');
  });

  it.each([
    [{ reconciliationPaused: true }, 'reconciliation-paused'],
    [{ deprecated: true }, 'template-deprecated'],
    [{ licensed: false, gaps: [notChecked({ code: 'prebuilds-not-licensed' })] }, 'prebuilds-not-licensed'],
    [{ gaps: [notChecked({ code: 'prebuilds-not-visible' })] }, 'prebuilds-not-visible'],
  ])('is blocked by %j', (change, code) => {
    const own = { ...version13(presetHistory('Go', 'run')), ...change };
    expect(look(own).decision).toMatchObject({ kind: 'blocked', reason: { code } });
  });

  it('is ready though reconciliation was paused after the build', () => {
    expect(look({ ...version13(presetHistory('Go', 'ok')), reconciliationPaused: true }).decision.kind).toBe('ready');
  });

  it('waits out a server that does not answer, and not a token that it refuses', () => {
    const kinds = ['coder-cut', 'coder-server-error', 'coder-token-refused'].map(
      (code) => stepCanary(startCanary('v13'), read([], [notChecked({ code })]), policy, false).decision.kind,
    );
    expect(kinds).toEqual(['wait', 'wait', 'blocked']);
  });

  it('is never ready on a history with a gap', () => {
    const own = { ...version13(presetHistory('Go', 'ok')), gaps: [notChecked({ code: 'prebuilds-moved' })] };
    expect(look(own).decision.kind).toBe('wait');
  });

  it('is out of time only while it would wait', () => {
    const kinds = ['ok', 'run', 'fail fail fail'].map(
      (words) => look(version13(presetHistory('Go', words)), startCanary('v13'), true).decision.kind,
    );
    expect(kinds).toEqual(['ready', 'timed-out', 'failed']);
  });
});
