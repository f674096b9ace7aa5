import type { TemplateHistory } from '../../../model/history/history.ts';
import type { NotChecked, Source } from '../../../model/judgement/outcome.ts';
import { read } from '../../../model/judgement/outcome.ts';
import { say } from '../../../model/text.ts';
import type { TemplateName } from '../../requests.ts';
import type { CoderClient } from '../client/client.ts';
import { GapError, gapOf } from '../client/gap-error.ts';
import { findTemplate, organizationOf, readTemplate } from '../find-template.ts';
import { readVersion, readVersionPresets } from '../template-version.ts';
import { PREBUILDS_USER_ID, type WirePreset, type WireTemplate, type WireVersion } from '../wire.ts';
import { withAttempts } from './attempts.ts';
import { LIST_MOVED, listPrebuilds } from './list-prebuilds.ts';
import type { PrebuildRow } from './prebuild-row.ts';
import { failedDeletions, leftovers, prebuildsOf, presetHistories } from './prebuild-set.ts';
import {
  NOT_LICENSED,
  PREBUILDS_NOT_VISIBLE,
  readRights,
  readServerFacts,
  type ServerFacts,
  type TokenRights,
  VISIBILITY_UNKNOWN,
} from './server-facts.ts';

/** The history of one template's active version. What could not be read is a gap; only bad input is thrown. */
export async function readTemplateHistory(client: CoderClient, name: TemplateName): Promise<Source<TemplateHistory>> {
  try {
    const [facts, template] = await Promise.all([readServerFacts(client), findTemplate(client, name)]);
    const [listing, rights] = await Promise.all([
      readRows(client, { template: template.name, organizationId: template.organization_id }),
      readRights(client, template.organization_id),
    ]);
    const history = await readHistory(client, template, { facts, listing, rights });
    return read([history], history.gaps);
  } catch (error) {
    return read([], [gapOf(error)]);
  }
}

/** Everything that one history is made of, beside its own version. */
export interface HistoryParts {
  readonly facts: ServerFacts;
  readonly listing: Rows;
  readonly rights: TokenRights;
}

/** Every unclaimed prebuild that was searched for, or why they are not known. */
export type Rows = { readonly rows: readonly PrebuildRow[] } | { readonly gap: NotChecked };

export async function readRows(client: CoderClient, search: Parameters<typeof listPrebuilds>[1]): Promise<Rows> {
  try {
    const rows = await listPrebuilds(client, search);
    return rows === undefined ? { gap: LIST_MOVED } : { rows };
  } catch (error) {
    return { gap: gapOf(error) };
  }
}

/** Throws a `CoderFault` or a `GapError` where there is no history to be had. */
export async function readHistory(
  client: CoderClient,
  template: WireTemplate,
  { facts, listing, rights }: HistoryParts,
): Promise<TemplateHistory> {
  const [version, presets] = await Promise.all([
    readVersion(client, template.active_version_id),
    readVersionPresets(client, template.active_version_id),
  ]);
  const { rows, gap } = trustedRows(listing, template, rights);
  const pageOf = (row: PrebuildRow) => client.pageUrl('@prebuilds', row.name, 'builds', String(row.build.number));
  const histories = presetHistories(presets, version.id, rows, pageOf);
  const attempted = await withAttempts(client, template, version, histories, rights.jobs);
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
    leftovers: leftovers(rows ?? [], version.id),
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
  { prebuilds: visible }: TokenRights,
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
