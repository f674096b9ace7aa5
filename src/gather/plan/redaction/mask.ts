import type { AttributePath } from '../../../model/plan/attribute-path.ts';
import { childrenOf, isObject, own } from '../own.ts';

/**
 * Whether one of Terraform's masks (`before_sensitive`, `after_unknown` and the
 * like) marks the value at a path, a value around it, or one inside it. A mask
 * whose shape does not fit the path is taken as marking.
 */
export function isMarked(mask: unknown, path: AttributePath): boolean {
  let node = mask;
  for (const step of path) {
    if (typeof node === 'boolean') return node;
    if (node === null || node === undefined) return false;
    if (!fits(node, step)) return hasMark(node);
    node = own(node, step as string | number);
  }
  return hasMark(node);
}

/** Whether anything in a mask is marked. */
export function hasMark(mask: unknown): boolean {
  const pending = [mask];
  while (pending.length > 0) {
    const node = pending.pop();
    if (node === null || node === undefined || node === false) continue;
    if (typeof node !== 'object') return true;
    for (const child of childrenOf(node)) pending.push(child);
  }
  return false;
}

/** Calls back for each value that the mask marks as a whole. */
export function forEachMarked(value: unknown, mask: unknown, found: (value: unknown) => void): void {
  const pending: { readonly value: unknown; readonly mask: unknown }[] = [{ value, mask }];
  for (let pair = pending.pop(); pair !== undefined; pair = pending.pop()) {
    const { mask } = pair;
    if (mask === false || mask === null || mask === undefined) continue;
    if (typeof mask !== 'object' || Array.isArray(mask) !== Array.isArray(pair.value)) {
      if (hasMark(mask)) found(pair.value);
    } else if (Array.isArray(mask)) {
      for (const [index, child] of mask.entries()) pending.push({ value: own(pair.value, index), mask: child });
    } else {
      for (const [key, child] of Object.entries(mask)) pending.push({ value: own(pair.value, key), mask: child });
    }
  }
}

function fits(node: unknown, step: string | number | null): boolean {
  return Array.isArray(node) ? typeof step === 'number' : isObject(node) && typeof step === 'string';
}
