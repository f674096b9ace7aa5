/** What depends on what in a configuration, as `terraform graph -type=plan` draws it. */
export interface ResourceGraph {
  /** Of each node, those that depend on it directly. */
  readonly dependents: ReadonlyMap<string, readonly string[]>;
  /** Addresses without instance keys, by node; modules, locals and outputs have none. */
  readonly labels: ReadonlyMap<string, string>;
}

/** Undefined for what is no whole graph. */
export function parseGraph(dot: string): ResourceGraph | undefined {
  if (!/^digraph\s*\{[\s\S]*\}\s*$/.test(dot)) return undefined;
  const labels = new Map<string, string>();
  const dependents = new Map<string, string[]>();
  for (const line of dot.split('\n')) {
    const edge = EDGE.exec(line);
    if (edge !== null) {
      const [dependent, dependency] = [unquoted(edge[1]), unquoted(edge[2])];
      const others = dependents.get(dependency) ?? [];
      dependents.set(dependency, others);
      others.push(dependent);
      continue;
    }
    const node = NODE.exec(line);
    if (node !== null) labels.set(unquoted(node[1]), unquoted(node[2]));
  }
  return { dependents, labels };
}

/** Labels of everything that needs this one, directly or through anything else. */
export function dependentsOf({ dependents, labels }: ResourceGraph, label: string): ReadonlySet<string> {
  const open = [...labels].flatMap(([node, own]) => (own === label ? [node] : []));
  const seen = new Set(open);
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const dependent of dependents.get(node) ?? []) {
      if (!seen.has(dependent)) open.push(dependent);
      seen.add(dependent);
    }
  }
  return new Set([...seen].flatMap((node) => labels.get(node) ?? []));
}

/** The address without any key: `module.m["a"].coder_agent.main[0]` is `module.m.coder_agent.main`. */
export function labelOf(address: string): string {
  return address.replaceAll(KEY, '');
}

function unquoted(text: string | undefined): string {
  return (text ?? '').replaceAll(/\\(.)/g, '$1');
}

/** Strings between quotes, in which quotes are escaped. */
const EDGE = /^\s*"((?:[^"\\]|\\.)*)"\s*->\s*"((?:[^"\\]|\\.)*)"/;
const NODE = /^\s*"((?:[^"\\]|\\.)*)"\s*\[.*?\blabel\s*=\s*"((?:[^"\\]|\\.)*)"/;

const KEY = /\[(?:\d+|"(?:[^"\\]|\\.)*")\]/g;
