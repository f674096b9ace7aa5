import { COMMANDS, type Command } from './commands.ts';
import type { Option } from './options.ts';

/** The help of the whole tool, or of one command. */
export function helpText(command?: Command): string {
  return command === undefined ? overview() : commandHelp(command);
}

function overview(): string {
  return [
    'prebuild-guard finds what a Coder prebuild would lose when it is claimed.',
    '',
    'Usage: prebuild-guard COMMAND [OPTION…]',
    '',
    'Commands:',
    ...columns(COMMANDS.map(({ name, operands, summary }) => [`${name} ${operands}`, summary])),
    '',
    'Options:',
    ...columns([
      ['-h, --help', 'Print this help, or the help of a command.'],
      ['-V, --version', 'Print the version.'],
    ]),
    '',
    'Exit codes:',
    ...columns([
      ['0', 'Nothing blocks.'],
      ['1', 'A finding blocks.'],
      ['2', 'Inconclusive: a rule could not be checked, or the input cannot be used.'],
      ['3', 'A bug in prebuild-guard.'],
    ]),
    '',
  ].join('\n');
}

function commandHelp({ name, operands, summary, options }: Command): string {
  return [
    summary,
    '',
    `Usage: prebuild-guard ${name} ${options.length === 0 ? '' : '[OPTION…] '}${operands}`,
    ...(options.length === 0 ? [] : ['', 'Options:', ...columns(options.map(optionRow))]),
    '',
  ].join('\n');
}

function optionRow({ flag, value, summary, fallback }: Option): readonly [string, string] {
  const suffix = fallback === undefined ? '' : ` Default: ${fallback}.`;
  return [`--${flag}${value === undefined ? '' : ` ${value}`}`, `${summary}${suffix}`];
}

/** Two columns, the second wrapped at 80 with a hanging indent. */
function columns(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.flatMap(([left, right]) =>
    wrapped(right, 80 - width - 4).map((line, index) => `  ${(index === 0 ? left : '').padEnd(width)}  ${line}`),
  );
}

function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line === '') lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
