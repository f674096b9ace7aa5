import { parseArgs } from 'node:util';
import { UserError } from '../../model/user-error.ts';
import { COMMANDS, type Command } from './commands.ts';

/** The meaning of a command line. */
export type Invocation =
  | { readonly kind: 'help'; readonly command: Command | undefined }
  | { readonly kind: 'version' }
  | { readonly kind: 'explain'; readonly rule: string | undefined }
  | ({ readonly kind: 'run' } & RunCommand);

/** A command that judges something. */
export interface RunCommand {
  readonly name: 'check' | 'rehearse' | 'history';
  readonly operands: readonly string[];
  /** By the option's name; a flag without a value is `true`, and of one that is repeated each value has a line. */
  readonly options: Readonly<Record<string, string | undefined>>;
}

/** Reads the words after the program's name. Throws a `UserError` for a word that is not known or not taken. */
export function parseFlags(words: readonly string[]): Invocation {
  const [first, ...rest] = words;
  if (first === undefined || first === '-h' || first === '--help' || first === 'help') return help(rest);
  if (first === '-V' || first === '--version') {
    refuseMore(first, rest);
    return { kind: 'version' };
  }
  const command = commandNamed(first);
  if (rest.includes('-h') || rest.includes('--help')) return { kind: 'help', command };
  const { operands, options } = parsed(command, rest);
  const { name } = command;
  return name === 'explain' ? { kind: 'explain', rule: operands[0] } : { kind: 'run', name, operands, options };
}

function help([name, ...more]: readonly string[]): Invocation {
  refuseMore('help', more);
  return { kind: 'help', command: name === undefined ? undefined : commandNamed(name) };
}

function refuseMore(word: string, [more]: readonly string[]): void {
  if (more !== undefined) throw new UserError(`\`prebuild-guard ${word}\` does not take \`${more}\`.`);
}

function commandNamed(word: string): Command {
  const command = COMMANDS.find(({ name }) => name === word);
  if (command === undefined) throw unknownCommand(word);
  return command;
}

function unknownCommand(word: string): UserError {
  const names = COMMANDS.map(({ name }) => `\`${name}\``).join(', ');
  const isPlan = /\.(?:json|tfplan)$/.test(word);
  const hint = isPlan ? `To judge a plan, use \`prebuild-guard check ${word}\`.` : `Use one of ${names}.`;
  return new UserError(`\`${word}\` is not a command. ${hint}`);
}

function parsed(command: Command, words: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      strict: true,
      options: Object.fromEntries(
        command.options.map(
          ({ flag, value, repeatable = false }) =>
            [flag, { type: value === undefined ? 'boolean' : 'string', multiple: repeatable }] as const,
        ),
      ),
    });
    const options = Object.fromEntries(
      Object.entries(values).map(([flag, value]) => [flag, Array.isArray(value) ? value.join('\n') : String(value)]),
    );
    return { operands: takenBy(command, positionals), options: filled(options) };
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`${flagProblem(error)} See \`prebuild-guard ${command.name} --help\`.`);
  }
}

/** A word that is ignored, or that a variable left empty, would judge less than was asked for. */
function takenBy({ name, takes, operands }: Command, given: readonly string[]): readonly string[] {
  const [extra] = given.slice(takes.most);
  if (extra !== undefined) {
    throw new UserError(`\`prebuild-guard ${name} ${operands}\` does not take \`${extra}\` as well.`);
  }
  if (given.some((operand) => operand.trim() === '')) {
    throw new UserError(
      `\`prebuild-guard ${name} ${operands}\` was given an empty word; leave it out, or name what is meant.`,
    );
  }
  if (given.length < takes.least) throw new UserError(`\`prebuild-guard ${name}\` needs ${takes.what}.`);
  return given;
}

/** The same for the value of a flag. */
function filled<Options extends Readonly<Record<string, string>>>(options: Options): Options {
  const empty = Object.keys(options).find((flag) => options[flag]?.trim() === '');
  if (empty !== undefined) throw new UserError(`Option \`--${empty}\` is empty; leave it out, or give it a value.`);
  return options;
}

/** Node's messages name the flag in quotes, and their first words may change with its versions. */
function flagProblem(error: unknown): string {
  if (!(error instanceof Error && 'code' in error)) throw error;
  const flag = /'(--?[^'\s=]+)/.exec(error.message)?.[1] ?? 'this';
  switch (error.code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return `\`${flag}\` is not an option.`;
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return `Option \`${flag}\` has no value, or one too many.`;
    default:
      throw error;
  }
}
