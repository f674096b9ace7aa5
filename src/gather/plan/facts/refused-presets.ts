import { elementsOf, entriesOf, hasOwn, own } from '../own.ts';
import type { PlanDocument } from '../plan-document.ts';

/** What a configuration says of a preset that was not read: constants, and a mask of all that is none. */
interface WrittenPreset {
  readonly address: string;
  readonly values: unknown;
  readonly unknown: unknown;
}

/**
 * The presets of a plan that failed as they are written. The provider refuses a
 * preset that is not sound, and the plan then holds nothing of it but the
 * configuration: whoever looks for the mistake has to look there. What repeats by
 * `count` or `for_each`, itself or with its module, is left out: its values are
 * not constants.
 */
export function refusedPresetsOf(
  document: PlanDocument,
  isRead: (address: string) => boolean,
): readonly WrittenPreset[] {
  if ((document.value('errored') ?? false) === false) return [];
  const presets: WrittenPreset[] = [];
  const pending = [{ module: document.configuration(), prefix: '' }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { module, prefix } = next;
    for (const resource of elementsOf(own(module, 'resources'))) {
      const address = `${prefix}${String(own(resource, 'address'))}`;
      if (own(resource, 'type') !== PRESET || own(resource, 'mode') !== 'data') continue;
      if (isRepeated(resource) || isRead(address)) continue;
      presets.push(writtenPreset(address, own(resource, 'expressions')));
    }
    for (const [name, call] of entriesOf(own(module, 'module_calls'))) {
      if (!isRepeated(call)) pending.push({ module: own(call, 'module'), prefix: `${prefix}module.${name}.` });
    }
  }
  return presets;
}

export const PRESET = 'coder_workspace_preset';

/** A block may be `dynamic`, which a configuration does not show, so that one which is missing may still be there. */
function writtenPreset(address: string, expressions: unknown): WrittenPreset {
  const { value, unknown } = objectOf(expressions);
  const values = { default: null, parameters: null, ...value };
  for (const name of Object.keys(unknown)) if (!hasOwn(value, name)) Reflect.deleteProperty(values, name);
  return { address, values, unknown };
}

interface Part {
  readonly value: Readonly<Record<string, unknown>>;
  readonly unknown: Readonly<Record<string, unknown>>;
}

/** Attributes are objects with a `constant_value` or with `references`, blocks are objects of attributes in a list. */
function objectOf(expressions: unknown): Part {
  const value: Record<string, unknown> = Object.create(null);
  const unknown: Record<string, unknown> = Object.create(null);
  for (const [name, expression] of entriesOf(expressions)) {
    if (Array.isArray(expression)) {
      const blocks = expression.map(objectOf);
      value[name] = blocks.map((block) => block.value);
      unknown[name] = blocks.map((block) => block.unknown);
    } else if (hasOwn(expression, 'constant_value')) value[name] = own(expression, 'constant_value');
    else unknown[name] = true;
  }
  return { value, unknown };
}

function isRepeated(block: unknown): boolean {
  return hasOwn(block, 'count_expression') || hasOwn(block, 'for_each_expression');
}
