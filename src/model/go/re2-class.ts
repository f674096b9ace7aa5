import { Re2Failure } from './re2-scanner.ts';

/** Whether one character belongs to a class. */
export type CharacterTest = (character: string) => boolean;

export function anyOf(tests: readonly CharacterTest[]): CharacterTest {
  return (character) => tests.some((test) => test(character));
}

export function not(test: CharacterTest): CharacterTest {
  return (character) => !test(character);
}

export function anything(): CharacterTest {
  return () => true;
}

/** `fold` is `(?i)`: both languages compare by Unicode's simple case folding. */
export function range(from: number, to: number, fold: boolean): CharacterTest {
  if (!fold) {
    return (character) => {
      const codePoint = character.codePointAt(0) ?? -1;
      return from <= codePoint && codePoint <= to;
    };
  }
  return oneOf(`[${escaped(from)}-${escaped(to)}]`, fold);
}

/** `\d`, `\S` and the like: ASCII only, in Go. Undefined for a letter that names no class. */
export function perlClass(letter: string, fold: boolean): CharacterTest | undefined {
  const members = PERL_CLASSES.get(letter.toLowerCase());
  if (members === undefined) return undefined;
  const test = oneOf(`[${members}]`, fold);
  return letter === letter.toLowerCase() ? test : not(test);
}

/** The name in `[:alpha:]` or `[:^alpha:]`. */
export function posixClass(name: string, fold: boolean): CharacterTest {
  const negated = name.startsWith('^');
  const members = POSIX_CLASSES.get(negated ? name.slice(1) : name);
  if (members === undefined) throw new Re2Failure('invalid');
  const test = oneOf(`[${members}]`, fold);
  return negated ? not(test) : test;
}

/**
 * The name in `\p{Greek}`. Go learned names and the members of `C` in later
 * versions (1.25), so a name that not every provider understands alike is not
 * judged here.
 */
export function unicodeClass(name: string, fold: boolean): CharacterTest {
  const negated = name.startsWith('^');
  const plain = negated ? name.slice(1) : name;
  const test = namedUnicode(plain, fold);
  return negated ? not(test) : test;
}

function namedUnicode(name: string, fold: boolean): CharacterTest {
  if (name === 'Any') return anything();
  if (CATEGORIES.has(name)) return oneOf(`\\p{${name}}`, fold);
  if (SCRIPTS.has(name)) return oneOf(`\\p{Script=${name}}`, fold);
  throw new Re2Failure('unsupported');
}

/** A class of JavaScript that is only ever asked about one character: it cannot backtrack. */
function oneOf(characterClass: string, fold: boolean): CharacterTest {
  const expression = new RegExp(`^${characterClass}$`, fold ? 'iu' : 'u');
  return (character) => expression.test(character);
}

function escaped(codePoint: number): string {
  return `\\u{${codePoint.toString(16)}}`;
}

const PERL_CLASSES: ReadonlyMap<string, string> = new Map([
  ['d', '0-9'],
  ['s', '\\t\\n\\f\\r '],
  ['w', '0-9A-Za-z_'],
]);

const POSIX_CLASSES: ReadonlyMap<string, string> = new Map([
  ['alnum', '0-9A-Za-z'],
  ['alpha', 'A-Za-z'],
  ['ascii', '\\0-\\x7f'],
  ['blank', '\\t '],
  ['cntrl', '\\0-\\x1f\\x7f'],
  ['digit', '0-9'],
  ['graph', '!-~'],
  ['lower', 'a-z'],
  ['print', ' -~'],
  ['punct', '!-\\/:-@\\[-`\\{-~'],
  ['space', '\\t-\\r '],
  ['upper', 'A-Z'],
  ['word', '0-9A-Za-z_'],
  ['xdigit', '0-9A-Fa-f'],
]);

const CATEGORIES: ReadonlySet<string> = new Set(
  'L Ll Lm Lo Lt Lu M Mc Me Mn N Nd Nl No P Pc Pd Pe Pf Pi Po Ps S Sc Sk Sm So Z Zl Zp Zs Cc Co'.split(' '),
);

const SCRIPTS: ReadonlySet<string> = new Set(
  'Arabic Armenian Bengali Cyrillic Devanagari Georgian Greek Han Hangul Hebrew Hiragana Katakana Latin Tamil Thai'.split(
    ' ',
  ),
);
