import { read, type Source } from '../../model/judgement/outcome.ts';
import type { PrebuildQuota } from '../../model/template/quota.ts';
import { say } from '../../model/text.ts';
import type { TemplateName } from '../requests.ts';
import type { CoderClient } from './client/client.ts';
import { isStatus } from './client/fault.ts';
import { GapError, gapOf } from './client/gap-error.ts';
import { findTemplate } from './find-template.ts';
import { readVersionResources } from './template-version.ts';
import { PREBUILDS_USER_ID, type WireResource, type WireTemplate, wireQuota } from './wire.ts';

/**
 * What the prebuilds user may spend, and what one prebuild costs as the import
 * of the active version computed it: that is with the default of every
 * parameter. Nothing where the template costs nothing or the server has no
 * quotas, because then none can be exceeded.
 */
export async function readQuota(client: CoderClient, name: TemplateName): Promise<Source<PrebuildQuota>> {
  try {
    const template = await findTemplate(client, name);
    const costOfPrebuild = costOf(await readVersionResources(client, template.active_version_id));
    if (costOfPrebuild === 0) return read([]);
    const { budget } = await readBudget(client, template);
    return read(budget < 0 ? [] : [{ budget, costOfPrebuild }]);
  } catch (error) {
    return read([], [gapOf(error)]);
  }
}

/** The import plans a workspace that runs and one that is stopped. */
function costOf(resources: readonly WireResource[]): number {
  return resources
    .filter(({ workspace_transition }) => workspace_transition === 'start')
    .reduce((sum, { daily_cost: cost = 0 }) => sum + cost, 0);
}

async function readBudget(client: CoderClient, template: WireTemplate): Promise<{ readonly budget: number }> {
  const organization = encodeURIComponent(template.organization_id);
  try {
    return await client.readJson(wireQuota, {
      path: `organizations/${organization}/members/${PREBUILDS_USER_ID}/workspace-quota`,
      asked: 'the quota of the prebuilds user',
    });
  } catch (error) {
    if (!isStatus(error, 403, 404)) throw error;
    throw new GapError({
      code: 'quota-not-visible',
      detail: say`The template's resources have a daily cost, but this token may not see the quota of the prebuilds user.`,
      remedy: say`Use the token of a site-wide template admin, or remove ${'daily_cost'} from the resources.`,
    });
  }
}
