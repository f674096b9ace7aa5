import type { ResourceMode } from './configuration.ts';

export type InstanceKey = string | number;

/** An address as Terraform writes it, taken apart. */
export interface ResourceAddress {
  readonly calls: readonly { readonly name: string; readonly key: InstanceKey | undefined }[];
  readonly mode: ResourceMode;
  readonly type: string;
  readonly name: string;
  readonly key: InstanceKey | undefined;
}

/** `module.box[0].module.inner["a.b"].docker_container.c`; undefined for what is no address of a resource. */
export function parseAddress(address: string): ResourceAddress | undefined {
  const steps: { name: string; key: InstanceKey | undefined }[] = [];
  let position = 0;
  while (position < address.length) {
    STEP.lastIndex = position;
    const match = STEP.exec(address);
    if (match === null) return undefined;
    const [whole, name = '', index, quoted] = match;
    steps.push({ name, key: index === undefined ? unquoted(quoted) : Number(index) });
    position += whole.length;
  }
  const calls = [];
  while (steps.length > 2 && steps[0]?.name === 'module') {
    const call = steps[1];
    if (call !== undefined) calls.push(call);
    steps.splice(0, 2);
  }
  const mode = steps.length === 3 ? MODES.get(steps[0]?.name ?? '') : 'managed';
  const [type, last] = steps.slice(-2);
  if (mode === undefined || steps.length > 3 || type === undefined || last === undefined) return undefined;
  // The address of a module, or half of one.
  if (type.name === 'module' || MODES.has(type.name)) return undefined;
  return { calls, mode, type: type.name, name: last.name, key: last.key };
}

/** A name, an instance key where there is one, and the dot before the next. */
const STEP = /([^.[\]"]+)(?:\[(?:(\d+)|("(?:[^"\\]|\\.)*"))\])?(?:\.(?=.)|$)/y;

const MODES: ReadonlyMap<string, ResourceMode> = new Map([
  ['data', 'data'],
  ['ephemeral', 'ephemeral'],
]);

/** Terraform quotes keys as it quotes strings: `\u0000` escapes, and `$${` for `${`. */
function unquoted(quoted: string | undefined): string | undefined {
  if (quoted === undefined) return undefined;
  try {
    return (JSON.parse(quoted) as string).replace(/([$%])\1\{/g, '$1{');
  } catch {
    return quoted.slice(1, -1);
  }
}
