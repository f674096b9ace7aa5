import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isRefusedByProvider, scheduleProblems } from '../../../src/model/schedule/schedule-problem.ts';

interface OracleCase {
  readonly timezone: string;
  readonly crons: readonly string[];
  /** What the provider said; null where it accepted. */
  readonly refused: string | null;
}

const { cases } = JSON.parse(
  readFileSync(new URL('../../../fixtures/schedule-oracle/cases.json', import.meta.url), 'utf8'),
) as { readonly cases: readonly OracleCase[] };

describe('The schedules of a preset, as the provider coder/coder judged them', () => {
  it('have been recorded many times, accepted and refused', () => {
    expect(cases.length).toBeGreaterThan(800);
    expect(cases.filter(({ refused }) => refused === null).length).toBeGreaterThan(200);
  });

  it('get the same verdict from us', () => {
    const disagreements = cases.flatMap((each) => {
      const problems = scheduleProblems({
        timezone: each.timezone,
        schedules: each.crons.map((cron) => ({ cron, instances: 1 })),
      });
      const isRefused = problems.some(isRefusedByProvider);
      return isRefused === (each.refused !== null) ? [] : [{ ...each, problems }];
    });
    expect(disagreements).toEqual([]);
  });
});
