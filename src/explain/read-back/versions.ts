/** Negative where the first is the older one. What follows a dash, as in `1.0.0-beta1`, is left out. */
export function compareVersions(left: string, right: string): number {
  const [ones, others] = [left, right].map((version) => version.split('-')[0]?.split('.').map(Number) ?? []);
  for (let index = 0; index < 3; index += 1) {
    const difference = (ones?.[index] ?? 0) - (others?.[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
