import type { CoderClient } from './client.ts';
import { CoderFault } from './fault.ts';
import { type PrebuildRow, rowOf } from './prebuild-row.ts';
import { PREBUILDS_USERNAME, wireWorkspaces } from './wire.ts';

export interface PrebuildSearch {
  /** Its name; Coder finds it in every organization of the search. */
  readonly template?: string;
  /** Id; every organization without it. */
  readonly organizationId?: string;
}

interface Page {
  readonly rows: readonly PrebuildRow[];
  readonly count: number;
}

const PAGE_SIZE = 100;
const MAX_COUNT = 200_000;
const MAX_READINGS = 3;
const ASKED = 'the list of prebuilds';

/**
 * Every workspace that the prebuilds user owns, deleted ones excepted. The pages
 * are no snapshot: undefined where workspaces came and went while they were
 * read, again and again, so that one may be missing.
 */
export async function listPrebuilds(
  client: CoderClient,
  search: PrebuildSearch,
): Promise<readonly PrebuildRow[] | undefined> {
  for (let reading = 0; reading < MAX_READINGS; reading++) {
    const rows = await readOnce(client, queryOf(search));
    if (rows !== undefined) return rows;
  }
  return undefined;
}

/** Whole if every page counts the same and the rows are as many, each once. */
async function readOnce(client: CoderClient, q: string): Promise<readonly PrebuildRow[] | undefined> {
  const first = await readPage(client, q, 0);
  if (first.count > MAX_COUNT) throw new CoderFault({ kind: 'endless-list', count: first.count }, ASKED);
  // A server may cap pages below what was asked, so the stride is what came.
  const offsets = first.rows.length === 0 ? [] : range(first.rows.length, first.count);
  const rest = await readPages(client, q, offsets);
  if (rest.some(({ count }) => count !== first.count)) return undefined;
  const rows = new Map([first, ...rest].flatMap((page) => page.rows).map((row) => [row.id, row]));
  return rows.size === first.count ? [...rows.values()] : undefined;
}

/** As many at once as the client allows, and none after the first that fails. */
async function readPages(client: CoderClient, q: string, offsets: readonly number[]): Promise<readonly Page[]> {
  const pages: Page[] = [];
  const left = offsets.values();
  let hasFailed = false;
  const reader = async () => {
    for (const offset of left) {
      if (hasFailed) return;
      try {
        pages.push(await readPage(client, q, offset));
      } catch (error) {
        hasFailed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: client.maxConcurrency }, reader));
  return pages;
}

async function readPage(client: CoderClient, q: string, offset: number): Promise<Page> {
  const page = await client.readJson(wireWorkspaces, {
    path: 'workspaces',
    query: { q, limit: String(PAGE_SIZE), offset: String(offset) },
    asked: ASKED,
  });
  return {
    rows: page.workspaces.map((workspace) => rowOf(workspace, (text) => client.redact(text))),
    count: page.count,
  };
}

/** `owner:` and not a flag: around 2.22 claim builds had the prebuilds user as initiator too. */
function queryOf({ template, organizationId }: PrebuildSearch): string {
  return [
    `owner:${PREBUILDS_USERNAME}`,
    ...(template === undefined ? [] : [`template:${template}`]),
    ...(organizationId === undefined ? [] : [`organization:${organizationId}`]),
  ].join(' ');
}

function range(step: number, end: number): readonly number[] {
  return Array.from({ length: Math.max(Math.ceil(end / step) - 1, 0) }, (_, index) => (index + 1) * step);
}
