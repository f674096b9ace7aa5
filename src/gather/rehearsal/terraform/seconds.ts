import { setTimeout as sleep } from 'node:timers/promises';
import { slots } from './slots.ts';

/** A clock that a test can set. */
export interface Clock {
  now(): number;
  sleep(ms: number): Promise<void>;
}

export const SYSTEM_CLOCK: Clock = { now: () => Date.now(), sleep: (ms) => sleep(ms) };

/**
 * Carries out work one after another, each in seconds of its own. `begin` waits
 * until the second in which the one before has ended is over; it is awaited
 * right before what reads the clock is started.
 */
export type Seconds = <T>(work: (begin: () => Promise<void>) => Promise<T>) => Promise<T>;

/**
 * For `plantimestamp()`, whose smallest step is a second: two plans of one second
 * would have the same time, and what depends on it would seem to stand still.
 * Terraform reads the clock somewhere between its start and its end, so only plans
 * that do not overlap are sure to read it in different seconds.
 */
export function secondsApart(clock: Clock): Seconds {
  const oneAtATime = slots(1);
  let last = Number.NEGATIVE_INFINITY;
  const begin = async (): Promise<void> => {
    while (secondOf(clock.now()) <= last) await clock.sleep(1000 - (clock.now() % 1000) + 1);
  };
  return (work) =>
    oneAtATime(async () => {
      try {
        return await work(begin);
      } finally {
        last = secondOf(clock.now());
      }
    });
}

function secondOf(ms: number): number {
  return Math.floor(ms / 1000);
}
