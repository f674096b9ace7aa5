import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { NO_REHEARSER } from '../../src/gather/gather.ts';
import { createPlanReader, parsePlan } from '../../src/gather/plan/read-plan.ts';
import type { PlanReader } from '../../src/gather/ports.ts';
import type { Verdict } from '../../src/model/judgement/verdict.ts';
import { plain } from '../../src/model/text.ts';
import type { Report } from '../../src/report/report.ts';
import { check } from '../../src/run/check.ts';
import { parseSettings } from '../../src/run/settings/settings.ts';

/** What `prebuild-guard check` says, in short. */
export interface CheckedFiles {
  readonly verdict: Verdict;
  readonly report: Report;
  /** Codes of what kept any rule from deciding, each once. */
  readonly codes: readonly string[];
  readonly reasons: readonly string[];
  readonly errors: readonly string[];
}

/** Checks plans by their path; `damage` changes what was read before it is judged. */
export function checkFiles(
  paths: readonly string[],
  damage?: (plan: Record<string, unknown>) => void,
  raw: Readonly<Record<string, string>> = {},
): Promise<CheckedFiles> {
  return checkWith(damage === undefined ? createPlanReader() : damagedReader(damage), paths, raw);
}

/** Checks one plan of its bytes. */
export function checkBytes(bytes: Buffer, raw: Readonly<Record<string, string>> = {}): Promise<CheckedFiles> {
  return checkWith(createPlanReader(Readable.from([bytes])), ['-'], raw);
}

function damagedReader(damage: (plan: Record<string, unknown>) => void): PlanReader {
  return {
    async readPlan(input, values) {
      const plan = JSON.parse(readFileSync(input, 'utf8'));
      damage(plan);
      return parsePlan(Buffer.from(JSON.stringify(plan)), values);
    },
  };
}

async function checkWith(
  plans: PlanReader,
  paths: readonly string[],
  raw: Readonly<Record<string, string>>,
): Promise<CheckedFiles> {
  const layer = { kind: 'Input', nameOf: (setting: string) => setting, values: raw } as const;
  const settings = parseSettings([layer], { kind: 'check', plans: paths });
  const { verdict, report } = await check(settings, { plans, rehearser: NO_REHEARSER });
  const reasons = report.rules.flatMap(({ state }) => (state.kind === 'not-checked' ? state.reasons : []));
  return {
    verdict,
    report,
    codes: [...new Set(reasons.map(({ code }) => code))],
    reasons: [...new Set(reasons.map(({ detail }) => plain(detail)))],
    errors: report.errors.map(({ message }) => message),
  };
}
