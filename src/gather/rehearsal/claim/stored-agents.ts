import type { PrebuildAgents } from '../../../model/judgement/rehearsal.ts';
import { dependentsOf, labelOf, type ResourceGraph } from '../terraform/resource-graph.ts';

/** A resource that is there once a build is done. */
export interface BuiltResource {
  readonly address: string;
  readonly type: string;
}

/**
 * The agents that Coder knows of a workspace. It walks Terraform's graph from an
 * agent upwards until it meets a resource that is none of its own, and stores the
 * agent with that; an agent that leads nowhere is not stored
 * (`provisioner/terraform/resources.go`, `ConvertState`).
 */
export function storedAgents(graph: ResourceGraph, resources: readonly BuiltResource[]): readonly string[] {
  const users = new Set(resources.filter(({ type }) => !isOfCoder(type)).map(({ address }) => labelOf(address)));
  return resources
    .filter(({ type }) => type === 'coder_agent')
    .filter(({ address }) => [...dependentsOf(graph, labelOf(address))].some((label) => users.has(label)))
    .map(({ address }) => address);
}

/**
 * Coder hands over the token of exactly one agent, and counts those that run in
 * dev containers: they are agents of the same build.
 */
export function agentsOfPrebuild(graph: ResourceGraph, resources: readonly BuiltResource[]): PrebuildAgents {
  const addressesOf = (wanted: string) => resources.filter(({ type }) => type === wanted).map(({ address }) => address);
  const stored = storedAgents(graph, resources);
  const subAgents = stored.length === 0 ? [] : addressesOf('coder_devcontainer');
  return {
    declared: addressesOf('coder_agent'),
    stored,
    subAgents,
    isTokenKept: stored.length + subAgents.length === 1,
  };
}

/** A prefix of the type, as in Coder. */
function isOfCoder(type: string): boolean {
  return type.startsWith('coder_');
}
