import { listed, say, type Text } from '../text.ts';
import type { Plan } from './plan.ts';
import type { Fact } from './proof.ts';

/** A plan, and how a sentence names it. */
export interface NamedPlan {
  readonly plan: Plan;
  readonly called: Text;
}

/** What makes a plan tell all presets and parameters of its template. Each fact presupposes those before it. */
export const TEMPLATE_FACTS: readonly Fact<NamedPlan>[] = [
  {
    fact: 'HCP Terraform did not redact the plan',
    where: '`format_version` in place of `plan_format_version`',
    isProven: ({ plan }) => !plan.redactedByHcp,
    gap: ({ called }) => ({
      code: 'redacted-plan',
      detail: say`HCP Terraform redacted ${called}, so it does not contain the presets and parameters of the template.`,
      remedy: HOW_TO_GET_AN_UNREDACTED_PLAN,
    }),
  },
  {
    fact: 'planning did not fail',
    where: '`errored`, which Terraform before 1.6 does not write',
    isProven: ({ plan }) => !plan.errored,
    gap: ({ called }) => ({
      code: 'errored-plan',
      detail: say`Planning failed, so the template may have presets and parameters that are not in ${called}.`,
      remedy: say`Fix the error that ${'terraform plan'} printed, then plan again. Coder would refuse to import the template too.`,
    }),
  },
  {
    fact: 'nothing was left out by `-target` or put off',
    where:
      '`complete`; where Terraform before 1.8 and OpenTofu do not write it, `resource_changes` has all of `prior_state`',
    isProven: ({ plan }) => plan.complete !== false,
    gap: ({ called }) => ({
      code: 'partial-plan',
      detail: say`The template may have presets and parameters that are not in ${called}, because of ${'-target'} or deferred changes.`,
      remedy: say`Plan again without ${'-target'} and ${'-allow-deferral'}.`,
    }),
  },
  {
    fact: 'the format is known',
    where: '`format_version`, 0 or 1',
    isProven: ({ plan }) => plan.formatVersion !== undefined,
    gap: ({ called }) => ({
      code: 'format-not-known',
      detail: say`${capitalised(called)} has no ${'format_version'}, so it is not known what its parts mean.`,
      remedy: GIVE_IT_WHOLE,
    }),
  },
  {
    fact: 'no object has a key twice',
    where: 'the whole document',
    isProven: ({ plan }) => plan.evidence.hasUniqueKeys,
    gap: ({ called }) => ({
      code: 'key-twice',
      detail: say`${capitalised(called)} has an object with the same key twice, so one value hides the other.`,
      remedy: GIVE_IT_WHOLE,
    }),
  },
  {
    fact: 'the configuration is there, with every module',
    where: '`configuration.root_module`, `module_calls.*.module`',
    isProven: ({ plan }) => plan.evidence.declared !== undefined,
    gap: ({ called }) => ({
      code: 'configuration-cut-out',
      detail: say`${capitalised(called)} has no ${'configuration'}, or not all of it, so it does not show which presets and parameters the template has.`,
      remedy: GIVE_IT_WHOLE,
    }),
  },
  {
    fact: 'every workspace, owner, parameter and preset that is declared was read',
    where: '`configuration` against `prior_state`, `planned_values`',
    isProven: ({ plan }) => plan.evidence.declared?.unread.length === 0,
    gap: ({ plan, called }) => ({
      code: 'template-not-read',
      detail: say`The configuration declares ${listed(plan.evidence.declared?.unread ?? [])}, and ${called} does not contain them, or only in part.`,
      remedy: say`Give the output of ${'terraform show -json'} with its ${'prior_state'}, as it is.`,
    }),
  },
];

export const GIVE_IT_WHOLE: Text = say`Give the output of ${'terraform show -json'} as it is.`;

export const HOW_TO_GET_AN_UNREDACTED_PLAN: Text = say`Download the plan's unredacted JSON, or run ${'terraform show -json'} in the directory that is connected to HCP Terraform.`;

function capitalised(text: Text): Text {
  const [first, ...rest] = text;
  return typeof first === 'string' ? [`${first.slice(0, 1).toUpperCase()}${first.slice(1)}`, ...rest] : text;
}
