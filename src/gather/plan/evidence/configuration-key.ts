import { isObject } from '../own.ts';

/**
 * Tells configurations apart: equal for two plans of one template, however their
 * JSON is ordered, and for other configurations as good as never.
 */
export function configurationKey(...parts: readonly unknown[]): string {
  const hash = new Hash();
  const pending: unknown[] = [...parts].reverse();
  // Explicit, because values may be nested deeper than the call stack.
  while (pending.length > 0) {
    const node = pending.pop();
    if (Array.isArray(node)) {
      hash.add(`[${node.length}`);
      for (let index = node.length - 1; index >= 0; index--) pending.push(node[index]);
    } else if (isObject(node)) {
      const keys = Object.keys(node).sort();
      hash.add(`{${keys.length}`);
      for (const key of keys) hash.add(key);
      for (const key of keys.reverse()) pending.push(node[key]);
    } else hash.add(`${typeof node} ${String(node)}`);
  }
  return hash.toString();
}

/** Two lanes of FNV-1a, each of 32 bits, over the lengths and characters of the texts. */
class Hash {
  #left = 0x811c9dc5;
  #right = 0x9e3779b9;

  add(text: string): void {
    this.#mix(text.length);
    for (let index = 0; index < text.length; index++) this.#mix(text.charCodeAt(index));
  }

  #mix(unit: number): void {
    this.#left = Math.imul(this.#left ^ unit, 0x01000193);
    this.#right = Math.imul(this.#right ^ unit, 0x85ebca6b);
    this.#right ^= this.#right >>> 15;
  }

  toString(): string {
    return [this.#left, this.#right].map((lane) => (lane >>> 0).toString(16).padStart(8, '0')).join('');
  }
}
