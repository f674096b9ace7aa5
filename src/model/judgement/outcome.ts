import type { Text } from '../text.ts';

/** Why something could not be decided, and how it can be. */
export interface NotChecked {
  /** Stable, for machines: `plan-without-state`. */
  readonly code: string;
  readonly detail: Text;
  readonly remedy: Text;
}

/**
 * What a rule decided. A rule that could not see everything still reports what
 * it saw: those problems are real, only their absence proves nothing.
 */
export type Outcome<T> =
  | { readonly kind: 'checked'; readonly items: readonly T[] }
  | { readonly kind: 'not-checked'; readonly items: readonly T[]; readonly reasons: readonly NotChecked[] }
  | { readonly kind: 'not-configured'; readonly items: readonly T[] };

/**
 * What was gathered of one kind: all of it (no gaps), a part of it, or nothing
 * because nobody asked for it.
 */
export type Source<T> =
  | { readonly kind: 'read'; readonly items: readonly T[]; readonly gaps: readonly NotChecked[] }
  | { readonly kind: 'not-configured' };

export const NOT_CONFIGURED = { kind: 'not-configured' } as const;

export function read<T>(items: readonly T[], gaps: readonly NotChecked[] = []): Source<T> {
  return { kind: 'read', items, gaps };
}

export function checked<T>(items: readonly T[]): Outcome<T> {
  return { kind: 'checked', items };
}

/** Judges what is there; the gaps of the source become the reasons why the rule is not checked. */
export function judge<T, V>(source: Source<T>, violations: (items: readonly T[]) => readonly V[]): Outcome<V> {
  if (source.kind === 'not-configured') return { kind: 'not-configured', items: [] };
  const items = violations(source.items);
  return source.gaps.length === 0 ? checked(items) : { kind: 'not-checked', items, reasons: source.gaps };
}
