import { type CtyObject, isCtyList, isCtyObject, text } from '../cty.ts';
import type { FakeProvider } from '../fake-provider.ts';
import { block, computed, ID, KEPT, KEPT_NEW, NEW, nested, optional, required } from '../schema.ts';

const METADATA = nested(
  'list',
  { min: 1, max: 1 },
  {
    name: optional('string', KEPT_NEW),
    namespace: optional('string', { ...NEW, fallback: 'default' }),
    labels: optional(['map', 'string']),
    annotations: optional(['map', 'string']),
    uid: computed('string'),
    resource_version: computed('string'),
    generation: computed('number'),
  },
);

/** `namespace/name`. */
function create({ metadata }: CtyObject): CtyObject {
  const [first] = isCtyList(metadata) ? metadata : [];
  const { namespace, name } = isCtyObject(first) ? first : {};
  return { id: `${text(namespace)}/${text(name)}` };
}

const ONE = { min: 1, max: 1 };

export const kubernetes: FakeProvider = {
  name: 'kubernetes',
  source: 'hashicorp/kubernetes',
  sdk: 'legacy',
  configuration: block({
    host: optional('string'),
    token: optional('string', { sensitive: true }),
    config_path: optional('string'),
  }),
  resources: {
    kubernetes_persistent_volume_claim: {
      version: 0,
      block: block(
        { id: ID, wait_until_bound: optional('bool', { fallback: true }) },
        {
          metadata: METADATA,
          spec: nested(
            'list',
            { ...ONE, forceNew: true },
            {
              access_modes: required(['set', 'string'], NEW),
              storage_class_name: optional('string', KEPT_NEW),
              volume_name: optional('string', KEPT_NEW),
            },
            { resources: nested('list', ONE, { requests: optional(['map', 'string'], NEW) }) },
          ),
        },
      ),
      create,
    },
    kubernetes_pod: {
      version: 1,
      block: block(
        { id: ID },
        {
          metadata: METADATA,
          spec: nested(
            'list',
            ONE,
            {
              restart_policy: optional('string', { ...NEW, fallback: 'Always' }),
              node_name: optional('string', KEPT_NEW),
              service_account_name: optional('string', KEPT_NEW),
            },
            {
              container: nested(
                'list',
                NEW,
                {
                  name: required('string', NEW),
                  image: optional('string'),
                  command: optional(['list', 'string'], NEW),
                },
                { env: nested('list', NEW, { name: required('string', NEW), value: optional('string', NEW) }) },
              ),
            },
          ),
        },
      ),
      create,
    },
    kubernetes_deployment: {
      version: 1,
      block: block(
        { id: ID, wait_for_rollout: optional('bool', { fallback: true }) },
        {
          metadata: METADATA,
          spec: nested(
            'list',
            ONE,
            { replicas: optional('string', KEPT), min_ready_seconds: optional('number') },
            {
              selector: nested('list', NEW, { match_labels: optional(['map', 'string'], NEW) }),
              template: nested('list', {}, {}, { metadata: METADATA, spec: podTemplate() }),
            },
          ),
        },
      ),
      create,
    },
  },
  data: {},
};

/** What a deployment makes its pods from may change: it makes other pods. */
function podTemplate() {
  return nested(
    'list',
    {},
    { hostname: optional('string', KEPT) },
    {
      container: nested(
        'list',
        {},
        { name: required('string'), image: optional('string'), command: optional(['list', 'string']) },
        { env: nested('list', {}, { name: required('string'), value: optional('string') }) },
      ),
    },
  );
}
