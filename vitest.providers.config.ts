import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Rehearsals with real providers: minutes, and a machine that can build them. */
export default defineConfig({
  test: {
    include: ['test/providers/**/*.test.ts'],
    environment: 'node',
    pool: 'forks',
    testTimeout: 600_000,
    // As many rehearsals at once as there are processors: each runs one process at a time.
    fileParallelism: false,
    maxConcurrency: availableParallelism(),
    globalSetup: ['test/support/node-version.ts'],
    reporters: ['default', './test/support/plain-reporter.ts'],
  },
});
