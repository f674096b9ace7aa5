/** A flag, and the setting it gives. */
export interface Option {
  readonly flag: string;
  /** Undefined for a flag without a value. */
  readonly value: string | undefined;
  readonly summary: string;
  readonly fallback: string | undefined;
  /** May be given several times. */
  readonly repeatable?: true;
}

export const ASSUME_PREBUILD: Option = {
  flag: 'assume-prebuild',
  value: undefined,
  summary: 'Judge a template without prebuilds as if it had them.',
  fallback: undefined,
};

export const CONFIGURATION: Option = {
  flag: 'configuration',
  value: 'DIR',
  summary: 'Directory of the template that the plans are of. Default: that of each plan, if it has `.tf` files.',
  fallback: undefined,
};

export const FAIL_ON: Option = {
  flag: 'fail-on',
  value: 'SEVERITY',
  summary: 'Findings that fail the run: error, warning, notice or never.',
  fallback: 'error',
};

export const ON_INCONCLUSIVE: Option = {
  flag: 'on-inconclusive',
  value: 'ACTION',
  summary: 'When a rule cannot be checked: fail (exit code 2) or warn (exit code 0).',
  fallback: 'fail',
};

export const FORMAT: Option = {
  flag: 'format',
  value: 'FORMAT',
  summary: 'What goes to standard output: text, json or markdown.',
  fallback: 'text',
};

export const VALUES: Option = {
  flag: 'values',
  value: 'POLICY',
  summary: 'Values of attributes: none shows none, safe shows those that nothing marks as sensitive.',
  fallback: 'none',
};

export const PERSISTENT_TYPES: Option = {
  flag: 'persistent-types',
  value: 'TYPES',
  summary: 'Further resource types that hold user data, with commas between them.',
  fallback: undefined,
};

export const REPORT: Option = {
  flag: 'report',
  value: 'FILE',
  summary: 'Write the report as JSON to a file, too.',
  fallback: undefined,
};

export const BASELINE: Option = {
  flag: 'baseline',
  value: 'PLAN',
  summary:
    'What to compare presets and parameters with: a plan of the template before the change, or coder for the active version of --coder-template.',
  fallback: undefined,
};

export const BASELINE_OF_TEMPLATE: Option = {
  flag: 'baseline',
  value: 'WHAT',
  summary:
    'What to compare presets and parameters with: a Git ref such as origin/main, a plan of the template before the change, or coder for the active version of --coder-template.',
  fallback: undefined,
};

export const MAX_PREBUILDS: Option = {
  flag: 'max-prebuilds',
  value: 'NUMBER',
  summary: 'The most prebuilds that the template may ask for at once.',
  fallback: undefined,
};

export const PREBUILD_GROWTH_FACTOR: Option = {
  flag: 'prebuild-growth-factor',
  value: 'NUMBER',
  summary: 'By how much that number may grow against the baseline.',
  fallback: undefined,
};

const CODER_URL: Option = {
  flag: 'coder-url',
  value: 'URL',
  summary: 'Coder, whose token is read from CODER_SESSION_TOKEN. Default: CODER_URL.',
  fallback: undefined,
};

const HISTORY_FILE: Option = {
  flag: 'history-file',
  value: 'FILE',
  summary: 'Take the history from what `history --save` wrote instead of from Coder.',
  fallback: undefined,
};

export const CODER_TEMPLATE: Option = {
  flag: 'coder-template',
  value: 'NAME',
  summary: "Judge this template's failure history in Coder, too.",
  fallback: undefined,
};

const CODER_ORGANIZATION: Option = {
  flag: 'coder-organization',
  value: 'NAME',
  summary: 'Organization of the template in Coder, where several have one of that name.',
  fallback: undefined,
};

const FAILURE_HARD_LIMIT: Option = {
  flag: 'failure-hard-limit',
  value: 'NUMBER',
  summary: 'After how many failures in a row Coder stops; 0 for never. As the server is set.',
  fallback: '3',
};

const ALLOW_HTTP: Option = {
  flag: 'allow-http',
  value: undefined,
  summary: 'Talk to Coder over plain HTTP, which shows the token to the network.',
  fallback: undefined,
};

const MAX_CONCURRENCY: Option = {
  flag: 'max-concurrency',
  value: 'NUMBER',
  summary: 'Requests to Coder at once.',
  fallback: '4',
};

export const CODER: readonly Option[] = [
  CODER_URL,
  CODER_ORGANIZATION,
  HISTORY_FILE,
  FAILURE_HARD_LIMIT,
  MAX_CONCURRENCY,
  ALLOW_HTTP,
];

export const TEMPLATE_OPTIONS: readonly Option[] = [
  {
    flag: 'claimants',
    value: 'CLAIMANT',
    summary:
      'Who claims, such as "alice groups=Everyone,dev roles=member login-type=oidc"; once for each. Default: two who differ.',
    fallback: undefined,
    repeatable: true,
  },
  {
    flag: 'max-claimants',
    value: 'NUMBER',
    summary: 'How many claimants may be made up for the conditions of a template.',
    fallback: '6',
  },
  {
    flag: 'max-choices',
    value: 'NUMBER',
    summary: 'How many claims with another parameter value to plan for each preset.',
    fallback: '8',
  },
  {
    flag: 'var-file',
    value: 'FILE',
    summary: 'Values of Terraform variables, as for terraform plan; may be repeated.',
    fallback: undefined,
    repeatable: true,
  },
  {
    flag: 'override',
    value: 'FILE',
    summary:
      'Configuration to lay over the private copy of the template, such as a provider that needs no credentials.',
    fallback: undefined,
    repeatable: true,
  },
  {
    flag: 'state',
    value: 'FILE',
    summary: 'State of a real prebuild to take values from; coder for the live prebuilds of --coder-template.',
    fallback: undefined,
  },
  {
    flag: 'apply',
    value: undefined,
    summary: 'Apply each prebuild in earnest, plan its claim, and destroy it again.',
    fallback: undefined,
  },
  {
    flag: 'terraform',
    value: 'PATH',
    summary: 'Terraform or OpenTofu. Default: terraform, else tofu, on the PATH.',
    fallback: undefined,
  },
  {
    flag: 'pass-env',
    value: 'NAMES',
    summary: 'Further variables of the environment that providers get, with commas between them.',
    fallback: undefined,
  },
  {
    flag: 'coder-release',
    value: 'VERSION',
    summary: 'Version of the Coder server that builds the template, such as 2.30. Default: any.',
    fallback: undefined,
  },
  { flag: 'timeout', value: 'TIME', summary: 'The longest that a run of Terraform may take.', fallback: '10m' },
  {
    flag: 'parallelism',
    value: 'NUMBER',
    summary: 'Runs of Terraform at once. Default: one for each processor.',
    fallback: undefined,
  },
];
