import { writeFileSync } from 'node:fs';
import type { Publication, Receipt } from '../../report/publication.ts';
import type { Publisher } from '../ports.ts';

/** Writes texts to standard output and files to disk. What only GitHub can show is skipped. */
export function terminalPublisher(write: (text: string) => void): Publisher {
  return {
    publish: async (publications) => publications.map((publication) => publishOne(publication, write)),
  };
}

function publishOne(publication: Publication, write: (text: string) => void): Receipt {
  const { kind } = publication;
  if (kind === 'text') {
    write(publication.text);
    return { kind, outcome: 'published', detail: undefined };
  }
  if (kind !== 'file') return { kind, outcome: 'skipped', detail: undefined };
  try {
    writeFileSync(publication.path, publication.content);
    return { kind, outcome: 'published', detail: undefined };
  } catch {
    const detail = `\`${publication.path}\` cannot be written; give \`--report\` a file in a directory that exists.`;
    return { kind, outcome: 'not-published', detail };
  }
}
