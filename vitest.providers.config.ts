import { defineConfig } from 'vitest/config';

/** Rehearsals with real providers: minutes, and a machine that can build them. */
export default defineConfig({
  test: {
    include: ['test/providers/**/*.test.ts'],
    environment: 'node',
    pool: 'forks',
    testTimeout: 600_000,
    globalSetup: ['test/support/node-version.ts'],
    reporters: ['default', './test/support/plain-reporter.ts'],
  },
});
