import type { Diagnostic } from './diagnostic.ts';

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
  | 'lock-file-outdated'
  | 'lock-file-incomplete'
  | 'module-not-there'
  | 'template-refused'
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
  /** How many rounds of planning were not enough. */
  readonly rounds?: number;
}
