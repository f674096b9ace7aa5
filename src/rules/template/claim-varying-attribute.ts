import { fixContext, traceDetails, withFix } from '../../explain/explain-finding.ts';
import { type FixContext, planFix } from '../../explain/fix/plan-fix.ts';
import { type PredictedChange, predictChanges, unreadModules } from '../../explain/predict.ts';
import type { Trace } from '../../explain/trace/trace.ts';
import { argumentPath } from '../../explain/trace/trace-resource.ts';
import type { Configuration } from '../../model/configuration/configuration.ts';
import { effectOf, knownArguments } from '../../model/configuration/known-replacements.ts';
import { aboutResource } from '../../model/judgement/finding.ts';
import { checked, judge, read } from '../../model/judgement/outcome.ts';
import type { Rule, Violation } from '../../model/judgement/rule.ts';
import { formatPath } from '../../model/plan/attribute-path.ts';
import { listed, say, type Text } from '../../model/text.ts';

interface Predicted {
  readonly address: string;
  /** Arguments that differ. Empty if the instances or a trigger differ instead. */
  readonly attributes: readonly string[];
  /** `for_each`, `count` or `replace_triggered_by`, if that is what differs. */
  readonly deciding: string | undefined;
  readonly isRemoval: boolean;
  /** The values that a claim changes. */
  readonly sources: readonly string[];
  /** The provider that replaced such a resource in a test, because of one of the arguments. */
  readonly confirmedBy: string | undefined;
}

export const claimVaryingAttribute: Rule<Predicted> = {
  id: 'claim-varying-attribute',
  group: 'template',
  severity: 'warning',
  summary: 'A value that a claim changes reaches a resource that does not ignore it; no provider was asked.',
  since: '0.1.0',

  evaluate({ claims, configuration }) {
    if (configuration === undefined || configuration.kind === 'not-configured') {
      return { kind: 'not-configured', items: [] };
    }
    // The answer of a provider counts for more.
    if (claims.kind === 'read' && claims.items.length > 0) return checked([]);
    const gaps = [...configuration.gaps, ...configuration.items.flatMap(unreadModules)];
    return judge(read(configuration.items, gaps), (files) => files.flatMap(predict));
  },

  explain({ data }) {
    return { what: what(data), why: why(data), remedy: REMEDY };
  },
};

function predict(configuration: Configuration): readonly Violation<Predicted>[] {
  const context = fixContext(configuration);
  return predictChanges(context.claim).map((change) => violationOf(context, change));
}

function violationOf(context: FixContext, change: PredictedChange): Violation<Predicted> {
  const { address, resource, leaves, triggers, keys } = change;
  const { replacements } = context.configuration;
  const isByArguments = keys.length === 0 && leaves.length > 0;
  const paths = isByArguments ? leaves.map(({ leaf }) => leaf.path) : [];
  const traces = isByArguments ? leaves.flatMap((leaf) => leaf.traces) : [...keys, ...triggers];
  const isConfirmed = paths.some((path) => effectOf(replacements, resource.type, argumentPath(path)) === 'replaces');
  return {
    subject: aboutResource(address),
    evidence: 'predicted',
    details: withFix(context.configuration, traceDetails(context, address, paths), planFix(context, address, paths)),
    data: {
      address,
      attributes: [...new Set(paths.map(formatPath))],
      deciding: isByArguments ? undefined : decidingOf(change),
      isRemoval: keys.length > 0,
      sources: sourcesOf(traces),
      confirmedBy: isConfirmed ? knownArguments(replacements, resource.type)?.provider : undefined,
    },
  };
}

/** The argument at the start of the first chain: of the block itself, or of a module call around it. */
function decidingOf({ keys, triggers }: PredictedChange): string {
  const [first] = keys.length > 0 ? keys : triggers;
  return first?.links[0]?.reference.split('.').at(-1) ?? '';
}

function sourcesOf(traces: readonly Trace[]): readonly string[] {
  return [...new Set(traces.flatMap(({ links }) => links.at(-1)?.reference ?? []))];
}

function what({ address, attributes, deciding, isRemoval, sources }: Predicted): Text {
  const from = say`from ${listed(sources)}, which a claim changes.`;
  if (deciding === undefined) {
    return say`A claim may replace ${address}: ${listed(attributes)} ${attributes.length === 1 ? ['comes'] : ['come']} ${from}`;
  }
  return isRemoval
    ? say`A claim may delete ${address}, or recreate it under another key: its ${deciding} comes ${from}`
    : say`A claim may replace ${address}: its ${deciding} depends on ${listed(sources)}, which a claim changes.`;
}

function why({ attributes, deciding, confirmedBy }: Predicted): Text {
  if (deciding !== undefined)
    return ['Terraform itself decides which instances exist and what triggers a replacement, not a provider.'];
  return confirmedBy === undefined
    ? ['Only the provider knows whether this change forces a replacement, and no claim was planned to find out.']
    : say`In a test, ${confirmedBy} replaced such a resource when ${attributes.length === 1 ? ['that'] : ['one of these']} changed. No claim of this template was planned.`;
}

const REMEDY: Text = say`Rehearse the claim to be sure: ${'prebuild-guard rehearse'} asks the provider. Or keep the owner and the workspace's name out of the resource, or add the attributes that need not follow them to ${'ignore_changes'}.`;
