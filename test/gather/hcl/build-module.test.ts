import { parse } from '@cdktn/hcl2json';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatIgnoredPath } from '../../../src/explain/fix/ignore-path.ts';
import { nestedBlocks, type ResourceBlock } from '../../../src/model/configuration/configuration.ts';
import { formatReference, referencesIn } from '../../../src/model/configuration/expression.ts';
import { templateOf } from '../../support/template.ts';

async function resourceOf(files: Parameters<typeof templateOf>[0], address = 'example.a'): Promise<ResourceBlock> {
  const resource = (await templateOf(files)).modules.get('')?.resources.get(address);
  if (resource === undefined) throw new Error(`${address} was not read.`);
  return resource;
}

const hcl = (body: string) => `resource "example" "a" {\n${body}\n}\n`;

/** What Terraform itself is told in a `lifecycle` block, in its own words. */
function lifecycleOf({ lifecycle }: ResourceBlock) {
  const { ignoreChanges, replaceTriggeredBy, preventDestroy, createBeforeDestroy } = lifecycle;
  return {
    ignored: ignoreChanges.kind === 'listed' ? ignoreChanges.paths.map(formatIgnoredPath) : ignoreChanges.kind,
    triggers: replaceTriggeredBy.map(formatReference),
    preventDestroy,
    createBeforeDestroy,
  };
}

const NOTHING = { ignored: 'none', triggers: [], preventDestroy: false, createBeforeDestroy: false };

describe('a lifecycle block', () => {
  it.each([
    { written: '', read: {}, because: 'it is empty' },
    { written: 'ignore_changes = all', read: { ignored: 'all' }, because: '`all` is a word of its own' },
    { written: 'ignore_changes = [all]', read: { ignored: ['all'] }, because: 'in a list it is an attribute' },
    { written: 'ignore_changes = []', read: { ignored: [] }, because: 'nothing is ignored' },
    { written: 'ignore_changes = [name, tags]', read: { ignored: ['name', 'tags'] }, because: 'attributes are listed' },
    { written: 'ignore_changes = ["name"]', read: { ignored: ['name'] }, because: 'quotes are of an older time' },
    {
      written: 'ignore_changes = [\n  tags["Name"], # why\n  ebs[0].size,\n  a.b,\n]',
      read: { ignored: ['tags["Name"]', 'ebs[0].size', 'a["b"]'] },
      because: 'paths go into maps, blocks and objects',
    },
    {
      written: 'replace_triggered_by = [null_resource.a, null_resource.b[0].id, null_resource.c[each.key]]',
      read: { triggers: ['null_resource.a', 'null_resource.b[0].id', 'null_resource.c[…]'] },
      because: 'whole resources, attributes and instances trigger',
    },
    { written: 'prevent_destroy = true', read: { preventDestroy: true }, because: 'it is set' },
    { written: 'prevent_destroy = false', read: {}, because: 'it is not' },
    { written: 'create_before_destroy = true', read: { createBeforeDestroy: true }, because: 'it is set' },
    {
      written: 'precondition {\n  condition     = true\n  error_message = "no"\n}\nignore_changes = [name]',
      read: { ignored: ['name'] },
      because: 'conditions are blocks beside it',
    },
  ])('is read with $written: $because', async ({ written, read }) => {
    expect(lifecycleOf(await resourceOf(hcl(`lifecycle {\n${written}\n}`)))).toEqual({ ...NOTHING, ...read });
  });

  it('reads the same in JSON syntax', async () => {
    const lifecycle = {
      ignore_changes: ['name', 'tags["Name"]', 'ebs[0].size'],
      replace_triggered_by: ['null_resource.a.id'],
      prevent_destroy: true,
    };
    const json = { resource: { example: { a: { lifecycle }, b: [{ lifecycle: [{ ignore_changes: 'all' }] }] } } };
    const files = { 'main.tf.json': JSON.stringify(json) };
    expect(lifecycleOf(await resourceOf(files))).toEqual({
      ignored: ['name', 'tags["Name"]', 'ebs[0].size'],
      triggers: ['null_resource.a.id'],
      preventDestroy: true,
      createBeforeDestroy: false,
    });
    expect(lifecycleOf(await resourceOf(files, 'example.b')).ignored).toBe('all');
  });

  it('lists what HashiCorp’s parser lists, on generated ones', async () => {
    const step = fc.oneof(
      fc.nat(3).map((index) => `[${index}].deep`),
      fc.constantFrom('["k"]', '["a.b"]', '["with \\" quote"]'),
    );
    const path = fc.tuple(fc.constantFrom('name', 'env', 'spec', 'with-dash'), fc.array(step, { maxLength: 2 }));
    const list = fc.array(
      path.map(([name, steps]) => name + steps.join('')),
      { minLength: 1, maxLength: 4 },
    );
    const layouts = fc.constantFrom(
      (items: readonly string[]) => `[${items.join(', ')}]`,
      (items: readonly string[]) => `[\n${items.map((item) => `  ${item}, # c`).join('\n')}\n]`,
      (items: readonly string[]) => `[ /* c */ ${items.join(' , ')}, ]`,
    );
    await fc.assert(
      fc.asyncProperty(list, layouts, fc.boolean(), async (items, layout, prevented) => {
        const text = hcl(`lifecycle {\n  prevent_destroy = ${prevented}\n  ignore_changes = ${layout(items)}\n}`);
        const oracle = (await parse('main.tf', text)) as {
          resource: { example: { a: [{ lifecycle: [{ ignore_changes: string[]; prevent_destroy: boolean }] }] } };
        };
        const [{ lifecycle }] = oracle.resource.example.a;
        const ours = lifecycleOf(await resourceOf(text));
        expect(Array.isArray(ours.ignored) ? ours.ignored.map((each) => `\${${each}}`) : ours.ignored).toEqual(
          lifecycle[0].ignore_changes,
        );
        expect(ours.preventDestroy).toBe(lifecycle[0].prevent_destroy);
      }),
      { numRuns: 60 },
    );
  });
});

describe('what repeats', () => {
  it.each([
    { body: 'count = 2', kind: 'count' },
    { body: 'for_each = toset(["a"])', kind: 'for_each' },
    { body: 'x = 1', kind: undefined },
  ])('is read with $body', async ({ body, kind }) => {
    expect((await resourceOf(hcl(body))).repetition?.kind).toBe(kind);
  });

  it.each([
    {
      files: hcl(
        'dynamic "env" {\n  for_each = [1]\n  iterator = it\n  content {\n    name = it.value\n  }\n}\nenv {\n}',
      ),
      because: 'HCL has a block for it',
    },
    {
      files: {
        'main.tf.json': JSON.stringify({
          resource: {
            example: {
              a: { dynamic: { env: { for_each: [1], iterator: 'it', content: { name: `\${it.value}` } } } },
            },
          },
        }),
      },
      because: 'JSON has an object for it',
    },
  ])('is a dynamic block with its iterator and content, where $because', async ({ files }) => {
    const [block] = nestedBlocks((await resourceOf(files)).body, 'env');
    expect(block?.dynamic?.iterator).toBe('it');
    expect(block?.dynamic?.forEach.kind).toBe('tuple');
    const value = block?.body.attributes.get('name')?.value;
    expect(value === undefined ? [] : referencesIn(value).map(formatReference)).toEqual(['it.value']);
  });
});
