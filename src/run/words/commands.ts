import {
  ASSUME_PREBUILD,
  BASELINE,
  BASELINE_OF_TEMPLATE,
  CODER,
  CODER_TEMPLATE,
  CONFIGURATION,
  FAIL_ON,
  FORMAT,
  MAX_PREBUILDS,
  ON_INCONCLUSIVE,
  type Option,
  PERSISTENT_TYPES,
  PREBUILD_GROWTH_FACTOR,
  REPORT,
  TEMPLATE_OPTIONS,
  VALUES,
  VERBOSE,
} from './options.ts';

/** The commands of the CLI as data. It parses the flags, and the help and docs/reference.md are written from it. */
export interface Command {
  readonly name: 'check' | 'rehearse' | 'history' | 'explain';
  /** What stands after the name, as in `PLAN…`. */
  readonly operands: string;
  /** How many operands there may be, and what one is. */
  readonly takes: { readonly least: number; readonly most: number; readonly what: string };
  readonly summary: string;
  readonly options: readonly Option[];
}

export const COMMANDS: readonly Command[] = [
  {
    name: 'check',
    operands: 'PLAN…',
    takes: { least: 1, most: Infinity, what: 'a plan; give its file, or `-` for standard input' },
    summary: 'Judge plans, each the output of `terraform show -json`; `-` is standard input.',
    options: [
      CONFIGURATION,
      ASSUME_PREBUILD,
      FAIL_ON,
      ON_INCONCLUSIVE,
      FORMAT,
      VERBOSE,
      VALUES,
      PERSISTENT_TYPES,
      REPORT,
      BASELINE,
      MAX_PREBUILDS,
      PREBUILD_GROWTH_FACTOR,
      CODER_TEMPLATE,
      ...CODER,
    ],
  },
  {
    name: 'rehearse',
    operands: 'DIR…',
    takes: { least: 1, most: Infinity, what: 'a template; give its directory' },
    summary: 'Rehearse claims of the templates in these directories, and judge them.',
    options: [
      {
        flag: 'fix',
        value: undefined,
        summary: 'Fix the template files with the smallest edits, and rehearse again to prove them.',
        fallback: undefined,
      },
      {
        flag: 'dry-run',
        value: undefined,
        summary: 'With --fix: print the edits as a diff, and write nothing.',
        fallback: undefined,
      },
      ASSUME_PREBUILD,
      FAIL_ON,
      ON_INCONCLUSIVE,
      FORMAT,
      VERBOSE,
      { ...VALUES, fallback: 'safe; with --apply, none' },
      PERSISTENT_TYPES,
      REPORT,
      ...TEMPLATE_OPTIONS,
      BASELINE_OF_TEMPLATE,
      MAX_PREBUILDS,
      PREBUILD_GROWTH_FACTOR,
      CODER_TEMPLATE,
      ...CODER,
    ],
  },
  {
    name: 'history',
    operands: '[TEMPLATE]',
    takes: { least: 0, most: 1, what: 'a template' },
    summary: "Show and judge the failure history of a template's prebuilds in Coder.",
    options: [
      {
        flag: 'all',
        value: undefined,
        summary: 'All templates that the token may see, or all of the organization.',
        fallback: undefined,
      },
      {
        flag: 'wait',
        value: 'TIME',
        summary:
          'Follow the active version until each prebuild preset is ready or fails, for at most this time, such as 20m.',
        fallback: undefined,
      },
      {
        flag: 'version',
        value: 'NAME',
        summary: 'With --wait: the version to follow, if it is not active yet.',
        fallback: undefined,
      },
      {
        flag: 'save',
        value: 'FILE',
        summary: 'Save the history to this file, for `--history-file`.',
        fallback: undefined,
      },
      FAIL_ON,
      ON_INCONCLUSIVE,
      {
        flag: 'format',
        value: 'FORMAT',
        summary: 'Format of the report on standard output: text or json.',
        fallback: 'text',
      },
      VERBOSE,
      ...CODER,
    ],
  },
  {
    name: 'explain',
    operands: '[RULE]',
    takes: { least: 0, most: 1, what: 'a rule' },
    summary: 'Print the page of a rule, or the list of rules.',
    options: [],
  },
];
