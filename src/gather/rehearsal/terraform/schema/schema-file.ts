import { readFile } from 'node:fs/promises';
import { ZodError } from 'zod';
import type { ClearPlan } from '../clear-plan.ts';
import type { Failure } from '../failure.ts';
import { parseResourceSchema, type ResourceSchema, type ResourceSchemas, schemaKey } from './provider-schema.ts';
import { sliceJson } from './schema-slices.ts';

/** The schemas of a template's providers, of which only what is asked for is ever parsed. */
export interface SchemaFile {
  /** Of every managed resource of the plan. The same map every time, which only grows. */
  schemasFor(plan: ClearPlan): Promise<ResourceSchemas | Failure>;
  /** Providers whose own configuration takes this argument. */
  providersWith(argument: string): Promise<readonly string[] | Failure>;
}

/** `path` is what `terraform providers schema -json` wrote. */
export function openSchemaFile(path: string): SchemaFile {
  const known = new Map<string, ResourceSchema>();
  const asked = new Set<string>();
  return {
    schemasFor: ({ resource_changes: changes }) =>
      readable(async () => {
        const wanted = new Set(
          changes
            .filter(({ mode }) => mode === 'managed')
            .map(({ provider_name: provider, type }) => schemaKey(provider, type)),
        );
        const missing = [...wanted].filter((key) => !asked.has(key));
        if (missing.length > 0) {
          const text = await readFile(path);
          const isMissing = new Set(missing);
          for (const { provider, type, start, end } of resourceSlices(text, isMissing)) {
            known.set(schemaKey(provider, type), parseResourceSchema(text.toString('utf8', start, end)));
          }
          for (const key of missing) asked.add(key);
        }
        return known;
      }),

    providersWith: (argument) =>
      readable(async () => {
        const text = await readFile(path);
        return sliceJson(
          text,
          ([root, , part]) => root === PROVIDERS && part === 'provider',
          (at) => at[0] === PROVIDERS && at.length <= 2,
        )
          .filter(({ start, end }) => hasAttribute(text.toString('utf8', start, end), argument))
          .flatMap(({ path: [, provider] }) => (provider === undefined ? [] : [provider]));
      }),
  };
}

async function readable<T>(read: () => Promise<T>): Promise<T | Failure> {
  try {
    return await read();
  } catch (error) {
    const isMalformed = error instanceof RangeError || error instanceof SyntaxError || error instanceof ZodError;
    if (!isMalformed) throw error;
    return { stage: 'schema', cause: 'terraform-output-unreadable', diagnostics: [] };
  }
}

interface ResourceSlice {
  readonly provider: string;
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

function resourceSlices(text: Uint8Array, wanted: ReadonlySet<string>): readonly ResourceSlice[] {
  return sliceJson(
    text,
    ([root, provider = '', part, type]) =>
      root === PROVIDERS && part === RESOURCES && type !== undefined && wanted.has(schemaKey(provider, type)),
    ([root, , part, ...rest]) => root === PROVIDERS && (part === undefined || part === RESOURCES) && rest.length === 0,
  ).map(({ path: [, provider = '', , type = ''], start, end }) => ({ provider, type, start, end }));
}

function hasAttribute(provider: string, name: string): boolean {
  const parsed: unknown = JSON.parse(provider);
  const block = member(parsed, 'block');
  return member(member(block, 'attributes'), name) !== undefined;
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

const PROVIDERS = 'provider_schemas';
const RESOURCES = 'resource_schemas';
