import { anyOf, anything, type CharacterTest, not, perlClass, posixClass, range, unicodeClass } from './re2-class.ts';
import { Re2Failure, Re2Scanner } from './re2-scanner.ts';

/** A regular expression in Go's syntax, taken apart. */
export type Re2Node =
  | { readonly kind: 'character'; readonly test: CharacterTest }
  | { readonly kind: 'position'; readonly at: Re2Position }
  | { readonly kind: 'sequence'; readonly parts: readonly Re2Node[] }
  | { readonly kind: 'choice'; readonly branches: readonly Re2Node[] }
  | Re2Repeat;

export type Re2Position = 'text-start' | 'text-end' | 'line-start' | 'line-end' | 'word-boundary' | 'inside-word';

export interface Re2Repeat {
  readonly kind: 'repeat';
  readonly node: Re2Node;
  readonly min: number;
  /** Undefined for no limit. */
  readonly max: number | undefined;
  /** Written with braces: Go limits these. */
  readonly counted: boolean;
}

interface Flags {
  readonly fold: boolean;
  readonly multiline: boolean;
  readonly dotAll: boolean;
}

/** Throws a `Re2Failure` where Go would refuse the expression, or where it is not certain how it would read it. */
export function parseRe2(expression: string): Re2Node {
  if (expression.length > LONGEST_EXPRESSION) throw new Re2Failure('unsupported');
  const scanner = new Re2Scanner(expression);
  const node = readChoice(scanner, { fold: false, multiline: false, dotAll: false });
  if (!scanner.isAtEnd) throw new Re2Failure('invalid');
  return node;
}

/** Up to a closing parenthesis or the end. */
function readChoice(scanner: Re2Scanner, flags: Flags): Re2Node {
  const branches: Re2Node[] = [];
  let parts: Re2Node[] = [];
  let current = flags;
  let isAfterRepeat = false;
  while (!scanner.isAtEnd && !scanner.isNext(')')) {
    const repeat = readRepeat(scanner);
    if (repeat !== undefined) {
      const node = parts.pop();
      if (node === undefined || isAfterRepeat) throw new Re2Failure('invalid');
      parts.push(repeated(node, repeat));
      isAfterRepeat = true;
      continue;
    }
    isAfterRepeat = false;
    if (scanner.skip('|')) {
      branches.push({ kind: 'sequence', parts });
      parts = [];
      continue;
    }
    const item = readItem(scanner, current);
    if (item.kind === 'flags') current = item.flags;
    else parts.push(...item.nodes);
  }
  branches.push({ kind: 'sequence', parts });
  return branches.length === 1 && branches[0] !== undefined ? branches[0] : { kind: 'choice', branches };
}

type Item =
  | { readonly kind: 'nodes'; readonly nodes: readonly Re2Node[] }
  | { readonly kind: 'flags'; readonly flags: Flags };

function readItem(scanner: Re2Scanner, flags: Flags): Item {
  if (scanner.isNext('(')) return readGroup(scanner, flags);
  const character = scanner.next();
  switch (character) {
    case '^':
      return position(flags.multiline ? 'line-start' : 'text-start');
    case '$':
      return position(flags.multiline ? 'line-end' : 'text-end');
    case '.':
      return characters([flags.dotAll ? anything() : not(range(0x0a, 0x0a, false))]);
    case '[':
      return characters([readClass(scanner, flags)]);
    case '\\':
      return readEscape(scanner, flags);
    default:
      return characters([literal(character, flags)]);
  }
}

function readEscape(scanner: Re2Scanner, flags: Flags): Item {
  for (const [letter, at] of POSITIONS) if (scanner.skip(letter)) return position(at);
  if (scanner.skip('Q')) {
    const quoted = scanner.upTo('\\E') ?? scanner.rest();
    return characters(Array.from(quoted, (character) => literal(character, flags)));
  }
  const test = readClassEscape(scanner, flags);
  if (test !== undefined) return characters([test]);
  const codePoint = scanner.escapedCharacter();
  return characters([range(codePoint, codePoint, flags.fold)]);
}

/** `\d`, `\pL`, `\P{Greek}`, their backslash read already; undefined, with nothing read, for another escape. */
function readClassEscape(scanner: Re2Scanner, { fold }: Flags): CharacterTest | undefined {
  const letter = scanner.peek() ?? '';
  if (letter === 'p' || letter === 'P') {
    scanner.next();
    const name = scanner.skip('{') ? scanner.upTo('}') : scanner.next();
    if (name === undefined) throw new Re2Failure('invalid');
    const test = unicodeClass(name, fold);
    return letter === 'p' ? test : not(test);
  }
  const test = perlClass(letter, fold);
  if (test !== undefined) scanner.next();
  return test;
}

/** After its opening bracket. A negated class matches a line break, as in Perl. */
function readClass(scanner: Re2Scanner, flags: Flags): CharacterTest {
  const negated = scanner.skip('^');
  const tests: CharacterTest[] = [];
  while (tests.length === 0 || !scanner.isNext(']')) {
    const posix = scanner.take(/^\[:.*?:\]/su);
    if (posix !== undefined) {
      tests.push(posixClass(posix.slice(2, -2), flags.fold));
      continue;
    }
    tests.push(readClassMember(scanner, flags));
  }
  scanner.next();
  return negated ? not(anyOf(tests)) : anyOf(tests);
}

function readClassMember(scanner: Re2Scanner, flags: Flags): CharacterTest {
  if (scanner.isNext('\\')) {
    scanner.next();
    const test = readClassEscape(scanner, flags);
    if (test !== undefined) return test;
    return readRange(scanner, scanner.escapedCharacter(), flags);
  }
  return readRange(scanner, scanner.next().codePointAt(0) ?? 0, flags);
}

function readRange(scanner: Re2Scanner, from: number, { fold }: Flags): CharacterTest {
  const isRange = scanner.isNext('-') && scanner.peek(1) !== undefined && scanner.peek(1) !== ']';
  if (!isRange) return range(from, from, fold);
  scanner.next();
  const to = scanner.skip('\\') ? scanner.escapedCharacter() : (scanner.next().codePointAt(0) ?? 0);
  if (to < from) throw new Re2Failure('invalid');
  return range(from, to, fold);
}

/** A group restores at its end the flags that were set in it; `(?i)` sets them for the rest of what it stands in. */
function readGroup(scanner: Re2Scanner, flags: Flags): Item {
  scanner.next();
  let inner = flags;
  if (scanner.isNext('?') && scanner.take(/^\?P?<[0-9A-Za-z_]+>/) === undefined) {
    const written = scanner.take(/^\?[imsU]*(?:-[imsU]+)?[:)]/);
    if (written === undefined) throw new Re2Failure('invalid');
    inner = withFlags(flags, written);
    if (written.endsWith(')')) return { kind: 'flags', flags: inner };
  }
  const node = readChoice(scanner, inner);
  if (!scanner.skip(')')) throw new Re2Failure('invalid');
  return { kind: 'nodes', nodes: [node] };
}

function withFlags(flags: Flags, written: string): Flags {
  const [on = '', off = ''] = written.split('-');
  const flag = (letter: string, before: boolean) => (before || on.includes(letter)) && !off.includes(letter);
  return { fold: flag('i', flags.fold), multiline: flag('m', flags.multiline), dotAll: flag('s', flags.dotAll) };
}

type Bounds = Pick<Re2Repeat, 'min' | 'max' | 'counted'>;

/** Whether it is greedy does not matter: only whether there is a match at all. */
function readRepeat(scanner: Re2Scanner): Bounds | undefined {
  const written = scanner.take(/^(?:[*+?]|\{(?:0|[1-9][0-9]*)(?:,(?:0|[1-9][0-9]*)?)?\})\??/);
  if (written === undefined) return undefined;
  if (written.startsWith('*')) return { min: 0, max: undefined, counted: false };
  if (written.startsWith('+')) return { min: 1, max: undefined, counted: false };
  if (written.startsWith('?')) return { min: 0, max: 1, counted: false };
  const [, from = '', comma, to = ''] = /^\{(\d+)(,?)(\d*)\}/.exec(written) ?? [];
  const min = Number(from);
  const max = comma === '' ? min : to === '' ? undefined : Number(to);
  const largest = max ?? min;
  if (min > MOST_REPEATS || largest > MOST_REPEATS || min > largest) throw new Re2Failure('invalid');
  return { min, max, counted: true };
}

function repeated(node: Re2Node, bounds: Bounds): Re2Node {
  const repeat: Re2Repeat = { kind: 'repeat', node, ...bounds };
  const isLarge = bounds.counted && (bounds.max ?? bounds.min) >= 2;
  if (isLarge && !staysWithin(repeat, MOST_REPEATS)) throw new Re2Failure('invalid');
  return repeat;
}

/** Go multiplies repeats that stand in one another. */
function staysWithin(node: Re2Node, most: number): boolean {
  switch (node.kind) {
    case 'sequence':
      return node.parts.every((part) => staysWithin(part, most));
    case 'choice':
      return node.branches.every((branch) => staysWithin(branch, most));
    case 'repeat': {
      if (!node.counted) return staysWithin(node.node, most);
      const copies = node.max ?? node.min;
      if (node.max === 0) return true;
      return copies <= most && staysWithin(node.node, copies > 0 ? Math.floor(most / copies) : most);
    }
    default:
      return true;
  }
}

function literal(character: string, { fold }: Flags): CharacterTest {
  const codePoint = character.codePointAt(0) ?? 0;
  return range(codePoint, codePoint, fold);
}

function characters(tests: readonly CharacterTest[]): Item {
  return { kind: 'nodes', nodes: tests.map((test) => ({ kind: 'character', test })) };
}

function position(at: Re2Position): Item {
  return { kind: 'nodes', nodes: [{ kind: 'position', at }] };
}

const POSITIONS: readonly (readonly [string, Re2Position])[] = [
  ['A', 'text-start'],
  ['z', 'text-end'],
  ['b', 'word-boundary'],
  ['B', 'inside-word'],
];

/** Go's own limit. */
const MOST_REPEATS = 1000;

/** So that no nesting exhausts the stack. */
const LONGEST_EXPRESSION = 1500;
