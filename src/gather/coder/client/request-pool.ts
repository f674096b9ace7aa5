import { type HttpEffects, sleep } from './effects.ts';

/** Lets a bounded number of requests run at once, and none while the server asks for a pause. */
export class RequestPool {
  readonly #limit: number;
  readonly #effects: HttpEffects;
  readonly #waiting: (() => void)[] = [];
  #running = 0;
  #pausedUntil = 0;

  constructor(limit: number, effects: HttpEffects) {
    this.#limit = limit;
    this.#effects = effects;
  }

  async run<T>(task: () => Promise<T>): Promise<T> {
    await this.#enter();
    try {
      for (let pause = this.#pause(); pause > 0; pause = this.#pause()) await sleep(pause, this.#effects);
      return await task();
    } finally {
      this.#leave();
    }
  }

  /** A rate limit is one for all requests: the others wait too. */
  pauseUntil(epochMs: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, epochMs);
  }

  #pause(): number {
    return this.#pausedUntil - this.#effects.now();
  }

  async #enter(): Promise<void> {
    if (this.#running < this.#limit) {
      this.#running += 1;
      return;
    }
    await new Promise<void>((resolve) => {
      this.#waiting.push(resolve);
    });
  }

  /** The place goes to the next one in line, so that the count stays. */
  #leave(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#running -= 1;
    else next();
  }
}
