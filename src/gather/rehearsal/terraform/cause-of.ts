import { type Diagnostic, wholeText } from './diagnostic.ts';
import type { Cause, Stage } from './failure.ts';

/** The cause, by the words of Terraform's own messages. */
export function causeOf(diagnostics: readonly Diagnostic[]): Cause {
  for (const diagnostic of diagnostics) {
    const text = wholeText(diagnostic);
    const known = KNOWN_WORDS.find(([words]) => words.test(text));
    if (known !== undefined) return known[1];
    if (NOT_VALID.test(diagnostic.summary)) return 'configuration-invalid';
    if (/^\s*provider "/m.test(diagnostic.code)) return 'provider-not-configured';
    const source = /(?:^|\.)data\.([^.]+)\./.exec(diagnostic.address ?? '')?.[1];
    // Coder's own data sources read the template and the environment, so no network can be at fault.
    if (source !== undefined) return source.startsWith('coder_') ? 'template-refused' : 'data-source-failed';
  }
  return 'terraform-failed';
}

/** If `init` fails with an unknown message, the cause is what it installs. */
export function causeAt(stage: Stage, diagnostics: readonly Diagnostic[]): Cause {
  const cause = causeOf(diagnostics);
  return stage === 'init' && cause === 'terraform-failed' ? 'providers-unavailable' : cause;
}

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
  [/doesn't match any of the checksums previously recorded in the dependency lock file/, 'lock-file-incomplete'],
  [
    /locked provider \S+ \S+ does not match configured version constraint|Inconsistent dependency lock file/,
    'lock-file-outdated',
  ],
  [/Unreadable module (?:sub)?directory|Module directory .* does not exist/, 'module-not-there'],
  [
    /Failed to query available provider packages|Failed to install provider|Could not retrieve the list of available versions|Failed to download module|Module source has changed|Error accessing remote module registry|Could not load (?:plugin|provider)/i,
    'providers-unavailable',
  ],
  [
    /Invalid provider configuration|Error pinging Docker|[Uu]nable to (?:configure|build).*(?:provider|client)|No valid credential sources|could not find default credentials|Missing required argument[\s\S]*provider "|building (?:AzureRM|account)|Provider configuration not present|Failed to (?:construct|initialize) .*client/i,
    'provider-not-configured',
  ],
];

/** Matches summaries only, because the detail of any error may mention an invalid character. */
const NOT_VALID =
  /encountered problems during initiali[sz]ation|^(?:Unsupported (?:argument|block|attribute)|Reference to undeclared|Missing required argument|Duplicate .* (?:definition|configuration)|Invalid (?:reference|block|character|multi-line|.*expression)|Argument or block definition required|Unclosed|Unterminated|Invalid (?:registry )?module source(?: address)?|Invalid version constraint|Invalid module version constraint|Missing newline)/i;
