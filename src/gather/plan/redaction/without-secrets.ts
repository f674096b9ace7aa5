import { childrenOf, isObject, own } from '../own.ts';
import { hasMark } from './mask.ts';

/** Whether a text that no mask marks is to be hidden all the same. */
export type IsSecret = (text: string) => boolean;

/**
 * A copy of a value with every leaf left out that the mask marks, and every text
 * that is a secret by itself. Arrays and objects stay, so that blocks can still
 * be counted.
 */
export function withoutSecrets(value: unknown, mask: unknown, isSecret: IsSecret): unknown {
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
        // Keys keep their order, and one whose value is left out stays: that it is set is no secret.
        copy[key] = undefined;
        pending.push({ value: child, mask: below(mask, value, key), put: (made) => (copy[key] = made) });
      }
      put(copy);
    } else if (!hasMark(mask) && !(typeof value === 'string' && isSecret(value))) {
      put(value);
    }
  }
  return result;
}

/** In any text of a value, keys aside. */
export function holdsSecret(value: unknown, isSecret: IsSecret): boolean {
  const pending = [value];
  while (pending.length > 0) {
    const node = pending.pop();
    if (typeof node === 'string') {
      if (isSecret(node)) return true;
    } else for (const child of childrenOf(node)) pending.push(child);
  }
  return false;
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
