import * as z from 'zod';
import type { AttributePath, PathStep } from '../../../model/plan/attribute-path.ts';
import type { ResourceChange } from '../../../model/plan/plan.ts';
import type { ValuePolicy } from '../../../model/plan/value-policy.ts';
import { isObject, own } from '../own.ts';
import { hasMark } from '../redaction/mask.ts';
import { isExact, withoutMadeUp } from '../redaction/printable.ts';
import { type ChangeSides, redactedChange } from '../redaction/redact.ts';
import type { Secrets } from '../redaction/secrets.ts';

const text = z.string().optional().catch(undefined);

/** Only what is read of it, and as little as possible demanded: releases differ, and files are made by hand. */
const changeShape = z.object({
  address: text,
  previous_address: text,
  module_address: text,
  mode: text,
  type: text,
  name: text,
  index: z.union([z.string(), z.number()]).optional().catch(undefined),
  deposed: z.union([z.string(), z.boolean()]).optional().catch(undefined),
  provider_name: text,
  action_reason: text,
  change: z.object({
    actions: z.array(z.unknown()).min(1),
    before: z.unknown().optional(),
    after: z.unknown().optional(),
    after_unknown: z.unknown().optional(),
    before_sensitive: z.unknown().optional(),
    after_sensitive: z.unknown().optional(),
    replace_paths: z.unknown().optional(),
  }),
});

export interface ChangeReader {
  /** Undefined for an element that has no readable change. */
  readChange(element: unknown): ResourceChange | undefined;
}

export function createChangeReader(
  secrets: () => Secrets,
  policy: ValuePolicy,
  madeUp: readonly string[] = [],
): ChangeReader {
  const disclosure = { secrets, policy, reword: withoutMadeUp(madeUp) };
  return {
    readChange(element) {
      const { data } = changeShape.safeParse(element);
      if (data === undefined) return undefined;
      const { change } = data;
      const replacePaths = pathsOf(change.replace_paths, secrets);
      const address = data.address ?? addressOf(data.module_address, data.type, data.name, data.index);
      return {
        address,
        previousAddress: data.previous_address,
        moduleAddress: data.module_address ?? MODULE_PREFIX.exec(address)?.[1],
        mode: data.mode ?? 'managed',
        type: data.type ?? '',
        name: data.name ?? '',
        index: data.index,
        deposed: data.deposed === true ? 'deposed' : data.deposed === false ? undefined : data.deposed,
        providerName: data.provider_name,
        // A word that cannot be read must not turn `["no-op", 1]` into a no-op.
        actions: change.actions.map((action) => (typeof action === 'string' ? action : 'unreadable')),
        actionReason: data.action_reason,
        replacePaths,
        attributes: replacePaths.map((path) => redactedChange(path, change, disclosure)),
        updatedAttributes: change.actions.includes('update') ? updatedAttributes(change) : [],
      };
    },
  };
}

function pathsOf(paths: unknown, secrets: () => Secrets): readonly AttributePath[] {
  if (paths === undefined || paths === null) return [];
  return (Array.isArray(paths) ? paths : [paths]).map((path: unknown) =>
    (Array.isArray(path) ? path : [path]).map((step: unknown, depth) => pathStep(step, depth, secrets)),
  );
}

/** Beyond the attribute's own name a step may be a key that somebody chose, hence a secret. */
function pathStep(step: unknown, depth: number, secrets: () => Secrets): PathStep {
  if (typeof step === 'string') return depth > 0 && secrets().areIn(step) ? null : step;
  return typeof step === 'number' && Number.isSafeInteger(step) && step >= 0 ? step : null;
}

function addressOf(
  module: string | undefined,
  type: string | undefined,
  name: string | undefined,
  index: string | number | undefined,
): string {
  const key = index === undefined ? '' : `[${JSON.stringify(index)}]`;
  return `${module === undefined ? '' : `${module}.`}${type ?? 'unknown'}.${name ?? 'unknown'}${key}`;
}

const MODULE_PREFIX = /^((?:\.?module\.[^.[\]"]+(?:\[(?:\d+|"[^"\\]*(?:\\.[^"\\]*)*")\])?)+)\./;

function updatedAttributes({ before, after, after_unknown: unknown }: ChangeSides): readonly string[] {
  const names = new Set([before, after, unknown].flatMap((side) => (isObject(side) ? Object.keys(side) : [])));
  return [...names]
    .filter((name) => hasMark(own(unknown, name)) || !isSurelyEqual(own(before, name), own(after, name)))
    .sort();
}

/** Numbers past JavaScript's precision are never surely equal. */
function isSurelyEqual(left: unknown, right: unknown): boolean {
  const pending: (readonly [unknown, unknown])[] = [[left, right]];
  for (let pair = pending.pop(); pair !== undefined; pair = pending.pop()) {
    const [a, b] = pair;
    if (Array.isArray(a) && Array.isArray(b)) {
      if (a.length !== b.length) return false;
      for (const [index, item] of a.entries()) pending.push([item, b[index]]);
    } else if (isObject(a) && isObject(b)) {
      const keys = Object.keys(a);
      if (keys.length !== Object.keys(b).length) return false;
      for (const key of keys) {
        if (!Object.hasOwn(b, key)) return false;
        pending.push([a[key], b[key]]);
      }
    } else if (typeof a === 'number' && !isExact(a)) {
      return false;
    } else if ((a ?? null) !== (b ?? null)) {
      return false;
    }
  }
  return true;
}
