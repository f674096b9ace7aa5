import { say } from '../../model/text.ts';
import type { CoderClient } from './client/client.ts';
import { isStatus } from './client/fault.ts';
import { GapError } from './client/gap-error.ts';
import {
  type WireParameter,
  type WirePreset,
  type WireResource,
  type WireVersion,
  wireParameters,
  wirePresets,
  wireResources,
  wireVersion,
  wireVersions,
} from './wire.ts';

export function readVersion(client: CoderClient, id: string): Promise<WireVersion> {
  return orMissing(id, client.readJson(wireVersion, { path: versionPath(id), asked: 'the active template version' }));
}

export function readVersionPresets(client: CoderClient, id: string): Promise<readonly WirePreset[]> {
  return orMissing(id, client.readJson(wirePresets, { path: `${versionPath(id)}/presets`, asked: 'the presets' }));
}

export function readVersionParameters(client: CoderClient, id: string): Promise<readonly WireParameter[]> {
  const path = `${versionPath(id)}/rich-parameters`;
  return orMissing(id, client.readJson(wireParameters, { path, asked: 'the parameters' }));
}

export function readVersionResources(client: CoderClient, id: string): Promise<readonly WireResource[]> {
  const path = `${versionPath(id)}/resources`;
  return orMissing(id, client.readJson(wireResources, { path, asked: 'the resources of the template version' }));
}

const VERSIONS_PER_PAGE = 100;
const MAX_PAGES = 100;

/** Every version of a template, to the last page; the order is the server's. */
export async function listVersions(client: CoderClient, templateId: string): Promise<readonly WireVersion[]> {
  const versions = new Map<string, WireVersion>();
  for (let page = 0; page < MAX_PAGES; page++) {
    const before = versions.size;
    const read = await client.readJson(wireVersions, {
      path: `templates/${encodeURIComponent(templateId)}/versions`,
      query: { limit: String(VERSIONS_PER_PAGE), offset: String(before) },
      asked: 'the template versions',
    });
    for (const version of read) versions.set(version.id, version);
    if (read.length < VERSIONS_PER_PAGE || versions.size === before) break;
  }
  return [...versions.values()];
}

function versionPath(id: string): string {
  return `templateversions/${encodeURIComponent(id)}`;
}

async function orMissing<T>(id: string, reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (!isStatus(error, 404)) throw error;
    throw new GapError({
      code: 'version-not-found',
      detail: say`Coder does not show the active version of the template (${id}): it no longer exists, or the token may not see it.`,
      remedy: ['Run the check again with the token of a template admin.'],
    });
  }
}
