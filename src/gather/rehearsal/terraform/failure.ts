import type { NotChecked } from '../../../model/judgement/outcome.ts';
import { joined, say, type Text } from '../../../model/text.ts';
import type { Conceal } from './conceal.ts';
import { type Diagnostic, wholeText } from './diagnostic.ts';

/** Where a rehearsal was when it could not go on. */
export type Stage = 'start' | 'copy' | 'init' | 'schema' | 'prebuild' | 'settle' | 'claim' | 'apply' | 'destroy';

/** Why it could not go on. Each is the code of a gap, too. */
export type Cause =
  | 'terraform-not-found'
  | 'terraform-timeout'
  | 'terraform-crashed'
  | 'terraform-output-unreadable'
  | 'template-unreadable'
  | 'providers-unavailable'
  | 'provider-not-configured'
  | 'provider-crashed'
  | 'data-source-failed'
  | 'unknown-repetition'
  | 'condition-failed'
  | 'encrypted-state'
  | 'variable-missing'
  | 'version-unsupported'
  | 'placeholder-refused'
  | 'does-not-settle'
  | 'schema-missing'
  | 'configuration-invalid'
  | 'live-state-unreadable'
  | 'claim-fails'
  | 'not-destroyed'
  | 'terraform-failed';

export interface Failure {
  readonly stage: Stage;
  readonly cause: Cause;
  readonly diagnostics: readonly Diagnostic[];
  /** Names that the sentence mentions, such as addresses. */
  readonly names?: readonly string[];
}

/** What Terraform's own words say of the cause. */
export function causeOf(diagnostics: readonly Diagnostic[]): Cause {
  for (const diagnostic of diagnostics) {
    const text = wholeText(diagnostic);
    const known = KNOWN_WORDS.find(([words]) => words.test(text));
    if (known !== undefined) return known[1];
    if (NOT_VALID.test(diagnostic.summary)) return 'configuration-invalid';
    if (/^\s*provider "/m.test(diagnostic.code)) return 'provider-not-configured';
    if (diagnostic.address?.match(/(?:^|\.)data\.[^.]+\./) != null) return 'data-source-failed';
  }
  return 'terraform-failed';
}

/** What `init` fails of, where it does not say so in words that are known, is what it installs. */
export function causeAt(stage: Stage, diagnostics: readonly Diagnostic[]): Cause {
  const cause = causeOf(diagnostics);
  return stage === 'init' && cause === 'terraform-failed' ? 'providers-unavailable' : cause;
}

/** One sentence of where and why, Terraform's own words, and what to do. */
export function gapOf(failure: Failure, preset: string | undefined, conceal: Conceal): NotChecked {
  const where = preset === undefined ? WHERE[failure.stage] : say`${WHERE[failure.stage]} of preset ${preset}`;
  const first = failure.diagnostics[0];
  const quoted = first === undefined ? [] : [quote(first, conceal, failure.diagnostics.length - 1)];
  const { detail, remedy } = WORDS[failure.cause](failure.names ?? []);
  return {
    code: failure.cause,
    detail: joined([say`${where}: ${detail}`, ...quoted]),
    remedy,
  };
}

function quote({ summary, detail, address, file, line }: Diagnostic, conceal: Conceal, others: number): Text {
  const words = detail === '' ? summary : `${summary}: ${detail}`;
  const subject = address ?? (file === undefined ? undefined : `${file}${line === undefined ? '' : `:${line}`}`);
  const at = subject === undefined ? [] : say` (${conceal(subject)})`;
  const rest = others > 0 ? say` And ${others} more.` : [];
  return say`Terraform says: ${conceal(words)}${at}.${rest}`;
}

const WHERE: Readonly<Record<Stage, Text>> = {
  start: ['Starting Terraform'],
  copy: ['Copying the template'],
  init: [{ code: 'terraform init' }],
  schema: [{ code: 'terraform providers schema' }],
  prebuild: ['Planning as the prebuilds user'],
  settle: ['Planning the same prebuild again'],
  claim: ['Planning the claim'],
  apply: ['Applying the prebuild'],
  destroy: ['Destroying what was applied'],
};

/** In this order: the first that fits wins. */
const KNOWN_WORDS: readonly (readonly [RegExp, Cause])[] = [
  [
    /unencrypted payload|encrypted state|decryption failed|encryption.*(?:key|method).*(?:fail|invalid)/i,
    'encrypted-state',
  ],
  [
    /Plugin did not respond|plugin process exited|The plugin encountered an error|Request cancelled|crashed!/i,
    'provider-crashed',
  ],
  [/Invalid (?:for_each|count) argument/i, 'unknown-repetition'],
  [
    /Resource (?:post|pre)condition failed|Module output value precondition failed|Check block assertion failed/i,
    'condition-failed',
  ],
  [
    /Unsupported Terraform Core version|Unsupported OpenTofu Core version|does not support Terraform version/i,
    'version-unsupported',
  ],
  [/No value for required variable|Invalid value for variable|Value for undeclared variable/i, 'variable-missing'],
  [
    /Failed to query available provider packages|Failed to install provider|Could not retrieve the list of available versions|Failed to download module|Module source has changed|Error accessing remote module registry|Inconsistent dependency lock file|Could not load (?:plugin|provider)/i,
    'providers-unavailable',
  ],
  [
    /Invalid provider configuration|Error pinging Docker|[Uu]nable to (?:configure|build).*(?:provider|client)|No valid credential sources|could not find default credentials|Missing required argument[\s\S]*provider "|building (?:AzureRM|account)|Provider configuration not present|Failed to (?:construct|initialize) .*client/i,
    'provider-not-configured',
  ],
];

/** Summaries alone: the detail of any error may well speak of an invalid character. */
const NOT_VALID =
  /encountered problems during initiali[sz]ation|^(?:Unsupported (?:argument|block|attribute)|Reference to undeclared|Missing required argument|Duplicate .* (?:definition|configuration)|Invalid (?:reference|block|character|multi-line|.*expression)|Argument or block definition required|Unclosed|Unterminated|Missing newline)/i;

interface Words {
  readonly detail: Text;
  readonly remedy: Text;
}

const WORDS: Readonly<Record<Cause, (names: readonly string[]) => Words>> = {
  'terraform-not-found': ([name]) => ({
    detail:
      name === undefined ? say`neither ${'terraform'} nor ${'tofu'} is on the ${'PATH'}.` : say`${name} is not there.`,
    remedy: say`Install Terraform or OpenTofu, for instance with ${'hashicorp/setup-terraform'}, or say where it is.`,
  }),
  'terraform-timeout': () => ({
    detail: ['it took longer than it was given.'],
    remedy: ['Give it more time, or see what it waits for: a provider that cannot reach its service often does.'],
  }),
  'terraform-crashed': () => ({
    detail: ['Terraform ended before it was done.'],
    remedy: ['Run it again; if it ends the same way, plan the template by hand to see why.'],
  }),
  'terraform-output-unreadable': () => ({
    detail: ['what Terraform wrote could not be read.'],
    remedy: ['Use Terraform 1.6 or newer, or OpenTofu, without a wrapper script around it.'],
  }),
  'template-unreadable': ([path]) => ({
    detail: path === undefined ? ['it could not be read.'] : say`${path} could not be copied.`,
    remedy: [
      'Check that the directory holds a template, that what it refers to is in the same repository, and that all of it can be read.',
    ],
  }),
  'providers-unavailable': () => ({
    detail: ['a provider or module that the template needs could not be installed.'],
    remedy: [
      'Let the run reach the registry, give it a plugin cache or mirror, or add credentials for a private module.',
    ],
  }),
  'provider-not-configured': () => ({
    detail: ['a provider could not be configured.'],
    remedy: [
      'Give the run what the provider asks for; made-up credentials are often enough, because nothing is created.',
    ],
  }),
  'provider-crashed': () => ({
    detail: ['a provider ended before it answered.'],
    remedy: ['Run it again; if it ends the same way, the provider cannot plan this template on a synthesised state.'],
  }),
  'data-source-failed': () => ({
    detail: ['a data source could not be read.'],
    remedy: ['Let the run reach what the data source asks, with credentials that may read it.'],
  }),
  'unknown-repetition': () => ({
    detail: [
      { code: 'count' },
      ' or ',
      { code: 'for_each' },
      ' depends on a value that is only known after apply; Coder could not build it either.',
    ],
    remedy: ['Let it depend on what is known when planning.'],
  }),
  'condition-failed': () => ({
    detail: ['a condition of the template does not hold, for values that the rehearsal may have made up.'],
    remedy: say`Rehearse on the state of a real prebuild (${'state'}), or with ${'apply'}.`,
  }),
  'encrypted-state': () => ({
    detail: [
      'OpenTofu is told to accept encrypted state only, and a rehearsal writes a plain one into its private directory.',
    ],
    remedy: say`Let the encryption fall back to ${'unencrypted'} for the rehearsal.`,
  }),
  'variable-missing': () => ({
    detail: ['a variable has no value, or not a valid one.'],
    remedy: say`Set ${'TF_VAR_…'}, or give a ${'-var-file'}, as for ${'terraform plan'}.`,
  }),
  'version-unsupported': () => ({
    detail: ['the template asks for another version of Terraform.'],
    remedy: say`Install that version, for instance with ${'hashicorp/setup-terraform'}, or say where it is (${'terraform'}).`,
  }),
  'placeholder-refused': () => ({
    detail: ['a value that the rehearsal had to make up is refused, and no other was accepted.'],
    remedy: say`Rehearse on the state of a real prebuild (${'state'}), or with ${'apply'}.`,
  }),
  'does-not-settle': (names) => ({
    detail: say`the provider keeps planning changes for ${namesOf(names)}, whatever the state says.`,
    remedy: say`Rehearse on the state of a real prebuild (${'state'}), or with ${'apply'}.`,
  }),
  'schema-missing': (names) => ({
    detail: say`the provider describes no ${namesOf(names)}.`,
    remedy: ['Use a version of the provider that has it.'],
  }),
  'configuration-invalid': () => ({
    detail: ['the template is not valid.'],
    remedy: say`Mend what ${'terraform validate'} says.`,
  }),
  'live-state-unreadable': () => ({
    detail: ['the state of the prebuild could not be read.'],
    remedy: say`Give a state in Terraform's own format, as ${'terraform state pull'} or ${'coder state pull'} writes it.`,
  }),
  'claim-fails': () => ({
    detail: ['the claim cannot be planned whole, so what its plan does not list may be replaced all the same.'],
    remedy: ['Mend the error: the claim of a real prebuild would fail on it too.'],
  }),
  'not-destroyed': () => ({
    detail: ['not all of it could be destroyed.'],
    remedy: ['Remove what is left by hand; the names are those of the template.'],
  }),
  'terraform-failed': () => ({
    detail: ['Terraform reports an error.'],
    remedy: say`Mend it, or, where only a real state helps, rehearse on the state of a prebuild (${'state'}).`,
  }),
};

function namesOf(names: readonly string[]): Text {
  return names.length === 0
    ? ['something']
    : joined(
        names.slice(0, 5).map((name) => say`${name}`),
        ', ',
      );
}
