import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/model/user-error.ts';
import { wantsColour } from '../../../src/publish/terminal/colour.ts';
import { parseSettings } from '../../../src/run/settings/settings.ts';
import { SETTING_NAMES } from '../../../src/run/settings/table.ts';
import { layersOf, taskOf } from '../../../src/run/words/command-line.ts';
import { COMMANDS } from '../../../src/run/words/commands.ts';
import { parseFlags } from '../../../src/run/words/flags.ts';
import { helpText } from '../../../src/run/words/help.ts';

describe('a command line', () => {
  it.each([[], ['help'], ['--help'], ['-h']])('%j asks for help', (...words) => {
    expect(parseFlags(words)).toEqual({ kind: 'help', command: undefined });
  });

  it.each([
    ['check', '--help'],
    ['help', 'check'],
    ['check', 'a.json', '-h'],
  ])('%j asks for help on check', (...words) => {
    expect(parseFlags(words)).toMatchObject({ kind: 'help', command: { name: 'check' } });
  });

  it('has operands and options in any order', () => {
    expect(
      parseFlags(['check', 'a.json', '--assume-prebuild', '--fail-on=never', '-', '--values', 'safe']),
    ).toMatchObject({
      operands: ['a.json', '-'],
      options: { 'assume-prebuild': 'true', 'fail-on': 'never', values: 'safe' },
    });
  });

  it.each([
    [['plan.json'], '`plan.json` is not a command. To judge a plan, use `prebuild-guard check plan.json`.'],
    [['chekc'], '`chekc` is not a command. Use one of'],
    [['check', '--fail-no', 'x'], '`--fail-no` is not an option. See `prebuild-guard check --help`.'],
    [['check', '--fail-on'], 'Option `--fail-on` has no value, or one too many. See `prebuild-guard check --help`.'],
    [['check', '--assume-prebuild=yes'], 'Option `--assume-prebuild` has no value, or one too many.'],
    [['check'], '`prebuild-guard check` needs a plan; give its file'],
    [['rehearse', '--apply'], '`prebuild-guard rehearse` needs a template; give its directory.'],
    [['check', 'a.json', ''], '`prebuild-guard check PLAN…` was given an empty word'],
    [['rehearse', ' '], '`prebuild-guard rehearse DIR…` was given an empty word'],
    [['explain', 'a', 'b'], '`prebuild-guard explain [RULE]` does not take `b` as well.'],
    [['explain', ''], 'was given an empty word'],
    [['history', 'x', 'y'], '`prebuild-guard history [TEMPLATE]` does not take `y` as well.'],
    [['history', ''], 'was given an empty word'],
    [['history', 'x', '--save', ''], 'Option `--save` is empty; leave it out, or give it a value.'],
    [['check', 'a.json', '--coder-template='], 'Option `--coder-template` is empty'],
    [['help', 'chekc'], '`chekc` is not a command.'],
    [['help', 'check', 'rehearse'], 'does not take `rehearse`.'],
    [['--version', 'check'], 'does not take `check`.'],
  ])('%j is refused', (words, message) => {
    expect(() => parseFlags(words)).toThrow(expect.objectContaining({ message: expect.stringContaining(message) }));
    expect(() => parseFlags(words)).toThrow(UserError);
  });
});

it('the help names every command and every option, and fits a terminal', () => {
  expect(COMMANDS.every(({ name }) => helpText().includes(`  ${name} `))).toBe(true);
  for (const command of COMMANDS) {
    const help = helpText(command);
    expect(command.options.every(({ flag }) => help.includes(`--${flag}`))).toBe(true);
    expect(help.split('\n').every((line) => line.length <= 80)).toBe(true);
  }
});

it.each([
  { isTerminal: true, env: {}, colour: true, because: 'it is a terminal' },
  { isTerminal: false, env: {}, colour: false, because: 'it is a pipe' },
  { isTerminal: true, env: { NO_COLOR: '1' }, colour: false, because: 'the user wants none' },
  { isTerminal: true, env: { NO_COLOR: '' }, colour: true, because: 'an empty wish is none' },
  { isTerminal: false, env: { FORCE_COLOR: '1' }, colour: true, because: 'the user wants some' },
  { isTerminal: true, env: { FORCE_COLOR: '0' }, colour: false, because: 'zero means none' },
  { isTerminal: true, env: { TERM: 'dumb' }, colour: false, because: 'the terminal has none' },
])('colours: $colour, because $because', ({ isTerminal, env, colour }) => {
  expect(wantsColour({ isTerminal, env })).toBe(colour);
});

it('every option of a command is a setting, with the default that the help names', () => {
  const options = COMMANDS.flatMap((command) => command.options);
  // `history --version` is the setting `coder-version`.
  const unknown = options.filter(({ flag }) => flag !== 'version' && !SETTING_NAMES.some((name) => name === flag));
  expect(unknown).toEqual([]);
  // What values are shown depends on what is judged.
  const fixed = options.filter(({ flag, fallback }) => fallback !== undefined && flag !== 'values');
  expect(fixed.length).toBeGreaterThan(5);
  for (const { flag, fallback } of fixed) {
    const words = ['rehearse', 'd', `--${flag}`, fallback ?? ''];
    const invocation = parseFlags(words);
    if (invocation.kind !== 'run') throw new Error('This runs nothing.');
    expect(parseSettings(layersOf(invocation, {}), taskOf(invocation)), flag).toEqual(
      parseSettings([], { kind: 'rehearse', templates: ['d'] }),
    );
  }
});
