import { randomBytes } from 'node:crypto';
import { text } from '../cty.ts';
import type { FakeProvider } from '../fake-provider.ts';
import { block, computed, NEW, optional, required } from '../schema.ts';

const KEEPERS = optional(['map', 'string'], NEW);

export const random: FakeProvider = {
  name: 'random',
  source: 'hashicorp/random',
  sdk: 'framework',
  configuration: block({}),
  resources: {
    random_id: {
      version: 0,
      block: block({
        id: computed('string'),
        byte_length: required('number', NEW),
        keepers: KEEPERS,
        prefix: optional('string', NEW),
        hex: computed('string'),
        dec: computed('string'),
        b64_url: computed('string'),
      }),
      create({ byte_length: length, prefix }) {
        const bytes = randomBytes(Number(length));
        const id = bytes.toString('base64url');
        return { id, b64_url: id, hex: `${text(prefix)}${bytes.toString('hex')}`, dec: '1' };
      },
    },
    random_password: {
      version: 3,
      block: block({
        id: computed('string'),
        length: required('number', NEW),
        keepers: KEEPERS,
        special: optional('bool', { ...NEW, computed: true, fallback: true }),
        result: computed('string', { sensitive: true }),
        bcrypt_hash: computed('string', { sensitive: true }),
      }),
      create({ length }) {
        const result = randomBytes(Number(length)).toString('hex').slice(0, Number(length));
        return { id: 'none', result, bcrypt_hash: `$2a$10$${result}` };
      },
    },
    random_pet: {
      version: 0,
      block: block({
        id: computed('string'),
        length: optional('number', { ...NEW, computed: true, fallback: 2 }),
        separator: optional('string', { ...NEW, computed: true, fallback: '-' }),
        prefix: optional('string', NEW),
        keepers: KEEPERS,
      }),
      create: ({ prefix, separator }) => ({
        id: `${text(prefix) === '' ? '' : `${text(prefix)}${text(separator)}`}sunny-otter`,
      }),
    },
    random_uuid: {
      version: 0,
      block: block({ id: computed('string'), keepers: KEEPERS, result: computed('string') }),
      create(_, { unique }) {
        const result = unique();
        return { id: result, result };
      },
    },
  },
  data: {},
};
