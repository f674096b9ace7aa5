import type { NotChecked } from '../../../model/judgement/outcome.ts';
import { say } from '../../../model/text.ts';
import type { CoderClient } from '../client/client.ts';
import { CoderFault, isStatus } from '../client/fault.ts';
import { PREBUILDS_USER_ID, wireAuthorization, wireEntitlements, wirePrebuildSettings } from '../wire.ts';

/** Undefined where the server does not say. */
export interface ServerFacts {
  readonly licensed: boolean | undefined;
  readonly reconciliationPaused: boolean | undefined;
}

export async function readServerFacts(client: CoderClient): Promise<ServerFacts> {
  const [licensed, paused] = await Promise.all([
    unlessFault(() => readLicence(client)),
    unlessFault(() => readPause(client)),
  ]);
  // Servers older than the switch have no such page; those without a licence do not show it.
  const reconciliationPaused = paused === 'no-such-page' ? (licensed === true ? false : undefined) : paused;
  return { licensed, reconciliationPaused };
}

/**
 * Whether the token may see prebuilds. If it may not, Coder answers with an
 * empty list, which looks like a history without failures. Undefined if the
 * server does not say.
 */
export async function maySeePrebuilds(client: CoderClient, organizationId: string): Promise<boolean | undefined> {
  const object = { resource_type: 'workspace', owner_id: PREBUILDS_USER_ID, organization_id: organizationId };
  const answer = await unlessFault(() =>
    client.readJson(wireAuthorization, {
      path: 'authcheck',
      body: { checks: { prebuilds: { object, action: 'read' } } },
      asked: 'the rights of the token',
    }),
  );
  return answer?.['prebuilds'];
}

export const PREBUILDS_NOT_VISIBLE: NotChecked = {
  code: 'prebuilds-not-visible',
  detail: [
    'The token may not see prebuilds. Coder answers with an empty list, which looks like a history without failures.',
  ],
  remedy: ['Use the token of a template admin.'],
};

export const VISIBILITY_UNKNOWN: NotChecked = {
  code: 'prebuilds-not-visible',
  detail: [
    'Coder lists no prebuilds and does not say whether the token may see any. Either the history has no failures, or it is hidden.',
  ],
  remedy: say`Use the token of a template admin, and allow requests to ${'/api/v2/authcheck'}.`,
};

export const NOT_LICENSED: NotChecked = {
  code: 'prebuilds-not-licensed',
  detail: ['This Coder server has no licence for prebuilds: it builds none, so there is no history.'],
  remedy: say`Add a Premium licence, or remove ${'coder-url'}.`,
};

async function readLicence(client: CoderClient): Promise<boolean | undefined> {
  const { features } = await client.readJson(wireEntitlements, { path: 'entitlements', asked: 'the licence' });
  const feature = features['workspace_prebuilds'];
  // A server that does not know the feature cannot have it.
  return feature === undefined ? false : feature.enabled && feature.entitlement !== 'not_entitled';
}

async function readPause(client: CoderClient): Promise<boolean | 'no-such-page'> {
  try {
    const settings = await client.readJson(wirePrebuildSettings, {
      path: 'prebuilds/settings',
      asked: 'the prebuild settings',
    });
    return settings.reconciliation_paused;
  } catch (error) {
    if (isStatus(error, 404)) return 'no-such-page';
    throw error;
  }
}

/** These facts refine a history; where they are missing the rules that need them say so. */
async function unlessFault<T>(task: () => Promise<T>): Promise<T | undefined> {
  try {
    return await task();
  } catch (error) {
    if (error instanceof CoderFault) return undefined;
    throw error;
  }
}
