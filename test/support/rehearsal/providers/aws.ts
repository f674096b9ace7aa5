import { UNKNOWN } from '../../../../src/gather/rehearsal/terraform/saved-plan/msgpack.ts';
import { known, text } from '../cty.ts';
import { ProviderError } from '../diagnostic.ts';
import type { FakeProvider, FakeResource } from '../fake-provider.ts';
import { block, computed, ID, KEPT, KEPT_NEW, NEW, nested, optional, required } from '../schema.ts';

const instance: FakeResource = {
  version: 1,
  block: block(
    {
      id: ID,
      ami: optional('string', KEPT_NEW),
      instance_type: optional('string', KEPT),
      availability_zone: optional('string', KEPT_NEW),
      user_data: optional('string', KEPT),
      user_data_replace_on_change: optional('bool', { fallback: false }),
      tags: optional(['map', 'string']),
      tags_all: optional(['map', 'string'], KEPT),
      arn: computed('string'),
      private_ip: optional('string', KEPT_NEW),
      instance_state: computed('string'),
      iam_instance_profile: optional('string', KEPT),
    },
    {
      root_block_device: nested(
        'list',
        { max: 1, computed: true },
        {
          volume_size: optional('number', KEPT),
          volume_id: computed('string'),
          encrypted: optional('bool', KEPT_NEW),
        },
      ),
    },
  ),
  // No schema tells what its CustomizeDiff does; only a plan does.
  customize(planned, prior, force) {
    const isOther = prior !== null && prior['user_data'] !== planned['user_data'];
    if (isOther && planned['user_data_replace_on_change'] === true) force(['user_data']);
    return { ...planned, tags_all: planned['tags'] ?? {} };
  },
  create(_, { unique }) {
    const id = `i-${unique().slice(0, 8)}`;
    return { id, arn: `arn:aws:ec2:us-east-1:123456789012:instance/${id}` };
  },
};

export const aws: FakeProvider = {
  name: 'aws',
  source: 'hashicorp/aws',
  sdk: 'legacy',
  configuration: block({
    region: optional('string'),
    access_key: optional('string'),
    secret_key: optional('string'),
    skip_credentials_validation: optional('bool'),
    skip_requesting_account_id: optional('bool'),
    skip_metadata_api_check: optional('string'),
  }),
  resources: {
    aws_instance: instance,
    aws_ebs_volume: {
      version: 0,
      block: block({
        id: ID,
        availability_zone: required('string', NEW),
        size: optional('number', KEPT),
        tags: optional(['map', 'string']),
        arn: computed('string'),
      }),
      create(_, { unique }) {
        const id = `vol-${unique().slice(0, 8)}`;
        return { id, arn: `arn:aws:ec2:us-east-1:123456789012:volume/${id}` };
      },
    },
    aws_iam_policy: {
      version: 0,
      block: block({
        id: ID,
        name: optional('string', KEPT_NEW),
        policy: required('string'),
        arn: computed('string'),
      }),
      create({ name: asked }, { unique }) {
        const name = text(known(asked, unique()));
        const arn = `arn:aws:iam::123456789012:policy/${name}`;
        return { id: arn, arn, name };
      },
    },
    aws_iam_role_policy_attachment: {
      version: 0,
      block: block({ id: ID, role: required('string', NEW), policy_arn: required('string', NEW) }),
      validate({ policy_arn: arn }) {
        if (arn === UNKNOWN || arn === null || ARN.test(text(arn))) return [];
        const detail = `"policy_arn" (${text(arn)}) is an invalid ARN: arn: invalid prefix`;
        return [new ProviderError('invalid ARN', detail, ['policy_arn'])];
      },
      create: ({ role }) => ({ id: `${text(role)}-1` }),
    },
  },
  data: {},
};

const ARN = /^arn:[^:]+:[^:]+:[^:]*:[^:]*:.+/;
