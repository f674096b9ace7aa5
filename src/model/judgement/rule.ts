import type { Text } from '../text.ts';
import type { Evidence, FindingDetails, Subject } from './finding.ts';
import type { Outcome } from './outcome.ts';
import type { Severity } from './severity.ts';
import type { RuleGroup, Snapshot } from './snapshot.ts';

/**
 * One check. `evaluate` decides and returns data, `explain` finds the words;
 * neither knows of an output.
 */
export interface Rule<Data = unknown> {
  /** Names the problem, so that "allow `<id>`" reads as English. */
  readonly id: string;
  readonly group: RuleGroup;
  /** Unless the user says otherwise. */
  readonly severity: Severity;
  /** The problem in one sentence. */
  readonly summary: string;
  /** The version that brought it. */
  readonly since: string;
  evaluate(snapshot: Snapshot): Outcome<Violation<Data>>;
  explain(violation: Violation<Data>): Explanation;
}

/** A problem, before it is worded. */
export interface Violation<Data = unknown> {
  readonly subject: Subject;
  readonly evidence: Evidence;
  /** Where a case is milder or graver than the rule's own severity. */
  readonly severity?: Severity;
  readonly details?: FindingDetails;
  readonly data: Data;
}

/** What is the matter, why it matters, what to do. */
export interface Explanation {
  readonly what: Text;
  readonly why: Text;
  readonly remedy: Text;
}
