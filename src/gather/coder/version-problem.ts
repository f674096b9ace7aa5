import type { NotChecked } from '../../model/judgement/outcome.ts';
import { nearNames } from '../../model/near-names.ts';
import { listed, say } from '../../model/text.ts';
import type { TemplateName } from '../requests.ts';
import type { CoderClient } from './client/client.ts';
import { findTemplate } from './find-template.ts';
import { listVersions } from './template-version.ts';

export const VERSION_NOT_FOUND = 'version-not-found';

/** Why a version of that name will never become active; undefined where it may. */
export async function versionProblem(
  client: CoderClient,
  name: TemplateName,
  version: string,
): Promise<NotChecked | undefined> {
  const template = await findTemplate(client, name);
  const versions = (await listVersions(client, template.id)).toSorted(
    (left, right) => right.created_at - left.created_at,
  );
  const found = versions.find((each) => each.name === version);
  if (found === undefined) {
    const near = nearNames(
      version,
      versions.map((each) => each.name),
    );
    return {
      code: VERSION_NOT_FOUND,
      detail: say`Template ${template.name} has no version ${version}; near it are ${listed(near)}.`,
      remedy: say`Give the name of a version that was pushed; ${'coder templates versions list'} shows them all.`,
    };
  }
  const status = found.job?.status;
  if (status !== 'failed' && status !== 'canceled') return undefined;
  return {
    code: 'version-not-imported',
    detail: say`The import of version ${version} ${[status === 'failed' ? 'failed' : 'was canceled']}, so it can never become active.`,
    remedy: ['Look at the log of the push, fix what it names, and push another version.'],
  };
}
