/** The world, as far as requests need it. */
export interface HttpEffects {
  fetch(url: URL, init: RequestInit): Promise<Response>;
  /** Epoch milliseconds. */
  now(): number;
  /** From 0 up to 1. */
  random(): number;
  /** Calls back once after the time; the answer cancels it. */
  after(ms: number, callback: () => void): () => void;
}

export const REAL_EFFECTS: HttpEffects = {
  fetch: (url, init) => fetch(url, init),
  now: () => Date.now(),
  random: () => Math.random(),
  after(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};

export function sleep(ms: number, { after }: Pick<HttpEffects, 'after'>): Promise<void> {
  return new Promise((resolve) => {
    after(ms, resolve);
  });
}
