import { fixContext } from '../../explain/explain-finding.ts';
import { locationIn } from '../../explain/locate.ts';
import { leavesOf } from '../../explain/trace/leaves.ts';
import { traceLeaf } from '../../explain/trace/trace-resource.ts';
import type { Configuration, SourceModule } from '../../model/configuration/configuration.ts';
import { modulePrefix } from '../../model/configuration/configuration.ts';
import { aboutResource, type CauseChain } from '../../model/judgement/finding.ts';
import { judge, type NotChecked, read } from '../../model/judgement/outcome.ts';
import type { Rule, Violation } from '../../model/judgement/rule.ts';
import { formatPath } from '../../model/plan/attribute-path.ts';
import { listed, say } from '../../model/text.ts';

interface VaryingProvider {
  readonly provider: string;
  readonly arguments: readonly string[];
  readonly sources: readonly string[];
}

export const claimVaryingProvider: Rule<VaryingProvider> = {
  id: 'claim-varying-provider',
  group: 'claim',
  severity: 'warning',
  summary:
    'What a claim changes reaches the configuration of a provider, so the claim may ask another service than the prebuild.',
  since: '0.2.0',

  evaluate({ configuration }) {
    if (configuration === undefined || configuration.kind === 'not-configured') {
      return { kind: 'not-configured', items: [] };
    }
    const outcome = judge(read(configuration.items), (files) => files.flatMap(varyingProviders));
    // Nobody asked the other service, so that it still has what the prebuild made is not known.
    if (outcome.items.length === 0) return outcome;
    return { kind: 'not-checked', items: outcome.items, reasons: outcome.items.map(({ data }) => notAsked(data)) };
  },

  explain({ data: { provider, arguments: names, sources } }) {
    return {
      what: say`The configuration of provider ${provider} varies with the claim: ${listed(names)} ${names.length === 1 ? ['comes'] : ['come']} from ${listed(sources)}.`,
      why: [
        'A claim refreshes what the prebuild made. With another host, context, region or account the provider does not find it, and Terraform makes all of it anew.',
      ],
      remedy: [
        'Configure the provider by what stays the same over a claim: the template, a variable, the id of the workspace. Put what belongs to the owner on the resource.',
      ],
    };
  },
};

function notAsked({ provider, sources }: VaryingProvider): NotChecked {
  return {
    code: 'provider-varies',
    detail: say`A claim configures provider ${provider} by ${listed(sources)}, and a rehearsal asks no service whether it has what the prebuild made.`,
    remedy: ['Keep what a claim changes out of the configuration of the provider.'],
  };
}

function varyingProviders(configuration: Configuration): readonly Violation<VaryingProvider>[] {
  const { claim } = fixContext(configuration);
  return [...configuration.modules.values()].flatMap((module) =>
    [...module.providers].flatMap(([name, block]): readonly Violation<VaryingProvider>[] => {
      const leaves = leavesOf(block, { module, bindings: new Map() });
      const varying = leaves
        .map((leaf) => ({ leaf, traces: traceLeaf(claim, leaf) }))
        .filter(({ traces }) => traces.length > 0);
      const [first] = varying;
      if (first === undefined) return [];
      const provider = `${modulePrefix(module.path)}provider.${name}`;
      const chains = varying.flatMap(({ leaf, traces }) =>
        traces.map(({ links }): CauseChain => [linkOf(configuration, module, provider, leaf), ...links]),
      );
      const location = locationIn(configuration, module, first.leaf.range);
      return [
        {
          subject: aboutResource(provider),
          evidence: 'predicted',
          details: { chains, ...(location === undefined ? {} : { location }) },
          data: {
            provider: name,
            arguments: [...new Set(varying.map(({ leaf }) => formatPath(leaf.path)))],
            sources: [...new Set(chains.flatMap((chain) => chain.at(-1)?.reference ?? []))],
          },
        },
      ];
    }),
  );
}

function linkOf(
  configuration: Configuration,
  module: SourceModule,
  provider: string,
  { path, range }: ReturnType<typeof leavesOf>[number],
): CauseChain[number] {
  const location = locationIn(configuration, module, range);
  return { reference: `${provider}.${formatPath(path)}`, ...(location === undefined ? {} : { location }) };
}
