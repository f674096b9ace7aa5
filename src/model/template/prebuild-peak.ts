import type { LocalHour } from '../schedule/cron.ts';
import { DAY, localHour, MINUTE, type OffsetSpan, offsetsOf } from '../schedule/time-zone.ts';
import { instancesDuring, type PrebuildPool } from './prebuild-pool.ts';

/** The most prebuilds that pools ask for together. */
export interface PrebuildPeak {
  readonly instances: number;
  /** At the peak, in the order of the pools. */
  readonly shares: readonly { readonly preset: string; readonly instances: number }[];
  /** Undefined where it is the same number at every hour. */
  readonly first: PeakHour | undefined;
}

/** When the peak is first reached, by the clock of a preset that then has a schedule of its own. */
export interface PeakHour extends LocalHour {
  readonly minute: number;
  readonly zone: string;
  /** It comes back every week; else `month` and `dayOfMonth` say when it is. */
  readonly weekly: boolean;
}

export interface Period {
  /** Milliseconds since 1970, on a full hour. */
  readonly from: number;
  readonly to: number;
}

/**
 * A year that begins on a Monday and has a 29 February. A fixed one, so that the
 * same template gets the same answer every day.
 */
export const REFERENCE_YEAR: Period = { from: Date.UTC(2028, 0, 3), to: Date.UTC(2029, 0, 3) };

/** Walks all hours of the period, since zones and changes of the clock shift schedules against one another. */
export function prebuildPeak(pools: readonly PrebuildPool[], period: Period = REFERENCE_YEAR): PrebuildPeak {
  const clocks = clocksOf(pools, period);
  const step = stepOf(clocks);
  let peak = { instances: -1, at: period.from };
  let isConstant = true;
  let weeks = new Set<number>();
  for (let instant = period.from; instant < period.to; instant += step) {
    const instances = sum(sharesAt(pools, clocks, instant));
    if (instant > period.from && instances !== peak.instances) isConstant = false;
    if (instances > peak.instances) {
      peak = { instances, at: instant };
      weeks = new Set();
    }
    if (instances === peak.instances) weeks.add(Math.floor((instant - period.from) / WEEK));
    if (clocks.size === 0) break;
  }
  const shares = sharesAt(pools, clocks, peak.at);
  return {
    instances: peak.instances,
    shares: pools.map(({ preset }, index) => ({ preset, instances: shares[index] ?? 0 })),
    first: isConstant ? undefined : peakHour(pools, clocks, peak.at, isEveryWeek(weeks, period)),
  };
}

/** But for one: a change of the clock may skip an hour. */
function isEveryWeek(weeks: ReadonlySet<number>, { from, to }: Period): boolean {
  return weeks.size >= Math.floor((to - from) / WEEK) - 1;
}

type Clocks = ReadonlyMap<string, readonly OffsetSpan[]>;

function clocksOf(pools: readonly PrebuildPool[], { from, to }: Period): Clocks {
  const zones = new Set(pools.flatMap(({ timetable }) => (timetable === undefined ? [] : [timetable.zone])));
  return new Map([...zones].map((zone) => [zone, offsetsOf(zone, from, to)]));
}

/** Schedules change on the full local hour, which is not that of another zone everywhere. */
function stepOf(clocks: Clocks): number {
  const offsets = [...clocks.values()].flat().map(({ offsetMinutes }) => Math.abs(offsetMinutes));
  return offsets.reduce(greatestCommonDivisor, 60) * MINUTE;
}

function sharesAt(pools: readonly PrebuildPool[], clocks: Clocks, instant: number): readonly number[] {
  return pools.map((pool) => {
    const clock = pool.timetable && clocks.get(pool.timetable.zone);
    return clock === undefined ? pool.base : instancesDuring(pool, localHour(instant, offsetAt(clock, instant)));
  });
}

function peakHour(pools: readonly PrebuildPool[], clocks: Clocks, at: number, weekly: boolean): PeakHour | undefined {
  const shares = sharesAt(pools, clocks, at);
  const [pool] = pools
    .map(({ timetable }, index) => ({ timetable, instances: shares[index] ?? 0 }))
    .filter(({ timetable }) => timetable !== undefined)
    .toSorted((left, right) => right.instances - left.instances);
  const zone = pool?.timetable?.zone;
  const clock = zone === undefined ? undefined : clocks.get(zone);
  if (zone === undefined || clock === undefined) return undefined;
  return { ...localHour(at, offsetAt(clock, at)), zone, weekly };
}

function offsetAt(clock: readonly OffsetSpan[], instant: number): number {
  return clock.find(({ from, to }) => from <= instant && instant < to)?.offsetMinutes ?? 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

function greatestCommonDivisor(left: number, right: number): number {
  return right === 0 ? left : greatestCommonDivisor(right, left % right);
}

const WEEK = 7 * DAY;
