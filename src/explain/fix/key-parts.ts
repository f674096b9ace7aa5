import { type Configuration, callOf, parentOf, type SourceModule } from '../../model/configuration/configuration.ts';
import { type Expression, partsOf, type Reference, type SourceRange } from '../../model/configuration/expression.ts';
import type { Repeated } from '../trace/instances.ts';

/** A reference to data that the keys of a repetition are made of. */
export interface KeyPart {
  readonly module: SourceModule;
  readonly reference: Reference;
  /**
   * It goes into the keys as text, so that another text makes other keys and as
   * many of them. In a condition, in an operation or where its length is taken
   * it decides how many there are.
   */
  readonly isText: boolean;
}

/** Every one, through locals, inputs and outputs. */
export function keyParts(configuration: Configuration, { module, repetition }: Repeated): readonly KeyPart[] {
  return partsOfKey(configuration, module, repetition.expression, true, 0);
}

export function contains(outer: SourceRange, inner: SourceRange): boolean {
  return outer.file === inner.file && outer.start <= inner.start && inner.end <= outer.end;
}

/** Longer chains of locals than any template has. */
const DEPTH_LIMIT = 50;

function partsOfKey(
  configuration: Configuration,
  module: SourceModule,
  expression: Expression,
  isText: boolean,
  depth: number,
): readonly KeyPart[] {
  if (depth > DEPTH_LIMIT) return [];
  const through = (parts: readonly (Expression | undefined)[], keepsText: boolean) =>
    parts.flatMap((part) =>
      part === undefined ? [] : partsOfKey(configuration, module, part, isText && keepsText, depth + 1),
    );
  switch (expression.kind) {
    case 'reference':
      return [
        ...(expression.root === 'data' ? [{ module, reference: expression, isText }] : []),
        ...meaningsOf(configuration, module, expression).flatMap(({ home, value }) =>
          partsOfKey(configuration, home, value, isText, depth + 1),
        ),
        ...through(partsOf(expression), false),
      ];
    case 'template':
    case 'tuple':
    case 'object':
      return through(partsOf(expression), true);
    case 'for':
      return [
        ...through([expression.collection, expression.key, expression.value], true),
        ...through([expression.condition], false),
      ];
    case 'conditional':
      return [...through([expression.condition], false), ...through([expression.whenTrue, expression.whenFalse], true)];
    case 'call':
      return through(expression.args, KEEPING_TEXT.has(expression.name));
    default:
      return through(partsOf(expression), false);
  }
}

/** What a local, an input or an output stands for. */
function meaningsOf(
  configuration: Configuration,
  module: SourceModule,
  { root, steps }: Reference,
): readonly { readonly home: SourceModule; readonly value: Expression }[] {
  const [first, second] = steps.map((step) => (step.kind === 'attribute' ? step.name : undefined));
  if (first === undefined) return [];
  const local = root === 'local' ? module.locals.get(first) : undefined;
  if (local !== undefined) return [{ home: module, value: local.value }];
  const parent = root === 'var' ? parentOf(configuration, module) : undefined;
  const input = parent === undefined ? undefined : callOf(configuration, module)?.body.attributes.get(first);
  if (parent !== undefined && input !== undefined) return [{ home: parent, value: input.value }];
  const inner = root === 'module' ? configuration.modules.get([...module.path, first].join('.')) : undefined;
  const output = inner?.outputs.get(second ?? '')?.attributes.get('value');
  return inner === undefined || output === undefined ? [] : [{ home: inner, value: output.value }];
}

/** Functions that make another text of another text, and as many elements of as many. */
const KEEPING_TEXT: ReadonlySet<string> = new Set([
  'coalesce',
  'compact',
  'concat',
  'distinct',
  'flatten',
  'format',
  'join',
  'keys',
  'lower',
  'md5',
  'merge',
  'nonsensitive',
  'replace',
  'setunion',
  'sha1',
  'sha256',
  'tolist',
  'tomap',
  'toset',
  'tostring',
  'trimprefix',
  'trimspace',
  'trimsuffix',
  'try',
  'upper',
]);
