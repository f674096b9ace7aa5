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
  summary: "The template's directory. Default: the directory of each plan, if it has `.tf` files.",
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
  summary: 'If a rule cannot be checked: fail (exit code 2) or warn (exit code 0).',
  fallback: 'fail',
};

export const FORMAT: Option = {
  flag: 'format',
  value: 'FORMAT',
  summary: 'Format of the report on standard output: text, json or markdown.',
  fallback: 'text',
};

export const VERBOSE: Option = {
  flag: 'verbose',
  value: undefined,
  summary: 'Also list the rules that are not configured.',
  fallback: undefined,
};

export const VALUES: Option = {
  flag: 'values',
  value: 'POLICY',
  summary: 'Attribute values in the report: none, or safe for values that nothing marks as sensitive.',
  fallback: 'none',
};

export const PERSISTENT_TYPES: Option = {
  flag: 'persistent-types',
  value: 'TYPES',
  summary: 'Extra resource types that hold user data, separated by commas.',
  fallback: undefined,
};

export const REPORT: Option = {
  flag: 'report',
  value: 'FILE',
  summary: 'Also write the report to this file, as JSON.',
  fallback: undefined,
};

export const BASELINE: Option = {
  flag: 'baseline',
  value: 'PLAN',
  summary:
    'Compare presets and parameters with a plan of the template before the change, or with coder: the active version of --coder-template.',
  fallback: undefined,
};

export const BASELINE_OF_TEMPLATE: Option = {
  flag: 'baseline',
  value: 'WHAT',
  summary:
    'Compare presets and parameters with a Git ref such as origin/main, with a plan of the template before the change, or with coder: the active version of --coder-template.',
  fallback: undefined,
};

export const MAX_PREBUILDS: Option = {
  flag: 'max-prebuilds',
  value: 'NUMBER',
  summary: 'Maximum number of prebuilds that the template may ask for at once.',
  fallback: undefined,
};

export const PREBUILD_GROWTH_FACTOR: Option = {
  flag: 'prebuild-growth-factor',
  value: 'NUMBER',
  summary: 'Maximum growth of that number over the baseline; 2 allows doubling.',
  fallback: undefined,
};

const CODER_URL: Option = {
  flag: 'coder-url',
  value: 'URL',
  summary: 'Address of Coder. Default: CODER_URL. The token is read from CODER_SESSION_TOKEN.',
  fallback: undefined,
};

const HISTORY_FILE: Option = {
  flag: 'history-file',
  value: 'FILE',
  summary: 'Read the history from a file that `history --save` wrote, instead of from Coder.',
  fallback: undefined,
};

export const CODER_TEMPLATE: Option = {
  flag: 'coder-template',
  value: 'NAME',
  summary: "Also judge this template's failure history in Coder.",
  fallback: undefined,
};

const CODER_ORGANIZATION: Option = {
  flag: 'coder-organization',
  value: 'NAME',
  summary: 'Organization of the template in Coder, if several organizations have a template of that name.',
  fallback: undefined,
};

const FAILURE_HARD_LIMIT: Option = {
  flag: 'failure-hard-limit',
  value: 'NUMBER',
  summary: "The server's failure limit (0 if it is switched off).",
  fallback: '3',
};

const ALLOW_HTTP: Option = {
  flag: 'allow-http',
  value: undefined,
  summary: 'Allow plain HTTP to Coder. Anyone on the network can then read the token.',
  fallback: undefined,
};

const MAX_CONCURRENCY: Option = {
  flag: 'max-concurrency',
  value: 'NUMBER',
  summary: 'Maximum number of requests to Coder at the same time.',
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
      'A user who claims, such as "alice groups=Everyone,dev roles=member login-type=oidc"; may be repeated. Default: two different users.',
    fallback: undefined,
    repeatable: true,
  },
  {
    flag: 'max-choices',
    value: 'NUMBER',
    summary: 'Extra claims to plan per preset, each with a different value for a parameter the preset leaves open.',
    fallback: '8',
  },
  {
    flag: 'var-file',
    value: 'FILE',
    summary: 'File of Terraform variables, as for terraform plan; may be repeated.',
    fallback: undefined,
    repeatable: true,
  },
  {
    flag: 'override',
    value: 'FILE',
    summary:
      'Override file for the private copy of the template, such as a provider that needs no credentials; may be repeated.',
    fallback: undefined,
    repeatable: true,
  },
  {
    flag: 'state',
    value: 'FILE',
    summary:
      'Take values from the state of a real prebuild: a file, or coder for the live prebuilds of --coder-template.',
    fallback: undefined,
  },
  {
    flag: 'apply',
    value: undefined,
    summary: 'Really apply each prebuild, plan its claim, and destroy it again.',
    fallback: undefined,
  },
  {
    flag: 'terraform',
    value: 'PATH',
    summary: 'Path or name of Terraform or OpenTofu. Default: terraform, or else tofu.',
    fallback: undefined,
  },
  {
    flag: 'pass-env',
    value: 'NAMES',
    summary: 'Extra environment variables to pass to providers, separated by commas.',
    fallback: undefined,
  },
  { flag: 'timeout', value: 'TIME', summary: 'Time limit for each run of Terraform.', fallback: '10m' },
  {
    flag: 'parallelism',
    value: 'NUMBER',
    summary: 'Maximum number of Terraform runs at the same time. Default: one per processor.',
    fallback: undefined,
  },
];
