import type { RehearsalOptions } from '../../src/gather/requests.ts';
import { DEFAULT_CLAIMANTS } from '../../src/run/settings/claimants.ts';

/** What a run has that says nothing of its rehearsals. */
export function rehearsalOptions(overrides: Partial<RehearsalOptions> = {}): RehearsalOptions {
  return {
    executable: undefined,
    variableFiles: [],
    overrideFiles: [],
    claimants: DEFAULT_CLAIMANTS,
    maxChoices: 8,
    assumePrebuild: false,
    values: 'safe',
    timeoutMs: 20_000,
    parallelism: 2,
    pass: [],
    apply: false,
    ...overrides,
  };
}
