/** The commands of the CLI as data: flags are parsed by it, help and the README are written from it. */
export interface Command {
  readonly name: string;
  /** What stands after the name, as in `PLAN…`. */
  readonly operands: string;
  readonly summary: string;
  readonly options: readonly Option[];
}

/** A flag, and the setting it gives. */
export interface Option {
  readonly flag: string;
  /** Undefined for a flag without a value. */
  readonly value: string | undefined;
  readonly summary: string;
  readonly fallback: string | undefined;
}

const ASSUME_PREBUILD: Option = {
  flag: 'assume-prebuild',
  value: undefined,
  summary: 'Judge a template without prebuilds as if it had them.',
  fallback: undefined,
};

const FAIL_ON: Option = {
  flag: 'fail-on',
  value: 'SEVERITY',
  summary: 'Findings that fail the run: error, warning, notice or never.',
  fallback: 'error',
};

const ON_INCONCLUSIVE: Option = {
  flag: 'on-inconclusive',
  value: 'ACTION',
  summary: 'When a rule cannot be checked: fail (exit code 2) or warn (exit code 0).',
  fallback: 'fail',
};

const FORMAT: Option = {
  flag: 'format',
  value: 'FORMAT',
  summary: 'What goes to standard output: text, json or markdown.',
  fallback: 'text',
};

const VALUES: Option = {
  flag: 'values',
  value: 'POLICY',
  summary: 'Values of attributes: none shows none, safe shows those that nothing marks as sensitive.',
  fallback: 'none',
};

const PERSISTENT_TYPES: Option = {
  flag: 'persistent-types',
  value: 'TYPES',
  summary: 'Further resource types that hold user data, with commas between them.',
  fallback: undefined,
};

const REPORT: Option = {
  flag: 'report',
  value: 'FILE',
  summary: 'Write the report as JSON to a file, too.',
  fallback: undefined,
};

export const COMMANDS: readonly Command[] = [
  {
    name: 'check',
    operands: 'PLAN…',
    summary: 'Judge plans, each the output of `terraform show -json`; `-` is standard input.',
    options: [ASSUME_PREBUILD, FAIL_ON, ON_INCONCLUSIVE, FORMAT, VALUES, PERSISTENT_TYPES, REPORT],
  },
  {
    name: 'explain',
    operands: '[RULE]',
    summary: 'Print the page of a rule, or the list of rules.',
    options: [],
  },
];
