import { createHash } from 'node:crypto';
import { text } from '../cty.ts';
import type { FakeProvider } from '../fake-provider.ts';
import { block, computed, NEW, required } from '../schema.ts';

/** `hashicorp/local`, as far as a file's content and place go; nothing is written. */
export const local: FakeProvider = {
  name: 'local',
  source: 'hashicorp/local',
  sdk: 'framework',
  configuration: block({}),
  resources: {
    local_file: {
      version: 0,
      block: block({
        id: computed('string'),
        content: required('string', NEW),
        filename: required('string', NEW),
        content_md5: computed('string'),
      }),
      create: ({ content }) => ({
        id: createHash('sha1').update(text(content)).digest('hex'),
        content_md5: createHash('md5').update(text(content)).digest('hex'),
      }),
    },
  },
  data: {},
};
