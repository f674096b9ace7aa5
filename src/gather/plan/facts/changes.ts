import type { AttributePath, PathStep } from '../../../model/plan/attribute-path.ts';
import type { ResourceChange } from '../../../model/plan/plan.ts';
import type { ValuePolicy } from '../../../model/plan/value-policy.ts';
import { elementsOf, isObject, own } from '../own.ts';
import { hasMark } from '../redaction/mask.ts';
import { isExact, withoutMadeUp } from '../redaction/printable.ts';
import { type ChangeSides, redactedChange } from '../redaction/redact.ts';
import type { Secrets } from '../redaction/secrets.ts';

export interface ChangeReader {
  /** Undefined for an element that has no readable change. */
  readChange(element: unknown): ResourceChange | undefined;
}

/** Only what is read is looked at, and as little as possible demanded: releases differ, and files are made by hand. */
export function createChangeReader(
  secrets: () => Secrets,
  policy: ValuePolicy,
  madeUp: readonly string[] = [],
): ChangeReader {
  const disclosure = { secrets, policy, reword: withoutMadeUp(madeUp) };
  return {
    readChange(element) {
      const change = own(element, 'change');
      const actions = elementsOf(own(change, 'actions'));
      if (actions.length === 0) return undefined;
      const sides = sidesOf(change);
      const replacePaths = pathsOf(own(change, 'replace_paths'), secrets);
      const address = textAt(element, 'address') ?? addressOf(element);
      return {
        address,
        previousAddress: textAt(element, 'previous_address'),
        moduleAddress: textAt(element, 'module_address') ?? MODULE_PREFIX.exec(address)?.[1],
        mode: textAt(element, 'mode') ?? 'managed',
        type: textAt(element, 'type') ?? '',
        name: textAt(element, 'name') ?? '',
        index: indexOf(element),
        deposed: deposedOf(element),
        providerName: textAt(element, 'provider_name'),
        // A word that cannot be read must not turn `["no-op", 1]` into a no-op.
        actions: actions.map((action) => (typeof action === 'string' ? action : 'unreadable')),
        actionReason: textAt(element, 'action_reason'),
        replacePaths,
        attributes: replacePaths.map((path) => redactedChange(path, sides, disclosure)),
        updatedAttributes: actions.includes('update') ? updatedAttributes(sides) : [],
        // Terraform 1.5-dev wrote `false` for what is not imported.
        ...(isObject(own(change, 'importing')) ? { isImported: true } : {}),
      };
    },
  };
}

function sidesOf(change: unknown): ChangeSides {
  return {
    before: own(change, 'before'),
    after: own(change, 'after'),
    before_sensitive: own(change, 'before_sensitive'),
    after_sensitive: own(change, 'after_sensitive'),
    after_unknown: own(change, 'after_unknown'),
  };
}

function textAt(element: unknown, key: string): string | undefined {
  const value = own(element, key);
  return typeof value === 'string' ? value : undefined;
}

function indexOf(element: unknown): string | number | undefined {
  const index = own(element, 'index');
  return typeof index === 'string' || typeof index === 'number' ? index : undefined;
}

/** A key; only alphas of 2018 wrote a boolean. */
function deposedOf(element: unknown): string | undefined {
  const deposed = own(element, 'deposed');
  return deposed === true ? 'deposed' : typeof deposed === 'string' ? deposed : undefined;
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

function addressOf(element: unknown): string {
  const module = textAt(element, 'module_address');
  const index = indexOf(element);
  const key = index === undefined ? '' : `[${JSON.stringify(index)}]`;
  return `${module === undefined ? '' : `${module}.`}${textAt(element, 'type') ?? 'unknown'}.${textAt(element, 'name') ?? 'unknown'}${key}`;
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
