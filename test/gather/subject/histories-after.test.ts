import { expect, it } from 'vitest';
import { historiesAfter } from '../../../src/gather/subject/histories-after.ts';
import type { CanaryDecision, CanaryPreset, CanaryResult } from '../../../src/model/history/canary.ts';
import { notChecked } from '../../support/builders.ts';
import { history } from '../../support/history.ts';

const waiting: CanaryPreset = {
  name: 'Go',
  isReady: false,
  status: 'failing',
  diagnosis: {
    streak: 1,
    failuresLeft: 2,
    underWay: 0,
    settledStreak: 1,
    backoff: undefined,
    lastFailure: undefined,
  },
};

function after(decision: CanaryDecision, overrides: Partial<CanaryResult> = {}) {
  const result = { version: 'v12', elapsedMs: 1_200_000, leftMs: 0, history: history(), promotePrevious: undefined };
  return historiesAfter({ ...result, decision, ...overrides });
}

it.each<{ decision: CanaryDecision; overrides: Partial<CanaryResult>; items: number; gaps: string[]; because: string }>(
  [
    { decision: { kind: 'ready', presets: [] }, overrides: {}, items: 1, gaps: [], because: 'the version is ready' },
    {
      decision: { kind: 'failed', presets: [waiting] },
      overrides: {},
      items: 1,
      gaps: [],
      because: 'the history rules find what fails',
    },
    {
      decision: { kind: 'timed-out', presets: [waiting], reason: undefined },
      overrides: {},
      items: 1,
      gaps: ['version-not-ready-in-time'],
      because: 'a prebuild was still waited for',
    },
    {
      decision: { kind: 'timed-out', presets: [], reason: notChecked({ code: 'version-not-active' }) },
      overrides: { history: history({ version: { id: 'version-11', name: 'v11', activeSince: 0 } }) },
      items: 0,
      gaps: ['version-not-active'],
      because: 'the version that was seen is another one, and its failures say nothing',
    },
    {
      decision: { kind: 'blocked', reason: notChecked({ code: 'reconciliation-paused' }) },
      overrides: {},
      items: 1,
      gaps: ['reconciliation-paused'],
      because: 'the answer will never come',
    },
    {
      decision: { kind: 'timed-out', presets: [], reason: notChecked({ code: 'coder-unreachable' }) },
      overrides: { history: undefined },
      items: 0,
      gaps: ['coder-unreachable'],
      because: 'nothing was ever seen',
    },
  ],
)('$items histories and the gaps $gaps are left, because $because', ({ decision, overrides, items, gaps }) => {
  const source = after(decision, overrides);
  expect(source.kind === 'read' && [source.items.length, source.gaps.map(({ code }) => code)]).toEqual([items, gaps]);
});
