/**
 * Which arguments force a replacement, as the real providers answered when one
 * argument at a time was changed. Terraform's schemas do not say it.
 */
export interface ReplacementTable {
  readonly types: ReadonlyMap<string, KnownArguments>;
}

export interface KnownArguments {
  /** The provider that was asked, with its version: `kreuzwerker/docker 4.6.0`. */
  readonly provider: string;
  /** Paths by name, positions left out: `name`, `spec.container.image`. */
  readonly replacing: ReadonlySet<string>;
  readonly updating: ReadonlySet<string>;
  /** Blocks that are kept as a set: none of them can be named by its position. */
  readonly sets: ReadonlySet<string>;
  /** Arguments that are maps: an entry can be named by its key. */
  readonly maps: ReadonlySet<string>;
}

export type ArgumentEffect = 'replaces' | 'updates' | 'unknown';

export const NO_REPLACEMENT_TABLE: ReplacementTable = { types: new Map() };

/** A Kubernetes type with its API version in its name has the arguments of the one without. */
export function knownArguments({ types }: ReplacementTable, type: string): KnownArguments | undefined {
  return types.get(type) ?? types.get(type.replace(/^(kubernetes_\w+)_v\d+$/, '$1'));
}

/**
 * What changing an argument does. Below an argument that was asked as a whole,
 * its answer holds; above several, one that replaces decides.
 */
export function effectOf(table: ReplacementTable, type: string, path: readonly string[]): ArgumentEffect {
  const known = knownArguments(table, type);
  if (known === undefined) return 'unknown';
  for (let length = path.length; length > 0; length -= 1) {
    const name = path.slice(0, length).join('.');
    if (known.replacing.has(name)) return 'replaces';
    if (known.updating.has(name)) return 'updates';
  }
  const below = `${path.join('.')}.`;
  if ([...known.replacing].some((name) => name.startsWith(below))) return 'replaces';
  if ([...known.updating].some((name) => name.startsWith(below))) return 'updates';
  return 'unknown';
}
