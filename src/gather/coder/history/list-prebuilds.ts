import type { NotChecked } from '../../../model/judgement/outcome.ts';
import type { CoderClient } from '../client/client.ts';
import { CoderFault } from '../client/fault.ts';
import { PREBUILDS_USERNAME, wireWorkspaces } from '../wire.ts';
import { type PrebuildRow, rowOf } from './prebuild-row.ts';

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

/**
 * Whole if every page counts the same, each begins with the row that ended the
 * one before, and the rows are as many as counted. Then no row that was there
 * all the time can have slipped from one page to another unseen.
 */
async function readOnce(client: CoderClient, q: string): Promise<readonly PrebuildRow[] | undefined> {
  const first = await readPage(client, q, 0);
  const { count } = first;
  if (count > MAX_COUNT) throw new CoderFault({ kind: 'endless-list', count }, ASKED);
  // A server may cap pages below what was asked, so the stride follows from what came.
  const size = first.rows.length;
  const offsets = size < 2 ? [] : range(size - 1, count - 1);
  const pages = [first, ...(await readPages(client, q, offsets))];
  if (pages.some((page) => page.count !== count) || !isJoined(pages)) return undefined;
  const rows = new Map(pages.flatMap((page) => page.rows).map((row) => [row.id, row]));
  return rows.size === count ? [...rows.values()] : undefined;
}

function isJoined(pages: readonly Page[]): boolean {
  return pages.slice(1).every(({ rows }, index) => rows[0]?.id === pages[index]?.rows.at(-1)?.id);
}

/** As many at once as the client allows, and none after the first that fails. */
async function readPages(client: CoderClient, q: string, offsets: readonly number[]): Promise<readonly Page[]> {
  const pages = new Map<number, Page>();
  const queue = offsets.values();
  let hasFailed = false;
  const reader = async () => {
    for (const offset of queue) {
      if (hasFailed) return;
      try {
        pages.set(offset, await readPage(client, q, offset));
      } catch (error) {
        hasFailed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: client.maxConcurrency }, reader));
  return [...pages].toSorted(([left], [right]) => left - right).map(([, page]) => page);
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

/** `step`, twice `step` and so on, below `end`. */
function range(step: number, end: number): readonly number[] {
  return Array.from({ length: Math.max(Math.ceil(end / step) - 1, 0) }, (_, index) => (index + 1) * step);
}

export const LIST_MOVED: NotChecked = {
  code: 'prebuilds-moved',
  detail: ['The list of prebuilds changed each time it was read, so one of them may be missing.'],
  remedy: ['Run the check again at a quieter time.'],
};
