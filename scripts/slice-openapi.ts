import { readFileSync, writeFileSync } from 'node:fs';

/** What the action asks of GitHub. Nothing else is allowed in the tests. */
const OPERATIONS: ReadonlySet<string> = new Set([
  'issues/list-comments',
  'issues/create-comment',
  'issues/update-comment',
  'pulls/list-files',
  'pulls/create-review',
  'pulls/list-review-comments',
  'pulls/update-review-comment',
  'pulls/delete-review-comment',
]);

const SLICE = 'test/support/github/openapi.json';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

type Entries = Record<string, Json>;

/** The operations and everything that they refer to, without the prose. */
function slice(description: { openapi: Json; info: Json; paths: Record<string, Entries>; components: Json }): Json {
  const paths: Record<string, Entries> = {};
  const missing = new Set(OPERATIONS);
  for (const [path, item] of Object.entries(description.paths)) {
    for (const [method, operation] of Object.entries(item)) {
      const id = (operation as { operationId?: string }).operationId ?? '';
      if (!missing.delete(id)) continue;
      paths[path] = { ...paths[path], [method]: withoutProse(operation, 'operation') };
    }
  }
  if (missing.size > 0) throw new Error(`The description has no operation ${[...missing].join(', ')}.`);
  return {
    openapi: description.openapi,
    info: description.info,
    paths,
    components: referredTo(paths, description.components),
  };
}

/** The components that `start` needs, directly or through others. */
function referredTo(start: Json, components: Json): Json {
  const needed: Record<string, Entries> = {};
  const open = references(start);
  for (let reference = open.pop(); reference !== undefined; reference = open.pop()) {
    const [, , kind = '', name = ''] = reference.split('/');
    if (needed[kind]?.[name] !== undefined) continue;
    const component = (components as Record<string, Entries>)[kind]?.[name];
    if (component === undefined) throw new Error(`The description has no component ${reference}.`);
    const kept = withoutProse(component, kind === 'schemas' ? 'schema' : 'operation');
    needed[kind] = { ...needed[kind], [name]: kept };
    open.push(...references(kept));
  }
  return needed;
}

function references(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap(references);
  if (!isObject(value)) return [];
  const { $ref } = value;
  return typeof $ref === 'string' ? [$ref] : Object.values(value).flatMap(references);
}

/**
 * Examples stay where they are whole answers, for the fake GitHub to give; the
 * keys of `properties` are names, whatever they are called.
 */
function withoutProse(value: Json, place: 'operation' | 'schema' | 'names' | 'example'): Json {
  if (place === 'example') return value;
  if (Array.isArray(value)) return value.map((element: Json) => withoutProse(element, place));
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([key]) => place === 'names' || !isProse(key, place));
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutProse(inner, placeWithin(key, place))]));
}

function isProse(key: string, place: 'operation' | 'schema'): boolean {
  if (key.startsWith('x-') || PROSE.has(key)) return true;
  return place === 'schema' && key === 'examples';
}

const PROSE: ReadonlySet<string> = new Set(['description', 'summary', 'externalDocs', 'tags', 'example']);

function placeWithin(
  key: string,
  place: 'operation' | 'schema' | 'names',
): 'operation' | 'schema' | 'names' | 'example' {
  if (place === 'names') return 'schema';
  if (key === 'properties') return 'names';
  if (place === 'operation' && key === 'value') return 'example';
  return key === 'schema' ? 'schema' : place;
}

function isObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const [source] = process.argv.slice(2);
if (source === undefined) {
  console.error(
    'Usage: node scripts/slice-openapi.ts generated/api.github.com.json   (from the package @octokit/openapi)',
  );
  process.exitCode = 2;
} else {
  writeFileSync(SLICE, `${JSON.stringify(slice(JSON.parse(readFileSync(source, 'utf8'))))}\n`);
}
