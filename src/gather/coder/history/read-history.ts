import type { TemplateHistory } from '../../../model/history/history.ts';
import type { NotChecked, Source } from '../../../model/judgement/outcome.ts';
import { read } from '../../../model/judgement/outcome.ts';
import { say } from '../../../model/text.ts';
import type { TemplateName } from '../../requests.ts';
import type { CoderClient } from '../client/client.ts';
import { GapError, gapOf } from '../client/gap-error.ts';
import { findTemplate, listTemplates, organizationOf, readTemplate } from '../find-template.ts';
import { readVersion, readVersionPresets } from '../template-version.ts';
import { PREBUILDS_USER_ID, type WirePreset, type WireTemplate, type WireVersion } from '../wire.ts';
import { withAttempts } from './attempts.ts';
import { LIST_MOVED, listPrebuilds } from './list-prebuilds.ts';
import type { PrebuildRow } from './prebuild-row.ts';
import { failedDeletions, prebuildsOf, presetHistories } from './prebuild-set.ts';
import {
  maySeePrebuilds,
  NOT_LICENSED,
  PREBUILDS_NOT_VISIBLE,
  readServerFacts,
  type ServerFacts,
  VISIBILITY_UNKNOWN,
} from './server-facts.ts';

/** The history of one template's active version. What could not be read is a gap; only bad input is thrown. */
export async function readTemplateHistory(client: CoderClient, name: TemplateName): Promise<Source<TemplateHistory>> {
  try {
    const serverFacts = readServerFacts(client);
    const [facts, template] = await Promise.all([serverFacts, findTemplate(client, name)]);
    const rows = readRows(client, { template: template.name, organizationId: template.organization_id });
    const visible = maySeePrebuilds(client, template.organization_id);
    const history = await historyOf(client, template, facts, await rows, await visible);
    return read([history], history.gaps);
  } catch (error) {
    return read([], [gapOf(error)]);
  }
}

/** The histories of all templates of an organization, or of all that the token sees, by one list of prebuilds. */
export async function readAllHistories(client: CoderClient, organization?: string): Promise<Source<TemplateHistory>> {
  try {
    const [facts, templates] = await Promise.all([readServerFacts(client), listTemplates(client, organization)]);
    if (templates.length === 0) return read([], [NO_TEMPLATE]);
    const organizations = [...new Set(templates.map((template) => template.organization_id))];
    const [only] = organizations;
    const search = organization === undefined || only === undefined ? {} : { organizationId: only };
    const [rows, visibility] = await Promise.all([
      readRows(client, search),
      Promise.all(organizations.map(async (id) => [id, await maySeePrebuilds(client, id)] as const)),
    ]);
    const visible = new Map(visibility);
    const sources = await Promise.all(
      templates.map((template) =>
        sourceOf(async () => {
          const own = await ownRows(client, template, rows);
          return historyOf(client, template, facts, own, visible.get(template.organization_id));
        }, template),
      ),
    );
    return read(
      sources.flatMap(({ items }) => items),
      sources.flatMap(({ gaps }) => gaps),
    );
  } catch (error) {
    return read([], [gapOf(error)]);
  }
}

type Rows = { readonly rows: readonly PrebuildRow[] } | { readonly gap: NotChecked };

interface HistoryParts {
  readonly items: readonly TemplateHistory[];
  readonly gaps: readonly NotChecked[];
}

/** Among many templates a gap says whose it is. */
async function sourceOf(task: () => Promise<TemplateHistory>, template: WireTemplate): Promise<HistoryParts> {
  const named = (gap: NotChecked): NotChecked => ({
    ...gap,
    detail: [...say`Template ${template.name}: `, ...gap.detail],
  });
  try {
    const history = await task();
    return { items: [history], gaps: history.gaps.map(named) };
  } catch (error) {
    return { items: [], gaps: [named(gapOf(error))] };
  }
}

async function readRows(client: CoderClient, search: Parameters<typeof listPrebuilds>[1]): Promise<Rows> {
  try {
    const rows = await listPrebuilds(client, search);
    return rows === undefined ? { gap: LIST_MOVED } : { rows };
  } catch (error) {
    return { gap: gapOf(error) };
  }
}

/**
 * Coder counts the workspaces of deleted templates and does not send them, so a
 * list over templates may never add up. A search by template leaves them out.
 */
function ownRows(client: CoderClient, template: WireTemplate, shared: Rows): Promise<Rows> | Rows {
  if ('rows' in shared || shared.gap !== LIST_MOVED) return shared;
  return readRows(client, { template: template.name, organizationId: template.organization_id });
}

async function historyOf(
  client: CoderClient,
  template: WireTemplate,
  facts: ServerFacts,
  listing: Rows,
  visible: boolean | undefined,
): Promise<TemplateHistory> {
  const [version, presets] = await Promise.all([
    readVersion(client, template.active_version_id),
    readVersionPresets(client, template.active_version_id),
  ]);
  const { rows, gap } = trustedRows(listing, template, visible);
  const pageOf = (row: PrebuildRow) => client.pageUrl('@prebuilds', row.name, 'builds', String(row.build.number));
  const histories = presetHistories(presets, version.id, rows, pageOf);
  const attempted = await withAttempts(client, template, version, histories);
  await expectUnmoved(client, template, rows ?? []);
  return {
    template: template.name,
    organization: organizationOf(template),
    version: { id: version.id, name: version.name, activeSince: activeSince(template, version) },
    deprecated: template.deprecated ?? false,
    readAt: client.now(),
    ...facts,
    presets: attempted,
    failedDeletions: failedDeletions(rows ?? [], pageOf),
    gaps: [
      ...(facts.licensed === false && presets.some(wantsSome) ? [NOT_LICENSED] : []),
      ...(gap !== undefined && presets.some(mayHaveSome) ? [gap] : []),
    ],
  };
}

/** Rows are kept only where none can be missing: with a part of them a success may hide and a failure look final. */
function trustedRows(
  listing: Rows,
  template: WireTemplate,
  visible: boolean | undefined,
): { rows: readonly PrebuildRow[] | undefined; gap: NotChecked | undefined } {
  if ('gap' in listing) return { rows: undefined, gap: listing.gap };
  if (visible === false) return { rows: undefined, gap: PREBUILDS_NOT_VISIBLE };
  const rows = prebuildsOf(template.id, listing.rows);
  // Any one prebuild in sight proves the right: Coder grants it for an organization as a whole.
  const isInSight = ({ ownerId, organizationId, templateId }: PrebuildRow) =>
    ownerId === PREBUILDS_USER_ID && (templateId === template.id || organizationId === template.organization_id);
  const isProven = visible === true || listing.rows.some(isInSight);
  return isProven ? { rows, gap: undefined } : { rows: undefined, gap: VISIBILITY_UNKNOWN };
}

/** A version that was promoted in between would be judged by the builds of the one before. */
async function expectUnmoved(client: CoderClient, template: WireTemplate, rows: readonly PrebuildRow[]): Promise<void> {
  const now = await readTemplate(client, template.id);
  const isMoved =
    now.active_version_id !== template.active_version_id ||
    rows.some(({ activeVersionId }) => activeVersionId !== undefined && activeVersionId !== now.active_version_id);
  if (isMoved) {
    throw new GapError({
      code: 'version-promoted-meanwhile',
      detail: say`Another version of ${template.name} became active while its history was read.`,
      remedy: ['Run the check again.'],
    });
  }
}

function wantsSome({ DesiredPrebuildInstances: desired }: WirePreset): boolean {
  return desired === undefined || (desired ?? 0) > 0;
}

/** Zero may be a schedule's: the server does not tell it from a preset without prebuilds. */
function mayHaveSome({ DesiredPrebuildInstances: desired }: WirePreset): boolean {
  return desired !== null;
}

/** Promoting a version updates the template, and so do other changes: never too early, at times too late. */
function activeSince(template: WireTemplate, version: WireVersion): number {
  return Math.max(version.created_at, template.updated_at ?? 0);
}

const NO_TEMPLATE: NotChecked = {
  code: 'no-template-visible',
  detail: ['Coder shows no template to this token, except deprecated ones.'],
  remedy: say`Check ${'coder-organization'}, and use the token of a template admin.`,
};
