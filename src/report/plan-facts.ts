import { removals } from '../explain/removal.ts';
import type { PlanOrigin } from '../model/judgement/plan-origin.ts';
import type { Rehearsal } from '../model/judgement/rehearsal.ts';
import type { Snapshot } from '../model/judgement/snapshot.ts';
import { isReplacement, type Plan, type ResourceChange } from '../model/plan/plan.ts';
import { planKind } from '../model/plan/plan-kind.ts';
import type { PlanReport, RehearsalReport, Removal } from './report.ts';

/** Without the table of presets, which tells what else was gathered, too. */
type PlanFacts = Omit<PlanReport, 'presetTable'>;

/** What a report says of a template, whatever the rules find. */
export function planFacts(snapshot: Snapshot, origin: PlanOrigin): PlanFacts {
  return origin.kind === 'plan' ? factsOfPlan(snapshot, origin.plan) : factsOfRehearsal(snapshot, origin.rehearsal);
}

function factsOfPlan({ name, template, configuration }: Snapshot, plan: Plan): PlanFacts {
  return {
    name,
    kind: planKind(plan),
    terraformVersion: plan.terraformVersion,
    prebuildEnabled: template.prebuildEnabled,
    presets: template.presets,
    replacements: plan.changes.filter(isReplacement),
    removals: removalsOf(plan, configuration),
    resources: template.built?.resources,
  };
}

/** What any of the rehearsed claims replaces or removes. */
function factsOfRehearsal({ name, template, configuration }: Snapshot, rehearsal: Rehearsal): PlanFacts {
  const plans = itemsOf(rehearsal.claims).map(({ plan }) => plan);
  return {
    name,
    kind: 'rehearsal',
    terraformVersion: rehearsal.terraform?.version,
    prebuildEnabled: template.prebuildEnabled,
    presets: template.presets,
    replacements: byAddress(plans.flatMap(({ changes }) => changes.filter(isReplacement))),
    removals: byAddress(plans.flatMap((plan) => removalsOf(plan, configuration))),
    resources: template.built?.resources,
    rehearsal: rehearsalReport(rehearsal),
  };
}

function rehearsalReport({ terraform, claims, control }: Rehearsal): RehearsalReport {
  const planned = itemsOf(claims);
  return {
    product: terraform?.product,
    presets: itemsOf(control).map(({ preset, rounds, unstable, choices, untried }) => ({
      preset,
      rounds,
      isStable: unstable.length === 0,
      claimants: planned.flatMap(({ context }) =>
        context.preset === preset && context.persona !== undefined ? [context.persona] : [],
      ),
      choices: choices.flatMap(({ context: { parameter } }) => (parameter === undefined ? [] : [parameter])),
      untried,
    })),
  };
}

function removalsOf(plan: Plan, configuration: Snapshot['configuration']): readonly Removal[] {
  const [files] = configuration?.kind === 'read' ? configuration.items : [];
  return removals(plan, files).map(({ change, byDesign }) => ({
    address: change.address,
    actionReason: change.actionReason,
    byDesign,
  }));
}

function byAddress<Item extends Pick<ResourceChange, 'address'>>(items: readonly Item[]): readonly Item[] {
  return [...new Map(items.map((item) => [item.address, item])).values()];
}

function itemsOf<Item>(source: { readonly kind: string; readonly items?: readonly Item[] }): readonly Item[] {
  return source.items ?? [];
}
