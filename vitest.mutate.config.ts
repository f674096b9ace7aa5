import { defineConfig } from 'vitest/config';
import base from './vitest.config.ts';

/** The tests of what is mutated, which are quick; all others would be run for each mutant, too. */
export default defineConfig({
  test: {
    ...base.test,
    include: ['test/{model,rules,engine}/**/*.test.ts', 'test/scenarios.test.ts', 'test/run/check.test.ts'],
    reporters: ['default'],
  },
});
