import type { HttpEffects } from '../../../src/gather/coder/client/effects.ts';

interface Timer {
  readonly at: number;
  readonly callback: () => void;
}

/** A clock that stands still while anything is going on, and jumps to the next timer when nothing is. */
export class VirtualClock {
  #now: number;
  #timers: Timer[] = [];
  #seed = 1;

  constructor(startMs: number) {
    this.#now = startMs;
  }

  now = (): number => this.#now;

  /** The same numbers in every run. */
  random = (): number => {
    this.#seed = (this.#seed * 16_807) % 2_147_483_647;
    return this.#seed / 2_147_483_647;
  };

  after = (ms: number, callback: () => void): (() => void) => {
    const timer = { at: this.#now + Math.max(ms, 0), callback };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((each) => each !== timer);
    };
  };

  effects(fetch: HttpEffects['fetch']): HttpEffects {
    return { fetch, now: this.now, random: this.random, after: this.after };
  }

  advance(ms: number): void {
    this.#now += ms;
  }

  /** Lets time pass until the task is done. A task that waits for nothing at all is an error, not a hang. */
  async drive<T>(task: Promise<T>): Promise<T> {
    let isDone = false;
    const done = task.finally(() => {
      isDone = true;
    });
    done.catch(() => undefined);
    for (;;) {
      await this.#settle(() => isDone);
      if (isDone) return done;
      this.#fireNext();
    }
  }

  async #settle(isDone: () => boolean): Promise<void> {
    for (let turn = 0; turn < 12 && !isDone(); turn++) await new Promise((resolve) => setImmediate(resolve));
  }

  #fireNext(): void {
    const [next] = this.#timers.toSorted((left, right) => left.at - right.at);
    if (next === undefined) throw new Error('The task waits for something that is not on the clock.');
    this.#timers = this.#timers.filter((each) => each !== next);
    this.#now = Math.max(this.#now, next.at);
    next.callback();
  }
}
