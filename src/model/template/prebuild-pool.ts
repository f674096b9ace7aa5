import { type CronSchedule, isActive, type LocalHour, readCron } from '../schedule/cron.ts';
import { providerOverlap } from '../schedule/schedule-overlap.ts';
import { DAY, localHour, offsetsOf, readZone } from '../schedule/time-zone.ts';
import type { PrebuildSchedule, Preset } from './template.ts';

/** How many prebuilds Coder keeps for one preset, and when. */
export interface PrebuildPool {
  readonly preset: string;
  /** When no schedule is active. */
  readonly base: number;
  readonly timetable: Timetable | undefined;
}

export interface Timetable {
  readonly zone: string;
  /** The first one that is active counts. */
  readonly entries: readonly TimetableEntry[];
}

export interface TimetableEntry {
  readonly schedule: CronSchedule;
  readonly instances: number;
}

/**
 * The pool of a preset with a `prebuilds` block; undefined where its numbers are
 * not known, or depend on the zone that the server runs in.
 */
export function poolOf(preset: Preset): PrebuildPool | undefined {
  const { prebuilds } = preset;
  if (prebuilds?.instances === undefined || preset.unknown?.includes('prebuilds')) return undefined;
  const pool = { preset: preset.name, base: atLeastNone(prebuilds.instances) };
  const { scheduling } = prebuilds;
  if (scheduling === undefined) return { ...pool, timetable: undefined };
  const zone = readZone(scheduling.timezone);
  if (zone.kind === 'server') return undefined;
  const entries = entriesOf(scheduling.schedules);
  // As the server does: with a zone it cannot load, or with schedules that overlap, the base counts at all hours.
  return {
    ...pool,
    timetable: zone.kind === 'zone' && entries !== undefined ? { zone: zone.name, entries } : undefined,
  };
}

/** By the calendar and the clock of the pool's zone. */
export function instancesDuring({ base, timetable }: PrebuildPool, at: LocalHour): number {
  const active = timetable?.entries.find(({ schedule }) => isActive(schedule, at));
  return active === undefined ? base : atLeastNone(active.instances);
}

/** `instant` in milliseconds since 1970. */
export function instancesAt(pool: PrebuildPool, instant: number): number {
  if (pool.timetable === undefined) return pool.base;
  const offset = offsetsOf(pool.timetable.zone, instant, instant + DAY)[0]?.offsetMinutes ?? 0;
  return instancesDuring(pool, localHour(instant, offset));
}

function entriesOf(schedules: readonly PrebuildSchedule[]): readonly TimetableEntry[] | undefined {
  const entries: TimetableEntry[] = [];
  for (const [index, { cron, instances }] of schedules.entries()) {
    const reading = readCron(cron);
    if (reading.kind === 'refused') return undefined;
    if (schedules.slice(0, index).some((other) => providerOverlap(other.cron, cron).kind !== 'apart')) return undefined;
    entries.push({ schedule: reading.schedule, instances });
  }
  return entries;
}

/** The provider takes a negative number for a schedule; no pool can have one. */
function atLeastNone(instances: number): number {
  return Math.max(instances, 0);
}
