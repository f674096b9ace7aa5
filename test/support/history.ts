import {
  DEFAULT_HISTORY_POLICY,
  type FailedDeletion,
  type HistoryPolicy,
  type JobStatus,
  type PrebuildBuild,
  type PresetHistory,
  type TemplateHistory,
} from '../../src/model/history/history.ts';
import { read, type Source } from '../../src/model/judgement/outcome.ts';
import type { Snapshot } from '../../src/model/judgement/snapshot.ts';
import { rulePolicy, snapshot } from './builders.ts';

/** Noon; the version is a day old. */
export const NOW = Date.UTC(2026, 2, 1, 12);

const WORDS: Readonly<Record<string, JobStatus>> = {
  fail: 'failed',
  ok: 'succeeded',
  run: 'running',
  wait: 'pending',
  cancel: 'canceled',
  canceling: 'canceling',
  odd: 'unknown',
};

/** `run fail ok`: the last builds, newest first, two minutes apart. */
export function builds(words: string): readonly PrebuildBuild[] {
  return words
    .split(' ')
    .filter((word) => word !== '')
    .map((word, index) => {
      const status = WORDS[word];
      if (status === undefined) throw new Error(`No build is called ${word}.`);
      return {
        id: `build-${index}`,
        workspace: `prebuild-${index}`,
        createdAt: NOW - (index + 1) * 120_000,
        status,
        error: status === 'failed' ? 'exit status 1' : undefined,
        errorCode: undefined,
        url: `https://coder.example.com/@prebuilds/prebuild-${index}/builds/1`,
      };
    });
}

/** A preset that wants two prebuilds. */
export function presetHistory(name: string, words = 'ok ok', overrides: Partial<PresetHistory> = {}): PresetHistory {
  const own = builds(words);
  return {
    id: `id-of-${name}`,
    name,
    desiredInstances: 2,
    builds: own,
    ready: own.filter(({ status }) => status === 'succeeded').length,
    attempted: own.length > 0 ? true : undefined,
    ...overrides,
  };
}

/** A healthy template with one preset. */
export function history(overrides: Partial<TemplateHistory> = {}): TemplateHistory {
  return {
    template: 'docker',
    organization: 'coder',
    version: { id: 'version-12', name: 'v12', activeSince: NOW - 86_400_000 },
    deprecated: false,
    readAt: NOW,
    licensed: true,
    reconciliationPaused: false,
    presets: [presetHistory('Go')],
    failedDeletions: [],
    gaps: [],
    ...overrides,
  };
}

export function failedDeletion(overrides: Partial<FailedDeletion> = {}): FailedDeletion {
  return {
    workspace: 'prebuild-1',
    version: { id: 'version-11', name: 'v11' },
    createdAt: NOW - 3_600_000,
    error: 'timeout while waiting for the volume',
    url: 'https://coder.example.com/@prebuilds/prebuild-1/builds/2',
    ...overrides,
  };
}

export function historyPolicy(overrides: Partial<HistoryPolicy> = {}): HistoryPolicy {
  return { ...DEFAULT_HISTORY_POLICY, ...overrides };
}

/** The history as rules take it: what is missing of it is a gap of theirs. */
export function historySource(own: TemplateHistory): Source<TemplateHistory> {
  return read([own], own.gaps);
}

/** A snapshot whose Coder was asked. */
export function snapshotOf(
  own: TemplateHistory,
  policy: Partial<HistoryPolicy> = {},
  overrides: Partial<Snapshot> = {},
): Snapshot {
  return snapshot({
    histories: historySource(own),
    policy: rulePolicy({ history: historyPolicy(policy) }),
    ...overrides,
  });
}
