import { isSecretName } from '../../../model/credentials.ts';
import type { AttributePath } from '../../../model/plan/attribute-path.ts';
import type { AttributeChange, PrintableValue } from '../../../model/plan/plan.ts';
import type { ValuePolicy } from '../../../model/plan/value-policy.ts';
import { isObject } from '../own.ts';
import { isMarked } from './mask.ts';
import { printable } from './printable.ts';
import type { Secrets } from './secrets.ts';

/** A change's values and Terraform's masks over them, as they stand in the plan. */
export interface ChangeSides {
  readonly before?: unknown;
  readonly after?: unknown;
  readonly before_sensitive?: unknown;
  readonly after_sensitive?: unknown;
  readonly after_unknown?: unknown;
}

/** How values of a plan may be told. */
export interface Disclosure {
  readonly secrets: () => Secrets;
  readonly policy: ValuePolicy;
  /** Says of a text what is not to be taken for real in it. */
  readonly reword: (text: string) => string;
}

/** What may be shown of one attribute. This is the only place where a value of a resource becomes text. */
export function redactedChange(
  path: AttributePath,
  sides: ChangeSides,
  { secrets, policy, reword }: Disclosure,
): AttributeChange {
  const becomesUnknown = isMarked(sides.after_unknown, path);
  const marked = isMarked(sides.before_sensitive, path) || isMarked(sides.after_sensitive, path);
  if (marked) return { path, before: SENSITIVE, after: SENSITIVE, becomesUnknown };

  const before = valueAt(sides.before, path);
  const after = valueAt(sides.after, path);
  const mayBeShown = () =>
    !isUnmasked(sides.before, sides.before_sensitive) &&
    !isUnmasked(sides.after, sides.after_sensitive) &&
    !path.some((step) => typeof step === 'string' && isSecretName(step)) &&
    ![before, after].some((side) => side !== undefined && secrets().isSuspect(side.value));

  const show = showing(policy, reword, mayBeShown);
  return { path, before: show(before), after: becomesUnknown ? UNKNOWN : show(after), becomesUnknown };
}

/** Both sides or neither: what is hidden on one must not be read off the other. */
function showing(
  policy: ValuePolicy,
  reword: Disclosure['reword'],
  mayBeShown: () => boolean,
): (found: Found | undefined) => PrintableValue {
  if (policy === 'none') return (found) => (found === undefined ? ABSENT : WITHHELD);
  const shown = mayBeShown();
  return (found) => {
    if (found === undefined) return ABSENT;
    return shown ? { kind: 'known', json: printable(found.value, reword) } : SENSITIVE;
  };
}

interface Found {
  readonly value: unknown;
}

/** Undefined where there is no such value, or where a step does not tell which one it is. */
function valueAt(root: unknown, path: AttributePath): Found | undefined {
  let value = root;
  for (const step of path) {
    if (Array.isArray(value)) {
      if (typeof step !== 'number' || step >= value.length) return undefined;
      value = value[step];
    } else {
      if (typeof step !== 'string' || !isObject(value) || !Object.hasOwn(value, step)) return undefined;
      value = value[step];
    }
  }
  return value === undefined || (value === null && path.length === 0) ? undefined : { value };
}

/** Terraform before 0.15, or a plan that was edited: nothing says what is sensitive. */
function isUnmasked(value: unknown, mask: unknown): boolean {
  return value !== null && value !== undefined && (mask === null || mask === undefined);
}

const SENSITIVE: PrintableValue = { kind: 'sensitive' };
const WITHHELD: PrintableValue = { kind: 'withheld' };
const UNKNOWN: PrintableValue = { kind: 'unknown' };
const ABSENT: PrintableValue = { kind: 'absent' };
