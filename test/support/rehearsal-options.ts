import { DEFAULT_CLAIMANTS } from '../../src/app/rehearsal-settings.ts';
import type { RehearsalOptions } from '../../src/rehearsal/template-run.ts';

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
