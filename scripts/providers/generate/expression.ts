import fc from 'fast-check';

/** An expression of a template, as a tree that can be made smaller. */
export type Expression =
  | { readonly kind: 'value'; readonly text: string }
  /** To something that stands before: which one is found out when all is known. */
  | { readonly kind: 'reference'; readonly index: number }
  | { readonly kind: 'call'; readonly function: string; readonly operands: readonly Expression[] };

const OWNER = 'data.coder_workspace_owner.me';
const WORKSPACE = 'data.coder_workspace.me';

/** What a claim changes. */
const VARYING: readonly string[] = [
  `${OWNER}.name`,
  `${OWNER}.full_name`,
  `${OWNER}.email`,
  `${OWNER}.id`,
  `${OWNER}.ssh_public_key`,
  `try(lower(${OWNER}.login_type), "nobody")`,
  `nonsensitive(${OWNER}.session_token)`,
  `nonsensitive(${OWNER}.oidc_access_token)`,
  `join(",", ${OWNER}.groups)`,
  `join(",", [for role in ${OWNER}.rbac_roles : role.name])`,
  `tostring(contains(${OWNER}.groups, "platform"))`,
  `tostring(${OWNER}.name == "alice")`,
  `${WORKSPACE}.name`,
  `tostring(${WORKSPACE}.is_prebuild)`,
  `tostring(${WORKSPACE}.is_prebuild_claim)`,
  `tostring(${WORKSPACE}.prebuild_count)`,
  'abspath(path.module)',
  'basename(path.cwd)',
  'timestamp()',
  'plantimestamp()',
];

/** What it does not change. */
const STABLE: readonly string[] = [
  `${WORKSPACE}.id`,
  `${WORKSPACE}.access_url`,
  `${WORKSPACE}.transition`,
  `${WORKSPACE}.template_name`,
  `tostring(${WORKSPACE}.start_count)`,
  'path.module',
  'terraform.workspace',
  `filesha256("\${path.module}/main.tf")`,
];

/** What there is not while Coder imports. */
const TROUBLED: readonly string[] = [`${OWNER}.login_type`, `${OWNER}.groups[1]`, `${OWNER}.rbac_roles[0].name`];

type Rendering = (...operands: readonly string[]) => string;

/** Functions of strings that give a string. */
const FUNCTIONS: Readonly<Record<string, Rendering>> = {
  lower: (a) => `lower(${a})`,
  sha256: (a) => `sha256(${a})`,
  initial: (a) => `substr(${a}, 0, 1)`,
  length: (a) => `tostring(length(${a}))`,
  replace: (a) => `replace(${a}, "/[aeiou]/", "")`,
  try: (a) => `try(${a}, "no")`,
  coalesce: (a) => `coalesce(${a}, "none")`,
  encode: (a) => `jsonencode({ k = ${a} })`,
  template: (a) => `"p-\${${a}}"`,
  found: (a) => `lookup({ a = ${a} }, "a", "gone")`,
  missed: (a) => `lookup({ a = ${a} }, "b", "gone")`,
  first: (a) => `element([${a}, "second"], 0)`,
  second: (a) => `element([${a}, "second"], 1)`,
  isPool: (a) => `(${a} == "prebuilds" ? "x" : "y")`,
  matches: (a) => `tostring(can(regex("^p", ${a})))`,
  join: (a, b) => `join("-", [${a}, ${b}])`,
  equal: (a, b) => `(${a} == ${b} ? "same" : "other")`,
  inPool: (a, b) => `(${WORKSPACE}.is_prebuild ? ${a} : ${b})`,
  startsWith: (a, b) => `tostring(startswith(${a}, ${b}))`,
};

const value = (text: string): Expression => ({ kind: 'value', text });
const anyOf = (texts: readonly string[]): fc.Arbitrary<Expression> => fc.constantFrom(...texts).map(value);

/** At most three functions deep. One that is troubled may be refused when Coder imports it. */
export function expression(isTroubled: boolean): fc.Arbitrary<Expression> {
  const leaf = fc.oneof(
    { withCrossShrink: true },
    { weight: 1, arbitrary: fc.constant(value('"fixed"')) },
    { weight: 12, arbitrary: anyOf(VARYING) },
    { weight: 6, arbitrary: anyOf(STABLE) },
    { weight: 12, arbitrary: fc.nat(30).map((index): Expression => ({ kind: 'reference', index })) },
    ...(isTroubled ? [{ weight: 3, arbitrary: anyOf(TROUBLED) }] : []),
  );
  return fc.letrec<{ expression: Expression }>((tie) => ({
    expression: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      { weight: 3, arbitrary: leaf },
      {
        weight: 4,
        arbitrary: fc
          .tuple(fc.constantFrom(...Object.keys(FUNCTIONS)), tie('expression'), tie('expression'))
          .map(([name, left, right]): Expression => {
            const operands = FUNCTIONS[name]!.length === 1 ? [left] : [left, right];
            return { kind: 'call', function: name, operands };
          }),
      },
    ),
  })).expression;
}

/** `known` is what may be referred to at this place. */
export function renderExpression(tree: Expression, known: readonly string[]): string {
  switch (tree.kind) {
    case 'value':
      return tree.text;
    case 'reference':
      return known.length === 0 ? '"fixed"' : known[tree.index % known.length]!;
    case 'call':
      return FUNCTIONS[tree.function]!(...tree.operands.map((operand) => renderExpression(operand, known)));
  }
}
