/** Where something is written: a file relative to the repository's root, lines and columns from 1, offsets from 0. */
export interface SourceRange {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly start: number;
  readonly end: number;
}

/** An expression of the configuration language, as far as it matters what a value is made of. */
export type Expression =
  | Literal
  | StringTemplate
  | Reference
  | Access
  | Call
  | Conditional
  | ObjectValue
  | TupleValue
  | ForValue
  | Operation;

interface Located {
  readonly range: SourceRange;
}

export interface Literal extends Located {
  readonly kind: 'literal';
  readonly value: string | number | boolean | null;
}

/** A quoted string or heredoc with interpolations; one part that is no literal is that part's own value. */
export interface StringTemplate extends Located {
  readonly kind: 'template';
  readonly parts: readonly Expression[];
}

/** `local.who.name`, `docker_container.side["web"].id`: a name and the steps from it. */
export interface Reference extends Located {
  readonly kind: 'reference';
  readonly root: string;
  readonly steps: readonly ReferenceStep[];
}

export type ReferenceStep =
  | { readonly kind: 'attribute'; readonly name: string }
  | { readonly kind: 'index'; readonly key: Expression }
  | { readonly kind: 'splat' };

/** Steps from the value of another expression: `merge(a, b).name`, `(local.list)[0]`. */
export interface Access extends Located {
  readonly kind: 'access';
  readonly of: Expression;
  readonly steps: readonly ReferenceStep[];
}

export interface Call extends Located {
  readonly kind: 'call';
  readonly name: string;
  readonly args: readonly Expression[];
}

/** `condition ? whenTrue : whenFalse`, and `%{ if }` in a template. */
export interface Conditional extends Located {
  readonly kind: 'conditional';
  readonly condition: Expression;
  readonly whenTrue: Expression;
  readonly whenFalse: Expression;
}

export interface ObjectValue extends Located {
  readonly kind: 'object';
  readonly entries: readonly ObjectEntry[];
}

export interface ObjectEntry {
  readonly key: Expression;
  readonly value: Expression;
}

export interface TupleValue extends Located {
  readonly kind: 'tuple';
  readonly items: readonly Expression[];
}

/** `[for …]`, `{for …}`, and `%{ for }` in a template. */
export interface ForValue extends Located {
  readonly kind: 'for';
  readonly keyName: string | undefined;
  readonly valueName: string;
  readonly collection: Expression;
  /** Of an object's entry; undefined for a tuple or a template. */
  readonly key: Expression | undefined;
  readonly value: Expression;
  readonly condition: Expression | undefined;
}

export interface Operation extends Located {
  readonly kind: 'operation';
  readonly operator: string;
  readonly operands: readonly Expression[];
}

/** The expressions that an expression is directly made of. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'literal':
      return [];
    case 'template':
      return expression.parts;
    case 'reference':
      return keysOf(expression.steps);
    case 'access':
      return [expression.of, ...keysOf(expression.steps)];
    case 'call':
      return expression.args;
    case 'conditional':
      return [expression.condition, expression.whenTrue, expression.whenFalse];
    case 'object':
      return expression.entries.flatMap(({ key, value }) => [key, value]);
    case 'tuple':
      return expression.items;
    case 'for':
      return [expression.collection, expression.key, expression.value, expression.condition].filter(
        (part) => part !== undefined,
      );
    case 'operation':
      return expression.operands;
  }
}

/** Every reference in the expression, names bound by its own `for` left out, in the order they are written. */
export function referencesIn(expression: Expression): readonly Reference[] {
  if (expression.kind === 'reference') return [expression, ...partsOf(expression).flatMap(referencesIn)];
  const within = partsOf(expression).flatMap(referencesIn);
  if (expression.kind !== 'for') return within;
  const outer = new Set(referencesIn(expression.collection));
  return within.filter(
    (reference) =>
      outer.has(reference) || (reference.root !== expression.keyName && reference.root !== expression.valueName),
  );
}

/** The string or number that an expression is, or undefined where it must be computed. */
export function constantKey(expression: Expression): string | number | undefined {
  if (expression.kind !== 'literal') return undefined;
  const { value } = expression;
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}

/** `data.coder_workspace.me[0].name`, as Terraform writes it; a computed key is `[…]`. */
export function formatReference({ root, steps }: Pick<Reference, 'root' | 'steps'>): string {
  return root + steps.map(formatStep).join('');
}

function formatStep(step: ReferenceStep): string {
  if (step.kind === 'attribute') return `.${step.name}`;
  if (step.kind === 'splat') return '[*]';
  const key = constantKey(step.key);
  return key === undefined ? '[…]' : `[${JSON.stringify(key)}]`;
}

/** Whether two expressions are written alike, whatever the layout. */
export function isSameExpression(left: Expression, right: Expression): boolean {
  return fingerprint(left) === fingerprint(right);
}

function fingerprint(expression: Expression): string {
  return JSON.stringify(expression, (name, value: unknown) => (name === 'range' ? undefined : value));
}

function keysOf(steps: readonly ReferenceStep[]): readonly Expression[] {
  return steps.flatMap((step) => (step.kind === 'index' ? [step.key] : []));
}
