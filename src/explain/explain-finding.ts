import type { Configuration } from '../model/configuration/configuration.ts';
import type { Location } from '../model/configuration/location.ts';
import { type Patch, unifiedDiff } from '../model/configuration/patch.ts';
import { parseAddress } from '../model/configuration/resource-address.ts';
import type { Finding, FindingDetails, Fix } from '../model/judgement/finding.ts';
import type { AttributePath } from '../model/plan/attribute-path.ts';
import { type FixAction, type FixPlan, WRITTEN_IN_JSON } from './fix/fix.ts';
import { type FixContext, planFix } from './fix/plan-fix.ts';
import { patchesFor, snippetOf } from './fix/render-fix.ts';
import { type FoundResource, findResource, locateAttribute, locateResource } from './locate.ts';
import { traceInstances } from './trace/instances.ts';
import { leavesOf, overlaps } from './trace/leaves.ts';
import { byLength, type Trace, withLink } from './trace/trace.ts';
import { blockAddress, blockScope, isIgnored, leafLink, traceLeaf, traceTriggers } from './trace/trace-resource.ts';
import { agentTracing, claimTracing } from './trace/tracer.ts';

/** More chains than these are not read. */
const SHOWN_CHAINS = 5;

/** Adds facts from the template's files to findings about its resources: the line, the chain of values, and the fix. */
export function explainAll(configuration: Configuration, findings: readonly Finding[]): readonly Finding[] {
  const contexts = new Contexts(configuration);
  return findings.map((finding) => ({ ...finding, details: explainDetails(contexts.of(finding), finding) }));
}

/** The edits that fix all these findings together, each written once. */
export function fixAll(configuration: Configuration, findings: readonly Finding[]): readonly Patch[] {
  const contexts = new Contexts(configuration);
  const actions = findings.flatMap((finding): readonly FixAction[] => {
    const plan = fixPlanOf(contexts.of(finding), finding);
    return plan?.kind === 'actions' && patchesFor(configuration, plan.actions) !== undefined ? plan.actions : [];
  });
  return patchesFor(configuration, actions) ?? [];
}

function explainDetails(context: FixContext, finding: Finding): FindingDetails {
  const { details, subject, evidence } = finding;
  // A rule that read these files itself knows the location better.
  if (subject.kind !== 'resource' || evidence === 'predicted' || details.location !== undefined) return details;
  const paths = pathsOf(finding);
  const explained = { ...details, ...traceDetails(context, subject.address, paths) };
  const plan = fixPlanOf(context, finding);
  return plan === undefined ? explained : withFix(context.configuration, explained, plan);
}

/** Where the attributes of a resource are written, and what leads there. */
export function traceDetails(
  context: FixContext,
  address: string,
  paths: readonly AttributePath[],
): Pick<FindingDetails, 'location' | 'chains'> {
  const found = findResource(context.configuration, address);
  const traces = found === undefined ? [] : tracesOf(context, found, paths);
  const starts = traces.flatMap(({ links: [start] }) => start?.location ?? []);
  const written = paths.flatMap((path) => locateAttribute(context.configuration, address, path) ?? []);
  const home = locateResource(context.configuration, address);
  const location = firstOf(starts, home?.file) ?? firstOf(written, home?.file) ?? home;
  const chains = traces
    .toSorted(byLength)
    .slice(0, SHOWN_CHAINS)
    .map(({ links }) => links);
  return { ...(location === undefined ? {} : { location }), ...(chains.length === 0 ? {} : { chains }) };
}

/** The first line, in the file that the resource itself is in before any other. */
function firstOf(locations: readonly Location[], home: string | undefined): Location | undefined {
  const inHome = locations.filter(({ file }) => file === home);
  const [first] = (inHome.length > 0 ? inHome : locations).toSorted(
    (left, right) => left.line - right.line || (left.column ?? 0) - (right.column ?? 0),
  );
  return first;
}

/** Adds the fix to the details, as a diff and as a snippet to read. */
export function withFix(configuration: Configuration, details: FindingDetails, plan: FixPlan): FindingDetails {
  const { snippet: _, ...rest } = details;
  // What has to be edited by hand can still be read.
  if (plan.kind === 'none') return { ...(plan.because === WRITTEN_IN_JSON ? details : rest), fix: plan };
  const patches = patchesFor(configuration, plan.actions);
  if (patches === undefined || patches.length === 0) return details;
  const diff = unifiedDiff(patches, configuration.texts);
  const fix: Fix = { kind: 'patch', patches, diff, tradeOff: plan.tradeOff };
  return { ...rest, snippet: snippetOf(plan.actions, patches), fix };
}

/** Rules whose findings say that a claim replaces or deletes the resource. */
export const FIXED_RULES: ReadonlySet<string> = new Set([
  'parameter-replacement',
  'persistent-data-loss',
  'resource-removal',
  'resource-replacement',
  'unstable-configuration',
]);

function fixPlanOf(context: FixContext, finding: Finding): FixPlan | undefined {
  if (finding.subject.kind !== 'resource' || !FIXED_RULES.has(finding.ruleId)) return undefined;
  // A resource that only follows another one is fixed there.
  if (finding.details.root !== undefined) return undefined;
  if (findResource(context.configuration, finding.subject.address) === undefined) return undefined;
  return planFix(context, finding.subject.address, pathsOf(finding));
}

/** `chosen` names the parameters that the claimant chose otherwise than the prebuild. */
export function fixContext(configuration: Configuration, chosen: readonly string[] = []): FixContext {
  return {
    configuration,
    claim: claimTracing(configuration, { chosenParameters: new Set(chosen) }),
    agent: agentTracing(configuration),
  };
}

/** Keeps a context for each set of chosen parameters, so that findings share their traces. */
class Contexts {
  readonly #configuration: Configuration;
  readonly #byChoice = new Map<string, FixContext>();

  constructor(configuration: Configuration) {
    this.#configuration = configuration;
  }

  of({ details }: Finding): FixContext {
    const chosen = (details.seenIn ?? []).flatMap(({ parameter }) => (parameter === undefined ? [] : [parameter.name]));
    const key = JSON.stringify(chosen.toSorted());
    const known = this.#byChoice.get(key);
    if (known !== undefined) return known;
    const context = fixContext(this.#configuration, chosen);
    this.#byChoice.set(key, context);
    return context;
  }
}

/** The attributes that it names, or else those that its chains begin at. */
function pathsOf({ details: { attributes, paths, chains = [] }, subject }: Finding): readonly AttributePath[] {
  if (paths !== undefined) return paths;
  if (attributes !== undefined) return attributes.map(({ path }) => path);
  const block = subject.kind === 'resource' ? parseAddress(subject.address) : undefined;
  if (block === undefined) return [];
  const prefix = `${block.type}.${block.name}.`;
  const starts = chains.flatMap(([start]) => (start?.reference.startsWith(prefix) ? [start.reference] : []));
  const names = starts.map((reference) => reference.slice(prefix.length)).filter((name) => !DECIDING.has(name));
  return [...new Set(names)].map((name) => [name]);
}

/** These create or replace instances and are not attributes. */
const DECIDING: ReadonlySet<string> = new Set(['count', 'for_each', 'replace_triggered_by']);

/** From the attributes, or from what repeats or triggers the resource, back to what varies. */
function tracesOf(
  { claim }: FixContext,
  { module, resource, address }: FoundResource,
  paths: readonly AttributePath[],
): readonly Trace[] {
  if (paths.length === 0)
    return [...traceTriggers(claim, module, resource), ...traceInstances(claim, module, resource)];
  const owner = blockAddress(module, resource);
  return leavesOf(resource.body, blockScope(module, resource, address.key))
    .filter(({ path }) => !isIgnored(resource, path) && paths.some((forced) => overlaps(path, forced)))
    .flatMap((leaf) => withLink(leafLink(claim, module, owner, leaf), traceLeaf(claim, leaf)));
}
