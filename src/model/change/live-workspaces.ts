/** The workspaces that people have of a template, prebuilds left out, as far as a change touches them. */
export interface LiveWorkspaces {
  readonly all: WorkspaceCount;
  /** Most workspaces first. */
  readonly versions: readonly { readonly version: string; readonly isActive: boolean; readonly total: number }[];
  /** By `questionKey`; missing where Coder could not be asked that. */
  readonly counts: ReadonlyMap<string, WorkspaceCount>;
}

export interface WorkspaceCount {
  readonly total: number;
  readonly running: number;
  /** False where there are more of them than were looked at. */
  readonly isWhole: boolean;
  /** `owner/name`; empty unless the user wants values to be shown. */
  readonly names: readonly string[];
}

/** Which workspaces have a parameter, or a value of it. */
export interface WorkspaceQuestion {
  readonly parameter: string;
  readonly value: string | undefined;
}

export function questionKey({ parameter, value }: WorkspaceQuestion): string {
  return JSON.stringify([parameter, value ?? null]);
}

/** A workspace has one value of a parameter, so that counts of several values add up. Undefined where one is not known. */
export function countOf(live: LiveWorkspaces, questions: readonly WorkspaceQuestion[]): WorkspaceCount | undefined {
  const counts = questions.map((question) => live.counts.get(questionKey(question)));
  if (counts.length === 0 || counts.some((count) => count === undefined)) return undefined;
  const known = counts.filter((count) => count !== undefined);
  return {
    total: sum(known.map(({ total }) => total)),
    running: sum(known.map(({ running }) => running)),
    isWhole: known.every(({ isWhole }) => isWhole),
    names: known.flatMap(({ names }) => names),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((left, right) => left + right, 0);
}
