/** A review comment on lines of the pull request's head. */
export interface SuggestionDraft {
  /** The same for the same suggestion in every run. */
  readonly id: string;
  readonly rule: string;
  readonly file: string;
  /** Last line that it replaces; the only one without a first. */
  readonly line: number;
  readonly startLine: number | undefined;
  /** Starts with its `suggestionMarker`. */
  readonly body: string;
}
