import { createHash } from 'node:crypto';
import { UNKNOWN } from '../../../../src/gather/rehearsal/terraform/saved-plan/msgpack.ts';
import { type CtyObject, isCtyList, isCtyObject, text } from '../cty.ts';
import type { FakeProvider, FakeResource, World } from '../fake-provider.ts';
import { block, computed, ID, NEW, nested, optional, required } from '../schema.ts';
import { CODER_DATA } from './coder-data.ts';

/** Coder hands a single agent's token over under the empty agent id. */
const AGENT_TOKEN = `CODER_RUNNING_WORKSPACE_AGENT_TOKEN_${createHash('sha256').update('').digest('hex')}`;

/** Without a variable to tell it the provider makes up another token whenever it is asked. */
function tokenOf({ environment, unique }: World): string {
  return environment[AGENT_TOKEN] ?? unique();
}

function initScript({ os, arch, auth }: CtyObject, { environment }: World): string {
  const url = environment['CODER_AGENT_URL'] ?? 'https://mydeployment.coder.com';
  const script = environment[`CODER_AGENT_SCRIPT_${text(os)}_${text(arch)}`] ?? '';
  return script.replaceAll(/\$\{ACCESS_URL\}/g, `${url}/`).replaceAll(/\$\{AUTH_TYPE\}/g, text(auth));
}

const APPS = {
  vscode: true,
  vscode_insiders: false,
  web_terminal: true,
  ssh_helper: true,
  port_forwarding_helper: true,
};

const agent: FakeResource = {
  version: 1,
  block: block(
    {
      id: ID,
      os: required('string', NEW),
      arch: required('string', NEW),
      auth: optional('string', { ...NEW, fallback: 'token' }),
      dir: optional('string', NEW),
      env: optional(['map', 'string'], NEW),
      startup_script: optional('string', NEW),
      shutdown_script: optional('string', NEW),
      init_script: computed('string'),
      token: computed('string', { ...NEW, sensitive: true }),
      connection_timeout: optional('number', { ...NEW, fallback: 120 }),
      order: optional('number', NEW),
      api_key_scope: optional('string', { ...NEW, fallback: 'all' }),
      startup_script_behavior: optional('string', { ...NEW, fallback: 'non-blocking' }),
      display_apps: optional(
        ['set', ['object', Object.fromEntries(Object.keys(APPS).map((app) => [app, 'bool' as const]))]],
        { computed: true, forceNew: true },
      ),
    },
    {
      metadata: nested(
        'list',
        { forceNew: true },
        {
          key: required('string', NEW),
          display_name: optional('string', NEW),
          script: required('string', NEW),
          interval: required('number', NEW),
          timeout: optional('number', NEW),
          order: optional('number', NEW),
        },
      ),
    },
  ),
  create: (planned, world) => ({
    id: world.unique(),
    token: tokenOf(world),
    init_script: initScript(planned, world),
    ...(planned['display_apps'] === UNKNOWN ? { display_apps: [APPS] } : {}),
  }),
  read: (state, world) => ({ token: tokenOf(world), init_script: initScript(state, world) }),
};

/** All but the agent: nothing of them changes, but through what they are told. */
function plain(attributes: FakeResource['block']['attributes']): FakeResource {
  return {
    version: 1,
    block: block({ id: ID, ...attributes }),
    create: (_, { unique }) => ({ id: unique() }),
  };
}

const metadata: FakeResource = {
  version: 1,
  block: block(
    { id: ID, resource_id: required('string', NEW) },
    {
      item: nested(
        'list',
        { forceNew: true },
        {
          key: required('string', NEW),
          value: optional('string', NEW),
          sensitive: optional('bool', NEW),
          is_null: computed('bool', NEW),
        },
      ),
    },
  ),
  create: ({ item }, { unique }) => ({
    id: unique(),
    item: isCtyList(item)
      ? item.map((each) => (isCtyObject(each) ? { ...each, is_null: (each['value'] ?? null) === null } : each))
      : [],
  }),
};

export const coder: FakeProvider = {
  name: 'coder',
  source: 'coder/coder',
  sdk: 'legacy',
  configuration: block({ url: optional('string') }),
  resources: {
    coder_agent: agent,
    coder_app: plain({
      agent_id: required('string', NEW),
      slug: required('string', NEW),
      url: optional('string', NEW),
      display_name: optional('string', NEW),
      icon: optional('string', NEW),
      subdomain: optional('bool', NEW),
      share: optional('string', { ...NEW, fallback: 'owner' }),
    }),
    coder_script: plain({
      agent_id: required('string', NEW),
      display_name: required('string', NEW),
      script: required('string', NEW),
      run_on_start: optional('bool', NEW),
    }),
    coder_env: plain({
      agent_id: required('string', NEW),
      name: required('string', NEW),
      value: optional('string', NEW),
    }),
    coder_metadata: metadata,
  },
  data: CODER_DATA,
};
