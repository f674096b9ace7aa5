import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readScenarios, runScenario } from './support/scenario.ts';

const scenarios = readScenarios();

describe.each(scenarios)('$name, because $because', (scenario) => {
  it('comes out as it was reviewed', async () => {
    for (const [file, actual] of Object.entries(await runScenario(scenario))) {
      const golden = `fixtures/scenarios/${scenario.name}/${file}`;
      if (process.env['UPDATE'] === '1') writeFileSync(golden, actual);
      expect(existsSync(golden), `${golden} is missing: run with UPDATE=1 and review it`).toBe(true);
      expect(actual, golden).toBe(readFileSync(golden, 'utf8'));
    }
  });
});
