import type { Configuration } from '../model/configuration/configuration.ts';
import type { ResourceChange } from '../model/plan/plan.ts';
import { type ModuleCall, moduleAt, modulePath, type PlanConfiguration } from '../model/plan/plan-configuration.ts';
import { findResource } from './locate.ts';
import { decidingLevels } from './trace/instances.ts';
import type { Tracing } from './trace/trace.ts';
import { isClaimVarying, withoutPrefixes } from './trace-references.ts';

/**
 * Whether nothing but the prebuild flags decides that a claim deletes the
 * resource: by its own `count` or `for_each`, or by that of a module around it.
 * The template's files tell it; a plan tells it as far as no local is involved.
 */
export function isGatedOnPrebuild(
  configuration: PlanConfiguration | undefined,
  tracing: Tracing | undefined,
  change: ResourceChange,
): boolean {
  const gate = tracing === undefined ? undefined : gateInFiles(tracing, change.address);
  return gate ?? isGatedInPlan(configuration, change);
}

/** Undefined where the files do not hold the resource. */
function gateInFiles(tracing: Tracing, address: string): boolean | undefined {
  const found = findResource(tracing.configuration, address);
  if (found === undefined || !isWhollyRead(tracing.configuration, found.module.path)) return undefined;
  const levels = decidingLevels(tracing, found.module, found.resource);
  const isPure = ({ traces }: (typeof levels)[number]) =>
    traces.length > 0 && traces.every(({ variation }) => variation === 'prebuild-flag');
  // Where one level alone takes everything away, what the others depend on does not matter.
  if (levels.some((level) => isPure(level) && level.isEmptyWhenClaimed)) return true;
  const varying = levels.filter(({ traces }) => traces.length > 0);
  return varying.length > 0 && varying.every(isPure);
}

/** What a module that was not downloaded gives may be anything. */
function isWhollyRead({ modules }: Configuration, path: readonly string[]): boolean {
  const around = path.map((_, length) => path.slice(0, length).join('.'));
  return [...around, path.join('.')].every((key) =>
    [...(modules.get(key)?.calls.values() ?? [])].every(({ isRead }) => isRead),
  );
}

function isGatedInPlan(configuration: PlanConfiguration | undefined, change: ResourceChange): boolean {
  if (configuration === undefined) return false;
  const path = modulePath(change.moduleAddress);
  const own = moduleAt(configuration, path)?.resources.get(`${change.type}.${change.name}`)?.repetition ?? [];
  const leads = new Set(leadsOf(configuration, path, own));
  for (let length = path.length; length > 0; length -= 1) {
    const outer = path.slice(0, length - 1);
    const { repetition = [] } = callAt(configuration, path.slice(0, length)) ?? {};
    for (const lead of leadsOf(configuration, outer, repetition)) leads.add(lead);
  }
  return leads.has('flag') && leads.size === 1;
}

/** What a value hangs on, beside what a claim keeps: the flags, what else a claim changes, or what a plan does not tell. */
type Lead = 'flag' | 'varying' | 'unknown';

function leadsOf(
  configuration: PlanConfiguration,
  path: readonly string[],
  references: readonly string[],
  seen: ReadonlySet<string> = new Set(),
): readonly Lead[] {
  return withoutPrefixes(references).flatMap((reference): readonly Lead[] => {
    const key = JSON.stringify([path, reference]);
    if (seen.has(key)) return [];
    const further = new Set([...seen, key]);
    if (PREBUILD_FLAG.test(reference)) return ['flag'];
    if (isClaimVarying(reference)) return ['varying'];
    const [, head = '', name = '', attribute] = REFERENCE.exec(reference) ?? [];
    if (KEPT.has(head) || (head === 'data' && name.startsWith('coder_'))) return [];
    if (head === 'var') {
      const inputs = callAt(configuration, path)?.inputs.get(name) ?? [];
      return leadsOf(configuration, path.slice(0, -1), inputs, further);
    }
    if (head === 'module') {
      const inner = [...path, name];
      const outputs = attribute === undefined ? undefined : moduleAt(configuration, inner)?.outputs.get(attribute);
      return outputs === undefined ? ['unknown'] : leadsOf(configuration, inner, outputs, further);
    }
    // What another block computes, and what a local means, is not in the plan.
    return ['unknown'];
  });
}

function callAt(configuration: PlanConfiguration, path: readonly string[]): ModuleCall | undefined {
  const name = path.at(-1);
  return name === undefined ? undefined : moduleAt(configuration, path.slice(0, -1))?.calls.get(name);
}

/** The same in the prebuild and when it is claimed. */
const KEPT: ReadonlySet<string> = new Set(['path', 'terraform']);

const REFERENCE = /^([^.[]+)(?:\.([^.[]+))?(?:\[[^\]]*\])?(?:\.([^.[]+))?/;

const PREBUILD_FLAG =
  /^data\.coder_workspace\.[^.[]+(?:\[[^\]]*\])?\.(?:prebuild_count|is_prebuild|is_prebuild_claim)$/;
