/**
 * Like `Promise.all`, but rejects only once all of it has ended: what still goes
 * on has processes, and needs the directory that the caller is about to remove.
 */
export async function allEnded<T>(work: readonly Promise<T>[]): Promise<readonly T[]> {
  await Promise.allSettled(work);
  return Promise.all(work);
}

/** The same for two that differ in kind. */
export async function bothEnded<First, Second>(
  first: Promise<First>,
  second: Promise<Second>,
): Promise<readonly [First, Second]> {
  await Promise.allSettled([first, second]);
  return Promise.all([first, second]);
}
