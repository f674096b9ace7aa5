import type { Configuration } from '../model/configuration/configuration.ts';
import { modulePrefix } from '../model/configuration/configuration.ts';
import { isCoderResource, isRemoval, type Plan, type ResourceChange } from '../model/plan/plan.ts';
import { moduleAt, modulePath } from '../model/plan/plan-configuration.ts';
import { dependencyGraph } from './dependents.ts';
import { findResource } from './locate.ts';
import { leavesOf } from './trace/leaves.ts';
import { blockScope, traceLeaf } from './trace/trace-resource.ts';
import { agentTracing } from './trace/tracer.ts';
import { traceAttribute } from './trace-references.ts';

/** Whoever holds an agent's token or its script runs it. */
export function runsAgent(plan: Plan, files: Configuration | undefined, change: ResourceChange): boolean {
  const found = files === undefined ? undefined : findResource(files, change.address);
  if (files !== undefined && found !== undefined) {
    const tracing = agentTracing(files);
    const leaves = leavesOf(found.resource.body, blockScope(found.module, found.resource));
    if (leaves.some((leaf) => traceLeaf(tracing, leaf).length > 0)) return true;
  }
  const path = modulePath(change.moduleAddress);
  const module = plan.configuration === undefined ? undefined : moduleAt(plan.configuration, path);
  const attributes = [...(module?.resources.get(`${change.type}.${change.name}`)?.attributes.keys() ?? [])];
  return attributes.some((attribute) =>
    traceAttribute(plan, change, attribute).some(({ links }) =>
      links.some(({ reference }) => STARTS_AGENT.test(reference)),
    ),
  );
}

/** The token or the script of an agent, or the whole of it, of whatever instance. */
const STARTS_AGENT = /^coder_agent\.[^.[]+(?:\[[^\]]*\])?(?:\.(?:token|init_script))?$/;

/** After the claim no other resource waits for an agent, so Coder does not know the agent any more. */
export function isOnlyUserOfAgent(plan: Plan, files: Configuration | undefined, change: ResourceChange): boolean {
  const managed = plan.changes.filter(({ mode, deposed }) => mode === 'managed' && deposed === undefined);
  const agents = managed.filter(({ type }) => type === 'coder_agent');
  if (agents.length === 0) return false;
  const graph = dependencyGraph({ plan: plan.configuration, files });
  const left = managed.filter((each) => !isCoderResource(each) && !isRemoval(each)).map(blockOf);
  return agents.some((agent) => {
    const dependents = graph.dependentsOf(blockOf(agent));
    return dependents.has(blockOf(change)) && !left.some((address) => dependents.has(address));
  });
}

function blockOf({ moduleAddress, type, name }: ResourceChange): string {
  return `${modulePrefix(modulePath(moduleAddress))}${type}.${name}`;
}
