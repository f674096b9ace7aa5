import { isJsonObject, type Json, type JsonObject } from './cty-type.ts';
import type { StateObjects } from './synthesize-state.ts';

/** Objects of a state file by address, for a state that a real apply has written. */
export function stateObjects(state: Json): StateObjects {
  const objects = new Map<string, JsonObject>();
  for (const resource of items(state, 'resources')) {
    if (text(resource, 'mode') !== 'managed') continue;
    const module = text(resource, 'module');
    const address = `${module === undefined ? '' : `${module}.`}${text(resource, 'type')}.${text(resource, 'name')}`;
    for (const instance of items(resource, 'instances')) {
      const { index_key: index, attributes, deposed } = instance;
      if (!isJsonObject(attributes) || deposed !== undefined) continue;
      const key = index === undefined || index === null ? '' : `[${JSON.stringify(index)}]`;
      objects.set(`${address}${key}`, attributes);
    }
  }
  return objects;
}

function items(value: Json, name: string): readonly JsonObject[] {
  const list = isJsonObject(value) ? value[name] : undefined;
  return Array.isArray(list) ? list.filter(isJsonObject) : [];
}

function text(value: JsonObject, name: string): string | undefined {
  const found = value[name];
  return typeof found === 'string' ? found : undefined;
}
