import { isObject } from '../own.ts';

/** Longer values are cut; the end is marked. */
const SHOWN_LENGTH = 200;

/**
 * A value as compact JSON, cut to a length that can be read. Not to be parsed
 * again: cut text and numbers that JavaScript cannot hold are no JSON.
 */
export function printable(value: unknown, reword: (text: string) => string = same): string {
  if (typeof value === 'string') {
    const text = reword(value);
    return quoted(text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text);
  }
  let printed = '';
  // Explicit, because values may be nested deeper than the call stack.
  const pending: (string | { readonly value: unknown })[] = [{ value }];
  while (pending.length > 0 && printed.length <= SHOWN_LENGTH) {
    const next = pending.pop();
    if (next === undefined || typeof next === 'string') printed += next ?? '';
    else if (Array.isArray(next.value)) {
      pending.push(']');
      for (let index = next.value.length - 1; index >= 0; index--) {
        pending.push({ value: next.value[index] });
        if (index > 0) pending.push(',');
      }
      pending.push('[');
    } else if (isObject(next.value)) {
      pending.push('}');
      for (const [index, [key, value]] of [...Object.entries(next.value).entries()].reverse()) {
        pending.push({ value }, `${index > 0 ? ',' : ''}${quoted(key)}:`);
      }
      pending.push('{');
    } else printed += scalar(typeof next.value === 'string' ? reword(next.value) : next.value);
  }
  return printed.length <= SHOWN_LENGTH ? printed : `${printed.slice(0, SHOWN_LENGTH).toWellFormed()}…`;
}

/** Puts a word in the place of every placeholder: what it stands for is known only of a real prebuild. */
export function withoutMadeUp(placeholders: readonly string[]): (text: string) => string {
  if (placeholders.length === 0) return same;
  // Of two that overlap, the longer one is meant.
  const known = placeholders.toSorted((left, right) => right.length - left.length);
  return (text) => known.reduce((reworded, placeholder) => reworded.replaceAll(placeholder, '(made up)'), text);
}

function same(text: string): string {
  return text;
}

function scalar(value: unknown): string {
  if (typeof value === 'string') return quoted(value.slice(0, SHOWN_LENGTH + 1));
  if (typeof value === 'number' && !isExact(value)) return approximate(value);
  return JSON.stringify(value) ?? 'null';
}

function quoted(text: string): string {
  return JSON.stringify(text.toWellFormed());
}

/** Terraform's numbers are more precise than JavaScript's: two that look equal here may differ. */
export function isExact(value: number): boolean {
  return Number.isInteger(value) ? Number.isSafeInteger(value) : Number.isFinite(value);
}

function approximate(value: number): string {
  if (Number.isFinite(value)) return `≈${value}`;
  return value > 0 ? `>${Number.MAX_VALUE}` : `<-${Number.MAX_VALUE}`;
}
