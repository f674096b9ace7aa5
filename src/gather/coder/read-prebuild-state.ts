import { type NotChecked, read, type Source } from '../../model/judgement/outcome.ts';
import { say } from '../../model/text.ts';
import type { TemplateName } from '../requests.ts';
import type { CoderClient } from './client/client.ts';
import { isStatus } from './client/fault.ts';
import { GapError, gapOf } from './client/gap-error.ts';
import { findTemplate, organizationOf } from './find-template.ts';
import { LIST_MOVED, listPrebuilds } from './history/list-prebuilds.ts';
import type { PrebuildRow } from './history/prebuild-row.ts';
import { prebuildsOf } from './history/prebuild-set.ts';
import { PREBUILDS_NOT_VISIBLE } from './history/server-facts.ts';
import { readVersionPresets } from './template-version.ts';
import type { WireTemplate } from './wire.ts';

/** The Terraform state of a real unclaimed prebuild, and which workspace it is. Secret: kept in memory or a private directory. */
export interface PrebuildState {
  readonly preset: string;
  readonly workspace: { readonly id: string; readonly name: string };
  readonly organization: string;
  readonly template: { readonly id: string; readonly name: string; readonly version: string | undefined };
  readonly state: Uint8Array;
}

/**
 * One state for each preset of the active version that has a ready prebuild:
 * the newest one's. A preset without one is a gap where it was asked for.
 */
export async function readPrebuildStates(
  client: CoderClient,
  name: TemplateName,
  presetNames?: readonly string[],
): Promise<Source<PrebuildState>> {
  try {
    const template = await findTemplate(client, name);
    const [presets, listed] = await Promise.all([
      readVersionPresets(client, template.active_version_id),
      listPrebuilds(client, { template: template.name, organizationId: template.organization_id }),
    ]);
    if (listed === undefined) return read([], [LIST_MOVED]);
    const ready = prebuildsOf(template.id, listed).filter(
      (row) => row.ready && row.build.versionId === template.active_version_id,
    );
    const wanted = presets.filter(({ Name, DesiredPrebuildInstances: desired }) =>
      presetNames === undefined ? (desired ?? 0) > 0 : presetNames.includes(Name),
    );
    const unknown = (presetNames ?? []).filter((each) => !presets.some(({ Name }) => Name === each));
    const parts = await Promise.all(
      wanted.map(({ ID, Name }) => stateOrGap(client, template, Name, newest(ready, ID))),
    );
    return read(
      parts.flatMap((part) => ('state' in part ? [part] : [])),
      [...parts.flatMap((part) => ('state' in part ? [] : [part])), ...unknown.map(noReadyPrebuild)],
    );
  } catch (error) {
    return read([], [gapOf(error)]);
  }
}

async function stateOrGap(
  client: CoderClient,
  template: WireTemplate,
  preset: string,
  row: PrebuildRow | undefined,
): Promise<PrebuildState | NotChecked> {
  if (row === undefined) return noReadyPrebuild(preset);
  try {
    return {
      preset,
      workspace: { id: row.id, name: row.name },
      organization: organizationOf(template),
      template: { id: template.id, name: template.name, version: row.build.versionName },
      state: await readState(client, row),
    };
  } catch (error) {
    return gapOf(error);
  }
}

async function readState(client: CoderClient, row: PrebuildRow): Promise<Uint8Array> {
  const path = `workspacebuilds/${encodeURIComponent(row.build.id)}/state`;
  try {
    const state = await client.readBytes({ path, asked: 'the state of a prebuild' });
    if (state.byteLength > 0) return state;
  } catch (error) {
    if (isStatus(error, 404)) throw new GapError(STATE_NOT_ALLOWED);
    throw error;
  }
  throw new GapError(noState(row.name));
}

function newest(rows: readonly PrebuildRow[], presetId: string): PrebuildRow | undefined {
  const [first] = rows
    .filter(({ build }) => build.presetId === presetId)
    .toSorted((left, right) => right.build.createdAt - left.build.createdAt);
  return first;
}

export function noReadyPrebuild(preset: string): NotChecked {
  return {
    code: 'no-ready-prebuild',
    detail: say`Preset ${preset} of the active version has no ready prebuild to take a state from.`,
    remedy: ['Wait until Coder has built one, use the token of a template admin, or rehearse without a real state.'],
  };
}

function noState(workspace: string): NotChecked {
  return {
    code: 'prebuild-without-state',
    detail: say`Prebuild ${workspace} has an empty state: its template manages no resources.`,
    remedy: ['Rehearse without a real state.'],
  };
}

const STATE_NOT_ALLOWED: NotChecked = {
  code: 'state-not-visible',
  detail: ['The token may not read the state of a prebuild. This needs the right to update the template.'],
  remedy: PREBUILDS_NOT_VISIBLE.remedy,
};
