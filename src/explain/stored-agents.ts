import type { Configuration } from '../model/configuration/configuration.ts';
import { modulePrefix } from '../model/configuration/configuration.ts';
import { parseAddress } from '../model/configuration/resource-address.ts';
import type { BuiltWorkspace } from '../model/plan/built-workspace.ts';
import { dependencyGraph } from './dependents.ts';

/** An agent of a workspace, and whether Coder knows it. */
export interface BuiltAgent {
  readonly address: string;
  /** Undefined where the way from the agent to what uses it may lead through a local that nobody read. */
  readonly isStored: boolean | undefined;
}

/** The template's own files, as far as they are there. */
export interface TemplateFiles {
  readonly files: Configuration | undefined;
  /** None of them was refused. */
  readonly isWhole: boolean;
}

/**
 * Coder stores an agent with the resource that waits for it. One that no
 * managed resource waits for, Coder's own left out, is not stored: `terraform
 * graph` is walked from the agent to its dependents (coder/coder,
 * provisioner/terraform/resources.go, `ConvertState`, `findResourcesInGraph`).
 */
export function builtAgents(
  { resources, configuration }: BuiltWorkspace,
  { files, isWhole }: TemplateFiles,
): readonly BuiltAgent[] {
  const agents = resources.filter((address) => parseAddress(address)?.type === 'coder_agent');
  if (agents.length === 0) return [];
  const graph = dependencyGraph({ plan: configuration, files });
  const users = resources.filter((address) => !parseAddress(address)?.type.startsWith('coder_')).map(blockOf);
  const isSure = files !== undefined && isWhole && isWhollyRead(files);
  return agents.map((address) => {
    const dependents = graph.dependentsOf(blockOf(address));
    const isUsed = users.some((user) => dependents.has(user));
    return { address, isStored: isUsed || (isSure ? false : undefined) };
  });
}

/** Coder makes an agent of its own for each of them, once it runs. */
export function subAgents({ resources }: BuiltWorkspace): readonly string[] {
  return resources.filter((address) => parseAddress(address)?.type === 'coder_devcontainer');
}

/** The address of a resource's block: without instance keys. */
function blockOf(address: string): string {
  const parsed = parseAddress(address);
  if (parsed === undefined) return address;
  return `${modulePrefix(parsed.calls.map(({ name }) => name))}${parsed.type}.${parsed.name}`;
}

function isWhollyRead({ modules }: Configuration): boolean {
  return [...modules.values()].every(({ calls }) => [...calls.values()].every(({ isRead }) => isRead));
}
