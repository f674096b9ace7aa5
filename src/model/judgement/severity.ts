/** From mild to grave; the order is what `fail-on` compares by. */
export const SEVERITIES = ['notice', 'warning', 'error'] as const;

export type Severity = (typeof SEVERITIES)[number];

/** Whether `severity` is as grave as `threshold`, or graver. */
export function isAtLeast(severity: Severity, threshold: Severity): boolean {
  return SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(threshold);
}

/** The milder of two, for evidence that may not block on its own. */
export function atMost(severity: Severity, ceiling: Severity): Severity {
  return isAtLeast(severity, ceiling) ? ceiling : severity;
}
