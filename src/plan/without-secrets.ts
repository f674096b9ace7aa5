import { hasMark } from './mask.ts';
import { isObject, own } from './own.ts';
import type { Secrets } from './secrets.ts';

/**
 * A copy of a value with every leaf left out that the mask marks, and every text
 * that holds a secret from elsewhere in the plan. Arrays and objects stay, so
 * that blocks can still be counted.
 */
export function withoutSecrets(value: unknown, mask: unknown, secrets: () => Secrets): unknown {
  let result: unknown;
  const pending: Part[] = [{ value, mask, put: (copy) => (result = copy) }];
  // Explicit, because values may be nested deeper than the call stack.
  for (let part = pending.pop(); part !== undefined; part = pending.pop()) {
    const { value, mask, put } = part;
    if (Array.isArray(value)) {
      const copy: unknown[] = new Array(value.length).fill(undefined);
      for (const [index, child] of value.entries()) {
        pending.push({ value: child, mask: below(mask, value, index), put: (made) => (copy[index] = made) });
      }
      put(copy);
    } else if (isObject(value)) {
      // Without a prototype, so that a key such as `__proto__` is one like any other.
      const copy: Record<string, unknown> = Object.create(null);
      for (const [key, child] of Object.entries(value)) {
        pending.push({ value: child, mask: below(mask, value, key), put: (made) => (copy[key] = made) });
      }
      put(copy);
    } else if (!hasMark(mask) && !(typeof value === 'string' && secrets().areIn(value))) {
      put(value);
    }
  }
  return result;
}

interface Part {
  readonly value: unknown;
  readonly mask: unknown;
  readonly put: (copy: unknown) => void;
}

/** What marks the whole, or does not have its shape, marks each part. */
function below(mask: unknown, value: object, key: string | number): unknown {
  const fits = typeof mask === 'object' && mask !== null && Array.isArray(mask) === Array.isArray(value);
  return fits ? own(mask, key) : hasMark(mask);
}
