import {
  addressOf,
  type Block,
  type Configuration,
  moduleKey,
  modulePrefix,
  type SourceModule,
} from '../../model/configuration/configuration.ts';
import {
  type Expression,
  formatReference,
  partsOf,
  type Reference,
  type ReferenceStep,
} from '../../model/configuration/expression.ts';
import { variationOfData } from '../claim-variation.ts';
import type { Repeated } from '../trace/instances.ts';
import { contains } from './key-parts.ts';

/** An expression, and where a reader finds it: `docker_container.w.env`. */
interface Place {
  readonly place: string;
  readonly expression: Expression;
}

/**
 * Where else than in the keys of a repetition the value is read that a
 * reference is written in: empty for one that stands in the repetition itself.
 */
export function readersOf(
  configuration: Configuration,
  home: SourceModule,
  source: Expression,
  level: Repeated,
): readonly string[] {
  if (contains(level.repetition.expression.range, source.range)) return [];
  const local = [...home.locals].find(([, { value }]) => contains(value.range, source.range))?.[0];
  if (local !== undefined) return readersOfName(home, 'local', local, level, new Set());
  for (const [name, { body }] of home.calls) {
    const input = [...body.attributes].find(([, { value }]) => contains(value.range, source.range))?.[0];
    const inner = configuration.modules.get(moduleKey([...home.path, name]));
    if (input !== undefined && inner !== undefined) return readersOfName(inner, 'var', input, level, new Set());
  }
  return [`${modulePrefix(home.path)}${source.kind === 'reference' ? formatReference(source) : ''}`];
}

/** Locals that only pass it on are followed. */
function readersOfName(
  module: SourceModule,
  root: 'local' | 'var',
  name: string,
  level: Repeated,
  seen: ReadonlySet<string>,
): readonly string[] {
  const key = `${root}.${name}`;
  if (seen.has(key)) return [];
  return placesIn(module).flatMap(({ place, expression }) => {
    if (module === level.module && contains(level.repetition.expression.range, expression.range)) return [];
    const reads = outsideIndexes(expression, module, level).some(
      (reference) => reference.root === root && firstName(reference.steps) === name,
    );
    if (!reads) return [];
    const local = /^local\.(.+)$/.exec(place)?.[1];
    return local === undefined
      ? [modulePrefix(module.path) + place]
      : readersOfName(module, 'local', local, level, new Set([...seen, key]));
  });
}

/** An index into the repeated block, and what it names the instance by. */
export type KeyIndex =
  | { readonly kind: 'kept'; readonly module: SourceModule; readonly place: string }
  /** Built from the same references as the keys. */
  | {
      readonly kind: 'varies';
      readonly module: SourceModule;
      readonly place: string;
      readonly references: readonly Reference[];
    }
  | { readonly kind: 'unclear'; readonly module: SourceModule; readonly place: string };

/**
 * Every `docker_volume.home[…]` of the repeated block, in the module that it
 * stands in. `rewritten` are the locals and inputs that the keys come through.
 */
export function indexesInto(level: Repeated, rewritten: ReadonlySet<string>): readonly KeyIndex[] {
  const { module } = level;
  return placesIn(module).flatMap(({ place, expression }) =>
    everyReference(expression).flatMap((reference) => {
      const key = keyOfIndex(reference, module, level);
      return key === undefined ? [] : [judgeIndex(module, modulePrefix(module.path) + place, key, rewritten)];
    }),
  );
}

function judgeIndex(module: SourceModule, place: string, key: Expression, rewritten: ReadonlySet<string>): KeyIndex {
  const varying = everyReference(key).filter(isIdentity);
  const others = everyReference(key).filter((reference) => !isIdentity(reference));
  // The keys of another block, and names that a `for` binds, follow by themselves; so does a local that is rewritten.
  const isClear = others.every(
    ({ root, steps }) =>
      !isGlobal(module, root) || rewritten.has(`${modulePrefix(module.path)}${root}.${firstName(steps)}`),
  );
  if (!isClear) return { kind: 'unclear', module, place };
  return varying.length > 0 ? { kind: 'varies', module, place, references: varying } : { kind: 'kept', module, place };
}

/** Not `each`, and no name that a `for` or a dynamic block binds. */
function isGlobal({ resources }: SourceModule, root: string): boolean {
  return GLOBAL.has(root) || [...resources.values()].some(({ type }) => type === root);
}

const GLOBAL: ReadonlySet<string> = new Set(['count', 'data', 'local', 'module', 'path', 'terraform', 'var']);

function isIdentity({ root, steps }: Reference): boolean {
  const names = steps.map((step) => (step.kind === 'attribute' ? step.name : undefined));
  return root === 'data' && variationOfData(names[0] ?? '', names.at(-1)) === 'identity';
}

/** References of an expression but those within an index into the repeated block: these follow its keys. */
function outsideIndexes(expression: Expression, module: SourceModule, level: Repeated): readonly Reference[] {
  if (expression.kind !== 'reference') {
    return partsOf(expression).flatMap((part) => outsideIndexes(part, module, level));
  }
  const key = keyOfIndex(expression, module, level);
  const parts = partsOf(expression).filter((part) => part !== key);
  return [expression, ...parts.flatMap((part) => outsideIndexes(part, module, level))];
}

/** The key of `docker_volume.home[key]` or `module.box[key]`, where that is what is repeated. */
function keyOfIndex({ root, steps }: Reference, module: SourceModule, level: Repeated): Expression | undefined {
  const [first, second] = steps;
  const target = `${modulePrefix(module.path)}${root}.${first?.kind === 'attribute' ? first.name : ''}`;
  return module === level.module && level.name === `${target}.for_each` && second?.kind === 'index'
    ? second.key
    : undefined;
}

function everyReference(expression: Expression): readonly Reference[] {
  const inside = partsOf(expression).flatMap(everyReference);
  return expression.kind === 'reference' ? [expression, ...inside] : inside;
}

function firstName([first]: readonly ReferenceStep[]): string | undefined {
  return first?.kind === 'attribute' ? first.name : undefined;
}

/** Every expression of a module, with where it is written. */
function placesIn({ resources, locals, outputs, calls }: SourceModule): readonly Place[] {
  return [
    ...[...locals].map(([name, { value }]) => ({ place: `local.${name}`, expression: value })),
    ...[...resources.values()].flatMap((resource) => placesInBlock(resource.body, addressOf(resource))),
    ...[...outputs].flatMap(([name, block]) => placesInBlock(block, `output.${name}`)),
    ...[...calls].flatMap(([name, { body }]) => placesInBlock(body, `module.${name}`)),
  ];
}

function placesInBlock({ attributes, blocks }: Block, owner: string): readonly Place[] {
  return [
    ...[...attributes.values()].map(({ name, value }) => ({ place: `${owner}.${name}`, expression: value })),
    ...blocks.flatMap((block) => placesInBlock(block, `${owner}.${block.type}`)),
  ];
}
