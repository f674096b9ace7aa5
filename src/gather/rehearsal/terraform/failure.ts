import type { NotChecked } from '../../../model/judgement/outcome.ts';
import { joined, say, type Text } from '../../../model/text.ts';
import type { Conceal } from './conceal.ts';
import { type Diagnostic, wholeText } from './diagnostic.ts';

/** The step at which a rehearsal stopped. */
export type Stage = 'start' | 'copy' | 'init' | 'schema' | 'prebuild' | 'settle' | 'claim' | 'apply' | 'destroy';

/** Why it stopped. Each is also the code of a gap. */
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
  /** Names for the sentence, such as addresses. */
  readonly names?: readonly string[];
}

/** The cause, by the words of Terraform's own messages. */
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

/** If `init` fails with an unknown message, the cause is what it installs. */
export function causeAt(stage: Stage, diagnostics: readonly Diagnostic[]): Cause {
  const cause = causeOf(diagnostics);
  return stage === 'init' && cause === 'terraform-failed' ? 'providers-unavailable' : cause;
}

/** One sentence on where and why, then Terraform's own words, then the remedy. */
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

/** The first pattern that matches wins. */
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

/** Matches summaries only, because the detail of any error may mention an invalid character. */
const NOT_VALID =
  /encountered problems during initiali[sz]ation|^(?:Unsupported (?:argument|block|attribute)|Reference to undeclared|Missing required argument|Duplicate .* (?:definition|configuration)|Invalid (?:reference|block|character|multi-line|.*expression)|Argument or block definition required|Unclosed|Unterminated|Missing newline)/i;

interface Words {
  readonly detail: Text;
  readonly remedy: Text;
}

const WORDS: Readonly<Record<Cause, (names: readonly string[]) => Words>> = {
  'terraform-not-found': ([name]) => ({
    detail:
      name === undefined
        ? say`neither ${'terraform'} nor ${'tofu'} is on the ${'PATH'}.`
        : say`${name} does not exist.`,
    remedy: say`Install Terraform or OpenTofu, for instance with ${'hashicorp/setup-terraform'}, or give its path as ${'terraform'}.`,
  }),
  'terraform-timeout': () => ({
    detail: ['it took longer than the time limit.'],
    remedy: say`Raise ${'timeout'}, or find out what it waits for: often a provider cannot reach its service.`,
  }),
  'terraform-crashed': () => ({
    detail: ['Terraform stopped before it was done.'],
    remedy: ['Run it again. If it stops again, plan the template by hand to see why.'],
  }),
  'terraform-output-unreadable': () => ({
    detail: ["Terraform's output could not be read."],
    remedy: ['Use Terraform 1.6 or newer, or OpenTofu, without a wrapper script.'],
  }),
  'template-unreadable': ([path]) => ({
    detail: path === undefined ? ['it could not be read.'] : say`${path} could not be copied.`,
    remedy: [
      'Check that the directory contains a template, that the files it refers to are in the same repository, and that all of them can be read.',
    ],
  }),
  'providers-unavailable': () => ({
    detail: ['a provider or module that the template needs could not be installed.'],
    remedy: [
      'Check that the run can reach the registry, give it a plugin cache or mirror, or add credentials for a private module.',
    ],
  }),
  'provider-not-configured': () => ({
    detail: ['a provider could not be configured.'],
    remedy: [
      'Set the credentials that the provider asks for. Made-up ones are often enough, because nothing is created.',
    ],
  }),
  'provider-crashed': () => ({
    detail: ['a provider stopped before it answered.'],
    remedy: ['Run it again. If the provider stops again, it cannot plan this template on a made-up state.'],
  }),
  'data-source-failed': () => ({
    detail: ['a data source could not be read.'],
    remedy: ['Give the run network access and credentials for what the data source reads.'],
  }),
  'unknown-repetition': () => ({
    detail: [
      { code: 'count' },
      ' or ',
      { code: 'for_each' },
      ' depends on a value that is known only after apply, so Coder could not build it either.',
    ],
    remedy: ['Make it depend only on values that are known when planning.'],
  }),
  'condition-failed': () => ({
    detail: ['a condition of the template is not met, perhaps because the rehearsal made up a value.'],
    remedy: say`Rehearse on the state of a real prebuild (${'state'}), or with ${'apply'}.`,
  }),
  'encrypted-state': () => ({
    detail: [
      'OpenTofu accepts only encrypted state here, but a rehearsal writes a plain state into its private directory.',
    ],
    remedy: say`Let the encryption fall back to ${'unencrypted'} in the rehearsal.`,
  }),
  'variable-missing': () => ({
    detail: ['a variable has no value, or an invalid one.'],
    remedy: say`Set ${'TF_VAR_…'} or give a ${'var-file'}, as for ${'terraform plan'}.`,
  }),
  'version-unsupported': () => ({
    detail: ['the template requires another version of Terraform.'],
    remedy: say`Install that version, for instance with ${'hashicorp/setup-terraform'}, or give its path as ${'terraform'}.`,
  }),
  'placeholder-refused': () => ({
    detail: ['the provider accepted none of the values that the rehearsal made up.'],
    remedy: say`Rehearse on the state of a real prebuild (${'state'}), or with ${'apply'}.`,
  }),
  'does-not-settle': (names) => ({
    detail: say`the provider keeps planning changes for ${namesOf(names)}, whatever the state says.`,
    remedy: say`Rehearse on the state of a real prebuild (${'state'}), or with ${'apply'}.`,
  }),
  'schema-missing': (names) => ({
    detail: say`the provider has no schema for ${namesOf(names)}.`,
    remedy: ['Use a version of the provider that has one.'],
  }),
  'configuration-invalid': () => ({
    detail: ['the template is not valid.'],
    remedy: say`Fix the errors that ${'terraform validate'} reports.`,
  }),
  'live-state-unreadable': () => ({
    detail: ['the state of the prebuild could not be read.'],
    remedy: say`Give a state in Terraform's own format, as ${'terraform state pull'} or ${'coder state pull'} writes it.`,
  }),
  'claim-fails': () => ({
    detail: ['the claim cannot be planned completely, so resources that its plan does not list may be replaced too.'],
    remedy: ['Fix the error: the claim of a real prebuild would fail too.'],
  }),
  'not-destroyed': () => ({
    detail: ['some resources could not be destroyed.'],
    remedy: ['Remove them by hand; they have the names from the template.'],
  }),
  'terraform-failed': () => ({
    detail: ['Terraform reports an error.'],
    remedy: say`Fix the error. If it needs real values, rehearse on the state of a real prebuild (${'state'}).`,
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
