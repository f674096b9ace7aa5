import { RE2JS, RE2JSSyntaxException } from 're2js';

/**
 * Whether Go's `regexp` finds a match anywhere in the text. `invalid` for an
 * expression that Go refuses, `unsupported` for one that not every version of
 * Go reads alike, or that is too large for us.
 *
 * All ways to match are followed at once, so the time grows with the length of
 * the text and never explodes.
 */
export function matchRe2(expression: string, text: string): 'match' | 'no-match' | 'invalid' | 'unsupported' {
  if (expression.length > LONGEST_EXPRESSION || hasUncertainName(expression)) return 'unsupported';
  try {
    const compiled = RE2JS.compile(expression);
    if (compiled.programSize() > LARGEST_PROGRAM) return 'unsupported';
    return compiled.matcher(text).find() ? 'match' : 'no-match';
  } catch (error) {
    if (error instanceof RE2JSSyntaxException) return 'invalid';
    throw error;
  }
}

/**
 * The name in `\p{Greek}`. Go learned names and the members of `C` in later
 * versions (1.25), so a name that not every provider understands alike is not
 * judged here.
 */
function hasUncertainName(expression: string): boolean {
  return [...expression.matchAll(ESCAPE)].some(([written, letter]) => {
    const name = /^\\[pP]\{\^?([^}]*)\}$/su.exec(written)?.[1] ?? letter;
    return name !== undefined && !NAMES.has(name);
  });
}

/** An escape as a whole, so that the `p` behind two backslashes is none; the letter of `\pL` apart. */
const ESCAPE = /\\(?:[pP](?:\{[^}]*\}|([^{]))|.)/gsu;

const NAMES: ReadonlySet<string> = new Set(
  [
    'Any L Ll Lm Lo Lt Lu M Mc Me Mn N Nd Nl No P Pc Pd Pe Pf Pi Po Ps S Sc Sk Sm So Z Zl Zp Zs Cc Co',
    'Arabic Armenian Bengali Cyrillic Devanagari Georgian Greek Han Hangul Hebrew Hiragana Katakana Latin Tamil Thai',
  ].flatMap((names) => names.split(' ')),
);

/** Nothing near it is written by hand. */
const LONGEST_EXPRESSION = 1500;

const LARGEST_PROGRAM = 20_000;
