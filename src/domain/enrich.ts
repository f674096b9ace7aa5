import type { AttributePath } from './attribute-path.ts';
import type { Configuration } from './configuration.ts';
import type { CauseChain, CauseLink, Finding, FindingDetails, Location, Repair } from './finding.ts';
import { findResource, locateAttribute, locateResource } from './locate.ts';
import type { Patch } from './patch.ts';
import { planRepair, type RepairContext } from './repair/plan-repair.ts';
import { patchesFor, snippetOf } from './repair/render-repair.ts';
import { type RepairAction, type RepairPlan, WRITTEN_IN_JSON } from './repair/repair.ts';
import { traceInstances } from './trace/instances.ts';
import { leavesOf, overlaps } from './trace/leaves.ts';
import { byLength, type Trace, withLink } from './trace/trace.ts';
import { blockAddress, blockScope, isIgnored, leafLink, traceLeaf, traceTriggers } from './trace/trace-resource.ts';
import { agentTracing, claimTracing } from './trace/tracer.ts';

/** More chains than these are not read. */
const SHOWN_CHAINS = 5;

/** Adds what the template's files tell to findings about its resources: the line, what leads there, and what mends it. */
export function enrichFindings(configuration: Configuration, findings: readonly Finding[]): readonly Finding[] {
  const contexts = new Contexts(configuration);
  return findings.map((finding) => ({ ...finding, details: enrichDetails(contexts.of(finding), finding) }));
}

/** All that mends these findings in one: what is needed twice is written once. */
export function repairAll(configuration: Configuration, findings: readonly Finding[]): readonly Patch[] {
  const contexts = new Contexts(configuration);
  const actions = findings.flatMap((finding): readonly RepairAction[] => {
    const plan = repairPlan(contexts.of(finding), finding);
    return plan?.kind === 'actions' && patchesFor(configuration, plan.actions) !== undefined ? plan.actions : [];
  });
  return patchesFor(configuration, actions) ?? [];
}

function enrichDetails(context: RepairContext, finding: Finding): FindingDetails {
  const { details, subject, evidence } = finding;
  // A prediction was made from these very files.
  if (subject.kind !== 'resource' || evidence === 'predicted') return details;
  const paths = pathsOf(finding);
  const enriched = { ...details, ...traceDetails(context, subject.address, paths) };
  const plan = repairPlan(context, finding);
  return plan === undefined ? enriched : withRepair(context.configuration, enriched, plan);
}

/** Where the attributes of a resource are written, and what leads there. */
export function traceDetails(
  context: RepairContext,
  address: string,
  paths: readonly AttributePath[],
): Pick<FindingDetails, 'location' | 'chains'> {
  const location = locationOfFinding(context.configuration, address, paths);
  const chains = chainsOf(context, address, paths);
  return { ...(location === undefined ? {} : { location }), ...(chains.length === 0 ? {} : { chains }) };
}

/** The plan as an edit and as a block to read. */
export function withRepair(configuration: Configuration, details: FindingDetails, plan: RepairPlan): FindingDetails {
  const { fix: _, ...rest } = details;
  // What has to be edited by hand can still be read.
  if (plan.kind === 'none') return { ...(plan.because === WRITTEN_IN_JSON ? details : rest), repair: plan };
  const patches = patchesFor(configuration, plan.actions);
  if (patches === undefined || patches.length === 0) return details;
  const repair: Repair = { kind: 'patch', patches, tradeOff: plan.tradeOff };
  return { ...rest, fix: snippetOf(plan.actions, patches), repair };
}

/** Rules whose findings say that a claim replaces or deletes the resource. */
const MENDED_RULES: ReadonlySet<string> = new Set([
  'parameter-replacement',
  'persistent-data-loss',
  'resource-removal',
  'resource-replacement',
  'unstable-configuration',
]);

function repairPlan(context: RepairContext, finding: Finding): RepairPlan | undefined {
  if (finding.subject.kind !== 'resource' || !MENDED_RULES.has(finding.ruleId)) return undefined;
  if (findResource(context.configuration, finding.subject.address) === undefined) return undefined;
  return planRepair(context, finding.subject.address, pathsOf(finding));
}

/** `chosen` names the parameters that the claimant chose otherwise than the prebuild. */
export function repairContext(configuration: Configuration, chosen: readonly string[] = []): RepairContext {
  return {
    configuration,
    claim: claimTracing(configuration, { chosenParameters: new Set(chosen) }),
    agent: agentTracing(configuration),
  };
}

/** What is followed for one finding need not be followed again for the next. */
class Contexts {
  readonly #configuration: Configuration;
  readonly #byChoice = new Map<string, RepairContext>();

  constructor(configuration: Configuration) {
    this.#configuration = configuration;
  }

  of({ details }: Finding): RepairContext {
    const chosen = (details.seenIn ?? []).flatMap(({ parameter }) => (parameter === undefined ? [] : [parameter.name]));
    const key = JSON.stringify(chosen.toSorted());
    const known = this.#byChoice.get(key);
    if (known !== undefined) return known;
    const context = repairContext(this.#configuration, chosen);
    this.#byChoice.set(key, context);
    return context;
  }
}

function pathsOf({ details }: Finding): readonly AttributePath[] {
  return (details.attributes ?? []).map(({ path }) => path);
}

/** The line of the first attribute that is written; a computed one has none. */
function locationOfFinding(
  configuration: Configuration,
  address: string,
  paths: readonly AttributePath[],
): Location | undefined {
  const attributes = paths.flatMap((path) => locateAttribute(configuration, address, path) ?? []);
  const [first] = attributes.toSorted((left, right) => left.line - right.line);
  return first ?? locateResource(configuration, address);
}

/** From the attributes, or from what repeats or triggers the resource, back to what varies. */
function chainsOf(
  { configuration, claim }: RepairContext,
  address: string,
  paths: readonly AttributePath[],
): readonly CauseChain[] {
  const found = findResource(configuration, address);
  if (found === undefined) return [];
  const { module, resource } = found;
  const written = leavesOf(resource.body, blockScope(module, resource, found.address.key));
  const owner = blockAddress(module, resource);
  const traces: Trace[] =
    paths.length === 0
      ? [
          ...withLink({ reference: `${owner}.replace_triggered_by` }, traceTriggers(claim, module, resource)),
          ...withLink(repetitionLink(owner, resource.repetition?.kind), traceInstances(claim, module, resource)),
        ]
      : written
          .filter(({ path }) => !isIgnored(resource, path) && paths.some((forced) => overlaps(path, forced)))
          .flatMap((leaf) => withLink(leafLink(claim, module, owner, leaf), traceLeaf(claim, leaf)));
  return traces
    .toSorted(byLength)
    .slice(0, SHOWN_CHAINS)
    .map(({ links }) => links);
}

function repetitionLink(owner: string, kind: string | undefined): CauseLink {
  return { reference: kind === undefined ? owner : `${owner}.${kind}` };
}
