import { parseArgs } from 'node:util';
import { UserError } from '../../model/user-error.ts';
import { COMMANDS, type Command } from './commands.ts';

/** The meaning of a command line. */
export type Invocation =
  | { readonly kind: 'help'; readonly command: Command | undefined }
  | { readonly kind: 'version' }
  | {
      readonly kind: 'run';
      readonly command: Command;
      readonly operands: readonly string[];
      /** By name. A flag without a value is `true`. Each value of a repeated option is on its own line. */
      readonly options: Readonly<Record<string, string | undefined>>;
    };

/** Reads the words after the program's name. Throws a `UserError` for an unknown word. */
export function parseFlags(words: readonly string[]): Invocation {
  const [first, ...rest] = words;
  if (first === undefined || first === '-h' || first === '--help' || first === 'help') {
    return { kind: 'help', command: COMMANDS.find(({ name }) => name === rest[0]) };
  }
  if (first === '-V' || first === '--version') return { kind: 'version' };
  const command = COMMANDS.find(({ name }) => name === first);
  if (command === undefined) throw unknownCommand(first);
  if (rest.includes('-h') || rest.includes('--help')) return { kind: 'help', command };
  return { kind: 'run', command, ...parsed(command, rest) };
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
    return { operands: positionals, options };
  } catch (error) {
    throw new UserError(`${flagProblem(error)} See \`prebuild-guard ${command.name} --help\`.`);
  }
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

/** The values of `--format`, which are also the names of the outputs that write to standard output. */
const FORMATS = ['text', 'json', 'markdown'] as const;

/** Throws a `UserError` for an unknown format. */
export function outputFormat(value: string | undefined): (typeof FORMATS)[number] {
  const format = FORMATS.find((candidate) => candidate === (value ?? 'text'));
  if (format === undefined) throw new UserError(`Option \`--format\` is \`${value}\`; use text, json or markdown.`);
  return format;
}
