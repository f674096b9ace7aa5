import fc from 'fast-check';

/** Names that mean nothing to the language, of the shapes that people give. */
const NAME = fc.constantFrom(
  'a',
  'name',
  'local',
  'each',
  'with-dash',
  'under_score',
  'data',
  'x1',
  'é',
  'forest',
  'iffy',
);

const PLAIN_TEXT = fc
  .array(
    fc.constantFrom(
      'a',
      'Z',
      '0',
      ' ',
      '.',
      '/',
      '#',
      '{',
      '}',
      '[',
      ']',
      '=',
      '😀',
      'ä',
      "'",
      '$',
      '%',
      ':',
      '\\"',
      '\\\\',
      '\\n',
      '\\u00e9',
      '$${',
      '%%{',
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''))
  // A sign before a brace would begin an interpolation.
  .filter((text) => !/(?<![$%])[$%]\{/.test(text.replaceAll('$${', '').replaceAll('%%{', '')));

const OPERATOR = fc.constantFrom('+', '-', '*', '/', '%', '==', '!=', '<', '>=', '&&', '||');

const STEP = fc.constantFrom('.name', '[0]', '["a.b"]');

const NUMBER = fc.constantFrom('0', '1', '42', '1.5', '-3', '1e3', '0.25', '12E2');

/**
 * Source text of expressions. The oracle computes what is constant, so wherever
 * it could, there is a reference in it.
 */
const { expression } = fc.letrec<{
  expression: string;
  term: string;
  open: string;
  collection: string;
  traversal: string;
  template: string;
}>((tie) => ({
  expression: fc.oneof({ depthSize: 'small', withCrossShrink: true }, tie('term'), tie('open')),
  term: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    NUMBER,
    fc.constantFrom('true', 'false', 'null'),
    tie('template'),
    tie('traversal'),
    tie('collection'),
    tie('open').map((inner) => `(${inner})`),
  ),
  open: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('traversal'),
    fc.tuple(tie('traversal'), OPERATOR, tie('term')).map((parts) => parts.join(' ')),
    fc.tuple(tie('term'), OPERATOR, tie('traversal')).map((parts) => parts.join('')),
    fc.tuple(tie('traversal'), tie('expression'), tie('expression')).map(([c, a, b]) => `${c} ? ${a} : ${b}`),
    tie('traversal').map((operand) => `!${operand}`),
    tie('traversal').map((operand) => `-${operand}`),
    fc.tuple(NAME, fc.array(tie('expression'), { maxLength: 3 })).map(([name, args]) => `${name}(${args.join(', ')})`),
    fc
      .tuple(NAME, tie('traversal'), STEP)
      .map(([name, argument, step]) => `${name}(\n  "x", # c\n  ${argument}...\n)${step}`),
    fc.tuple(NAME, tie('traversal'), tie('expression')).map(([v, of, value]) => `[for ${v} in ${of} : ${value}]`),
    fc
      .tuple(NAME, tie('traversal'), tie('expression'), tie('expression'))
      .map(([v, of, value, when]) => `{for k, ${v} in ${of} : k => ${value} if ${when}}`),
    fc.tuple(tie('open'), STEP).map(([inner, step]) => `(${inner})${step}`),
  ),
  collection: fc.oneof(
    fc.array(tie('expression'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
    fc
      .array(tie('expression'), { maxLength: 3 })
      .map((items) => `[\n  ${items.map((item) => `${item}, # c`).join('\n  ')}\n]`),
    fc
      .uniqueArray(fc.tuple(NAME, tie('expression')), { maxLength: 3, selector: ([key]) => key })
      .map((entries) => `{\n${entries.map(([key, value]) => `  ${key} = ${value}`).join('\n')}\n}`),
    fc
      .uniqueArray(fc.tuple(NAME, tie('expression')), { maxLength: 2, selector: ([key]) => key })
      .map((entries) => `{ ${entries.map(([key, value]) => `"${key}" : ${value}`).join(', ')} }`),
  ),
  traversal: fc
    .tuple(
      NAME,
      fc.array(
        fc.oneof(
          NAME.map((name) => `.${name}`),
          fc.constantFrom('[0]', '["k"]', '["a.b"]', '[*]', '.*'),
          tie('expression').map((key) => `[${key}]`),
        ),
        { maxLength: 4 },
      ),
    )
    .map(([root, steps]) => root + steps.join('')),
  template: fc
    .array(
      fc.oneof(
        PLAIN_TEXT,
        tie('open').map((inner) => `\${${inner}}`),
        tie('open').map((inner) => `\${~ ${inner} ~}`),
      ),
      { maxLength: 3 },
    )
    .map((parts) => `"${parts.join('')}"`)
    // The grammar does not see that `$${` is an escape where another sign is before it: such a file counts as broken.
    .filter((text) => !/[$%]{3}/.test(text)),
}));

export const EXPRESSION = expression;

const HEREDOC = fc
  .tuple(
    fc.constantFrom('<<EOT', '<<-EOT'),
    fc.array(
      fc.tuple(
        fc.constantFrom('', '  ', '    '),
        fc.constantFrom('text', '"quoted"', '# no comment', 'a $${b}', '{', '}', '\\n'),
        fc.constantFrom('', ` \${a.b}`, ` \${c} d`),
      ),
      { maxLength: 4 },
    ),
  )
  .map(([start, lines]) => `${start}\n${lines.map((line) => `${line.join('')}\n`).join('')}EOT`);

const ATTRIBUTES = fc
  .uniqueArray(fc.tuple(NAME, fc.oneof(expression, HEREDOC)), { maxLength: 3, selector: ([name]) => name })
  .map((attributes) => attributes.map(([name, value]) => `${name} = ${value}\n`).join(''));

/** Source text of a file. */
export const HCL_FILE = fc
  .array(
    fc.tuple(
      fc.constantFrom('resource "t" "n"', 'locals', 'dynamic "b"', 'module m'),
      ATTRIBUTES,
      fc.option(ATTRIBUTES),
      fc.constantFrom('', '# c }\n', '/* " */\n'),
    ),
    { maxLength: 3 },
  )
  .map((blocks) =>
    blocks
      .map(
        ([header, attributes, nested, comment]) =>
          `${comment}${header} {\n${attributes}${nested === null ? '' : `inner {\n${nested}}\n`}}\n`,
      )
      .join(''),
  );
