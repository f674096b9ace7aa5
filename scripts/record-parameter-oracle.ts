/**
 * Asks the real provider which values it accepts for which parameters, and
 * writes its answers to `fixtures/parameter-oracle/cases.json`. Needs Terraform,
 * and the provider where Terraform finds it.
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { askProvider, type Question } from './ask-provider.ts';

interface OracleParameter {
  readonly type?: string;
  readonly form_type?: string;
  readonly mutable?: boolean;
  readonly ephemeral?: boolean;
  readonly default?: string;
  readonly option?: readonly { readonly name: string; readonly value: string }[];
  readonly validation?: {
    readonly min?: number;
    readonly max?: number;
    readonly monotonic?: string;
    readonly regex?: string;
    readonly error?: string;
  };
}

interface OracleCase {
  readonly parameter: OracleParameter;
  readonly value?: string;
  readonly previous?: string;
}

const VERSION = '2.20.0';

const NUMBERS = [
  '0',
  '1',
  '-1',
  '+1',
  '007',
  '1.5',
  '.5',
  '5.',
  '.',
  '',
  ' 1',
  '1 ',
  '1e3',
  '1E+3',
  '1e',
  'e1',
  '1e400',
  '-1e400',
  '1e-400',
  '1_000',
  '_1',
  '1_',
  '1__0',
  '1_.5',
  '1._5',
  '1e1_0',
  '1_e1',
  '0x1p4',
  '0X1P-4',
  '0x1',
  '0x.8p1',
  '0x1.p1',
  '0x_1p1',
  '0x1_fp1',
  '0xp1',
  '0x1p1024',
  '0x1p1023',
  '0x1.fffffffffffff8p1023',
  '0x1.fffffffffffff7p1023',
  '0xfffffffffffffp971',
  'inf',
  '-Inf',
  '+infinity',
  'INFINITY',
  'infin',
  'nan',
  'NaN',
  '+nan',
  '-nan',
  '9223372036854775807',
  '9223372036854775808',
  '-9223372036854775808',
  '-9223372036854775809',
  '179769313486231570000e289',
  '1797693134862315808e290',
  '0b1',
  '0o7',
  '1,5',
  '１',
  '--1',
  '+-1',
  '1\n',
  '4',
  '8',
  '9',
];

const BOOLS = [
  'true',
  'false',
  'True',
  'TRUE',
  'tRUE',
  't',
  'T',
  'f',
  'F',
  '1',
  '0',
  'yes',
  'no',
  '',
  ' true',
  'FALSE',
  'False',
  '01',
  'on',
];

const LISTS = [
  '[]',
  '["a"]',
  '["a","b"]',
  '["a","c"]',
  '["c"]',
  'null',
  '[null]',
  '["a",null]',
  '[1]',
  '[true]',
  '[["a"]]',
  '{}',
  '"a"',
  'a',
  '',
  ' ["a"] ',
  '["a",]',
  "['a']",
  '["\\u0061"]',
  '["\\x61"]',
  '["a"] x',
  '[\n"a"\n]',
  '["a","a"]',
  '[""]',
  '["\t"]',
  '\uFEFF["a"]',
  '["a" "b"]',
  'a,b',
];

const TEXTS = [
  '',
  'a',
  'A',
  'ab',
  'abc',
  'a1',
  'a-b',
  'a b',
  'a\nb',
  '\n',
  'é',
  'ß',
  'K',
  'ſ',
  'Ω',
  '7',
  '٣',
  '_',
  'foo.bar',
  '😀',
  'eu-west-1',
  'aaa',
  '[x]',
  '{2}',
];

const REGEXES = [
  '^a$',
  'a',
  '^[a-z]+$',
  '(?i)^a$',
  '^(?i:a)b$',
  '(?i)k',
  '(?i)s',
  '(?i)[a-z]{1}$',
  '(?i)^\\w$',
  '(?i)^[^k]$',
  '(?i)ß',
  '(?i)ω',
  '^.$',
  '(?s)^.$',
  '(?m)^b$',
  '^b$',
  'a\\z',
  '\\Aa',
  'a\\Z',
  '\\bb\\b',
  '\\Bb',
  '^\\d+$',
  '^\\D+$',
  '^\\w+$',
  '^\\W+$',
  '^\\s$',
  '^\\S+$',
  '\\h',
  '^[[:alpha:]]+$',
  '^[[:^alpha:]]+$',
  '^[[:word:]-]+$',
  '^[[:foo:]]$',
  '[[:alpha:]',
  '^\\pL$',
  '^\\PL$',
  '^\\p{Lu}$',
  '^\\p{Greek}$',
  '^\\p{^Greek}$',
  '^\\P{^Greek}$',
  '^\\p{L}+$',
  '^\\pN$',
  '\\p{Foo}',
  '\\p{',
  '\\p',
  '^\\p{Any}$',
  '^[\\p{L}\\d]+$',
  '^[^\\p{L}]+$',
  '(?i)^\\p{Lu}$',
  '(?i)^\\P{Lu}$',
  '(?i)^[^\\P{Lu}]$',
  '^a{2,3}$',
  '^a{3}$',
  '^a{2,}$',
  'a{,2}',
  '^{2}$',
  '{2}',
  'a{1001}',
  'a{1000}',
  '(a{100}){11}',
  '(a{100}){10}',
  'a{2,1}',
  'a{02}',
  'a**',
  'a+*',
  'a*?',
  'a+?',
  'a??',
  'a*+',
  '*',
  '+a',
  '?',
  'a|*',
  '(*)',
  '^*',
  '(?i)*',
  'a(?i)*',
  '(a',
  'a)',
  '()',
  '(|a)',
  '^(a|b|)$',
  '(?:a)',
  '(?P<n>a)',
  '(?<n>a)',
  '(?P<n',
  '(?P<>a)',
  '(?P<n-m>a)',
  '(?P=n)',
  '(?=a)',
  '(?!a)',
  '(?<=a)b',
  '(?<!a)b',
  '(a)\\1',
  '\\1',
  '\\01',
  '\\141',
  '\\8',
  '\\x61',
  '\\x{61}',
  '\\x{110000}',
  '\\x6',
  '\\xg1',
  '\\x{}',
  '\\u0061',
  '\\a',
  '\\f',
  '\\n',
  '\\e',
  '\\q',
  '\\_',
  '\\-',
  '\\é',
  '\\',
  '\\Qa.b\\E',
  '\\Qfoo.bar',
  'a\\Q\\E*',
  'a*\\Q\\E*',
  '\\E',
  '\\C',
  '\\K',
  '\\G',
  '\\R',
  '\\X',
  '\\N',
  '[a',
  '[]',
  '[]a]',
  '[^]a]',
  '[a-]',
  '[-a]',
  '[a-\\d]',
  '[\\d-z]',
  '[z-a]',
  '[a-c-e]',
  '[\\b]',
  '[\\Q]',
  '[[]',
  '[\\]]',
  '[a&&b]',
  '(?x)a b',
  '(?U)a+',
  '(?imsU)a',
  '(?i-s:A)',
  '(?-)',
  '(?-i)a',
  '(?i-)a',
  '(?--i)a',
  '(?)',
  '(?i',
  '(?i:',
  '(?#c)a',
  '(?>a)',
  'a++',
  '$a',
  'a$',
  'a^',
  '(?m)a$',
  '(?m)^$',
  '^$',
  '(^)*',
  '(a*)*',
  '(a|b)*c',
  '((a+)+)+$',
  '^[^a]$',
  '^[^\\n]$',
  '^.*$',
  '^(?:a|ab)(?:c|bc)?$',
  '.{0}',
  '^a{0}$',
  'x{0,2}',
  '[😀-😂]',
  '😀',
  '(?i)é',
  '^[\\w.]+$',
  '^(eu|us)-[a-z]+-\\d$',
  '(?i)^[A-Z]$',
  '\\.',
  '[.]',
  '(?s).',
  '(?-s).',
  '((?i)a)b',
  '(?i)a|B',
  '(a|(?i)b)A',
  '\\x{K}',
];

const OPTIONS = ['a', 'b'].map((value) => ({ name: value.toUpperCase(), value }));

function numberCases(): OracleCase[] {
  const validations = [undefined, { error: 'e' }, { min: 1, max: 8 }, { min: -5 }, { max: 8 }, { min: 0, max: 0 }];
  return validations.flatMap((validation) =>
    NUMBERS.map((value) => ({ parameter: { type: 'number', ...(validation && { validation }) }, value })),
  );
}

function monotonicCases(): OracleCase[] {
  const values = ['1', '4', '4.0', '+4', '5', '', 'x', '-9223372036854775808'];
  return ['increasing', 'decreasing'].flatMap((monotonic) =>
    values.flatMap((value) =>
      ['4', '4.0', '', 'x', '+4', '04'].map((previous) => ({
        parameter: { type: 'number', mutable: true, validation: { monotonic, min: -9, max: 9 } },
        value,
        previous,
      })),
    ),
  );
}

function typedCases(): OracleCase[] {
  const validation = { error: 'e' };
  const listOptions = ['["a"]', '["a","b"]', '[]'].map((value) => ({ name: value, value }));
  return [
    ...BOOLS.flatMap((value) => [
      { parameter: { type: 'bool' }, value },
      { parameter: { type: 'bool', validation }, value },
      { parameter: { type: 'bool', option: ['true', '0'].map((each) => ({ name: each, value: each })) }, value },
    ]),
    ...LISTS.flatMap((value) => [
      { parameter: { type: 'list(string)' }, value },
      { parameter: { type: 'list(string)', validation }, value },
      { parameter: { type: 'list(string)', option: listOptions }, value },
      { parameter: { type: 'list(string)', form_type: 'multi-select', option: OPTIONS }, value },
      { parameter: { type: 'list(string)', form_type: 'multi-select', option: OPTIONS, validation }, value },
    ]),
    ...TEXTS.flatMap((value) => [
      { parameter: {}, value },
      { parameter: { validation }, value },
      { parameter: { option: OPTIONS }, value },
      { parameter: { option: OPTIONS, validation: { regex: '^a$', error: 'e' } }, value },
    ]),
    ...['1', '1.0', '+1', '2', ''].map((value) => ({
      parameter: { type: 'number', option: ['1', '1.0'].map((each) => ({ name: each, value: each })) },
      value,
    })),
  ];
}

function regexCases(): OracleCase[] {
  return REGEXES.flatMap((regex, index) =>
    TEXTS.filter((_, text) => (text + index) % 3 === 0).map((value) => ({
      parameter: { validation: { regex, error: 'e' } },
      value,
    })),
  );
}

/** Expressions put together from pieces, most of them odd; the same ones at every run. */
function randomRegexCases(): OracleCase[] {
  const pieces =
    'a b c ( ) (?: (?i) (?i: [ ] [^ - | * + ? {2} {1,} . ^ $ \\d \\W \\b \\B \\pL A 1 \\n (?s) (?m) [ab] [^a]'.split(
      ' ',
    );
  let seed = 20_240_229;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return (seed >>> 8) % below;
  };
  return Array.from({ length: 500 }, () => ({
    parameter: {
      validation: {
        regex: Array.from({ length: 1 + random(7) }, () => pieces[random(pieces.length)] ?? '').join(''),
        error: 'e',
      },
    },
    value: TEXTS[random(TEXTS.length)] ?? '',
  }));
}

/** Nothing given: the default decides, or nothing does. */
function defaultCases(): OracleCase[] {
  const bases: readonly OracleParameter[] = [
    {},
    { type: 'number' },
    { type: 'bool' },
    { type: 'list(string)' },
    { option: OPTIONS },
    { validation: { error: 'e' } },
    { type: 'number', validation: { min: 1 } },
    { type: 'bool', validation: { error: 'e' } },
    { type: 'list(string)', validation: { error: 'e' } },
    { validation: { regex: '^$', error: 'e' } },
    { validation: { regex: 'a', error: 'e' } },
    { type: 'list(string)', form_type: 'multi-select', option: OPTIONS },
  ];
  const defaults = [undefined, '', 'a', '1', 'true', '["a"]'];
  return bases.flatMap((base) =>
    defaults.map((value) => ({ parameter: { ...base, ...(value === undefined ? {} : { default: value }) } })),
  );
}

function definitionCases(): OracleCase[] {
  const option = OPTIONS;
  const values = ['a', 'true', '1', '["a"]'];
  const definitions: readonly OracleParameter[] = [
    { ephemeral: true },
    { ephemeral: true, default: 'a' },
    { ephemeral: true, mutable: true },
    { ephemeral: true, mutable: true, default: 'a' },
    {
      option: [
        { name: 'A', value: 'a' },
        { name: 'A', value: 'b' },
      ],
    },
    {
      option: [
        { name: 'A', value: 'a' },
        { name: 'B', value: 'a' },
      ],
    },
    { type: 'number', option },
    { type: 'bool', option },
    { type: 'list(string)', option },
    { type: 'list(string)', option, form_type: 'radio' },
    { validation: { min: 1 } },
    { validation: { max: 1 } },
    { validation: { monotonic: 'increasing' } },
    { validation: { regex: 'a' } },
    { validation: { regex: '(' } },
    { validation: { regex: '', error: 'e' } },
    { validation: {} },
    { type: 'number', validation: {} },
    { type: 'bool', validation: { min: 1 } },
    { type: 'bool', validation: { regex: 'a', error: 'e' } },
    { type: 'number', validation: { regex: 'a', error: 'e' } },
    { type: 'list(string)', validation: { regex: 'a', error: 'e' } },
    { type: 'list(string)', validation: { max: 3 } },
    ...['string', 'number', 'bool', 'list(string)'].flatMap((type) =>
      [
        'radio',
        'dropdown',
        'input',
        'textarea',
        'slider',
        'checkbox',
        'switch',
        'tag-select',
        'multi-select',
        'error',
      ].flatMap((form_type) => [
        { type, form_type },
        {
          type,
          form_type,
          option: [
            {
              name: 'A',
              value: type === 'string' ? 'a' : type === 'number' ? '1' : type === 'bool' ? 'true' : '["a"]',
            },
          ],
        },
      ]),
    ),
  ];
  return definitions.flatMap((parameter) => values.map((value) => ({ parameter, value })));
}

function questionOf({ parameter, value, previous }: OracleCase, index: number): Question {
  const name = `parameter ${index}`;
  const hash = createHash('sha256').update(name).digest('hex');
  return {
    type: 'coder_parameter',
    arguments: { name, ...parameter },
    environment: {
      ...(value !== undefined && { [`CODER_PARAMETER_${hash}`]: value }),
      ...(previous !== undefined && { [`CODER_PARAMETER_PREVIOUS_${hash}`]: previous }),
    },
  };
}

const cases: readonly OracleCase[] = [
  ...numberCases(),
  ...monotonicCases(),
  ...typedCases(),
  ...regexCases(),
  ...randomRegexCases(),
  ...defaultCases(),
  ...definitionCases(),
];
const answers = askProvider(VERSION, cases.map(questionOf));
const recorded = cases.map((each, index) => ({ ...each, refused: answers[index] ?? null }));
writeFileSync(
  new URL('../fixtures/parameter-oracle/cases.json', import.meta.url),
  `{"provider":"coder/coder ${VERSION}","cases":[\n${recorded.map((each) => JSON.stringify(each)).join(',\n')}\n]}\n`,
);
process.stdout.write(
  `${recorded.length} cases, ${recorded.filter(({ refused }) => refused === null).length} of them accepted\n`,
);
