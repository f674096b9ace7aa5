import { createHash } from 'node:crypto';
import { type Cty, isCtyList, isCtyObject, text } from '../cty.ts';
import { ProviderError } from '../diagnostic.ts';
import type { FakeDataSource, World } from '../fake-provider.ts';
import { block, computed, nested, optional, required } from '../schema.ts';

/** Empty and absent are one to the provider. */
function variable({ environment }: World, name: string, otherwise = ''): string {
  return environment[name] || otherwise;
}

/** Real builds have an id, and with one the provider insists on what Coder always sets. */
function ofBuild(world: World, name: string): string {
  const value = variable(world, name);
  if (value === '' && variable(world, 'CODER_WORKSPACE_BUILD_ID') !== '')
    throw new ProviderError(`${name} is required`);
  return value;
}

function isSet(world: World, name: string): boolean {
  return variable(world, name).toLowerCase() === 'true';
}

function list(world: World, name: string): Cty {
  return JSON.parse(variable(world, name, '[]')) as Cty;
}

/** An import has `null` for them; what is left out of one is empty. */
function roles(world: World): Cty {
  const all = list(world, 'CODER_WORKSPACE_OWNER_RBAC_ROLES');
  return isCtyList(all) ? all.filter(isCtyObject).map((role) => ({ org_id: '', ...role })) : [];
}

function sha256(value: string): string {
  return createHash('sha256').update(value).digest('hex');
}

const workspace: FakeDataSource = {
  block: block({
    id: computed('string'),
    name: computed('string'),
    transition: computed('string'),
    start_count: computed('number'),
    prebuild_count: computed('number'),
    is_prebuild: computed('bool'),
    is_prebuild_claim: computed('bool'),
    template_id: computed('string'),
    template_name: computed('string'),
    template_version: computed('string'),
    access_url: computed('string'),
    access_port: computed('number'),
  }),
  read(_, world) {
    const transition = variable(world, 'CODER_WORKSPACE_TRANSITION', 'start');
    const isClaim = isSet(world, 'CODER_WORKSPACE_IS_PREBUILD_CLAIM');
    const isPrebuild = !isClaim && isSet(world, 'CODER_WORKSPACE_IS_PREBUILD');
    return {
      id: variable(world, 'CODER_WORKSPACE_ID', world.unique()),
      name: variable(world, 'CODER_WORKSPACE_NAME', 'default'),
      transition,
      start_count: transition === 'start' ? 1 : 0,
      prebuild_count: isPrebuild ? 1 : 0,
      is_prebuild: isPrebuild,
      is_prebuild_claim: isClaim,
      template_id: ofBuild(world, 'CODER_WORKSPACE_TEMPLATE_ID'),
      template_name: ofBuild(world, 'CODER_WORKSPACE_TEMPLATE_NAME'),
      template_version: ofBuild(world, 'CODER_WORKSPACE_TEMPLATE_VERSION'),
      access_url: variable(world, 'CODER_AGENT_URL', 'https://mydeployment.coder.com'),
      access_port: 443,
    };
  },
};

const owner: FakeDataSource = {
  block: block({
    id: computed('string'),
    name: computed('string'),
    full_name: computed('string'),
    email: computed('string'),
    ssh_public_key: computed('string'),
    ssh_private_key: computed('string', { sensitive: true }),
    groups: computed(['list', 'string']),
    session_token: computed('string', { sensitive: true }),
    oidc_access_token: computed('string', { sensitive: true }),
    login_type: computed('string'),
    rbac_roles: computed(['list', ['object', { name: 'string', org_id: 'string' }]]),
  }),
  read: (_, world) => ({
    id: variable(world, 'CODER_WORKSPACE_OWNER_ID', world.unique()),
    name: variable(world, 'CODER_WORKSPACE_OWNER', 'default'),
    full_name: variable(world, 'CODER_WORKSPACE_OWNER_NAME', 'default'),
    email: variable(world, 'CODER_WORKSPACE_OWNER_EMAIL', 'default@example.com'),
    ssh_public_key: variable(world, 'CODER_WORKSPACE_OWNER_SSH_PUBLIC_KEY'),
    ssh_private_key: variable(world, 'CODER_WORKSPACE_OWNER_SSH_PRIVATE_KEY'),
    groups: list(world, 'CODER_WORKSPACE_OWNER_GROUPS'),
    session_token: variable(world, 'CODER_WORKSPACE_OWNER_SESSION_TOKEN'),
    oidc_access_token: variable(world, 'CODER_WORKSPACE_OWNER_OIDC_ACCESS_TOKEN'),
    login_type: variable(world, 'CODER_WORKSPACE_OWNER_LOGIN_TYPE') || null,
    rbac_roles: roles(world),
  }),
};

const parameter: FakeDataSource = {
  block: block(
    {
      id: computed('string'),
      name: required('string'),
      display_name: optional('string'),
      description: optional('string'),
      type: optional('string'),
      form_type: optional('string'),
      styling: optional('string'),
      mutable: optional('bool'),
      default: optional('string'),
      icon: optional('string'),
      ephemeral: optional('bool'),
      order: optional('number'),
      optional: computed('bool'),
      value: computed('string'),
    },
    {
      option: nested(
        'list',
        {},
        {
          name: required('string'),
          value: required('string'),
          description: optional('string'),
          icon: optional('string'),
        },
      ),
      validation: nested(
        'list',
        { max: 1 },
        {
          min: optional('number'),
          max: optional('number'),
          min_disabled: computed('bool'),
          max_disabled: computed('bool'),
          regex: optional('string'),
          error: optional('string'),
          monotonic: optional('string'),
        },
      ),
    },
  ),
  read({ name, type, mutable, ephemeral, option, validation, default: fallback = null }, { environment, unique }) {
    const value = environment[`CODER_PARAMETER_${sha256(text(name))}`] ?? fallback;
    const options = isCtyList(option) ? option.filter(isCtyObject) : [];
    if (options.length > 0 && value !== null && !options.some((each) => each['value'] === value)) {
      throw new ProviderError(`Value must be a valid option: ${text(value)}`);
    }
    return {
      id: unique(),
      type: type ?? 'string',
      mutable: mutable ?? false,
      ephemeral: ephemeral ?? false,
      optional: fallback !== null,
      value: value ?? '',
      validation: (isCtyList(validation) ? validation : []).filter(isCtyObject).map((bounds) => ({
        ...bounds,
        min_disabled: (bounds['min'] ?? null) === null,
        max_disabled: (bounds['max'] ?? null) === null,
      })),
    };
  },
};

const preset: FakeDataSource = {
  block: block(
    {
      id: computed('string'),
      name: required('string'),
      description: optional('string'),
      icon: optional('string'),
      default: optional('bool'),
      parameters: optional(['map', 'string']),
    },
    {
      prebuilds: nested(
        'set',
        { max: 1 },
        { instances: required('number') },
        {
          expiration_policy: nested('set', { max: 1 }, { ttl: required('number') }),
          scheduling: nested(
            'list',
            { max: 1 },
            { timezone: required('string') },
            { schedule: nested('list', { min: 1 }, { cron: required('string'), instances: required('number') }) },
          ),
        },
      ),
    },
  ),
  read: ({ name = null, default: isDefault = null }) => ({ id: name, default: isDefault ?? false }),
};

export const CODER_DATA: Readonly<Record<string, FakeDataSource>> = {
  coder_workspace: workspace,
  coder_workspace_owner: owner,
  coder_parameter: parameter,
  coder_workspace_preset: preset,
  coder_provisioner: {
    block: block({ id: computed('string'), os: computed('string'), arch: computed('string') }),
    read: (_, { unique }) => ({ id: unique(), os: 'linux', arch: 'amd64' }),
  },
  coder_external_auth: {
    block: block({
      id: required('string'),
      access_token: computed('string', { sensitive: true }),
      optional: optional('bool'),
    }),
    read: ({ id }, world) => ({ access_token: variable(world, `CODER_EXTERNAL_AUTH_ACCESS_TOKEN_${text(id)}`) }),
  },
  coder_task: {
    block: block({ id: computed('string'), prompt: computed('string'), enabled: computed('bool') }),
    read(_, world) {
      const id = variable(world, 'CODER_TASK_ID');
      const isTask = id !== '' && !/^[0-]+$/.test(id);
      return { id: isTask ? id : world.unique(), prompt: variable(world, 'CODER_TASK_PROMPT'), enabled: isTask };
    },
  },
};
