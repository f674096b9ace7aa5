import { createHash } from 'node:crypto';
import type { PrebuildAgents } from '../../../model/judgement/rehearsal.ts';
import type { Json, JsonObject } from '../state/cty-type.ts';
import { parseLiveState } from '../state/live-state.ts';

/** What a claim finds of the prebuild. */
export interface HandedOver {
  /** The file that Terraform reads. */
  readonly state: string;
  /** What Coder tells the provider; undefined where it can hand nothing over. */
  readonly agentToken: string | undefined;
  /** Addresses of files that are gone with the directory of the prebuild. */
  readonly lostFiles: readonly string[];
}

/** A state that a rehearsal has written: only what is changed in it. */
interface StateFile {
  readonly resources: readonly {
    readonly module?: string;
    readonly type: string;
    readonly name: string;
    readonly instances: readonly { readonly index_key?: string | number; readonly attributes: JsonObject }[];
  }[];
}

/**
 * Does to a made-up state what the refresh of a claim does: the provider gives
 * every agent the one token that Coder hands over, or else each a new one; and a
 * file that the prebuild wrote into the directory of its build is not found.
 */
export function handOver(text: string, agents: PrebuildAgents, isOfSession: (path: string) => boolean): HandedOver {
  const state = JSON.parse(text) as StateFile;
  const agentToken = tokenToKeep(text, agents);
  const lostFiles: string[] = [];
  const resources = state.resources.flatMap((resource) => {
    const instances = resource.instances.flatMap((instance) => {
      const address = addressOf(resource, instance.index_key);
      if (resource.type === 'coder_agent') return [withToken(instance, agentToken ?? newToken(address))];
      if (!isLost(resource.type, instance.attributes, isOfSession)) return [instance];
      lostFiles.push(address);
      return [];
    });
    return instances.length === 0 ? [] : [{ ...resource, instances }];
  });
  return { state: JSON.stringify({ ...state, resources }), agentToken, lostFiles };
}

/** The token of the one agent that Coder stored for the prebuild; read from any state. */
export function tokenToKeep(state: string, { stored, isTokenKept }: PrebuildAgents): string | undefined {
  const [only] = stored;
  if (!isTokenKept || only === undefined) return undefined;
  const token = parseLiveState(state)?.objects.get(only)?.['token'];
  return typeof token === 'string' ? token : undefined;
}

/** Resources whose provider takes an object for gone when its file is, and the argument that names the file. */
const FILES: ReadonlyMap<string, string> = new Map([
  ['local_file', 'filename'],
  ['local_sensitive_file', 'filename'],
  ['template_dir', 'destination_dir'],
]);

function isLost(type: string, attributes: JsonObject, isOfSession: (path: string) => boolean): boolean {
  const path: Json | undefined = attributes[FILES.get(type) ?? ''];
  return typeof path === 'string' && isOfSession(path);
}

function withToken<Instance extends { readonly attributes: JsonObject }>(instance: Instance, token: string): Instance {
  return { ...instance, attributes: { ...instance.attributes, token } };
}

/** A UUID, as the provider makes them; the same on every run. */
function newToken(address: string): string {
  const hash = createHash('sha256').update(`token of ${address} after the claim`).digest('hex');
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `4${hash.slice(13, 16)}`,
    `9${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}

function addressOf({ module, type, name }: StateFile['resources'][number], index: string | number | undefined): string {
  const key = index === undefined ? '' : `[${JSON.stringify(index)}]`;
  return `${module === undefined ? '' : `${module}.`}${type}.${name}${key}`;
}
