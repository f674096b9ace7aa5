import { writeFileSync } from 'node:fs';
import type { Publication, Receipt } from '../../report/publication.ts';
import type { Publisher } from '../ports.ts';

export interface Streams {
  /** To standard output. */
  print(text: string): void;
  /** To standard error, one message at a time. */
  complain(message: string): void;
}

/** Writes texts to standard output and files to disk, and complains of the rest. What only GitHub can show is skipped. */
export function terminalPublisher(streams: Streams): Publisher {
  return {
    publish: async (publications) => {
      const receipts = publications.map((publication) => publishOne(publication, streams));
      for (const { detail } of receipts) if (detail !== undefined) streams.complain(detail);
      return receipts;
    },
  };
}

function publishOne(publication: Publication, { print, complain }: Streams): Receipt {
  switch (publication.kind) {
    case 'text':
      print(publication.text);
      return { kind: publication.kind, outcome: 'published', detail: undefined };
    case 'annotation':
      complain(publication.annotation.message);
      return { kind: publication.kind, outcome: 'published', detail: undefined };
    case 'file':
      return written(publication, '--report');
    case 'saved-history':
      return written(publication, '--save');
    default:
      return { kind: publication.kind, outcome: 'skipped', detail: undefined };
  }
}

function written(
  { kind, path, content }: Extract<Publication, { kind: 'file' | 'saved-history' }>,
  flag: string,
): Receipt {
  try {
    writeFileSync(path, content);
    return { kind, outcome: 'published', detail: undefined };
  } catch {
    const detail = `\`${path}\` cannot be written; give \`${flag}\` a file in a directory that exists.`;
    return { kind, outcome: 'not-published', detail };
  }
}
