import type { WorkspaceIdentity } from '../claim/environment.ts';
import { isJsonObject, type Json, type JsonObject } from './cty-type.ts';
import type { StateObjects } from './synthesize-state.ts';

/** What the state of a real prebuild tells. Values in clear; they never leave this room. */
export interface LiveState {
  readonly objects: StateObjects;
  readonly agentTokens: readonly string[];
  /** As far as the state's own `coder_workspace` says it. */
  readonly workspace: Partial<WorkspaceIdentity>;
}

/** A state file that an apply has written; undefined for anything else. */
export function parseLiveState(text: string): LiveState | undefined {
  const state = parseJson(text);
  if (!isJsonObject(state) || state['version'] !== 4 || !Array.isArray(state['resources'])) return undefined;
  const instances = instancesOf(state);
  const managed = instances.filter(({ mode }) => mode === 'managed');
  const workspace = instances.find(({ mode, type }) => mode === 'data' && type === 'coder_workspace')?.attributes;
  return {
    objects: new Map(managed.map(({ address, attributes }) => [address, attributes])),
    agentTokens: managed
      .filter(({ type }) => type === 'coder_agent')
      .flatMap(({ attributes: { token } }) => (typeof token === 'string' ? [token] : [])),
    workspace: workspace === undefined ? {} : identityOf(workspace),
  };
}

interface Instance {
  readonly mode: string | undefined;
  readonly type: string | undefined;
  readonly address: string;
  readonly attributes: JsonObject;
}

function instancesOf(state: Json): readonly Instance[] {
  return items(state, 'resources').flatMap((resource) => {
    const [mode, type] = [text(resource, 'mode'), text(resource, 'type')];
    const module = text(resource, 'module');
    const address = `${module === undefined ? '' : `${module}.`}${type}.${text(resource, 'name')}`;
    return items(resource, 'instances').flatMap(({ index_key: index, attributes, deposed }): readonly Instance[] => {
      if (!isJsonObject(attributes) || deposed !== undefined) return [];
      const key = index === undefined || index === null ? '' : `[${JSON.stringify(index)}]`;
      return [{ mode, type, address: `${address}${key}`, attributes }];
    });
  });
}

/** What a template may build names from must be what the state's names were built from. */
function identityOf(workspace: JsonObject): Partial<WorkspaceIdentity> {
  return Object.fromEntries(
    IDENTITY.flatMap(([key, attribute]) => {
      const value = text(workspace, attribute);
      return value === undefined || value === '' ? [] : [[key, value] as const];
    }),
  );
}

const IDENTITY: readonly (readonly [keyof WorkspaceIdentity, string])[] = [
  ['id', 'id'],
  ['accessUrl', 'access_url'],
  ['templateId', 'template_id'],
  ['templateName', 'template_name'],
  ['templateVersion', 'template_version'],
];

function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function items(value: Json, name: string): readonly JsonObject[] {
  const list = isJsonObject(value) ? value[name] : undefined;
  return Array.isArray(list) ? list.filter(isJsonObject) : [];
}

function text(value: JsonObject, name: string): string | undefined {
  const found = value[name];
  return typeof found === 'string' ? found : undefined;
}
