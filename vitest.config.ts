import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // They build providers: `npm run test:providers`.
    exclude: ['test/providers/**'],
    environment: 'node',
    pool: 'forks',
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
    testTimeout: 30_000,
    globalSetup: ['test/support/node-version.ts'],
    setupFiles: ['test/support/no-network.ts', 'test/support/property-seed.ts'],
    reporters: ['default', './test/support/plain-reporter.ts'],
  },
});
