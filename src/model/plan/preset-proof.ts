import { type Preset, prebuildPresets } from '../template/template.ts';
import { listed, say } from '../text.ts';
import type { Plan } from './plan.ts';
import { isClaim } from './plan-kind.ts';
import type { Fact } from './proof.ts';

/** A plan among those that were given with it. */
export interface GivenPlan {
  readonly plan: Plan;
  /** All plans of the run; those of the same configuration count, this one among them. */
  readonly together: readonly Plan[];
  /** Every preset is taken for one with prebuilds. */
  readonly assumePrebuild: boolean;
}

/** What makes the presets of a plan those that Coder imports, whatever it was planned as. */
export const PRESENCE_FACTS: readonly Fact<Plan>[] = [
  {
    fact: 'no preset is behind a condition that only this plan does not meet',
    where:
      '`configuration`: `count` and `for_each` of `coder_workspace_preset` without an instance read variables at most',
    isProven: ({ evidence }) => evidence.declared?.conditionalPresets.length === 0,
    gap: ({ evidence }) => ({
      code: 'conditional-preset',
      detail: say`This plan has no ${listed(evidence.declared?.conditionalPresets ?? [])}; Coder imports the template under other conditions and may have it.`,
      remedy: ['Rehearse the claim, or let only variables decide which presets exist.'],
    }),
  },
];

/** What makes the given claim plans those of every prebuild. */
export const PRESET_FACTS: readonly Fact<GivenPlan>[] = [
  {
    fact: 'every preset with prebuilds was planned',
    where:
      'every `coder_parameter.value` is that of the preset, and `default` where the preset sets none; several plans of one `configuration` count together',
    isProven: (given) => unplannedPresets(given).length === 0,
    gap: (given) => {
      const names = unplannedPresets(given).map(({ name }) => name);
      return {
        code: 'preset-not-planned',
        detail: say`No given plan was made with the values of ${[names.length === 1 ? 'preset' : 'presets']} ${listed(names)}.`,
        remedy: say`Make a claim plan for every preset that has prebuilds, with its parameters and the defaults of the others, and give all of them at once: docs/claim-plan.md shows how.`,
      };
    },
  },
];

function unplannedPresets({ plan, together, assumePrebuild }: GivenPlan): readonly Preset[] {
  const key = plan.evidence.declared?.key;
  const ofTemplate = together.filter(
    (other) => other === plan || (key !== undefined && other.evidence.declared?.key === key && isClaim(other)),
  );
  const planned = new Set(ofTemplate.flatMap(({ evidence }) => evidence.plannedPresets));
  const wanted = assumePrebuild ? plan.presets : prebuildPresets(plan.presets);
  return wanted.filter(({ address }) => !planned.has(address));
}
