import type { Fault } from './fault.ts';

/** Statuses after which the same request may succeed. */
const RETRIED_STATUSES: ReadonlySet<number> = new Set([429, 502, 503, 504]);

export const MAX_ATTEMPTS = 4;

const BASE_DELAY_MS = 500;
const MAX_DELAY_MS = 10_000;

export function isRetriedStatus(status: number): boolean {
  return RETRIED_STATUSES.has(status);
}

/** A certificate, a port without TLS and a proxy that says no are the same the next time. */
export function isRetriedFault(fault: Fault): boolean {
  if (fault.kind === 'proxy-refused') return isRetriedStatus(fault.status);
  return fault.kind !== 'certificate' && fault.kind !== 'not-tls' && fault.kind !== 'tls';
}

/** Doubles with each attempt; anywhere in its upper half, so that runners of one matrix do not come back together. */
export function retryDelayMs(attempt: number, random: () => number): number {
  const ceiling = Math.min(BASE_DELAY_MS * 2 ** attempt, MAX_DELAY_MS);
  return ceiling / 2 + (random() * ceiling) / 2;
}

/** The header's seconds or date, as milliseconds from now; undefined where it is absent or unreadable. */
export function retryAfterMs(header: string | null, now: number): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(date - now, 0);
}
