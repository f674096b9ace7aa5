import { createHash } from 'node:crypto';
import { isCtyList, isCtyObject, known, text } from '../cty.ts';
import type { FakeProvider, FakeResource } from '../fake-provider.ts';
import { block, computed, ID, KEPT, KEPT_NEW, NEW, nested, optional, required } from '../schema.ts';

function sha256(value: string): string {
  return createHash('sha256').update(value).digest('hex');
}

const LABELS = nested('set', NEW, { label: required('string', NEW), value: required('string', NEW) });

const image: FakeResource = {
  version: 0,
  block: block(
    {
      id: ID,
      name: required('string', NEW),
      image_id: computed('string'),
      repo_digest: computed('string'),
      keep_locally: optional('bool'),
      pull_triggers: optional(['set', 'string'], NEW),
      triggers: optional(['map', 'string'], NEW),
      platform: optional('string', { ...NEW, fallback: '' }),
    },
    {
      build: nested(
        'set',
        { max: 1, forceNew: true },
        {
          context: required('string', NEW),
          dockerfile: optional('string', { ...NEW, fallback: 'Dockerfile' }),
          build_args: optional(['map', 'string'], NEW),
        },
      ),
    },
  ),
  create({ name }) {
    const digest = `sha256:${sha256(text(name))}`;
    return { id: `${digest}${text(name)}`, image_id: digest, repo_digest: `${text(name)}@${digest}` };
  },
};

const volume: FakeResource = {
  version: 1,
  block: block(
    {
      id: ID,
      name: optional('string', KEPT_NEW),
      driver: optional('string', KEPT_NEW),
      driver_opts: optional(['map', 'string'], NEW),
      mountpoint: computed('string'),
    },
    { labels: LABELS },
  ),
  create({ name: asked, driver }, { unique }) {
    const name = text(known(asked, unique()));
    return { id: name, name, driver: known(driver, 'local'), mountpoint: `/var/lib/docker/volumes/${name}` };
  },
};

const network: FakeResource = {
  version: 0,
  block: block({
    id: ID,
    name: required('string', NEW),
    internal: optional('bool', KEPT_NEW),
    options: optional(['map', 'string'], KEPT_NEW),
  }),
  create: ({ name }) => ({ id: sha256(text(name)) }),
};

const container: FakeResource = {
  version: 2,
  block: block(
    {
      id: ID,
      name: required('string', NEW),
      image: required('string', NEW),
      hostname: optional('string', KEPT_NEW),
      domainname: optional('string', NEW),
      env: optional(['set', 'string'], KEPT_NEW),
      entrypoint: optional(['list', 'string'], KEPT_NEW),
      command: optional(['list', 'string'], KEPT_NEW),
      // An image's own user is no wish of the configuration.
      user: optional('string', { ...NEW, isSuppressed: (_, next) => (next ?? '') === '' }),
      working_dir: optional('string', NEW),
      memory: optional('number'),
      cpu_shares: optional('number'),
      privileged: optional('bool', NEW),
      restart: optional('string', { fallback: 'no' }),
      must_run: optional('bool', { fallback: true }),
      start: optional('bool', { fallback: true }),
      rm: optional('bool', { fallback: false }),
      shm_size: optional('number', KEPT_NEW),
      log_driver: optional('string', KEPT_NEW),
      ipc_mode: optional('string', KEPT_NEW),
      runtime: optional('string', KEPT_NEW),
      security_opts: optional(['set', 'string'], KEPT_NEW),
      stop_signal: optional('string', KEPT_NEW),
      stop_timeout: optional('number', KEPT_NEW),
      init: optional('bool', KEPT),
      dns: optional(['set', 'string'], NEW),
      group_add: optional(['set', 'string'], NEW),
      tmpfs: optional(['map', 'string']),
      bridge: computed('string'),
      container_logs: computed('string'),
      exit_code: computed('number'),
      network_data: computed([
        'list',
        [
          'object',
          {
            gateway: 'string',
            ip_address: 'string',
            ip_prefix_length: 'number',
            mac_address: 'string',
            network_name: 'string',
          },
        ],
      ]),
    },
    {
      volumes: nested('set', NEW, {
        container_path: optional('string', NEW),
        host_path: optional('string', NEW),
        volume_name: optional('string', NEW),
        from_container: optional('string', NEW),
        read_only: optional('bool', NEW),
      }),
      host: nested('set', NEW, { host: required('string', NEW), ip: required('string', NEW) }),
      ports: nested('list', NEW, {
        internal: required('number', NEW),
        external: optional('number', KEPT_NEW),
        ip: optional('string', { ...NEW, fallback: '0.0.0.0' }),
        protocol: optional('string', { ...NEW, fallback: 'tcp' }),
      }),
      labels: LABELS,
      networks_advanced: nested('set', NEW, {
        name: required('string', NEW),
        aliases: optional(['set', 'string'], NEW),
      }),
      healthcheck: nested(
        'list',
        { max: 1 },
        { test: required(['list', 'string']), interval: optional('string', { fallback: '0s' }) },
      ),
    },
  ),
  create({ name, hostname, ports, env }) {
    const id = sha256(text(name));
    return {
      id,
      hostname: known(hostname, id.slice(0, 12)),
      env: known(env, []),
      network_data: [
        {
          gateway: '172.17.0.1',
          ip_address: '172.17.0.2',
          ip_prefix_length: 16,
          mac_address: '',
          network_name: 'bridge',
        },
      ],
      bridge: '',
      exit_code: 0,
      container_logs: null,
      stop_timeout: 0,
      shm_size: 64,
      security_opts: [],
      ports: (isCtyList(ports) ? ports : [])
        .filter(isCtyObject)
        .map((port) => ({ ...port, external: known(port['external'], 32_768) })),
    };
  },
};

export const docker: FakeProvider = {
  name: 'docker',
  source: 'kreuzwerker/docker',
  sdk: 'legacy',
  configuration: block({ host: optional('string'), disable_docker_daemon_check: optional('bool') }),
  resources: {
    docker_image: image,
    docker_volume: volume,
    docker_network: network,
    docker_container: container,
  },
  data: {
    docker_registry_image: {
      block: block({ id: computed('string'), name: required('string'), sha256_digest: computed('string') }),
      read({ name }) {
        const digest = `sha256:${sha256(text(name))}`;
        return { id: digest, sha256_digest: digest };
      },
    },
  },
};
