import { elementsOf, entriesOf, hasOwn, isObject, own } from '../own.ts';

/** A block of the configuration, `data` blocks included. */
export interface DeclaredBlock {
  /** Absolute, without instance keys. */
  readonly address: string;
  readonly mode: unknown;
  readonly type: unknown;
  readonly presence: Presence;
  /** The expressions of its attributes and nested blocks; Terraform leaves `dynamic` blocks out. */
  readonly expressions: unknown;
}

/**
 * What decides whether a block has instances: nothing (it has one), the
 * template's own text and variables (the same at the import, for a prebuild and
 * at a claim), or something else.
 */
export type Presence = 'always' | 'fixed' | 'open';

export interface Declared {
  readonly blocks: readonly DeclaredBlock[];
  /** Every called module is there. */
  readonly isWhole: boolean;
}

/** Undefined where the plan has no configuration. */
export function declaredIn(rootModule: unknown): Declared | undefined {
  if (!isObject(rootModule)) return undefined;
  const blocks: DeclaredBlock[] = [];
  let isWhole = true;
  const pending: Module[] = [{ raw: rootModule, prefix: '', presence: 'always' }];
  for (let module = pending.pop(); module !== undefined; module = pending.pop()) {
    const { raw, prefix, presence } = module;
    for (const block of elementsOf(own(raw, 'resources'))) blocks.push(blockIn(module, block));
    for (const [name, call] of entriesOf(own(raw, 'module_calls'))) {
      const called = own(call, 'module');
      if (!isObject(called)) isWhole = false;
      pending.push({
        raw: called,
        prefix: `${prefix}module.${name}.`,
        presence: weaker(presence, presenceOf(call, prefix === '')),
      });
    }
  }
  return { blocks, isWhole };
}

interface Module {
  readonly raw: unknown;
  readonly prefix: string;
  readonly presence: Presence;
}

function blockIn({ prefix, presence }: Module, block: unknown): DeclaredBlock {
  const mode = own(block, 'mode');
  const local = `${mode === 'data' ? 'data.' : ''}${String(own(block, 'type'))}.${String(own(block, 'name'))}`;
  return {
    address: `${prefix}${local}`,
    mode,
    type: own(block, 'type'),
    presence: weaker(presence, presenceOf(block, prefix === '')),
    expressions: own(block, 'expressions'),
  };
}

function presenceOf(block: unknown, isInRoot: boolean): Presence {
  const repetition = ['count_expression', 'for_each_expression'].find((key) => hasOwn(block, key));
  if (repetition === undefined) return 'always';
  const references = elementsOf(own(own(block, repetition), 'references'));
  // A variable of a child module may be given anything.
  const isFixed = (reference: unknown) => isInRoot && typeof reference === 'string' && FIXED.test(reference);
  return references.every(isFixed) ? 'fixed' : 'open';
}

/** What the template is built with is the same for every build of a version. */
const FIXED = /^(?:var|path|terraform)\./;

function weaker(one: Presence, other: Presence): Presence {
  if (one === 'open' || other === 'open') return 'open';
  return one === 'fixed' || other === 'fixed' ? 'fixed' : 'always';
}
