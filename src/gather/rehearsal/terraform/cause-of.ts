import { type Diagnostic, wholeText } from './diagnostic.ts';
import type { Cause, Stage } from './failure.ts';

/** What Terraform's own words say of the cause. */
export function causeOf(diagnostics: readonly Diagnostic[]): Cause {
  for (const diagnostic of diagnostics) {
    const text = wholeText(diagnostic);
    const known = KNOWN_WORDS.find(([words]) => words.test(text));
    if (known !== undefined) return known[1];
    if (NOT_VALID.test(diagnostic.summary)) return 'configuration-invalid';
    if (/^\s*provider "/m.test(diagnostic.code)) return 'provider-not-configured';
    // Coder's own data sources ask nobody: what they refuse is what the template gives them.
    if (/(?:^|\.)data\.coder_[^.]+\./.test(diagnostic.address ?? '')) return 'build-refused';
    if (/(?:^|\.)data\.[^.]+\./.test(diagnostic.address ?? '')) return 'data-source-failed';
  }
  return 'terraform-failed';
}

/** What `init` fails of, where it does not say so in words that are known, is what it installs. */
export function causeAt(stage: Stage, diagnostics: readonly Diagnostic[]): Cause {
  const cause = causeOf(diagnostics);
  return stage === 'init' && cause === 'terraform-failed' ? 'providers-unavailable' : cause;
}

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
