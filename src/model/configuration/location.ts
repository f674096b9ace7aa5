/** Relative to the repository's root, lines and columns counted from 1. */
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly endLine?: number;
  readonly column?: number;
}
