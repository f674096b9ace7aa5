import type { CauseChain, CauseLink } from '../../model/judgement/finding.ts';
import { clipped, place } from '../words/wording.ts';

/** The chains as one flowchart, in the direction in which values flow: from what varies to what it replaces. */
export function causeGraph(chains: readonly CauseChain[]): string {
  const ids = new Map<string, string>();
  const nodes: string[] = [];
  const edges = new Set<string>();
  const idOf = (link: CauseLink): string => {
    const known = ids.get(link.reference);
    if (known !== undefined) return known;
    const id = `n${ids.size}`;
    ids.set(link.reference, id);
    nodes.push(`  ${id}["${label(link)}"]`);
    return id;
  };
  for (const chain of chains) {
    const links = chain.map(idOf);
    links.slice(1).forEach((cause, index) => {
      edges.add(`  ${cause} --> ${links[index]}`);
    });
  }
  return ['flowchart LR', ...nodes, ...edges].join('\n');
}

function label({ reference, location }: CauseLink): string {
  const name = escaped(reference);
  return location === undefined ? name : `${name}<br/>${escaped(place(location))}`;
}

/** Every sign becomes one of Mermaid's character codes, so that no label ends early or is read as Markdown. */
function escaped(value: string): string {
  return clipped(value, MAX_LABEL).replace(/[^A-Za-z0-9_. ]/gu, (sign) => `#${sign.codePointAt(0)};`) || ' ';
}

const MAX_LABEL = 120;
