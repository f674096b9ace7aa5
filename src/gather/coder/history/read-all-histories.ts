import type { TemplateHistory } from '../../../model/history/history.ts';
import { type NotChecked, read, type Source } from '../../../model/judgement/outcome.ts';
import { joined, listed, say } from '../../../model/text.ts';
import type { CoderClient } from '../client/client.ts';
import { CoderFault } from '../client/fault.ts';
import { gapOf } from '../client/gap-error.ts';
import { listTemplates } from '../find-template.ts';
import { PREBUILDS_USER_ID, type WireTemplate } from '../wire.ts';
import { LIST_MOVED } from './list-prebuilds.ts';
import { type Rows, readHistory, readRows } from './read-history.ts';
import { readRights, readServerFacts, type ServerFacts, type TokenRights } from './server-facts.ts';

/**
 * The histories of all templates of an organization, or of all that the token
 * sees, by one list of prebuilds. One template after another is read to its
 * end, those with prebuilds first: what is read when the time is up is kept,
 * and the rest is one gap that names it.
 */
export async function readAllHistories(client: CoderClient, organization?: string): Promise<Source<TemplateHistory>> {
  try {
    const [facts, templates] = await Promise.all([readServerFacts(client), listTemplates(client, organization)]);
    if (templates.length === 0) return read([], [NO_TEMPLATE]);
    const organizations = [...new Set(templates.map((template) => template.organization_id))];
    const [only] = organizations;
    const search = organization === undefined || only === undefined ? {} : { organizationId: only };
    const [rows, rights] = await Promise.all([
      readRows(client, search),
      Promise.all(organizations.map(async (id) => [id, await readRights(client, id)] as const)),
    ]);
    const found = await readEach(client, templates, { facts, rows, rights: new Map(rights) });
    const readings = templates.flatMap((template) => found.get(template.id) ?? []);
    const unread = templates.filter(({ id }) => !found.has(id));
    return read(
      readings.flatMap(({ history }) => history ?? []),
      [...gapsOf(readings), ...unreadGap(unread, templates.length)],
    );
  } catch (error) {
    return read([], [gapOf(error)]);
  }
}

/** What all of them share. */
interface Shared {
  readonly facts: ServerFacts;
  readonly rows: Rows;
  readonly rights: ReadonlyMap<string, TokenRights>;
}

interface Reading {
  readonly template: string;
  readonly history: TemplateHistory | undefined;
  readonly gaps: readonly NotChecked[];
}

/** By the template's id. Nobody begins with another template once the time is up. */
async function readEach(
  client: CoderClient,
  templates: readonly WireTemplate[],
  shared: Shared,
): Promise<ReadonlyMap<string, Reading>> {
  const found = new Map<string, Reading>();
  const queue = prebuiltFirst(templates, shared.rows).values();
  let isTimeUp = false;
  const reader = async () => {
    for (const template of queue) {
      if (isTimeUp) return;
      try {
        found.set(template.id, await readOne(client, template, shared));
      } catch (error) {
        if (error instanceof CoderFault && error.fault.kind === 'deadline') isTimeUp = true;
        else found.set(template.id, { template: template.name, history: undefined, gaps: [gapOf(error)] });
      }
    }
  };
  await Promise.all(Array.from({ length: client.maxConcurrency }, reader));
  return found;
}

async function readOne(client: CoderClient, template: WireTemplate, { facts, rows, rights }: Shared): Promise<Reading> {
  const history = await readHistory(client, template, {
    facts,
    listing: await ownRows(client, template, rows),
    rights: rights.get(template.organization_id) ?? { prebuilds: undefined, jobs: undefined },
  });
  return { template: template.name, history, gaps: history.gaps };
}

/**
 * Coder counts the workspaces of deleted templates and does not send them, so a
 * list over templates may never add up. A search by template leaves them out.
 */
function ownRows(client: CoderClient, template: WireTemplate, shared: Rows): Promise<Rows> | Rows {
  if ('rows' in shared || shared.gap !== LIST_MOVED) return shared;
  return readRows(client, { template: template.name, organizationId: template.organization_id });
}

function prebuiltFirst(templates: readonly WireTemplate[], rows: Rows): readonly WireTemplate[] {
  const own = 'rows' in rows ? rows.rows.filter(({ ownerId }) => ownerId === PREBUILDS_USER_ID) : [];
  const prebuilt = new Set(own.map(({ templateId }) => templateId));
  return templates.toSorted((left, right) => Number(prebuilt.has(right.id)) - Number(prebuilt.has(left.id)));
}

/** Among many templates a gap says whose it is; one that many have is told once. */
function gapsOf(readings: readonly Reading[]): readonly NotChecked[] {
  const groups = new Map<string, { readonly gap: NotChecked; readonly templates: string[] }>();
  for (const { template, gaps } of readings) {
    for (const gap of gaps) {
      const key = JSON.stringify(gap);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { gap, templates: [template] });
      else group.templates.push(template);
    }
  }
  return [...groups.values()].map(({ gap, templates }) => {
    const names = say`${[templates.length === 1 ? 'Template' : 'Templates']} ${listed(templates, NAMES)}:`;
    return { ...gap, detail: joined([names, gap.detail]) };
  });
}

function unreadGap(unread: readonly WireTemplate[], count: number): readonly NotChecked[] {
  if (unread.length === 0) return [];
  const names = listed(
    unread.map(({ name }) => name),
    NAMES,
  );
  return [
    {
      code: 'coder-deadline',
      detail: say`The time for all requests to Coder was up when ${count - unread.length} of ${count} templates were read. Not read: ${names}.`,
      remedy: say`Ask for fewer templates at a time with ${'coder-organization'} or ${'coder-template'}, or raise ${'max-concurrency'}.`,
    },
  ];
}

const NAMES = 20;

const NO_TEMPLATE: NotChecked = {
  code: 'no-template-visible',
  detail: ['Coder shows no template to this token, except deprecated ones.'],
  remedy: say`Check ${'coder-organization'}, and use the token of a template admin.`,
};
