/** `2026-03-01 14:05 UTC`, the same on every machine. */
export function formatTime(epochMs: number): string {
  return `${new Date(epochMs).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** `45 s`, `12 min`, `3 h`, `2 d`: rounded up, because it is said of what is still to come. */
export function formatDuration(durationMs: number): string {
  const seconds = Math.max(Math.ceil(durationMs / 1000), 0);
  if (seconds < 90) return `${seconds} s`;
  if (seconds < 5400) return `${Math.ceil(seconds / 60)} min`;
  if (seconds < 129_600) return `${Math.ceil(seconds / 3600)} h`;
  return `${Math.ceil(seconds / 86_400)} d`;
}
