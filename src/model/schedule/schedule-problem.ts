import type { PrebuildSchedule, PrebuildScheduling } from '../template/template.ts';
import { type CronProblem, type CronSchedule, readCron } from './cron.ts';
import { isEverActive, providerOverlap, reallyOverlap } from './schedule-overlap.ts';
import { readZone } from './time-zone.ts';

/**
 * What is wrong with the schedules of a preset. The provider refuses some of it
 * at planning, whose plan then has no such preset; the rest it lets pass.
 */
export type ScheduleProblem =
  | { readonly kind: 'zone-unknown'; readonly timezone: string }
  | { readonly kind: 'zone-miscased'; readonly timezone: string; readonly proper: string }
  | { readonly kind: 'zone-of-server' }
  | { readonly kind: 'cron'; readonly cron: string; readonly problem: CronProblem }
  | { readonly kind: 'never-active'; readonly cron: string }
  | { readonly kind: 'negative-instances'; readonly cron: string; readonly instances: number }
  | { readonly kind: 'overlap'; readonly cron: string; readonly other: string; readonly seenBy: OverlapWitness }
  | { readonly kind: 'not-comparable'; readonly cron: string; readonly other: string; readonly text: string };

/**
 * `both`: an overlap. `provider`: refused though no hour is in both. `calendar`:
 * an overlap that the provider does not see; the first schedule counts then.
 */
export type OverlapWitness = 'both' | 'provider' | 'calendar';

export function scheduleProblems({ timezone, schedules }: PrebuildScheduling): readonly ScheduleProblem[] {
  return [...zoneProblems(timezone), ...schedules.flatMap(lineProblems), ...pairsOf(schedules).flatMap(pairProblems)];
}

/** Whether the provider refuses it, and with it the whole template. */
export function isRefusedByProvider(problem: ScheduleProblem): boolean {
  switch (problem.kind) {
    case 'zone-of-server':
    case 'never-active':
    case 'negative-instances':
      return false;
    case 'overlap':
      return problem.seenBy !== 'calendar';
    default:
      return true;
  }
}

function zoneProblems(timezone: string): readonly ScheduleProblem[] {
  const zone = readZone(timezone);
  switch (zone.kind) {
    case 'zone':
      return [];
    case 'server':
      return [{ kind: 'zone-of-server' }];
    case 'miscased':
      return [{ kind: 'zone-miscased', timezone, proper: zone.name }];
    case 'unknown':
      return [{ kind: 'zone-unknown', timezone }];
  }
}

function lineProblems({ cron, instances }: PrebuildSchedule): readonly ScheduleProblem[] {
  const reading = readCron(cron);
  const negative: readonly ScheduleProblem[] = instances < 0 ? [{ kind: 'negative-instances', cron, instances }] : [];
  if (reading.kind === 'refused') return [{ kind: 'cron', cron, problem: reading.problem }, ...negative];
  return isEverActive(reading.schedule) ? negative : [{ kind: 'never-active', cron }, ...negative];
}

interface Line {
  readonly cron: string;
  readonly schedule: CronSchedule;
}

/** Of those that can be read, each with every later one. */
function pairsOf(schedules: readonly PrebuildSchedule[]): readonly (readonly [Line, Line])[] {
  const lines = schedules.flatMap(({ cron }) => {
    const reading = readCron(cron);
    return reading.kind === 'schedule' ? [{ cron, schedule: reading.schedule }] : [];
  });
  return lines.flatMap((line, index) => lines.slice(index + 1).map((other) => [line, other] as const));
}

function pairProblems([line, other]: readonly [Line, Line]): readonly ScheduleProblem[] {
  const pair = { cron: line.cron, other: other.cron };
  const check = providerOverlap(line.cron, other.cron);
  const overlap = reallyOverlap(line.schedule, other.schedule);
  if (check.kind === 'unreadable') return [{ kind: 'not-comparable', ...pair, text: check.text }];
  if (check.kind === 'overlap') return [{ kind: 'overlap', ...pair, seenBy: overlap ? 'both' : 'provider' }];
  return overlap ? [{ kind: 'overlap', ...pair, seenBy: 'calendar' }] : [];
}
