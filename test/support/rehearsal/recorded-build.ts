import { createHash } from 'node:crypto';
import type { Environment } from '../../../src/gather/rehearsal/claim/environment.ts';

/** What Coder told the provider when `prebuild.plan.json` of the templates was recorded. */
export function recordedPrebuild(parameters: Readonly<Record<string, string>>): Environment {
  const values = Object.entries(parameters).map(([name, value]) => [
    `CODER_PARAMETER_${createHash('sha256').update(name).digest('hex')}`,
    value,
  ]);
  return { ...RECORDED, ...Object.fromEntries(values) };
}

const RECORDED: Environment = {
  CODER_AGENT_URL: 'https://coder.rehearsal.invalid',
  CODER_WORKSPACE_TRANSITION: 'start',
  CODER_WORKSPACE_ID: '11111111-2222-4333-8444-555555555555',
  CODER_WORKSPACE_TEMPLATE_ID: 'aaaaaaaa-0000-4000-8000-000000000001',
  CODER_WORKSPACE_TEMPLATE_NAME: 'rehearsal',
  CODER_WORKSPACE_TEMPLATE_VERSION: 'rehearsal',
  CODER_WORKSPACE_IS_PREBUILD: 'true',
  CODER_WORKSPACE_NAME: 'prebuild-rehearsal0',
  CODER_WORKSPACE_BUILD_ID: 'bbbbbbbb-0000-4000-8000-000000000001',
  CODER_WORKSPACE_OWNER: 'prebuilds',
  CODER_WORKSPACE_OWNER_NAME: 'Prebuilds Owner',
  CODER_WORKSPACE_OWNER_EMAIL: 'prebuilds@coder.com',
  CODER_WORKSPACE_OWNER_ID: 'c42fdf75-3097-471c-8c33-fb52454d81c0',
  CODER_WORKSPACE_OWNER_GROUPS: '["coderprebuiltworkspaces"]',
  CODER_WORKSPACE_OWNER_RBAC_ROLES: '[]',
  CODER_WORKSPACE_OWNER_LOGIN_TYPE: 'none',
  CODER_WORKSPACE_OWNER_SSH_PUBLIC_KEY: 'ssh-ed25519 AAAAPREBUILDS',
  CODER_WORKSPACE_OWNER_SSH_PRIVATE_KEY: 'PREBUILDS-KEY',
  CODER_WORKSPACE_OWNER_SESSION_TOKEN: 'prebuilds-session',
};
