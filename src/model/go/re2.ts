import { Re2Failure } from './re2-scanner.ts';
import { parseRe2, type Re2Node, type Re2Position } from './re2-syntax.ts';

/**
 * Whether Go's `regexp` finds a match anywhere in the text. `invalid` for an
 * expression that Go refuses, `unsupported` for one that is not judged here.
 *
 * All ways to match are followed at once, so the time grows with the length of
 * the text and never explodes.
 */
export function matchRe2(expression: string, text: string): 'match' | 'no-match' | 'invalid' | 'unsupported' {
  try {
    return runs(programOf(parseRe2(expression)), Array.from(text)) ? 'match' : 'no-match';
  } catch (error) {
    if (error instanceof Re2Failure) return error.kind;
    throw error;
  }
}

type Instruction =
  | { readonly kind: 'character'; readonly test: (character: string) => boolean }
  | { readonly kind: 'position'; readonly at: Re2Position }
  | { readonly kind: 'split'; targets: readonly number[] }
  | { readonly kind: 'match' };

function programOf(node: Re2Node): readonly Instruction[] {
  const program: Instruction[] = [];
  emit(node, program);
  program.push({ kind: 'match' });
  return program;
}

function emit(node: Re2Node, program: Instruction[]): void {
  if (program.length > LARGEST_PROGRAM) throw new Re2Failure('unsupported');
  switch (node.kind) {
    case 'character':
    case 'position':
      program.push(node);
      return;
    case 'sequence':
      for (const part of node.parts) emit(part, program);
      return;
    case 'choice':
      emitChoice(node.branches, program);
      return;
    case 'repeat': {
      for (let copy = 0; copy < node.min; copy++) emit(node.node, program);
      if (node.max === undefined) emitLoop(node.node, program);
      else for (let copy = node.min; copy < node.max; copy++) emitOption(node.node, program);
    }
  }
}

function emitChoice(branches: readonly Re2Node[], program: Instruction[]): void {
  const split = reserveSplit(program);
  const starts: number[] = [];
  const jumps: { targets: readonly number[] }[] = [];
  for (const branch of branches) {
    starts.push(program.length);
    emit(branch, program);
    jumps.push(reserveSplit(program));
  }
  split.targets = starts;
  for (const jump of jumps) jump.targets = [program.length];
}

function emitLoop(node: Re2Node, program: Instruction[]): void {
  const start = program.length;
  const split = reserveSplit(program);
  emit(node, program);
  reserveSplit(program).targets = [start];
  split.targets = [start + 1, program.length];
}

function emitOption(node: Re2Node, program: Instruction[]): void {
  const split = reserveSplit(program);
  const start = program.length;
  emit(node, program);
  split.targets = [start, program.length];
}

function reserveSplit(program: Instruction[]): { targets: readonly number[] } {
  const split: Instruction = { kind: 'split', targets: [] };
  program.push(split);
  return split;
}

function runs(program: readonly Instruction[], text: readonly string[]): boolean {
  let threads = new Set<number>();
  for (let index = 0; index <= text.length; index++) {
    // A match may begin at every character.
    const open = reachable(program, [0, ...threads], text, index);
    threads = new Set();
    for (const pointer of open) {
      const instruction = program[pointer];
      if (instruction?.kind === 'match') return true;
      const character = text[index];
      if (instruction?.kind === 'character' && character !== undefined && instruction.test(character)) {
        threads.add(pointer + 1);
      }
    }
  }
  return false;
}

/** Every instruction that can be reached without reading a character. */
function reachable(
  program: readonly Instruction[],
  starts: readonly number[],
  text: readonly string[],
  index: number,
): ReadonlySet<number> {
  const seen = new Set<number>();
  const stack = [...starts];
  for (let pointer = stack.pop(); pointer !== undefined; pointer = stack.pop()) {
    if (seen.has(pointer)) continue;
    seen.add(pointer);
    const instruction = program[pointer];
    if (instruction?.kind === 'split') stack.push(...instruction.targets);
    if (instruction?.kind === 'position' && isAt(instruction.at, text, index)) stack.push(pointer + 1);
  }
  return seen;
}

function isAt(position: Re2Position, text: readonly string[], index: number): boolean {
  switch (position) {
    case 'text-start':
      return index === 0;
    case 'text-end':
      return index === text.length;
    case 'line-start':
      return index === 0 || text[index - 1] === '\n';
    case 'line-end':
      return index === text.length || text[index] === '\n';
    case 'word-boundary':
      return isWord(text[index - 1]) !== isWord(text[index]);
    case 'inside-word':
      return isWord(text[index - 1]) === isWord(text[index]);
  }
}

/** ASCII only, in Go. */
function isWord(character: string | undefined): boolean {
  return character !== undefined && /^[0-9A-Za-z_]$/.test(character);
}

const LARGEST_PROGRAM = 20_000;
