import type { Launch } from './launch.ts';

/** Lets so much work go on at once, the rest waits in order. */
export type Slots = <T>(work: () => Promise<T>) => Promise<T>;

export function slots(count: number): Slots {
  let free = Math.max(1, count);
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free++;
      else next();
    }
  };
}

/** Runs so many commands at once. What a command awaits beforehand is awaited once it has a slot. */
export function bounded(launch: Launch, count: number): Launch {
  const inSlot = slots(count);
  return (command, signal) =>
    inSlot(async () => {
      await command.beforehand?.();
      return launch(command, signal);
    });
}
